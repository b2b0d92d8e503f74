"""The HTML of a body: what it was before its stages were made faster, and whatever is written, nothing of it lost."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.render import render
from glose.digest.text.typography import typeset_html

from ..golden import golden

GOLDEN = Path(__file__).parent / "golden"
MARKS = [
    "*",
    "**",
    "***",
    "_",
    "__",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[[",
    "\\",
    '"',
    "'",
    "<",
    ">",
    "  \n",
]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["inline", "blocks", "news"])
def test_a_body_is_shown_as_it_always_was(name: str, lang: str) -> None:
    got = render((GOLDEN / f"{name}.md").read_text(encoding="utf-8"), lang)
    golden(GOLDEN / f"{name}.{lang}.html", got + "\n")


def shown(page: str) -> str:
    """Everything that a page holds, addresses and titles too."""
    return html.unescape(page)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, " ", " x_y ", "\n\n", "é"]), max_size=30))
@example("0 **|1 *|2 *|3 snake_case *|4 *|5".split("|"))
@example("0*|1**|2*|3".split("|"))
@example('0 [|1](|2 "|( 3 et la suite'.split("|"))
def test_no_word_is_lost_whatever_signs_stand_around_it(signs: list[str]) -> None:
    text = "".join(f"mot{number:03}{sign}" for number, sign in enumerate(signs)) + "fin"
    page = shown(render(text, "fr"))
    assert set(re.findall(r"mot\d{3}|fin", page)) == set(re.findall(r"mot\d{3}|fin", text))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab9é \"'«»:;!?.,()-[]*_`\\\n", max_size=80), st.sampled_from(["fr", "en"]))
def test_a_page_that_is_set_stays_as_it_is(text: str, lang: str) -> None:
    page = render(text, lang)
    assert typeset_html(page, lang) == page


def test_emphasis_inside_emphasis_that_stays_open_keeps_its_words() -> None:
    assert render("**a *b* snake_case *c*", "en") == "<p>**a <em>b</em> snake_case <em>c</em></p>"


def test_signs_of_several_lengths_pair_as_in_commonmark_and_as_they_always_did() -> None:
    assert render("2*3*4 ***tout*** a_b_c __init__", "en") == (
        "<p>2<em>3</em>4 <strong><em>tout</em></strong> a_b_c <strong>init</strong></p>"
    )
    assert render("a*b**c*fin", "en") == "<p>a<em>b**c</em>fin</p>"
    assert render("*a _b* c_ _d *e_ f*", "en") == "<p><em>a _b</em> c_ <em>d *e</em> f*</p>"


def test_a_link_whose_title_stays_open_keeps_the_rest_of_its_paragraph() -> None:
    assert render('[a](b "c ( d et la suite', "en") == '<p>[a](b "c ( d et la suite</p>'


def test_a_backtick_behind_a_backslash_opens_nothing_and_behind_two_it_does() -> None:
    assert render(r"\`a\` b", "en") == "<p>`a` b</p>"
    assert render(r"\\`a`", "en") == r"<p>\<code>a</code></p>"
