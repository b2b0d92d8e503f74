"""Texts of paragraphs are read in one look: the same HTML as by the long way, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.render import converted, read
from glose.digest.render.plain import plain
from glose.digest.text.typography import typeset_html

WORDS = (
    "a",
    "mot",
    "Exempleville",
    "12",
    "9 000",
    "l’",
    "é",
    "مثال",
    "«\u00a0oui\u00a0»",
    '"non"',
    "n'a",
    "😀",
)
INLINE = ("**gras**", "*pen ché*", "[lien](https://example.org/a_b?c=d)", "![image](https://example.org/x)")
SIGNS = (
    " ", " ", " ", "\n", "\n\n", "\n\n\n", ".", "!", "?", " :", ":", ",", "(", ")", "—", "–", "-", "- ", "1. ", "+ ",
    "*", "**", "***", "_", "[", "]", "](", "`", "#", "> ", "|", "~~~", "=", "---", "\\", "&", "&amp;", "<b>", "://",
    "https://example.org/", "[[x]]", "[^1]", "[a]: b", ": ", "  \n", "\t", "    ", "\x02", "\u2028", "\ufffe", "\xad",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(INLINE) | st.sampled_from(SIGNS), max_size=12)
PLAIN = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(INLINE[:3]) | st.sampled_from(SIGNS[:17]), max_size=12
)


@given(TEXTS | PLAIN)
@settings(max_examples=400)
def test_whatever_the_way_the_text_is_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    html, problems = converted(text)
    assert read(text, "fr") == (typeset_html(html, "fr"), problems)


def test_a_dispatch_goes_the_short_way() -> None:
    text = "Le Front *dit* « non ».\n\nÀ **Exempleville**, 12 personnes.\nVoir [le site](https://example.org/a_b)."
    assert plain(text) == [
        "Le Front <em>dit</em> « non ».",
        'À <strong>Exempleville</strong>, 12 personnes.\nVoir <a href="https://example.org/a_b">le site</a>.',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "", "# Titre", "- un\n- deux", "1. un", "> cité", "a & b", "<b>a</b>", "a_b_", "`code`", "terme\n: sens",
        "mots\n====", "*a **b***", "[a][b]", "voir https://example.org/", "une  \nligne", "    code", "[[mot]]",
        "![a](https://example.org/x)", "[a](/x)", "une | autre", "*a*\n*", "\u2028",
    ],
)  # fmt: skip
def test_what_is_more_than_paragraphs_does_not(text: str) -> None:
    assert plain(text) is None
