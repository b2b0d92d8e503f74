"""Markup to blocks: what each element means, and that no word is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from glose.digest.html.blocks import Fragment, from_element, from_html, from_text
from glose.digest.model.errors import SeedError
from glose.digest.model.limits import MARKUP_NESTING


def read(html: str) -> Fragment:
    return from_html(html, "t")


def texts(fragment: Fragment) -> list[str]:
    return [block.text for block in fragment.blocks]


def marks(fragment: Fragment) -> list[tuple[str, str, str]]:
    return [(m.kind, b.text[m.start : m.end], m.href) for b in fragment.blocks for m in b.marks]


def test_a_paragraph_is_one_line_with_single_spaces() -> None:
    assert texts(read("<p> Un\n   mot&nbsp; et <span>un</span>\tautre </p>")) == ["Un mot et un autre"]


def test_marks_are_offsets_in_the_text() -> None:
    html = '<p>Un <b>mot</b>, un <a href="https://e.example/x">lien <i>fort</i></a>.</p>'
    assert marks(read(html)) == [
        ("strong", "mot", ""),
        ("link", "lien fort", "https://e.example/x"),
        ("em", "fort", ""),
    ]


@pytest.mark.parametrize(
    "href",
    ["javascript:x()", "data:text/html,x", "//e.example", "/suite", "", "https://e.example/ x", "mailto:x"],
)
def test_an_unsafe_or_relative_link_keeps_its_words_only(href: str) -> None:
    fragment = read(f'<p>Un <a href="{href}">lien</a></p>')
    assert texts(fragment) == ["Un lien"]
    assert not marks(fragment)


def test_a_mark_over_two_paragraphs_is_one_in_each() -> None:
    walked = from_element(etree.fromstring("<div><b><p>Un</p><p>deux</p></b></div>"), "t")
    assert marks(walked) == [("strong", "Un", ""), ("strong", "deux", "")]


def test_lists_nest_and_their_later_paragraphs_are_paragraphs() -> None:
    fragment = read("<ol><li>un<ul><li>un a</li></ul></li><li><p>deux</p><p>suite</p></li></ol>")
    assert [(b.kind, b.text, b.level, b.ordered) for b in fragment.blocks] == [
        ("item", "un", 0, True),
        ("item", "un a", 1, False),
        ("item", "deux", 0, True),
        ("paragraph", "suite", 0, False),
    ]


def test_headings_quotes_and_verbatim_text_are_kinds() -> None:
    fragment = read("<h1>A</h1><h3>B</h3><blockquote><p>C</p>D</blockquote><pre>e  f\n g</pre><p>h</p>")
    assert [(b.kind, b.level, b.text) for b in fragment.blocks] == [
        ("heading", 2, "A"),
        ("heading", 3, "B"),
        ("quote", 0, "C"),
        ("quote", 0, "D"),
        ("code", 0, "e  f\n g"),
        ("paragraph", 0, "h"),
    ]


def test_lines_between_br_are_paragraphs_unless_a_machine_broke_them() -> None:
    assert texts(read("<p>Un<br>deux<br/><br/>trois</p>")) == ["Un", "deux", "trois"]
    line = "des mots qui remplissent la ligne jusque vers la colonne soixante"
    assert texts(read(f"<p>{line}<br>{line}<br>{line}<br>fin.</p>")) == [" ".join([line] * 3 + ["fin."])]


def test_text_without_block_elements_keeps_its_lines() -> None:
    assert texts(read("Un <b>mot</b>\nautre ligne")) == ["Un mot", "autre ligne"]


def test_wire_copy_between_p_tags_is_wire_copy() -> None:
    copy = """<p>Le banc de la place est vert, et il a été repeint pour le
test de ce message par des gens qui ne sont pas d'ici et que
personne ne connaît au village.
   Le second paragraphe commence par un retrait, comme on en
voit sur les fils, et il finit plus bas.</p>"""
    first, second = texts(from_text(copy, "t"))
    assert first.endswith("personne ne connaît au village.")
    assert second.startswith("Le second paragraphe commence par un retrait, comme on en voit")


def test_a_figure_is_a_picture_with_caption_and_credit() -> None:
    inside = '<img alt="A" src="a.jpg"><div class="byline">P. Essai</div><figcaption>Une vue.</figcaption>'
    fragment = read(f"<figure>{inside}</figure><p>Texte</p>")
    assert texts(fragment) == ["Texte"]
    assert [(i.caption, i.credit, i.alt, i.src) for i in fragment.images] == [
        ("Une vue.", "P. Essai", "A", "a.jpg")
    ]


def test_a_figure_without_a_picture_is_text() -> None:
    fragment = read("<figure><blockquote>Mots</blockquote><figcaption>Quelqu'un</figcaption></figure>")
    assert [(b.kind, b.text) for b in fragment.blocks] == [("quote", "Mots"), ("paragraph", "Quelqu'un")]


def test_a_paragraph_that_repeats_the_alternative_text_is_the_caption() -> None:
    beside = '<img alt="Une vue de la place, en été..."><p>Une vue de la place, en été et en hiver.</p>'
    fragment = read(f"<div>{beside}</div><p>Texte</p>")
    assert texts(fragment) == ["Texte"]
    assert fragment.images[0].caption == "Une vue de la place, en été et en hiver."


def test_a_table_of_figures_stays_one_and_a_layout_table_does_not() -> None:
    rows = "<tr><th>Canards</th></tr><tr><td>Étang</td><td>12</td></tr><tr><td>Pré</td><td>3</td></tr>"
    table = f"<table>{rows}</table>"
    (found,) = read(table).blocks
    assert (found.kind, found.text) == ("table", "Canards\nÉtang  12\nPré    3")
    assert found.rows == (("Canards",), ("Étang", "12"), ("Pré", "3"))
    prose = "Une phrase bien trop longue pour une colonne de chiffres, " * 2
    layout = f"<table><tr><td>Menu</td><td><p>{prose}</p><p>Suite</p></td></tr></table>"
    assert texts(read(layout)) == ["Menu", prose.strip(), "Suite"]


def test_scripts_vanish_and_other_hidden_text_is_reported() -> None:
    fragment = read(
        "<p>a</p><script>x</script><style>y</style><textarea>z</textarea><svg><text>w</text></svg>"
    )
    assert (texts(fragment), fragment.left_out) == (["a"], ("z", "w"))


def test_a_script_that_never_ends_does_not_eat_the_text_unseen() -> None:
    assert read("<p>a</p><script>x <p>lost").left_out == ("x <p>lost",)


def test_skipped_elements_are_reported() -> None:
    fragment = from_html(
        "<p>a <span class='k'>b</span></p>", "t", skip=lambda tag, given: given.get("class") == "k"
    )
    assert (texts(fragment), fragment.left_out) == (["a"], ("b",))


def test_nesting_past_the_limit_is_refused_and_below_it_read() -> None:
    assert texts(read("<div>" * (MARKUP_NESTING - 5) + "x")) == ["x"]
    with pytest.raises(SeedError, match="nested over"):
        read("<div>" * (MARKUP_NESTING + 5) + "x")


TAGS = "p div b i ul ol li blockquote h2 pre a table tr td figure figcaption section q".split()
MARKUP = [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>", "<img>", "<!-- c -->"]
PIECES = st.one_of(
    st.text("abcéØж0", min_size=1, max_size=6),
    st.sampled_from(MARKUP),
    st.sampled_from([" ", "\n", "< ", "& "]),
)


def letters(text: str) -> list[str]:
    return sorted(re.sub(r"[\W_]", "", text))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_no_letter_of_any_tag_soup_is_lost_or_doubled(pieces: list[str]) -> None:
    fragment = read("".join(pieces))
    found = texts(fragment) + [i.caption + i.credit for i in fragment.images] + list(fragment.left_out)
    assert letters("".join(found)) == letters("".join(piece for piece in pieces if piece not in MARKUP))
    for block in fragment.blocks:
        assert block.text == block.text.strip() or block.kind == "code"
        assert all(0 <= m.start < m.end <= len(block.text) for m in block.marks)
