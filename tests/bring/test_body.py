"""Markdown of others becomes ours: HTML is notation, code is left alone, what means something else here is text."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.bring.segments import pieces
from glose.digest.render import read as read_text
from glose.digest.render import render
from tests.bring.desk import read, site, told


def body(tmp_path: Path, text: str) -> tuple[str, dict[str, list[str]]]:
    files = {"content/posts/x.md": f"---\ntitle: X\ndate: 2016-03-15\n---\n{text}\n"}
    done, content = site("hugo", tmp_path, files)
    return read(content, "articles/x.md")[1], told(done)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("A <b>b</b> and <em>c</em>, <code>d</code>.", "A **b** and *c*, `d`."),
        ("A<br>b", "A  \nb"),
        ('<a href="https://a.example/">There</a>', "[There](https://a.example/)"),
        ("H<sub>2</sub>O", "H2O"),
        ("<p>One</p>\n<p>Two</p>", "One\n\nTwo"),
        ("<ul>\n<li>One</li>\n\n<li>Two</li>\n</ul>", "- One\n- Two"),
        ('<div class="x">\n\nIn *it*.\n\n</div>', "In *it*."),
        ("<!-- a remark -->\n\nText.", "Text."),
        ("[[wiki]] stands", "\\[[wiki]] stands"),
    ],
)
def test_html_is_notation(tmp_path: Path, theirs: str, ours: str) -> None:
    assert body(tmp_path, theirs)[0] == ours


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<div>{{< raw >}}</div>\n```",
        "~~~\n[x]({{ y }})\n~~~",
        "Text.\n\n    <b>code</b>",
        "Code `<b>x</b>` and `{{ y }}`.",
        "- a\n\n  ```\n  <b>\n  ```",
        "Smaller 1 < 2, and a_b_c, 5 * 3 * 2.",
        "Words[^1]\n\n[^1]: A note.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "> quoted\n> twice",
    ],
)
def test_what_is_no_html_stays_letter_by_letter(tmp_path: Path, text: str) -> None:
    found, notes = body(tmp_path, text)
    assert found == text
    assert not [what for what in notes if "stands" in what or "left out" in what]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("H<sub>2</sub>O", "<sub> has no home here: its words stand without it"),
        ("<!-- a remark -->", "left out, a comment: a remark"),
        ("x\n\n<script>alert(1)</script>", "<script> has no home here and is left out"),
        ("[x]({{ y }})", "a link is made by the program itself: it stands as text"),
        ("A vector<int> of T", "<int> stands as text"),
        ("## Title {#id}", "attributes in braces stand as text"),
        ("[x](nowhere/)", "a link within the site leads to nothing that was brought"),
    ],
)
def test_what_is_lost_or_shown_is_told_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    line = 5 + text.count("\n")
    assert body(tmp_path, text)[1][what] == [f"hugo/content/posts/x.md:{line}"]


def test_a_frame_is_a_link_to_what_it_showed(tmp_path: Path) -> None:
    found, notes = body(tmp_path, '<iframe src="https://video.example/1?a=1&amp;b=2" width="5"></iframe>')
    assert "](https://video.example/1?a=1&amp;b=2)" in found
    assert "<iframe> is shown nowhere: a link stands in its place" in notes


@pytest.mark.parametrize(
    "text",
    [
        "[x]({attach}../../../etc/passwd)",
        "![x]({static}/../../etc/passwd)",
        "[x](|attach|/etc/passwd)",
        "[x]: {attach}../../etc/passwd\n\n[x]",
        '<a href="{attach}../../etc/passwd">x</a>',
        "[x](javascript:alert(1))",
        '<a href="javascript:alert(1)">x</a>',
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        '[x](<javascript:alert(1)> "t")',
    ],
)
def test_nothing_that_runs_or_discloses_comes_through(tmp_path: Path, text: str) -> None:
    shown = render(body(tmp_path, text)[0], "en")
    assert "{attach}" not in shown.replace("&", "")
    assert 'href="javascript' not in shown
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<svg" not in shown


@pytest.mark.parametrize(
    "text", ["", "a", "\n\na\n", "```\nopen", "<table>\n\nopen", "<!-- open\n\nx", "    a\n\n    b\nc"]
)
def test_the_pieces_are_the_text_again(text: str) -> None:
    assert "\n".join(piece.text for piece in pieces(text)) == text
    lines = [piece.line for piece in pieces(text, 7)]
    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("A vector<int> and <?php x ?>", "A vector&lt;int> and &lt;?php x ?>"),
        ("Words[^9].", "Words\\[^9]."),
        ("Words[^1].\n\n[^1]: A\n[^1]: B", "Words[^1].\n\n[^1]: A\n\\[^1]: B"),
        ("```go\nx := 1", "```go\nx := 1\n```"),
        ("> ```go\n> x := 1\n> ```\n> end", ">\n>     x := 1\n>\n> end"),
        (
            "![Far][r]\n\n[r]: https://elsewhere.example/x.png",
            "[Far][r]\n\n[r]: https://elsewhere.example/x.png",
        ),
        ("See <ftp://a.example/x>", "See ftp://a.example/x"),
    ],
)
def test_what_our_pages_do_not_read_stands_as_text(tmp_path: Path, theirs: str, ours: str) -> None:
    found, notes = body(tmp_path, theirs)
    assert found == ours
    assert notes
    assert not read_text(found, "en").problems
