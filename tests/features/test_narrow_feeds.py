"""The feed of a term, and that of a tag."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

from glose import narrow_feeds
from glose.digest.site.room import Room
from glose.digest.site.values import Article, Page
from tests.features.sites import FIRST, SETTINGS, Store, article, entries, made, site, term

STORE = Store()
ATOM = "{http://www.w3.org/2005/Atom}"


def built(*articles: Article) -> dict[str, Page]:
    """Address to feed."""
    found = site(list(articles), entries(STORE, [term("a"), term("b")]))
    return {page.address: page for page in made(narrow_feeds.pages(found))}


def read(page: Page) -> ElementTree.Element:
    """The feed as a reader has it."""
    text = narrow_feeds.write(page, Room(SETTINGS, page.lang, STORE.fetch))
    return ElementTree.fromstring(text)  # noqa: S314  our own  # noqa: S314  our own


def told(page: Page) -> list[tuple[str | None, str | None]]:
    """Language and title of each entry."""
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    return [(one.get(lang), one.findtext(f"{ATOM}title")) for one in read(page).iter(f"{ATOM}entry")]


def test_a_term_that_something_mentions_has_one_feed_for_all_editions() -> None:
    pages = built(article(STORE, "x", mentions=("a",), tags=()))
    assert set(pages) == {"feeds/glossary/a.atom.xml"}
    feed = read(pages["feeds/glossary/a.atom.xml"])
    assert feed.findtext(f"{ATOM}title") == "Groupe a – Exemple"
    assert feed.findtext(f"{ATOM}updated") == FIRST.isoformat()


def test_a_translated_piece_is_one_entry_and_says_its_language() -> None:
    pages = built(
        *(article(STORE, "x", lang=lang, mentions=("a",), title=lang, tags=()) for lang in ("en", "fr")),
        article(STORE, "y", FIRST - timedelta(days=1), "en", mentions=("a",), title="y & <z>", tags=()),
    )
    assert told(pages["feeds/glossary/a.atom.xml"]) == [("fr", "fr"), ("en", "y & <z>")]


def test_what_is_hidden_stands_in_none() -> None:
    assert built(article(STORE, "x", mentions=("a",), tags=("Ville",), status="hidden")) == {}


def test_a_tag_has_a_feed_in_its_edition_and_names_with_one_address_share_it() -> None:
    pages = built(
        article(STORE, "x", tags=("Marché", "marche"), title="x"),
        article(STORE, "y", lang="en", tags=("Market",), title="y"),
    )
    assert set(pages) == {"feeds/tags/marche.atom.xml", "en/feeds/tags/market.atom.xml"}
    assert told(pages["feeds/tags/marche.atom.xml"]) == [("fr", "x")]


def test_a_feed_holds_the_newest_only() -> None:
    many = [
        article(STORE, f"d{n:02}", FIRST - timedelta(days=n), mentions=("a",), tags=()) for n in range(25)
    ]
    assert len(told(built(*many)["feeds/glossary/a.atom.xml"])) == 20
