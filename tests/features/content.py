"""The content of a small site with everything that a listing may meet: translations, Arabic, what is hidden."""

from __future__ import annotations

from pathlib import Path

import yaml

HEAD = {"date_precision": "minute", "date_source": "supplied", "status": "published"}
ARTICLES = {
    "marche.fr": (
        {
            "title": 'Le marché "neuf" : ce qu’il faut savoir',
            "date": "2016-03-15T17:42:00+01:00",
            "summary": "Le Conseil d’Exempleville & la halle, en une phrase.",
            "source": "AGEX",
            "category": "Ville",
            "tags": ["Marché", "Exempleville", "marche"],
            "authors": ["Anne Exemple", "La rédaction"],
            "modified": "2016-03-17T08:00:00+01:00",
            "corrections": [
                {"date": "2016-03-17", "what": "Le nom de la halle <neuve> était faux."},
                {"date": "2016-03-18", "what": "Une date."},
            ],
            "aliases": ["/2016/03/14/marche/"],
            "dates_mentioned": [
                {"text": "mardi", "from": "2016-03-15", "until": "2016-03-15"},
                {"text": 'de "2012" à 2014', "from": "2012-01-01", "until": "2014-12-31"},
                {"text": "en mars 2016", "from": "2016-03-01", "until": "2016-03-31"},
                {"text": "depuis le 2 février", "from": "2016-02-02"},
                {"text": "jusqu’en 2015", "until": "2015-12-31"},
                {"text": "encore en mars 2016", "from": "2016-03-01", "until": "2016-03-31"},
            ],
        },
        "Le Conseil d’Exempleville ouvre la halle : «enfin» dit-il. Voir [la suite]({filename}/articles/suite.md#fin), "
        "[le Conseil]({filename}/glossary/conseil.md) ou [ailleurs](https://ailleurs.invalid/?a=1&b=2).\n\n"
        "Le Conseil est là. Exempleville aussi.",
    ),
    "marche.en": (
        {
            "title": "The new market",
            "date": "2016-03-15T17:42:00+01:00",
            "slug": "marche",
            "source": "AGEX",
            "category": "Town",
            "tags": ["Market"],
            "corrections": [{"date": "2016-03-19", "what": "A name."}],
        },
        "The Council of Sampletown opens a hall. Then the Council of Sampletown closes it again, as it has done every "
        "winter since anybody can remember, to the great regret of all those who had come from far away to see it.",
    ),
    "marche.ar": (
        {"title": "السوق الجديدة", "date": "2016-03-15T17:42:00+01:00", "slug": "marche", "source": "AGEX"},
        "يفتح مجلس المدينة النموذجية القاعة اليوم.",
    ),
    "suite": (
        {
            "title": "La suite",
            "date": "2016-03-16",
            "date_precision": "day",
            "tags": ["C++", "Exempleville"],
            "authors": ["Anne Exemple"],
        },
        "Le Conseil d’Exempleville se tait.\n\n## Fin\n\nRien.",
    ),
    "cache": (
        {
            "title": "Une page cachée",
            "date": "2016-03-16T10:00:00+01:00",
            "status": "hidden",
            "tags": ["Secret"],
        },
        "Le Conseil se cache.",
    ),
    "cache.en": (
        {"title": "A translation in sight", "date": "2016-03-16T10:00:00+01:00", "slug": "cache"},
        "The Council hides.",
    ),
    "retire": (
        {
            "title": "Une dépêche retirée",
            "date": "2016-03-14T10:00:00+01:00",
            "status": "retracted",
            "corrections": [{"date": "2016-03-20", "what": "Retirée par l’agence."}],
        },
        "Ce texte ne paraît plus. Le Conseil non plus.",
    ),
    "brouillon": ({"title": "Un brouillon", "status": "draft"}, "Rien."),
    "extrait": (
        {
            "title": "Un extrait",
            "date": "2015-12-31T23:30:00+01:00",
            "source": "AGLI",
            "rights": {"policy": "excerpt", "holder": "Agence d’exemple"},
        },
        "Le Conseil parle.\n\nOn l’écoute.\n\nPort-Exemple n’est pas montré.",
    ),
}
TERMS = {
    "conseil": (
        {
            "type": "org",
            "names": [
                {"text": "Conseil", "lang": "fr", "role": "pref"},
                {"text": "Council", "lang": "en", "role": "pref"},
                {"text": "مجلس", "lang": "ar", "role": "pref"},
                {"text": "Conseil municipal", "lang": "fr", "role": "alt", "until": "2014-01-01"},
                {"text": "Consei", "lang": "fr", "role": "hidden"},
            ],
            "senses": [
                {
                    "until": "2016-07-28",
                    "short": {"fr": 'Assemblée "élue" : la ville.', "en": "Elected assembly."},
                    "later": {"fr": "Il devient un sénat."},
                },
                {"from": "2016-07-28", "short": {"fr": "Sénat de la ville."}},
            ],
            "events": [
                {
                    "date": "2016-07-28",
                    "what": {"fr": "Le Conseil devient un sénat.", "en": "The Council becomes a senate."},
                    "source": "https://registre.invalid/senat",
                },
                {
                    "from": "2012-01-01",
                    "until": "2013-01-01",
                    "what": {"fr": "Le Conseil siège à Port-Exemple."},
                    "source": "https://autre.invalid/",
                },
            ],
            "relations": {"part_of": "exempleville", "see": ["port"]},
            "contested": {"fr": "Le nom est disputé."},
            "same_as": {
                "wikidata": {"id": "Q1", "checked": "2016-01-01", "how": "à la main"},
                "viaf": {"id": "7"},
            },
            "changes": [{"date": "2016-08-01", "what": {"fr": "Relu.", "en": "Read again."}}],
        },
        "## fr\n\nUn long texte, [avec un lien]({filename}/articles/marche.fr.md) et *des* «signes».\n\n## en\n\nLong.",
    ),
    "exempleville": (
        {
            "type": "place",
            "names": [
                {"text": "Exempleville", "lang": "fr", "role": "pref"},
                {"text": "Sampletown", "lang": "en", "role": "pref"},
                {"text": "المدينة النموذجية", "lang": "ar", "role": "pref"},
            ],
            "senses": [{"short": {"fr": "Ville d’exemple.", "en": "A sample town."}}],
            "position": {"lat": 35.5, "lon": 36.2, "checked": "2016-01-01", "how": "atlas d’exemple"},
            "events": [
                {
                    "date": "2016-07-28",
                    "what": {"fr": "Le Conseil devient un sénat.", "en": "The Council becomes a senate."},
                    "source": "https://registre.invalid/",
                }
            ],
            "status": "draft",
        },
        "",
    ),
    "loin": (
        {
            "type": "place",
            "names": [{"text": "Loinville", "lang": "fr", "role": "pref"}],
            "senses": [{"short": {"fr": "Une ville hors de la carte."}}],
            "position": {"lat": -12.5, "lon": -70.25, "checked": "2016-01-01", "how": "atlas"},
        },
        "",
    ),
    "port": (
        {
            "type": "place",
            "names": [{"text": "Port-Exemple", "lang": "fr", "role": "pref"}],
            "senses": [{"short": {"fr": "Un port."}}],
        },
        "## fr\n\nUn texte en français.",
    ),
}
SOURCES = [
    {
        "title": "Registre",
        "publisher": "Archives d’Exempleville",
        "url": "https://registre.invalid/",
        "date": "2016-02",
    }
]


def write(content: Path, more: int = 0) -> None:
    """The files, and `more` articles of three a day, for listings of several pages."""
    for name, (fields, body) in (ARTICLES | dict(map(daily, range(more)))).items():
        slug, _, lang = name.partition(".")
        header = {**HEAD, "slug": slug, "lang": lang or "fr", **fields}
        _file(content / f"articles/{name}.md", header, body)
    for slug, (entry, body) in TERMS.items():
        _file(
            content / f"glossary/{slug}.md",
            {"sources": SOURCES, "as_of": "2016-08-01", "status": "reviewed"} | entry,
            body,
        )
    about = {"title": "Méthode", "slug": "about", "lang": "fr", "status": "published", "date": "2016-08-01"}
    _file(content / "pages/about.md", about, "Comment nous lisons le Conseil.")


def daily(number: int) -> tuple[str, tuple[dict[str, object], str]]:
    """One of many."""
    day, hour = divmod(number, 3)
    fields = {
        "title": f"Dépêche {number}",
        "date": f"2014-{1 + day // 28:02}-{1 + day % 28:02}T{8 + hour:02}:00:00+01:00",
        "source": "AGEX",
        "category": "Ville",
        "tags": ["Exempleville"],
    }
    return f"depeche-{number:03}", (fields, f"Le Conseil dit {number}.")


def _file(path: Path, header: dict[str, object], body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(header, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n\n{body}\n", encoding="utf-8")
