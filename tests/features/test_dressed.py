"""The text of an article as its page shows it: the same words, with what the margin and a narrow column need."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.site.dressed import dress, names_whole, passages, tied, unbroken
from glose.digest.site.footnotes import styled
from glose.digest.site.values import LexiconEntry
from glose.digest.work.bounded import bounded

FRONT = LexiconEntry(
    "front", "org", "Front al-Exemple", "fr", (), "Groupe fictif.", "groupe d’Al-Exemple", "", "glossary/front/",
    "#since-2016-01-01", "Front al-Exemple",
)  # fmt: skip

FOOTNOTE = (
    '<p>Un texte.<sup class="fn"><a href="#fn-{0}">{0}</a></sup></p>'
    '<ol><li id="fn-{0}"><p>Une note qui en dit davantage.</p></li></ol>\n'
)


def mention(slug: str, words: str) -> str:
    return f'<a class="term" href="x#since-1" role="doc-glossref" aria-details="term-{slug}">{words}</a>'


def seen(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_the_first_mention_of_a_term_carries_its_gloss_and_a_later_one_does_not() -> None:
    page = seen(dress(f"<p>{mention('front', 'Le Front')}</p><p>{mention('front', 'il')}</p>", [FRONT]))
    first, second = page.select("a.term")
    (gloss,) = page.select("a.term > i")
    assert gloss.parent is first
    assert gloss.attrs == {
        "aria-hidden": "true",
        "data-name": "Front al\u2011Exemple",
        "data-gloss": "groupe d’Al\u2011Exemple",
    }
    assert first["aria-description"] == "groupe d’Al-Exemple"
    assert "aria-description" not in second.attrs


def test_a_gloss_is_no_text() -> None:
    assert seen(dress(f"<p>{mention('front', 'Le Front')} part.</p>", [FRONT])).get_text() == "Le Front part."


def test_much_shorter_words_of_the_article_stand_for_a_long_name_in_the_margin() -> None:
    long = LexiconEntry("x", "org", "Agence d’Exempleville", "fr", (), "", "agence", "", "", "", "<b>AEX</b>")
    assert seen(dress(f"<p>{mention('x', 'AEX')}</p>", [long])).i["data-name"] == "AEX"


def test_without_a_gloss_nothing_stands_in_the_margin_and_the_definition_describes_the_link() -> None:
    bare = LexiconEntry("x", "org", "Nom", "fr", (), 'Une "définition" <b>.', "", "", "", "", "Nom")
    page = seen(dress(f"<p>{mention('x', 'Nom')}</p>", [bare]))
    assert not page.select("i")
    assert page.a["aria-description"] == 'Une "définition" <b>.'


@pytest.mark.parametrize(
    "around", ["<table><tbody><tr><td>{}</td></tr></tbody></table>", "<figure>{}</figure>"]
)
def test_in_a_table_or_a_caption_there_is_no_margin_beside_the_words(around: str) -> None:
    page = seen(dress(around.format(mention("front", "Le Front")), [FRONT]))
    assert not page.select("i")
    assert page.a["id"] == "m-front"


def test_a_lexicon_entry_leads_to_the_paragraph_of_its_first_mention_or_to_the_mention_where_that_has_no_number() -> (
    None
):
    other = LexiconEntry("autre", "org", "Autre", "fr", (), "Un autre.", "", "", "", "", "Autre")
    front, again = mention("front", "Le Front"), mention("front", "il")
    body = dress(
        f"<p>Un.</p><ul><li>{mention('autre', 'Autre')}</li></ul><p>{front}</p><p>{again}</p>", [FRONT, other]
    )
    assert passages(body) == {"autre": "m-autre", "front": "p2"}
    assert [one.get("id") for one in seen(body).select("a.term")] == ["m-autre", None, None]


def test_what_a_caption_and_the_text_both_mention_is_led_to_in_the_text() -> None:
    body, caption = (
        dress(f"<p>{mention('front', 'Le Front')}</p>", [FRONT]),
        dress(mention("front", "Front"), [FRONT], first=0),
    )
    assert passages(body, caption) == {"front": "p1"}
    assert passages(caption) == {"front": "m-front"}
    assert passages('<p id="p1">Rien.</p>') == {}


def test_paragraphs_and_headings_can_be_named_in_an_address() -> None:
    page = seen(dress("<h2>La suite</h2><p>Un.</p><blockquote><p>Cité.</p></blockquote><p>Deux.</p>"))
    assert [(one.name, one.get("id")) for one in page.select("h2, p")] == [
        ("h2", "la-suite"),
        ("p", "p1"),
        ("p", None),
        ("p", "p2"),
    ]


def test_a_note_after_its_paragraph_changes_the_number_of_none() -> None:
    noted = (
        '<div class="pass"><p>Un.</p><details><summary>x</summary><p>Note.</p></details></div><p>Deux.</p>'
    )
    assert re.findall(r'<p id="(p\d)">(\w+)', dress(noted)) == [("p1", "Un"), ("p2", "Deux")]


def test_the_id_of_a_heading_is_no_other_id_of_the_page() -> None:
    page = seen(dress("<h2>Lexicon</h2><h2>Suite</h2><h3>Suite</h3><h2>P1</h2><h2>Note 3</h2>"))
    assert [one["id"] for one in page.select("h2, h3")] == [
        "lexicon-1",
        "suite",
        "suite-2",
        "p1-1",
        "note-3-1",
    ]


def test_a_caption_has_no_numbered_paragraph() -> None:
    assert dress("<p>Une légende</p>", first=0) == "<p>Une légende</p>"


def test_a_table_can_be_scrolled() -> None:
    assert dress("<table><tbody></tbody></table>") == '<div class="wide"><table><tbody></tbody></table></div>'


WHOLE = ["al-Exemple", "Jean-Pierre", "a-t-il", "dit-il", "F-16", "2015-2016", "Etats-Unis", "Al-Qa’im"]
BROKEN = [
    "cessez-le-feu",
    "porte-parole",
    "peut-être",
    "Saint-Exemple-de-la-Montagne-sur-Mer",
    "co",
    "-A",
    "A-",
]


@pytest.mark.parametrize("word", WHOLE)
def test_a_name_and_a_short_end_stay_on_their_line(word: str) -> None:
    assert unbroken(f"le {word}, dit") == f'le <span class="w">{word}</span>, dit'


@pytest.mark.parametrize("word", BROKEN)
def test_another_word_may_break_at_its_hyphen_and_a_long_name_must(word: str) -> None:
    assert unbroken(word) == word


def test_code_and_references_stay_as_they_are() -> None:
    for html in ("<pre><code>F-16</code></pre>", "<p>a&amp;b &lt;i&gt;</p>", "<code>al-A</code>"):
        assert "<span" not in dress(html)


def test_a_title_is_escaped_once() -> None:
    assert names_whole("<i> & al-A") == '&lt;i&gt; &amp; <span class="w">al-A</span>'


def test_an_attribute_holds_hyphens_that_do_not_break() -> None:
    assert tied("groupe al-A, cessez-le-feu") == "groupe al\u2011A, cessez-le-feu"


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<h2>", "</h2>", "<table>", "</table>", "<code>", "</code>", "al-A", " ", "&lt;",
     "a-t-il", "é", mention("front", "Le Front"), "<details>", "</details>", "<li>", "</li>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_text_its_words_stay_what_they_are(html: str) -> None:
    dressed = dress(html, [FRONT])
    bare = re.compile(r"<[^>]*>")
    assert bare.sub("", dressed) == bare.sub("", html)


@pytest.mark.parametrize(
    "html", ["<table><tr><td>a</td></tr></table>", "<pre><code>a</code></pre>", "<dl><dt>a</dt></dl>"]
)
def test_a_text_with_a_table_code_or_definitions_has_their_style(html: str) -> None:
    assert styled(f"<p>Un.</p>{html}")


def test_and_another_does_without() -> None:
    assert not styled(
        "<p>Une <em>table</em> &lt;table&gt;.</p><ul><li>a</li></ul><blockquote><p>b</p></blockquote>"
    )


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("<h2>Un titre</h2>\n" * 30_000, 'id="un-titre-30000"'),
        ("".join(map(FOOTNOTE.format, range(30_000))), 'href="#fn-29999"'),
    ],
    ids=["headings", "footnotes"],
)
def test_thousands_of_headings_and_footnotes_are_dressed_in_linear_time(text: str, last: str) -> None:
    with bounded("a.md", seconds=10):
        assert last in dress(text)
