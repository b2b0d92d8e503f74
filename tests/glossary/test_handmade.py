"""Marks made by hand in Markdown, and what becomes of them."""

from __future__ import annotations

import markdown
import pytest

from glose.digest.glossary import annotate
from glose.digest.glossary.handmade import HandmadeMarks
from tests.glossary.entries import EXAMPLES, matcher
from tests.glossary.test_annotate import LINK


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=["extra", HandmadeMarks()])


def done(text: str) -> tuple[str, tuple[str, ...]]:
    """The annotated HTML, links in short, and the problems."""
    view = matcher(*EXAMPLES)
    once = annotate(rendered(text), view)
    assert annotate(once.html, view).html == once.html
    return LINK.sub(r"[\2|\1]", once.html), once.problems


def test_words_in_double_brackets_become_a_link_on_the_term_they_name() -> None:
    assert done("le [[Front d'Exemple]] et [[SOLDATS]]") == (
        "<p>le [Front d'Exemple|front] et [SOLDATS|soldat]</p>",
        (),
    )


def test_the_term_may_be_named_apart_from_the_words() -> None:
    assert done("ce [[front|groupe *armé*]], [[Alfa|la ville]]") == (
        "<p>ce [groupe <em>armé</em>|front], [la ville|alfa]</p>",
        (),
    )


def test_a_mark_made_by_hand_is_the_articles_mention() -> None:
    assert done("Alfa, Bravo puis [[Alfa]]")[0] == "<p>Alfa, [Bravo|bravo] puis [Alfa|alfa]</p>"


def test_a_mark_made_by_hand_stands_where_none_is_set_by_itself() -> None:
    assert done("## Sur [[Alfa]]\n\nAlfa")[0] == "<h2>Sur [Alfa|alfa]</h2>\n<p>Alfa</p>"


def test_words_may_be_kept_from_being_marked() -> None:
    assert done("[[!Alfa]] et Alfa")[0] == '<p><span class="no-term">Alfa</span> et [Alfa|alfa]</p>'


def test_code_escapes_and_links_are_left_alone() -> None:
    assert done(r"`[[Alfa]]` \[[Alfa]]")[0] == "<p><code>[[Alfa]]</code> [[[Alfa|alfa]]]</p>"
    assert done("[Alfa](/x) [x][1]\n\n[1]: /y")[0] == '<p><a href="/x">Alfa</a> <a href="/y">x</a></p>'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[Alpha]]", '[[Alpha]] names no term; write "Alfa"'),
        ("[x [[Alfa]] y](/z)", "[[Alfa]] stands inside a link or a control; take it out"),
        ("[[Alfa|un [lien](/x)]]", "[[Alfa]] holds a link; take one of the two out"),
    ],
)
def test_a_mark_that_cannot_be_made_a_link_is_a_problem_and_keeps_its_words(text: str, problem: str) -> None:
    html, problems = done(text)
    assert problems == (problem,)
    assert "class=" not in html


def test_hostile_words_stay_text() -> None:
    html = rendered('[["><script>|<b onclick=x>"]] [[a"b]]')
    assert "<script>" not in html.replace("&lt;script&gt;", "")
    assert 'data-term="a&quot;b"' in html
