"""Feeds: the gate before feedparser, and Media RSS that it would mix into the text."""

from __future__ import annotations

import pytest

from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.readers import feeds

HEAD = (
    '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Journal d\'essai</title>'
)


def read(items: str, head: str = HEAD) -> list[Draft]:
    found = feeds.read(Source(f"{head}{items}</channel></rss>".encode(), "t.xml", {}))
    return [draft for draft in found if isinstance(draft, Draft)]


def test_a_picture_s_description_is_its_caption_and_not_the_summary() -> None:
    media = "<media:group><media:content url='a.jpg'/><media:description>Une vue.</media:description></media:group>"
    (draft,) = read(
        f"<item><title>T</title>{media}<description>Le texte du jour est court.</description></item>"
    )
    assert (draft.article.image.caption, draft.blocks[0].text) == ("Une vue.", "Le texte du jour est court.")


def test_an_extension_without_pictures_leaves_no_image() -> None:
    (draft,) = read(
        "<item><title>T</title><media:rating>x</media:rating><description>Le texte du jour.</description></item>"
    )
    assert draft.article.image.caption == ""


def test_entities_are_refused_and_never_reach_feedparser() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(SeedError, match="entity"):
        read("<item><title>&b;</title></item>", bomb + HEAD)


def test_a_broken_feed_too_large_for_the_slow_parser_is_refused() -> None:
    with pytest.raises(SeedError, match="not well-formed"):
        read("<item><title>T</b></title></item>" + "<x a='b'>" * 100_000)


def test_html_in_the_summary_is_read_as_html() -> None:
    (draft,) = read(
        "<item><title>T</title><description>&lt;p&gt;Un.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;</description></item>"
    )
    assert [block.text for block in draft.blocks] == ["Un.", "Deux."]


def test_a_feed_that_makes_feedparser_stumble_is_refused() -> None:
    with pytest.raises(SeedError, match="KeyError"):
        read("<item><media:credit>Paul</item></media:credit>")
