"""Headers in the plainest notation are read line by line, as YAML reads them; all others are left to YAML."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glose.digest.model.errors import DigestError
from glose.digest.schema import yaml_file
from glose.digest.schema.node import Node
from glose.digest.schema.quick import quick

KEYS = ("", "title:", "fr:", "pt-BR:", "names:", "null:", "- fr:", "- text:", "- ", "# c", "---")
VALUES = (
    "", "", "mot", "deux mots", "l’un", '"x: y"', "'#'", "12", "2016-03-15T10:00:00+01:00", "null", "~", "a: b", "a #b",
    "a#b", "a:", "[a, b c]", '["a, b", \'c\']', "[]", "{}", '{fr: "x, y", en: z}', "{a: b, a: c}", "[a,b]", "[a, ]",
    "[ a]", "{a: [b]}", "[a: b]", "https://example.org/", '"', "*x", "&x a", "!t a", "|", ">", "%", "@", "-", '"\\n"',
    '"x" y', "x ", "{null: a}", "[null]", "yes", "\u2028", "a\tb",
)  # fmt: skip
LINES = st.builds(
    lambda indent, key, value: " " * indent + key + (" " if key and value else "") + value,
    st.sampled_from((0, 0, 0, 2, 2, 4, 1)),
    st.sampled_from(KEYS),
    st.sampled_from(VALUES),
)


def slowly(header: str) -> object:
    reading = yaml_file._Reading("x.md", 2, None, "the header")
    try:
        return yaml_file._read(header, reading).mapping()
    except DigestError as error:
        return error


@given(st.lists(LINES, max_size=6))
@settings(max_examples=500)
@example(["names:", "- fr: a", "  en: b", "- fr: c", "title: d"])
@example(["names:", "  - {fr: a, en: b}", "fr:", "  pt-BR:", '    title: ["a", b]'])
@example(["title: a", "  fr: b"])
@example(["title: a", "  b"])
def test_what_is_read_quickly_is_what_yaml_reads(lines: list[str]) -> None:
    header = "\n".join(lines)
    found = quick(header, 2)
    assert found is None or found == slowly(header)


def test_a_header_as_articles_have_it_is_read_quickly() -> None:
    found = quick('title: "Exempleville : un"\ntags: [a, "b, c"]\nimage:\n  src: x.jpg\naliases:\n- /a/\n', 2)
    assert found == {
        "title": Node("Exempleville : un", 2),
        "tags": Node([Node("a", 3), Node("b, c", 3)], 3),
        "image": Node({"src": Node("x.jpg", 5)}, 4),
        "aliases": Node([Node("/a/", 7)], 6),
    }


@pytest.mark.parametrize(
    "header",
    [
        "",
        "a: b: c",
        "a: &x b",
        "a: |\n  b",
        "a: 1\na: 2",
        "a:\n",
        "- a",
        'a: "\\n"',
        "a: b #c",
        "# a",
        " a: b",
    ],
)
def test_what_is_more_or_wrong_is_not(header: str) -> None:
    assert quick(header, 2) is None
