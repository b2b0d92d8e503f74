"""What the settings say of the look is on the pages, and a changed setting is on the next ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image

from glose.digest.check.site import site_faults
from glose.digest.site.look.colour import parts
from tests.look.conftest import Make

HOME, ENGLISH, ARTICLE = "index.html", "en/index.html", "2016/03/12/quai-2/index.html"


@pytest.fixture(scope="module")
def site(make: Make) -> Path:
    return make()


def seen(site: Path, page: str = HOME) -> BeautifulSoup:
    return BeautifulSoup((site / page).read_text(encoding="utf-8"), "lxml")


def one(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def ways(page: BeautifulSoup, place: str) -> list[tuple[str, str]]:
    return [(a.get_text(), str(a["href"])) for a in page.select(f"body > {place} nav a")]


def test_the_whole_site_is_sound(site: Path) -> None:
    assert [
        fault for fault in site_faults(site) if "weight" not in fault.what and "search" not in fault.what
    ] == []


def test_the_home_page_has_its_own_heading_and_tagline_in_each_language(site: Path) -> None:
    for page, heading, tagline in (
        (HOME, "Au jour le jour", "Les nouvelles du port"),
        (ENGLISH, "Day by day", "Harbour news"),
    ):
        home = seen(site, page)
        assert one(home, "h1").get_text() == heading
        assert one(home, "title").get_text() == f"{heading} – Hafenblatt"
        assert one(home, "h1 + p").get_text() == tagline
        assert one(home, "meta[name=description]")["content"] == tagline


def test_a_home_page_without_a_heading_is_headed_by_its_tagline(site: Path, make: Make) -> None:
    make(HOME_HEADING="")
    assert one(seen(site, ENGLISH), "h1").get_text() == "Harbour news"
    assert not seen(site, ENGLISH).select("h1 + p.motto")
    make()


def test_feeds_and_machines_are_told_the_tagline(site: Path) -> None:
    assert "<subtitle>Harbour news</subtitle>" in (site / "en/feeds/all.atom.xml").read_text(encoding="utf-8")
    (node,) = json.loads(one(seen(site, ENGLISH), "script[type='application/ld+json']").get_text())["@graph"]
    assert node["description"] == "Harbour news"


def test_the_logo_stands_for_the_name_and_is_read_out_as_it(site: Path) -> None:
    image = one(seen(site, ENGLISH), "a.brand img")
    assert image.attrs == {"src": "../images/logo.svg", "alt": "Hafenblatt", "width": "220", "height": "48"}
    assert one(seen(site), "a.brand source")["srcset"] == "./images/logo-dark.svg"
    assert (site / "images/logo-dark.svg").is_file()


def test_the_accent_is_in_styles_icon_and_shared_pictures(site: Path) -> None:
    style = one(seen(site, ARTICLE), "head > style").get_text()
    assert "--acc:#00563b" in style
    assert "#8a1f11" not in style
    icon = one(seen(site), "link[rel=icon]")["href"]
    assert str(icon).startswith("data:image/svg+xml,")
    assert "stroke='%2300563b'" in str(icon)
    assert "theme/accent.png" in (site / "feeds/all.atom.xml").read_text(encoding="utf-8")
    for picture in ("theme/accent.png", "2016/03/12/quai-2/share.png"):
        with Image.open(BytesIO((site / picture).read_bytes())) as image:
            colours = [colour for _, colour in image.convert("RGB").getcolors(1_000_000) or ()]
        assert parts("#00563b") in colours, picture


def test_a_typeface_of_the_house_is_served_by_the_site_and_named_last(site: Path) -> None:
    page = seen(site, ARTICLE)
    style = one(page, "head > style").get_text()
    assert '--text:"Iowan Old Style"' in style
    assert '--ours:"Exemple Sans",system-ui' in style
    assert page.body is not None
    assert page.body.find_all(True)[-1].attrs == {"rel": ["stylesheet"], "href": "../../../../fonts.css"}
    sheet = (site / "fonts.css").read_text(encoding="utf-8")
    assert 'font-family:"Exemple Sans";src:url(fonts/exemple.woff2) format("woff2");font-weight:400' in sheet
    assert "font-display:optional" in sheet
    assert (site / "fonts/exemple.woff2").is_file()
    policy = str(one(page, "meta[http-equiv=Content-Security-Policy]")["content"])
    assert "font-src 'self'" in policy


def test_menu_and_footer_are_those_of_the_settings(site: Path) -> None:
    home, english = seen(site), seen(site, ENGLISH)
    assert ways(home, "header") == [
        ("Glossaire", "./glossary/"), ("Archives", "./archives/"), ("Le port", "https://harbour.example/?a=1&b=2"),
    ]  # fmt: skip
    assert ways(home, "footer") == [
        ("Mentions légales", "./imprint/"), ("Droits", "./rights/"),
        ("Signaler une erreur", "mailto:desk@news.example"),
        ("Atom", "./feeds/all.atom.xml"), ("À lui", "./rights/"), ("Marées", "https://tides.example/"),
        ("@hafenblatt", "https://social.example/@hafenblatt"),
    ]  # fmt: skip
    assert ("Imprint", "../en/imprint/") in ways(english, "footer")
    assert ("Tides", "https://tides.example/") in ways(english, "footer")
    other = one(english, "footer a[href='../rights/'][lang]")
    assert (other.get_text(), other["lang"], other["hreflang"]) == ("Droits", "fr", "fr")


def test_the_way_to_the_page_that_is_read_says_so(site: Path) -> None:
    assert [a.get_text() for a in seen(site, "imprint/index.html").select("[aria-current]")] == [
        "Mentions légales"
    ]
    assert not seen(site).select("footer [aria-current]")


def test_the_house_signs_what_no_agency_wrote_by_its_name_in_each_language(site: Path) -> None:
    assert "Le journal" in one(seen(site, "2016/03/13/quai-3/index.html"), ".by").get_text()
    (kicker,) = {one.get_text() for one in seen(site, "en/2016/03/13/index.html").select(".entry .kicker")}
    assert kicker == "The newsroom"
    assert "Le journal" not in one(seen(site, ARTICLE), ".by").get_text()


def test_there_are_as_many_as_the_settings_say(site: Path) -> None:
    assert len(seen(site, ARTICLE).select(".related li")) == 1
    assert len(seen(site).select("[aria-labelledby=terms] li")) == 1
    assert (site / "feeds/all.atom.xml").read_text(encoding="utf-8").count("<entry") == 2
    assert (site / "tags/port/index.html").is_file()
    assert (site / "feeds/glossary/ville-exemple.atom.xml").read_text(encoding="utf-8").count("<entry") == 1


FEED, NARROW = "feeds/all.atom.xml", "feeds/glossary/ville-exemple.atom.xml"
EDITORIAL = "2016/03/13/quai-3/index.html"


def text(page: str, sign: str, times: int = 1) -> Callable[[Path], bool]:
    """Whether a file has something so often."""
    return lambda site: (site / page).read_text(encoding="utf-8").count(sign) == times


def words(page: str, selector: str, said: str) -> Callable[[Path], bool]:
    return lambda site: one(seen(site, page), selector).get_text() == said


def number(page: str, selector: str, count: int) -> Callable[[Path], bool]:
    return lambda site: len(seen(site, page).select(selector)) == count


CHANGES: tuple[tuple[dict[str, Any], Callable[[Path], bool]], ...] = (
    ({"TAGLINE": "Autre"}, words(ENGLISH, "h1 + p", "Autre")),
    ({"HOME_HEADING": "Autre"}, words(HOME, "h1", "Autre")),
    ({"EDITORS": ("X",)}, text(EDITORIAL, "Le journal", 0)),
    ({"LOGO": ""}, number(HOME, "a.brand img", 0)),
    ({"FAVICON": "images/logo.svg"}, number(HOME, "link[rel=icon][href='./images/logo.svg']", 1)),
    ({"ACCENT": "#5c3a00"}, text(ARTICLE, "--acc:#5c3a00")),
    ({"NOTES_COLOUR": "#4b2a7a"}, text(ARTICLE, "--blue:#4b2a7a")),
    ({"PAPER": ""}, text(ARTICLE, "--bg:#fcf9f2")),
    ({"TEXT_TYPEFACE": "didone"}, text(ARTICLE, "--text:Didot")),
    ({"INTERFACE_TYPEFACE": "slab"}, text(ARTICLE, "--ours:Rockwell")),
    ({"FONT_DISPLAY": "block"}, text("fonts.css", "font-display:block")),
    ({"MENU": ("tags",)}, number(HOME, "header a[href='./tags/']", 1)),
    ({"FOOTER": ()}, number(HOME, "footer a[href='./imprint/']", 0)),
    ({"MENUITEMS": ()}, number(HOME, "header a[href*=harbour]", 0)),
    ({"LINKS": ()}, number(HOME, "footer a[href*=tides]", 0)),
    ({"SOCIAL": ()}, number(HOME, "footer a[href*=social]", 0)),
    ({"RELATED_ARTICLES": 0}, number(ARTICLE, ".related", 0)),
    ({"MOST_CITED": 0}, number(HOME, "[aria-labelledby=terms]", 0)),
    ({"SITENAME": "Autre"}, text(HOME, "<title>Au jour le jour – Hafenblatt", 0)),
    ({"FEED_MAX_ITEMS": 3}, text(FEED, "<entry", 3)),
    ({"NARROW_FEED_ITEMS": 2}, text(NARROW, "<entry", 2)),
)  # fmt: skip
"""A change of each setting, and what shows that the next build has noticed it."""


def test_the_next_build_notices_each_setting_that_has_changed(site: Path, make: Make) -> None:
    assert not any(noticed(site) for _, noticed in CHANGES)
    make(**{name: value for change, _ in CHANGES for name, value in change.items()})
    assert [change for change, noticed in CHANGES if not noticed(site)] == []
    make()
    assert not any(noticed(site) for _, noticed in CHANGES)


def test_the_next_build_takes_away_the_typefaces_that_no_setting_names_any_more(
    site: Path, make: Make
) -> None:
    assert [*site.glob("fonts*")]
    make(FONTS={}, INTERFACE_TYPEFACE="")
    assert not [*site.glob("fonts*")]
    assert "font-src" not in (site / ARTICLE).read_text(encoding="utf-8")
    make()


def test_the_next_build_notices_another_logo(site: Path, make: Make, digest: Path) -> None:
    logo = digest / "content/images/logo.svg"
    before = logo.read_text(encoding="utf-8")
    logo.write_text(before.replace("220 48", "100 50"), "utf-8")
    make()
    assert one(seen(site), "a.brand img")["width"] == "100"
    logo.write_text(before, "utf-8")
    make()
    assert one(seen(site), "a.brand img")["width"] == "220"


def test_what_a_house_leaves_out_weighs_nothing(make: Make) -> None:
    plain = make(
        LOGO="",
        ACCENT="",
        PAPER="",
        FONTS={},
        TEXT_TYPEFACE="",
        INTERFACE_TYPEFACE="",
        MENUITEMS=(),
        LINKS=(),
        SOCIAL=(),
    )
    page = (plain / ARTICLE).read_text(encoding="utf-8")
    for sign in ("<picture", "<img", ".brand img", "fonts.css", "font-src", "accent.png", "#00563b"):
        assert sign not in page
    assert not (plain / "theme/accent.png").exists()
