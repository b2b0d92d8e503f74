"""What a browser leaves out of a stylesheet without a word is told with its line; what it reads is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.check.styles import problems, style_faults
from glose.digest.layers import Layers


@pytest.mark.parametrize(
    ("css", "line", "words"),
    [
        ("p { color: red\n  margin: 0 }", 2, 'a semicolon is missing before "margin"'),
        ("p {\n  color red;\n}", 2, "no declaration"),
        ("@media print {\n  p { a: b }\n  p { colour }\n}", 3, "no declaration"),
        ("p { a: b }\n\nq { c: d;\nr { e: f }\n", 3, "not closed with }"),
        ("p { a: b }\n}\nq { c: d }", 2, "a } closes nothing"),
        ("p { a: b }\n/* no end\nq { c: d }", 2, "comment is not closed"),
        ("p { a: 'b\n; }", 1, "does not end on its line"),
        ("p { a: b }\nq { c: 'd", 2, "not closed"),
        ("p {\n a: calc(1px + 2px; }\nq { c: d }", 2, "not closed with )"),
        ("p { a: b }\na[href { c: d }", 2, "not closed with ]"),
        ("p { a: url(x y) }", 1, "url()"),
        ("p {\n  color: ;\n}", 2, '"color" has no value'),
        ("p { a: b }\nrest", 2, "is no rule"),
    ],
)
def test_what_cannot_be_read_is_told_once_with_its_line(css: str, line: int, words: str) -> None:
    ((at, what, todo),) = problems(css)
    assert (at, words in what) == (line, True)
    assert todo


@pytest.mark.parametrize(
    "css",
    [
        "",
        "/* nothing */\n",
        "p { color: red; margin: 0 }",
        "p{a:b;;c:d}",
        "a:hover { &:focus { a: b } > i:first-child { c: d } }",
        "p { @media print { color: red; b:hover { a: b } } }",
        ":root { --x: {a:b}; --y: ; --z: a:b; color: var(--x) }",
        "@media (min-width: 40em) and (hover) { a:hover { b: c } }",
        "@container card (width > 30em) { p { a: b } }",
        "@supports (a: b) { @layer x { p { c: d } } }",
        "@import 'a.css'; @layer a, b; @charset 'utf-8';",
        "@font-face { font-family: X; src: url(a.woff2) format('woff2'), url('b c.woff') }",
        "@keyframes a { from { x: y } 50%, 60% { x: z } to { x: w } }",
        "p { grid-template-areas: 'a b' 'c d'; background: url(data:image/svg+xml;base64,AA==) }",
        'a[href^="http:"]::after { content: "\\201C" }',
    ],
)
def test_what_can_be_read_is_not_told(css: str) -> None:
    assert problems(css) == []


def test_faults_name_the_file_and_the_theme_of_ours_has_none(tmp_path: Path) -> None:
    ours = Path(__file__).parents[2] / "theme"
    own = tmp_path / "theme"
    (own / "static").mkdir(parents=True)
    (own / "static/own.css").write_text("p { a: b }\np { c d }\n", encoding="utf-8")
    (own / "static/latin.css").write_bytes("/* é */ p { a: b }".encode("latin-1"))
    faults = style_faults(Layers.of(own, ours))
    assert [(one.path, one.line) for one in faults] == [
        ("theme/static/latin.css", 1),
        ("theme/static/own.css", 2),
    ]
    assert style_faults(Layers.of(ours)) == []


def test_a_file_that_was_mended_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    file = tmp_path / "static/own.css"
    file.write_text("p { c d }\n", encoding="utf-8")
    assert style_faults(Layers.of(tmp_path))
    file.write_text("p { c: d }\n", encoding="utf-8")
    assert style_faults(Layers.of(tmp_path)) == []


def test_a_long_stylesheet_without_an_end_costs_what_its_length_does() -> None:
    for text in ("p{a:(" * 5_000, "a:" * 20_000, "p{a:b c:d}" * 5_000, "'" * 20_001):
        assert problems(text)
