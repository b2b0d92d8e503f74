"""Marks on a page: after the words, never inside a link, and not a letter of the text is another."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.glossary.marking import annotate
from glose.digest.notes import Annotated, show
from glose.digest.notes.page import VOID, Page
from glose.digest.render import render
from tests.glossary.entries import matcher, term
from tests.notes.made_up import HTML, note


def marked(html: str, done: Annotated, part: str = "body", form: str = "[{}]") -> str:
    """The HTML of a part with the numbers of its marks."""
    text, at = "", 0
    for one in done.notes:
        if one.part == part:
            text += html[at : one.place] + form.format(one.number)
            at = one.place
    return text + html[at:]


def body(html: str, *ons: str) -> str:
    done = show({"body": html}, [note(on, f"n{place}") for place, on in enumerate(ons)], render)
    assert not done.left
    return marked(html, done)


def test_a_mark_stands_after_the_words() -> None:
    assert "retard[1] pris par" in body(HTML, "responsables du retard")
    assert "du pont[1], voté" in body(HTML, "budget du pont")


def test_marks_are_numbered_in_the_order_of_the_page() -> None:
    done = show(
        {"title": "Un pont", "body": HTML},
        [
            note("traverser le fleuve", "c"),
            note("le |maire|, à l'Agence", "b"),
            note("Un pont", "a", part="title"),
        ],
        render,
    )
    assert [(one.number, one.id) for one in done.notes] == [(1, "a"), (2, "b"), (3, "c")] or done.left
    assert marked("Un pont", done, "title") == "Un pont[1]"


@pytest.mark.parametrize(
    ("html", "on", "expected"),
    [
        ('<p>Le <a href="/x/">pont neuf</a> est.</p>', "Le pont", '<p>Le <a href="/x/">pont neuf</a>[1] est.</p>'),
        ('<p>Le <a href="/x/">pont</a> est là.</p>', "pont est", '<p>Le <a href="/x/">pont</a> est[1] là.</p>'),
        ('<p>Le <a href="/x/"><b>pont</b></a> est.</p>', "pont", '<p>Le <a href="/x/"><b>pont</b></a>[1] est.</p>'),
        ("<p>Le <em>pont</em> est.</p>", "pont", "<p>Le <em>pont[1]</em> est.</p>"),
        ("<p>A &amp; B.</p>", "A & B", "<p>A &amp; B[1].</p>"),
        ("<p>A &amp; B.</p>", "A &", "<p>A &amp;[1] B.</p>"),
        ("<p>Le<br>pont</p>", "le pont", "<p>Le<br>pont[1]</p>"),
        ("<ul><li>Un</li><li>Deux</li></ul>", "un deux", "<ul><li>Un</li><li>Deux[1]</li></ul>"),
        (
            '<p class="pull-quote">Le pont</p><figure><figcaption>Le pont</figcaption></figure><p>Le pont.</p>',
            "le pont",
            '<p class="pull-quote">Le pont</p><figure><figcaption>Le pont</figcaption></figure><p>Le pont[1].</p>',
        ),
    ],
)  # fmt: skip
def test_a_mark_never_stands_inside_a_link_nor_on_a_copy(html: str, on: str, expected: str) -> None:
    assert body(html, on) == expected


def test_notes_may_overlap_and_run_across_paragraphs() -> None:
    done = body(
        HTML, "retard pris par les travaux", "pris par les travaux", "rappelé le maire. Le budget du pont"
    )
    assert "travaux[1][2], a rappelé" in done
    assert "Le budget du pont[3], voté" in done


def test_drafts_and_notes_without_a_place_are_not_shown() -> None:
    draft, lost, shown = (
        note("budget du pont", "a", status="draft"),
        note("rien de tel", "b"),
        note("à la nage", "c"),
    )
    done = show({"body": HTML}, [draft, lost, shown], render)
    assert ([one.id for one in done.notes], [one.id for one in done.left]) == (["c"], ["b"])
    done = show({"body": HTML}, [draft, lost, shown], render, drafts=True)
    assert [(one.id, one.draft) for one in done.notes] == [("a", True), ("c", False)]
    assert show({"body": HTML}, [note("Une légende", part="caption")], render).left


def test_a_note_is_shown_with_its_words_and_what_stands_behind_it() -> None:
    (one,) = show(
        {"body": HTML}, [note("budget du pont", body={"fr": "Il **était** là."}, certainty="low")], render
    ).notes
    assert (one.quote, one.paragraph, one.certainty, one.changed) == ("budget du pont", 2, "low", one.created)
    assert one.body == {"fr": "<p>Il <strong>était</strong> là.</p>"}
    assert one.sources[0].title == "Registre d'exemple"


@pytest.mark.parametrize(
    ("html", "on", "expected"),
    [
        ("<p>Un pont.</p>\n<p>Deux.</p>", "deux", "<p>Deux.</p>"),
        ("<ul><li>Un</li><li>Deux</li></ul>\n<p>Trois.</p>", "un", "<ul><li>Un</li><li>Deux</li></ul>"),
        (
            "<blockquote><p>Un</p><p>Deux</p></blockquote>",
            "un",
            "<blockquote><p>Un</p><p>Deux</p></blockquote>",
        ),
        ("<p>Un</p>\ndeux <b>mots</b>\n<p>Trois</p>", "deux mots", "\ndeux <b>mots</b>\n"),
        ("Un pont", "un pont", "Un pont"),
        ("<b><p>Un</p></b><p>Deux</p>", "un", "<b><p>Un</p></b>"),
        ("<p>Un<p>Deux", "un deux", "<p>Un<p>Deux"),
        ("<div><h2>Zéro</h2><p>Un</p><p>Deux</p></div>", "un", "<p>Un</p>"),
        ("<section><div>Un pont</div></section>", "un pont", "<div>Un pont</div>"),
    ],
)
def test_a_note_stands_after_the_outermost_block_of_its_mark_inside_hulls(
    html: str, on: str, expected: str
) -> None:
    (one,) = show({"body": html}, [note(on)], render).notes
    assert html[slice(*one.block)] == expected


def test_words_are_sought_in_the_whole_text_and_shown_where_it_was_not_cut() -> None:
    twice = HTML + "<p>Le maire : le budget du pont, dit-il, est clos.</p>"
    ons = [note("le maire : le |budget du pont|, dit-il", "a"), note("rouvrira |mardi", "b")]
    assert [one.id for one in show({"body": twice}, ons, render).notes] == ["b", "a"]
    cut = show({"body": twice}, ons, render, within={"body": len(HTML)})
    assert ([one.id for one in cut.notes], [one.id for one in cut.left]) == (["b"], ["a"])


class Reader(HTMLParser):
    """Text without marks, and how deep links are nested."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.open, self.nested = "", list[str](), False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nested |= tag == "a" and "a" in self.open
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.text += data


INLINE = st.sampled_from(
    [
        "pont",
        "le maire",
        "**fleuve**",
        "[la ville](https://ville.example/)",
        "*très haut*",
        "« oui »",
        "&",
        "`code`",
        "Exempleville",
    ]
)
MARKDOWN = st.lists(st.lists(INLINE, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6).map(
    "\n\n".join
)


@settings(deadline=None)
@given(MARKDOWN, st.data())
def test_the_text_of_an_article_is_the_same_with_any_notes(markdown: str, data: st.DataObject) -> None:
    html = render(markdown, "fr")
    html = annotate(html, matcher(term("ville", "Exempleville"), term("pont", "pont"))).html
    text = " ".join(Page(html).texts)
    notes = []
    for number in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        end = data.draw(st.integers(start + 1, max(start + 1, len(text))))
        if any(char.isalnum() for char in text[start:end]):
            notes.append(
                note(
                    f"{text[max(0, start - 20) : start]}|{text[start:end]}|{text[end : end + 20]}".replace(
                        "\n", " "
                    ),
                    f"n{number}",
                )
            )
    done = show({"body": html}, notes, render)
    assert [one.number for one in done.notes] == list(range(1, len(done.notes) + 1))
    assert len(done.notes) + len(done.left) == len(notes)
    with_marks = marked(html, done, form='<a href="#note-{}"></a>')
    assert not Reader(with_marks).nested
    assert Reader(with_marks).text == Reader(html).text
    for one in done.notes:
        assert one.block[0] <= one.place <= one.block[1]
    blocks = sorted({one.block for one in done.notes})
    assert all(before[1] <= after[0] for before, after in pairwise(blocks))


@settings(deadline=None)
@given(st.text("<>/a \"'&;!-bp=", max_size=60))
def test_any_markup_is_read_and_kept(html: str) -> None:
    page = Page(html)
    for one in page.paragraphs:
        assert len(one.letters) == len(one.spans)
    for one in show({"body": html}, [note("a"), note("b", "n2")], render).notes:
        assert 0 <= one.block[0] <= one.place <= one.block[1] <= len(html)
