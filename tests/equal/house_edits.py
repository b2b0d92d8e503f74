"""What a maintainer may do to the theme and the settings."""

from __future__ import annotations

import random
import re

from tests.equal.edits import kind
from tests.equal.world import World


def changed(world: World, file: str, old: str, new: str) -> None:
    """A file of the theme with one piece of it replaced, where it is there."""
    world.theme[file] = world.theme[file].replace(old, new, 1)


@kind
def a_template(dice: random.Random, world: World) -> None:
    file = dice.choice([name for name in world.theme if name.endswith(".html")])
    text = world.theme[file]
    ends = [
        found.start()
        for found in re.finditer(r"</(?:p|h1|h2|li|article|section|footer|header|main|body)>", text)
    ]
    if ends:
        at = dice.choice(ends)
        world.theme[file] = f"{text[:at]}<!-- {dice.randint(1, 99)} -->{text[at:]}"


@kind
def a_template_that_fails(dice: random.Random, world: World) -> None:
    file = dice.choice([name for name in world.theme if name.endswith(".html")])
    world.theme[file] = world.theme[file].replace("</p>", "{{ 1 // 0 }}</p>", 1)


@kind
def every_page_s_frame(dice: random.Random, world: World) -> None:
    changed(world, "templates/base.html", "</body>", f"<!-- {dice.randint(1, 99)} --></body>")


@kind
def a_word(dice: random.Random, world: World) -> None:
    file = f"translations/{dice.choice(('fr', 'en', 'ar'))}.po"
    places = [
        found.end() for found in re.finditer(r'^msgstr(?:\[\d\])? "(?=[^"%{}]+")', world.theme[file], re.M)
    ]
    if places:
        at = dice.choice(places)
        world.theme[file] = f"{world.theme[file][:at]}{dice.choice('abcde')}{world.theme[file][at:]}"


@kind
def a_style(dice: random.Random, world: World) -> None:
    file = f"static/{dice.choice(('style', 'views', 'tables', 'written'))}.css"
    world.theme[file] += f"\n.x{dice.randint(1, 99)} {{ color: red }}\n"


@kind
def a_script(dice: random.Random, world: World) -> None:
    world.theme["static/search.js"] += f"\nconst x{dice.randint(1, 999)} = 1;\n"


@kind
def a_file_of_the_theme(dice: random.Random, world: World) -> None:
    name = f"static/neuf/{dice.choice('ab')}.txt"
    if name in world.theme:
        del world.theme[name]
    else:
        world.theme[name] = "neuf"


@kind
def the_site_s_name(dice: random.Random, world: World) -> None:
    world.settings["SITENAME"] = f"Exemple {dice.randint(1, 99)} & Cie"


@kind
def the_site_s_address(dice: random.Random, world: World) -> None:
    relative = dice.random() < 0.5
    world.settings |= {"RELATIVE_URLS": relative, "SITEURL": "" if relative else "https://exemple.invalid/a"}


@kind
def editions(dice: random.Random, world: World) -> None:
    world.settings["EDITIONS"] = dice.choice(
        (("fr",), ("fr", "en"), ("fr", "ar"), ("fr", "en", "ar"), ("fr", "ar", "en"))
    )


@kind
def the_site_s_rights(dice: random.Random, world: World) -> None:
    policies = {source: {"policy": dice.choice(("full", "excerpt", "link"))} for source in ("AGEX", "AGLI")}
    world.settings["RIGHTS"] = dict(dice.sample(list(policies.items()), k=dice.randint(0, 2)))


@kind
def articles_on_a_page(dice: random.Random, world: World) -> None:
    world.settings["DEFAULT_PAGINATION"] = dice.choice((3, 5, 9, 50))


@kind
def the_site_s_policy(dice: random.Random, world: World) -> None:
    world.settings["GLOSSARY_POLICY"] = dice.choice(({}, {"first": "all"}, {"first": "section"}))


@kind
def the_map(dice: random.Random, world: World) -> None:
    world.settings["MAP"] = dice.choice(("", "levant.json"))


@kind
def other_settings(dice: random.Random, world: World) -> None:
    world.settings |= {
        "REPORT_ERROR": dice.choice(("", "mailto:redaction@exemple.invalid")),
        "SEED_URL": dice.choice(("", "https://exemple.invalid/seeds/")),
        "EXCERPT_PARAGRAPHS": dice.choice((1, 2)),
        "TIMEZONE": dice.choice(("Europe/Paris", "UTC", "Asia/Damascus")),
    }


@kind
def another_version_of_the_program(dice: random.Random, world: World) -> None:
    world.program = dice.randbytes(4)


@kind
def the_site_s_look(dice: random.Random, world: World) -> None:
    world.settings |= {
        "ACCENT": dice.choice(("", "#00563b", {"dark": "#ffd9c9"})),
        "PAPER": dice.choice(("", "cool", "neutral")),
        "TEXT_TYPEFACE": dice.choice(("", "didone", "slab")),
        "TAGLINE": dice.choice(("", "Une phrase", {"fr": "Une phrase", "en": "A sentence"})),
        "HOME_HEADING": dice.choice(("", "Au jour le jour")),
        "EDITORS": dice.choice((("La rédaction",), {"fr": "Le journal", "en": "The newsroom"})),
    }


@kind
def the_site_s_ways(dice: random.Random, world: World) -> None:
    world.settings |= {
        "MENU": dice.choice((("glossary", "search"), ("home", ("Port", "https://harbour.example/")))),
        "FOOTER": dice.choice((("pages", "archives"), ("report", ({"fr": "Droits"}, "/archives/"), "pages"))),
        "LINKS": dice.choice(((), (("Marées", "https://tides.example/"),))),
    }


@kind
def how_many(dice: random.Random, world: World) -> None:
    world.settings |= {
        "RELATED_ARTICLES": dice.choice((0, 1, 4)),
        "MOST_CITED": dice.choice((0, 3, 14)),
        "FEED_MAX_ITEMS": dice.choice((2, 50)),
        "NARROW_FEED_ITEMS": dice.choice((1, 20)),
    }
