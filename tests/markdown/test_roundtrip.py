"""What is written is what is read: any text, through the real renderer and the real parser."""

from __future__ import annotations

import html
import re
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.body import to_body
from glose.digest.markdown import is_untouched, parse, to_markdown
from glose.digest.model.article import Article, Block, Image, Mark
from glose.digest.render import read, render
from glose.digest.text.blocks import tidy
from glose.digest.text.clean import clean, line

from . import strategies


def shown(markdown: str) -> list[str]:
    """The text of each block of the page that shows this Markdown, spaces as plain ones."""
    page = render(markdown, "und")
    pieces = re.split(
        r"</?(?:p|h\d|blockquote|ul|ol|li|pre|hr|table|tr|td|th|figure|figcaption)\b[^>]*>", page
    )
    texts = (" ".join(html.unescape(re.sub(r"<[^>]*>", "", piece)).split()) for piece in pieces)
    return [text for text in texts if text]


def straight(text: str) -> str:
    """The text with apostrophes of one kind: display sets them."""
    return text.replace("’", "'")


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [" ".join(text.split()) for block in blocks if (text := clean(block.text)).strip()]


@pytest.mark.parametrize("hazard", strategies.HAZARDS)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "quote", "item", "code"])
def test_every_hazard_is_shown_as_the_letters_that_it_is(kind: str, hazard: str) -> None:
    blocks = (Block(kind, hazard), Block("paragraph", f"avant {hazard} après"), Block(kind, f"{hazard}fin"))  # type: ignore[arg-type]
    got, want = shown(to_body(blocks)), said(tuple(map(tidy, blocks)))
    assert [*map(straight, got)] == [*map(straight, want)]
    assert kind != "code" or got[0] == want[0]


@settings(max_examples=300, deadline=None)
@given(strategies.articles)
def test_the_page_shows_the_text_of_every_block(article: Article) -> None:
    got, want = " ".join(shown(to_body(article.body))), " ".join(said(tuple(map(tidy, article.body))))
    assert straight(got) == straight(want)


@settings(max_examples=200, deadline=None)
@given(strategies.articles)
def test_the_page_has_no_markup_but_our_own_and_no_address_but_a_safe_one(article: Article) -> None:
    page = render(to_body(article.body), "und")
    assert {tag.lower() for tag in re.findall(r"<\s*(\w+)", page)} <= {
        *("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "a"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    for href in re.findall(r'href="([^"]*)"', page):
        assert html.unescape(href).startswith(("http://", "https://", "mailto:"))
        assert not set("{}|") & set(href)


NOTATIONS = (
    "```",
    "~~~ a",
    "[^1]",
    "[^1]: a",
    ": a",
    "<b>",
    "<!--",
    "<script src=x>",
    "![a](b)",
    "> ```",
    "[a](ftp:b)",
)
"""What a person may write by hand, or may not."""


@pytest.mark.parametrize("words", NOTATIONS)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "quote", "item", "code"])
def test_what_a_dispatch_says_is_no_notation_of_ours(kind: str, words: str) -> None:
    blocks = (Block("item", "a"), Block(kind, words), Block("paragraph", f"b {words}"), Block(kind, words))  # type: ignore[arg-type]
    made = read(to_body(blocks), "fr")
    assert made.problems == ()
    assert not re.search(r"<dl>|<section|<sup|<img", made.html)
    assert straight(" ".join(shown(to_body(blocks)))) == straight(" ".join(said(tuple(map(tidy, blocks)))))


@settings(max_examples=300, deadline=None)
@given(strategies.articles)
def test_nothing_of_what_the_converter_writes_is_told_to_be_unreadable(article: Article) -> None:
    assert read(to_body(article.body, article.images), "fr").problems == ()


@settings(max_examples=200, deadline=None)
@given(strategies.articles)
def test_every_field_comes_back_from_the_file(article: Article) -> None:
    fields, _ = parse(to_markdown(article), "x.md")
    assert fields["title"] == line(article.title)
    for key, value in {
        "summary": article.standfirst,
        "byline": article.byline,
        "dateline": article.dateline,
        "source": article.source,
        "category": article.category,
        "revision": article.revision,
    }.items():
        assert fields.get(key, "") == line(value)
    assert fields.get("authors", []) == [text for text in map(line, article.authors) if text]
    assert fields.get("tags", []) == [text for text in map(line, article.tags) if text]
    assert fields.get("image", {}).get("caption", "") == line(article.image.caption)
    assert fields.get("image", {}).get("archive", False) == article.image.archive
    assert fields["lang"] == (article.lang or "und")
    assert fields["status"] == article.status
    got = fields.get("date")
    if isinstance(article.date, datetime):
        assert got == article.date
    elif isinstance(article.date, date):
        assert isinstance(got, datetime)
        assert got.replace(tzinfo=None) == datetime.combine(article.date, datetime.min.time())
        assert fields["date_precision"] == "day"
    else:
        assert got is None
    assert [m.get("from") for m in fields.get("dates_mentioned", [])] == [
        m.since for m in article.dates_mentioned
    ]


@settings(max_examples=100, deadline=None)
@given(strategies.articles)
def test_a_file_is_the_same_bytes_each_time_and_knows_that_nobody_edited_it(article: Article) -> None:
    text = to_markdown(article)
    assert text == to_markdown(article)
    assert "\r" not in text
    assert is_untouched(text) == bool(article.seed)
    assert not is_untouched(text + "Un mot de plus.\n")


def test_a_link_and_emphasis_survive_where_they_can() -> None:
    text = "Le Front al-Nosra, branche syrienne, a dit non."
    marks = (
        Mark("link", 3, 17, "https://exemple.test/{filename}x?a=1&lt=2"),
        Mark("em", 19, 27),
        Mark("strong", 43, 46),
    )
    markdown = to_body([Block("paragraph", text, marks=marks)])
    page = render(markdown, "fr")
    assert '<a href="https://exemple.test/%7Bfilename%7Dx?a=1&amp;lt=2">Front al-Nosra</a>' in page
    assert "<em>branche</em>" in page
    assert "<strong>non</strong>" in page


def test_a_link_without_a_safe_address_keeps_its_words_only() -> None:
    marks = (Mark("link", 0, 4, "javascript:alert(1)"),)
    assert to_body([Block("paragraph", "Ici même", marks=marks)]) == "Ici même"


def test_verbatim_text_below_a_nested_list_stays_verbatim() -> None:
    items = (Block("item", "un"), Block("item", "deux", level=1), Block("code", "- - -\n\n&lt;"))
    assert shown(to_body(items)) == ["un", "deux", "- - - &lt;"]
    assert "<pre><code>" in render(to_body(items), "fr")


def test_lists_nest_and_keep_their_numbers() -> None:
    items = [
        Block("item", "un", ordered=True),
        Block("item", "un a", level=1),
        Block("item", "deux", ordered=True),
        Block("item", "autre liste"),
    ]
    assert to_body(items) == "1. un\n    - un a\n2. deux\n\n- autre liste"


def test_an_address_in_a_credit_is_a_link_and_the_credit_stays_one() -> None:
    image = Image(caption="Un pont.", credit="<http://exemple.test>", src="images/pont.jpg", place=0)
    page = render(to_body((), [image]), "fr")
    assert (
        '<small>&lt;<a class="address" href="http://exemple.test">http://exemple.test</a>&gt;</small>' in page
    )


@settings(max_examples=200, deadline=None)
@given(strategies.articles, st.lists(strategies.figures, max_size=3))
def test_pictures_stand_among_the_blocks_and_change_no_word(article: Article, images: list[Image]) -> None:
    page = render(to_body(article.body, images), "und")
    placed = [image for image in images if image.src and image.place is not None]
    assert page.count("<figure>") == page.count("<img ") == len(placed)
    captions = sorted(line(i.caption) for i in placed if line(i.caption))
    credits = sorted(line(i.credit) for i in placed if line(i.credit))
    plain = [" ".join(html.unescape(re.sub(r"<[^>]*>", "", text)).split()) for text in _words(page)]
    assert sorted(map(straight, plain)) == sorted(map(straight, [*captions, *credits]))
    rest = re.sub(r"<figure>.*?</figure>", "", page, flags=re.S)
    got = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", rest)).split())
    alone = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", render(to_body(article.body), "und"))).split())
    assert got == alone


def _words(page: str) -> list[str]:
    inside = re.findall(r"<figcaption>(.*?)</figcaption>", page, re.S)
    return [text for words in inside for text in re.findall(r"<p>(.*?)</p>", words, re.S)]


def test_a_picture_stands_where_it_stood_with_its_words_and_its_address() -> None:
    image = Image("Le pont, *lundi*.", "Agence Test", src="images/le-pont/vue.jpg", alt="Un pont", place=1)
    page = render(to_body((Block("paragraph", "Un."), Block("paragraph", "Deux.")), [image]), "fr")
    assert page == (
        '<p>Un.</p>\n<figure><img alt="Un pont" src="{static}/images/le-pont/vue.jpg">\n<figcaption>'
        "<p>Le pont, *lundi*.</p>\n<p><small>Agence Test</small></p></figcaption></figure>\n<p>Deux.</p>"
    )


def test_a_picture_in_a_sentence_is_no_figure() -> None:
    assert "<figure>" not in render("Voici ![un pont](images/a.jpg) en photo.", "fr")
    assert "<figure>" not in render("![un pont](images/a.jpg) le pont", "fr")


def test_a_table_keeps_its_rows_and_names_its_columns_where_it_has_names() -> None:
    rows = (("Étang", "Canards"), ("Nord", "12 %"), ("Sud", "a|b"))
    named = render(to_body([Block("table", "x", 1, rows=rows)]), "fr")
    assert named.count('<th scope="col">') == 2
    assert "<td>a|b</td>" in named
    bare = render(to_body([Block("table", "x", rows=rows)]), "fr")
    assert "<th" not in bare
    assert bare.count("<td>") == 6
