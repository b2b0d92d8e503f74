"""A slip in the settings of the look is told under its own name, with what to write; what is right is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glose.digest.check.look import look_problems
from glose.digest.check.settings import basic_faults
from glose.digest.layers import Layers
from tests.digest import ROOT
from tests.look.conftest import LOOK

THEME = Layers.of(ROOT / "theme")


def told(digest: Path, **changed: Any) -> str:
    settings = LOOK | {"PATH": str(digest / "content")} | changed
    return "\n".join(f"{what}; {todo}" for what, todo in look_problems(settings, THEME))


def test_the_look_of_these_tests_is_sound(digest: Path) -> None:
    assert told(digest) == ""


@pytest.mark.parametrize(
    "right",
    [
        dict.fromkeys(("TAGLINE", "HOME_HEADING", "LOGO", "FAVICON", "ACCENT", "NOTES_COLOUR", "PAPER"), ""),
        {"MENU": None, "FOOTER": None, "MENUITEMS": (), "LINKS": [], "SOCIAL": ()},
        {"TAGLINE": "Une phrase pour toutes", "HOME_HEADING": {"fr": "Une seule"}},
        {"LINKS": [["Marées", "mailto:a@tides.example"], ("Tel", "tel:+33-1")]},
        {"SOCIAL": (("x", "https://a.example", "icon"),)},
        {"FAVICON": "images/logo.svg", "LOGO": {"light": "images/logo.svg"}},
        {"ACCENT": {"dark": "#ffd9c9"}, "NOTES_COLOUR": {"light": "#123", "dark": "#cde"}},
        {"FONTS": {"X": {"fonts/exemple.woff2": "100 900 italic"}}, "INTERFACE_TYPEFACE": "X"},
        {"MENU": ("home", "imprint", "map")},
    ],
)  # fmt: skip
def test_what_is_right_is_not_told(digest: Path, right: dict[str, Any]) -> None:
    assert told(digest, **right) == ""


@pytest.mark.parametrize(
    ("wrong", "what", "todo"),
    [
        ({"TAGLINE": 3}, "TAGLINE: 3 is neither", "write it like TAGLINE = {"),
        ({"TAGLINE": {"fr": ""}}, "is neither a text", "write it like"),
        ({"TAGLINE": {"fr": "a", "fra": "b"}}, "no edition in 'fra'", "did you mean 'fr'?"),
        ({"HOME_HEADING": {"en": "a"}}, "HOME_HEADING: has no text in fr", 'add "fr"'),
        ({"LINKS": "https://a.example"}, "LINKS: 'https://a.example' is no list", 'write it like LINKS = (("'),
        ({"LINKS": ("Pelican", "https://getpelican.com/")}, "'Pelican' is no label with its address", "write it like"),
        ({"SOCIAL": (("Another", "#"),)}, "SOCIAL: '#' is no address", "take the entry out"),
        ({"MENUITEMS": (("X", "javascript:alert(1)"),)}, "'javascript:alert(1)' is no address", "write it like https://"),
        ({"MENUITEMS": (("X", "../x/"),)}, "'../x/' is no address", "/imprint/"),
        ({"MENUITEMS": (({"de": "X"}, "/x/"),)}, "of /x/: the site has no edition in 'de'", "write one of fr"),
        ({"MENU": "glossary"}, "MENU: 'glossary' is no list", 'write it like MENU = ("glossary"'),
        ({"MENU": ("glosary",)}, "MENU: 'glosary' is no part of the site, and no page in ", "did you mean 'glossary'?"),
        ({"FOOTER": ("imprnt",)}, "FOOTER: 'imprnt'", "did you mean 'imprint'?"),
        ({"FOOTER": (("X",),)}, "FOOTER: ('X',) is no label", "write it like"),
        ({"LOGO": "images/lgo.svg"}, "LOGO: there is no content/images/lgo.svg", "did you mean 'images/logo.svg'?"),
        ({"LOGO": "https://cdn.example/logo.svg"}, "lies elsewhere", "copy it into content/images/"),
        ({"LOGO": "../logo.svg"}, "leads out of content/", "name it from there"),
        ({"LOGO": "images/logo.pdf"}, "is no svg, png", "save it as one of these"),
        ({"LOGO": {"lihgt": "images/logo.svg"}}, "LOGO: unknown key 'lihgt'", "did you mean 'light'?"),
        ({"LOGO": {"dark": "images/logo.svg"}}, "none for light", 'add "light"'),
        ({"LOGO": 5}, "LOGO: 5 is no text", "write it like LOGO = {"),
        ({"LOGO": "images/none.svg"}, "does not say how large it is", "save it again"),
        ({"FAVICON": ("images/logo.svg",)}, "is no file's name", 'write it like FAVICON = "'),
        ({"FAVICON": "images/fake.ico"}, "cannot be read", "save it again"),
        ({"ACCENT": "green"}, "ACCENT: 'green' is no colour", 'write it like ACCENT = "#'),
        ({"ACCENT": {"light": "#00563b", "drak": "#fff"}}, "unknown key 'drak'", "did you mean 'dark'?"),
        ({"ACCENT": "#1d9e6f", "PAPER": ""}, "ACCENT: #1d9e6f has less contrast with the light", 'write ACCENT = "#'),
        ({"ACCENT": {"dark": "#00563b"}}, "less contrast with the dark paper", 'write "dark": "#'),
        ({"NOTES_COLOUR": "#9cf"}, "NOTES_COLOUR: #9cf has less contrast", 'write NOTES_COLOUR = "#'),
        ({"NOTES_COLOUR": "#00563b"}, "hardly another colour than the accent", "write one of another hue"),
        ({"PAPER": "cold"}, "PAPER: 'cold' is no paper", "did you mean 'cool'?"),
        ({"TEXT_TYPEFACE": "oldstyle"}, "TEXT_TYPEFACE: no typeface 'oldstyle'", "did you mean 'old-style'?"),
        ({"INTERFACE_TYPEFACE": "Exemple San"}, "no typeface 'Exemple San'", "did you mean 'Exemple Sans'?"),
        ({"FONTS": ["fonts/exemple.woff2"]}, "is no list of files by name", "write it like FONTS = {"),
        ({"FONTS": {"slab": {"fonts/exemple.woff2": "400"}}}, "'slab' is no name for a typeface", "write it like"),
        ({"FONTS": {'X"}body{': {"fonts/exemple.woff2": "400"}}}, "is no name for a typeface", "write it like"),
        ({"FONTS": {"X": {}}}, "X: {} is no list of styles by file", "write it like"),
        ({"FONTS": {"X": {"fonts/exemple.woff2": "bold"}}}, "'bold' is no style", 'write it like "400"'),
        ({"FONTS": {"X": {"fonts/exemple.ttf": "400"}}}, "is no woff2 file", "save it as one of these"),
        ({"FONTS": {"X": {"fonts/exempel.woff2": "400"}}}, "no content/fonts/exempel.woff2", "did you mean"),
        ({"FONTS": {"X": {"https://fonts.example/x.woff2": "400"}}}, "lies elsewhere", "copy it into content/fonts/"),
        ({"FONT_DISPLAY": "swop"}, "FONT_DISPLAY: 'swop' is not known", "did you mean 'swap'?"),
        ({"FEED_MAX_ITEMS": 0}, "FEED_MAX_ITEMS: 0 is no number of entries of a feed", "write one from 1"),
        ({"RELATED_ARTICLES": "4"}, "RELATED_ARTICLES: '4' is no number of related articles", "write one from 0"),
        ({"DEFAULT_PAGINATION": True}, "DEFAULT_PAGINATION: True is no number of articles", "write one from 1"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_remedy(digest: Path, wrong: dict[str, Any], what: str, todo: str) -> None:
    (digest / "content/images/none.svg").write_text("<svg/>", "utf-8")
    (digest / "content/images/fake.ico").write_text("no icon", "utf-8")
    found = told(digest, **wrong)
    assert what in found
    assert todo in found.partition(what)[2]


def test_the_remedy_for_a_colour_is_accepted(digest: Path) -> None:
    remedy = told(digest, ACCENT="#1d9e6f").partition('ACCENT = "')[2][:7]
    assert told(digest, ACCENT=remedy) == ""


def test_a_theme_whose_style_has_no_tones_is_told_of(digest: Path, tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static/style.css").write_text("body { color: red }", "utf-8")
    settings = LOOK | {"PATH": str(digest / "content")}
    ((what, _),) = look_problems(settings, Layers.of(tmp_path))
    assert "has no --acc, --bg" in what


@pytest.mark.parametrize("editors", ["The editors", {"en": 3}, ("", "x"), {"en": ("x", 3)}])
def test_editors_are_names_or_names_by_language(editors: object) -> None:
    (fault,) = basic_faults(LOOK | {"EDITORS": editors}, "pelicanconf.py")
    assert "is not a list of texts" in fault.what
    assert '{"en": "one"}' in fault.todo


@pytest.mark.parametrize(
    "editors", [(), ("The editors",), {"en": "The editors", "fr": ("Le journal", "La rédaction")}]
)
def test_and_then_nothing_is_told(editors: object) -> None:
    assert basic_faults(LOOK | {"EDITORS": editors}, "pelicanconf.py") == []
