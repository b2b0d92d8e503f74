"""More content for the site of `tests.features.content`: what an article's own page may show."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.features.content import HEAD, _file, write

ARTICLES = {
    "photo": (
        {
            "title": "Une photo",
            "date": "2016-03-17",
            "date_precision": "day",
            "date_source": "dateline",
            "source": "AGEX",
            "byline": "De notre envoyée Anne Exemple",
            "dateline": "EXEMPLEVILLE",
            "revision": "2e version",
            "source_url": "https://www.journal.invalid/a?b=1&c=2",
            "image": {
                "src": "images/halle.png",
                "alt": 'La "halle"',
                "caption": "La halle du Conseil, vue de Loinville.",
                "credit": "Anne Exemple & fils",
            },
            "seed": {"path": "photo <1>.txt", "sha256": "ab" * 32},
            "rights": {"note": "Usage <libre>"},
            "tags": ["Marché"],
            "variant_of": "halle",
        },
        "Le Conseil d’Exempleville et Port-Exemple.\n\n## Fin\n\n"
        "[Photo]({static}/images/halle.png) et [méthode]({filename}/pages/about.md)",
    ),
    "halle": (
        {
            "title": "La halle",
            "date": "2016-03-16T09:00:00+01:00",
            "date_source": "metadata",
            "source": "AGEX",
            "image": {"caption": "Le Conseil <en> séance.", "archive": True},
            "aliases": ["/vieux/été/", "/halle.html"],
        },
        "Le Conseil d’Exempleville, 3 jours.",
    ),
    "lien": (
        {
            "title": "Un lien",
            "date": "2016-03-12T09:00:00+01:00",
            "source": "AGLI",
            "source_url": "https://agli.invalid/x",
            "rights": {"policy": "link", "holder": "Agence d’exemple", "note": "Rien de plus."},
            "image": {"src": "images/halle.png", "caption": "Une légende"},
            "dates_mentioned": [{"text": "mardi", "from": "2016-03-15", "until": "2016-03-15"}],
        },
        "Le Conseil, mardi.",
    ),
    "vide": (
        {
            "title": "Vide <b>",
            "date": "2016-03-11T09:00:00+01:00",
            "date_source": "unresolved",
            "summary": 'Un chapeau "long" ' + "très long " * 40,
        },
        "Rien du tout.",
    ),
    "deutsch.de": (
        {
            "title": "Deutsch",
            "date": "2016-03-10T09:00:00+01:00",
            "source": "AGDE",
            "category": "Stadt",
        },
        "Nichts.",
    ),
    "autre": (
        {
            "title": "Autre sur le port",
            "date": "2016-03-09T09:00:00+01:00",
            "source": "AGEX",
            "authors": ["Anne", "Benoît", "Claire"],
        },
        "Port-Exemple, Loinville, le Conseil et Exempleville.",
    ),
}
PAGES = {
    "about.en": (
        {"title": "Method", "slug": "about", "lang": "en", "date": "2016-08-03"},
        "The Council, and [the rest]({filename}/articles/suite.md#fin).",
    ),
    "rights.ar": (
        {"title": "حقوق", "slug": "rights", "lang": "ar", "date": "2016-08-02"},
        "يفتح مجلس المدينة",
    ),
}


def write_all(content: Path) -> None:
    """The files of both, and a picture."""
    write(content)
    for name, (fields, body) in ARTICLES.items():
        slug, _, lang = name.partition(".")
        _file(content / f"articles/{name}.md", {**HEAD, "slug": slug, "lang": lang or "fr", **fields}, body)
    for name, (fields, body) in PAGES.items():
        _file(content / f"pages/{name}.md", {"status": "published", **fields}, body)
    (content / "images").mkdir()
    Image.new("RGB", (4, 4), "red").save(content / "images/halle.png")
