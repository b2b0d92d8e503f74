"""Text made to exhaust the renderer ends, and nothing of it is lost. Each takes minutes in a quadratic reader."""

from __future__ import annotations

import html
import re

import pytest

from glose.digest.glossary import annotate
from glose.digest.render import _parted, render, sanitise
from glose.digest.text.typography import _PIECE, typeset_html
from glose.digest.work.bounded import bounded
from tests.glossary.entries import EXAMPLES, matcher

SIZE = 60_000
REPEATED = [
    *(
        "<",
        "[",
        "]",
        "![",
        "[[",
        "[[!",
        "[[a|b",
        "`",
        "\\*",
        "\\",
        "&",
        "* ",
        "_a ",
        "*a*",
        "**a ",
        "*a **b* ",
    ),
    *("[a](", "[a](<b", '[a]("b', "[a](b (c) ", "](", "[a][", "[a] ", "<a@", "<http://", "http://a", "` `` "),
    *(
        "# a\n",
        "a\n=\n",
        "-\n",
        "***\n\n",
        "- a\n\n",
        "> a\n\n",
        "a\n\n",
        "- a\n    - b\n",
        "[a]: http://b\n",
    ),
    *(
        "```\n",
        "~~~a\n\n",
        "- ```\n",
        "[^1]",
        "[^1]: a\n",
        "[^1]: [^1]\n\n",
        "a\n: b\n",
        "a\n\n: b\n\n",
        ": ",
        "<b>",
        "<!--",
        "<a b ",
    ),
    *("|", "|a|b|\n", "« ", '"a" ', "1 000 ", "Alfa ", "<![CDATA[", "<!--", "![a](b.jpg)\n*c*\n\n"),
]
MADE = {
    "brackets in brackets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "links in links": "[" * (SIZE // 6) + "a" + "](b)" * (SIZE // 6),
    "emphasis in emphasis": "*a **b " * (SIZE // 16) + "c** d* " * (SIZE // 16),
    "ever more backticks": "".join("`" * row + " a " for row in range(600)),
    "ever fewer backticks": "".join("`" * row + " a " for row in range(600, 0, -1)),
    "a row of many cells": "|" + "a|" * (SIZE // 4) + "\n|" + "-|" * (SIZE // 4),
    "a row of much code": "|a|b|\n|-|-|\n|" + "`a|" * (SIZE // 3),
    "rounds in rounds": "[a](b" + "(" * (SIZE // 2) + ")" * (SIZE // 2) + ")",
}


def shown(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def unfolded(text: str) -> str:
    """The letters and figures alone."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("sign", REPEATED)
def test_a_sign_repeated_without_end_is_read_in_time(sign: str) -> None:
    text = sign * (SIZE // len(sign)) + "\n\nfin"
    with bounded("hostile.md", seconds=8):
        page = render(text, "fr")
        assert annotate(page, matcher(*EXAMPLES)).html
    assert shown(page).rstrip().endswith("fin")


@pytest.mark.parametrize("name", MADE)
def test_a_text_built_to_be_walked_again_and_again_is_read_in_time(name: str) -> None:
    with bounded(name, seconds=8):
        page = render(MADE[name] + "\n\nfin", "fr")
    assert shown(page).rstrip().endswith("fin")
    if "links" not in name and "rounds" not in name:  # whose letters are addresses
        assert unfolded(shown(page)) == unfolded(MADE[name]) + "fin"


def test_emphasis_beyond_any_use_is_shown_as_its_signs() -> None:
    page = render("*a **b " * 100 + "c** d* " * 100, "fr")
    assert page.count("<em>") == page.count("<strong>") == 30
    assert page.count("*") == 70 * 2 + 70 * 4


def test_a_row_with_more_cells_than_its_table_keeps_them_in_the_last() -> None:
    assert "<td>d|e|f</td>" in render("| a | b |\n|---|---|\n| c | d|e|f |", "fr")
    assert "<td>d</td>" in render("| a | b |\n|---|---|\n| c | d |", "fr")


def test_a_title_beyond_any_use_leaves_its_link_as_text() -> None:
    assert render(f'[a](b "{"c" * 500}")', "fr").startswith('<p><a href="b" title="ccc')
    assert render(f'[a](b "{"c" * 5_000}")', "fr").startswith("<p>[a](b «")


def test_very_many_headings_and_rules_are_what_few_are() -> None:
    few = "# A\ntexte\n***\nautre\n\nB\n=\nsuite\n\n> # C\n> d\n\n    # code\n\n"
    assert render(few * 400, "fr") == "\n".join([render(few, "fr")] * 400)


@pytest.mark.parametrize("sign", ["&", "&amp;", "\u00a0", "« a » ", "&a;b ", "é&lt"])
def test_the_sanitiser_never_sees_a_long_text_whole(sign: str) -> None:
    page = f'<p title="a">{html.escape(sign) * 30_000}</p>'
    parts = _parted(page).split("<!---->")
    assert len(parts) > 5
    assert max(map(len, parts)) <= 5 * 4_000 + 100
    assert not any(re.search(r"&[a-z]*$", part) for part in parts)
    assert "<!--" not in sanitise(page)
    assert shown(sanitise(page)) == shown(page)


def test_a_text_of_usual_length_is_sanitised_as_it_is() -> None:
    page = f"<p>{'a &amp; b ' * 1_000}</p>"
    assert _parted(page) == page


def test_signs_without_end_are_one_piece_for_typography() -> None:
    assert len(_PIECE.findall("&lt;" * 1_000)) == 1
    assert typeset_html("<p>" + "&lt;" * 1_000 + "&nbsp;&quot;a&quot; :</p>", "fr").endswith(
        "«\u00a0a\u00a0»\u00a0:</p>"
    )
