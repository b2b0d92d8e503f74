"""A small site of everything that pages can come from: the same for each seed."""

from __future__ import annotations

import random
from typing import Any

from tests.equal.world import SETTINGS, Text, World, theme

LANGS = ("fr", "fr", "en", "en", "de", "ar", "fr-CA")
WORDS = {
    "fr": "la ville ouvre un marché neuf sous une halle que personne ne voulait encore voir hier matin",
    "en": "the town opens a new market under a hall that nobody wanted to see before last winter",
    "de": "die stadt öffnet einen neuen markt unter einer halle die gestern noch niemand sehen wollte",
    "ar": "تفتح المدينة سوقا جديدة تحت قاعة لم يكن أحد يريد رؤيتها أمس",
}
STEMS = ("Conseil", "Marché", "Front", "Trêve", "Province", "Agence", "Halle", "Comité", "Port", "Œuvre")
PLACES = ("Exempleville", "Sampletown", "Musterstadt", "Port-Exemple", "Valdoria")
SOURCES = ("AGEX", "AGLI", "AGEC", "")
TAGS = ("Marché", "marche", "Exempleville", "C++", "Ville")
PEOPLE = ("Anne Exemple", "La rédaction", "Sam Sample")
TYPES = ("org", "place", "event", "person", "community", "concept", "document", "agency")
URL = "https://registre.invalid/"


def sample(seed: int, articles: int = 40, terms: int = 25) -> World:
    """A whole site."""
    dice = random.Random(seed)
    world = World(theme=theme(), settings=dict(SETTINGS))
    for number in range(terms):
        world.terms[f"terme-{number}"] = entry(dice, number, world)
    for number in range(articles):
        name, text = article(dice, number, world)
        world.articles[name] = text
    for text in list(world.articles.values())[::5]:
        world.notes.setdefault(noted(text), [note(dice, text) for _ in range(dice.randint(1, 3))])
    for slug, lang in (("about", "fr"), ("about", "en"), ("rights", "fr")):
        head = {
            "title": f"Page {slug}",
            "slug": slug,
            "lang": lang,
            "status": "published",
            "date": "2016-08-01",
        }
        world.pages[f"{slug}.{lang}"] = Text(head, f"{prose(dice, lang)}\n\n{mention(dice, world, lang)}.")
    for number in range(3):
        world.pictures[f"images/p{number}.png"] = b"\x89PNG" + bytes([number]) * 20
    return world


def prose(dice: random.Random, lang: str, count: int = 9) -> str:
    """A sentence."""
    words = WORDS[lang[:2]].split()
    return " ".join(dice.choices(words, k=count)).capitalize() + "."


def names(term: Text, lang: str = "") -> list[str]:
    """Those of a term, in a language or in all."""
    found = [one["text"] for one in term.head["names"] if not lang or one["lang"] in (lang[:2], "mul")]
    return found or [one["text"] for one in term.head["names"]]


def mention(dice: random.Random, world: World, lang: str) -> str:
    """Words in which a term stands, or nearly."""
    term = world.terms[dice.choice(list(world.terms))]
    name = dice.choice(names(term, lang))
    form = dice.choice(
        (name, name, name, name.upper(), f"{name}s", f"*{name}*", name.replace(" ", "\n"), name.lower())
    )
    return f"{prose(dice, lang, 3)[:-1]} {form} {prose(dice, lang, 4).lower()[:-1]}"


def marked(dice: random.Random, world: World) -> str:
    """A mark made by hand, by slug, name or with words of its own."""
    slug = dice.choice(list(world.terms))
    name = dice.choice((slug, dice.choice(names(world.terms[slug]))))
    return dice.choice((f"[[{name}]]", f"[[{slug}|ces mots]]"))


def link(dice: random.Random, world: World) -> str:
    """A link to another file of the content."""
    kinds = [
        f"articles/{name}.md" for name, one in world.articles.items() if one.head["status"] == "published"
    ]
    kinds += [f"glossary/{name}.md" for name in world.terms] + [f"pages/{name}.md" for name in world.pages]
    return f"[un lien]({{filename}}/{dice.choice(kinds)})" if kinds else "rien"


def body(dice: random.Random, world: World, lang: str) -> str:
    """Some paragraphs."""
    parts = [
        f"{mention(dice, world, lang)}. {mention(dice, world, lang)}." for _ in range(dice.randint(1, 3))
    ]
    if dice.random() < 0.15:
        parts.append(f"Voir {marked(dice, world)}.")
    if dice.random() < 0.15:
        parts.append(f"Voir {link(dice, world)}.")
    return "\n\n".join(parts)


def moment(dice: random.Random) -> str:
    """A date of a few days, so that listings are shared."""
    day = f"{dice.choice((2015, 2016, 2016))}-03-{dice.randint(1, 4):02}"
    return f"{day}T{dice.randint(0, 23):02}:{dice.randint(0, 59):02}:00+01:00"


def mentioned(dice: random.Random) -> list[dict[str, str]]:
    """Dates that an article speaks of."""
    day = f"201{dice.randint(4, 6)}-0{dice.randint(1, 9)}-1{dice.randint(0, 9)}"
    kinds = (
        {"text": "ce jour-là", "from": day, "until": day},
        {"text": "depuis", "from": day},
        {"text": "avant", "until": day},
    )
    return dice.sample(kinds, k=dice.randint(1, 2))


def article(dice: random.Random, number: int, world: World) -> tuple[str, Text]:
    """An article, or the translation of one that is there; name of its file and what stands in it."""
    lang = dice.choice(LANGS)
    head: dict[str, Any] = {
        "title": f"{prose(dice, lang, 4)[:-1]} {number}",
        "date": moment(dice),
        "date_precision": "minute",
        "date_source": "supplied",
        "slug": f"depeche-{number}",
        "lang": lang,
        "source": dice.choice(SOURCES),
        "category": dice.choice(("Ville", "Campagne", "")),
        "tags": dice.sample(TAGS, k=dice.randint(0, 2)),
        "authors": dice.sample(PEOPLE, k=dice.randint(0, 1)),
        "summary": dice.choice(("", prose(dice, lang))),
        "status": dice.choice(["published"] * 8 + ["hidden", "retracted", "draft"]),
    }
    if dice.random() < 0.3 and world.articles:
        other = world.articles[dice.choice(list(world.articles))].head
        if other["lang"] != lang and not any(
            (one.head["slug"], one.head["lang"]) == (other["slug"], lang) for one in world.articles.values()
        ):
            head |= {"slug": other["slug"], "date": other["date"]}
    chance = dice.random
    if chance() < 0.1:
        head["corrections"] = [{"date": "2016-03-17", "what": f"Un nom {number}."}]
    if chance() < 0.1:
        head["aliases"] = [f"/ancien/{number}/"]
    if chance() < 0.2:
        head["dates_mentioned"] = mentioned(dice)
    if chance() < 0.1:
        head["rights"] = {"policy": dice.choice(("excerpt", "link", "full")), "holder": "Agence d’exemple"}
    if chance() < 0.1:
        head["embargo_until"] = f"2016-0{dice.choice((1, 10 - 1))}-15T00:00:00+01:00"
    if chance() < 0.2:
        head["image"] = {
            "src": f"images/p{dice.randint(0, 2)}.png",
            "alt": "Une halle",
            "caption": mention(dice, world, lang),
        }
    return f"a{number}", Text(head, body(dice, world, lang))


def noted(text: Text) -> str:
    """The name of an article's file of notes."""
    return f"{text.head['slug']}.{text.head['lang']}"


def note(dice: random.Random, text: Text) -> dict[str, Any]:
    """A note on some words of the article, or of its title or caption."""
    where = dice.choice(("body", "body", "body", "body", "title", "caption"))
    caption = (text.head.get("image") or {}).get("caption", "")
    words = {"body": text.body, "title": str(text.head["title"]), "caption": caption}[where].split() or ["x"]
    start = dice.randrange(len(words))
    parts = words[max(0, start - 4) : start], words[start : start + dice.randint(1, 9)]
    after = words[start + len(parts[1]) :][:4]
    on = "|".join(" ".join(one).replace("|", " ") for one in (*parts, after))
    kind = dice.choice(("context", "claim", "sic", "variant", "followup", "correction", "rights"))
    found: dict[str, Any] = {
        "id": f"n{dice.randrange(10**9)}",
        "kind": kind,
        "on": on if any(char.isalnum() for word in parts[1] for char in word) else "x|y|z",
        "in": where,
        "body": {lang: prose(dice, lang) for lang in dice.choice((("fr",), ("en",), ("fr", "en"), ("ar",)))},
        "by": dice.choice(PEOPLE),
        "created": f"2016-04-{dice.randint(10, 29)}",
        "sources": [{"title": "Registre", "url": URL, "publisher": "Archives d’Exempleville"}],
    }
    if kind == "claim":
        found["claim"] = {"speaker": "le maire", "result": "mixed"}
        if dice.random() < 0.5:
            found["claim"]["rating"] = {"value": dice.randint(1, 5), "says": {"fr": "Plutôt vrai"}}
    return found


def entry(dice: random.Random, number: int, world: World) -> Text:
    """An entry of the glossary."""
    stem, place = dice.choice(STEMS), dice.choice(PLACES)
    kind = dice.choice(TYPES)
    head: dict[str, Any] = {
        "type": kind,
        "names": [
            {
                "text": f"{stem} {place} {number}" if number % 3 else f"{stem}{number}",
                "lang": "fr",
                "role": "pref",
            },
            {"text": f"Council {place} {number}", "lang": "en", "role": "pref"},
        ],
        "senses": [{"short": {"fr": f"Un {stem.lower()} d’exemple.", "en": f"A sample {number}."}}],
        "sources": [{"title": "Registre", "url": URL, "publisher": "Archives d’Exempleville"}],
        "as_of": "2016-08-01",
        "status": dice.choice(("reviewed", "draft")),
    }
    if number % 4 == 0:
        head["names"].append({"text": f"مجلس {number}", "lang": "ar", "role": "pref"})
        head["names"].append({"text": f"Rat {number}", "lang": "de", "role": "pref"})
    if number % 5 == 0:
        slip = {"text": f"Consei{number}", "lang": "fr", "role": "hidden", "witness": "faute d’essai"}
        head["names"].append(slip)
    if number % 6 == 0:
        before = {"until": "2016-03-02", "short": {"fr": f"Avant {number}."}}
        before |= {"gloss": {"fr": "avant"}, "later": {"fr": "Il change."}}
        after = {"from": "2016-03-02", "short": {"fr": f"Après {number}.", "en": f"After {number}."}}
        head["senses"] = [before, after]
    if number % 7 == 0:
        head["match"] = {"inflect": True}
    if kind == "place":
        at = {"lat": 35.0 + number / 10, "lon": 36.0 + number / 10}
        head["position"] = {**at, "checked": "2016-01-01", "how": "atlas"}
    if number % 4 == 1:
        what = {"fr": f"Le fait {number}.", "en": f"Fact {number}."}
        head["events"] = [{"date": f"2016-0{1 + number % 8}-03", "what": what, "source": URL}]
    if number and number % 3 == 0:
        head["relations"] = {"see": [f"terme-{dice.randrange(number)}"]}
    return Text(head, dice.choice(("", f"## fr\n\nUn long texte {number}.\n\n## en\n\nLong {number}.")))
