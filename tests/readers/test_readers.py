"""What all readers of messages have in common: who takes what, and what never happens."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.model.draft import Source
from glose.digest.model.errors import SeedError
from glose.digest.readers.formats import READERS, reader

FIXTURES = sorted((Path(__file__).parent / "fixtures").iterdir())
BYTES = {path.name: path.read_bytes() for path in FIXTURES}
TAKEN_BY = {"feed-json.json": "jsonfeed", "feed": "feeds", "wxr.xml": "wxr", "foreign.xml": "unsupported_xml"}
TAKEN_BY |= {"not-news.json": "ninjs", "broken.json": "ninjs"}
WIRES = tuple(
    import_module(f"glose.digest.readers.{name}") for name in READERS if name not in ("raw", "page")
)


def source(data: bytes) -> Source:
    return Source(data, "t", {})


@pytest.mark.parametrize("name", BYTES)
def test_a_message_is_taken_by_the_reader_of_its_format_whatever_its_name(name: str) -> None:
    expected = TAKEN_BY.get(name) or TAKEN_BY.get(name.split("-")[0]) or name.split("-")[0]
    assert reader(source(BYTES[name])).__name__.rpartition(".")[2] == expected  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "Un titre\n\nUn texte avec 3 mots et 12 canards.",
        "<p>Un fragment de page</p>",
        "<!DOCTYPE html><html><body><p>Une page</p></body></html>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "[Note] Un texte entre crochets",
        "{Un texte} entre accolades",
        "abc123 4 e 121 n'est pas un en-tête\nmais une phrase",
        "",
    ],
)
def test_raw_text_and_pages_are_left_to_others(text: str) -> None:
    assert not any(module.sniff(source(text.encode())) for module in WIRES)


def drained(data: bytes) -> None:
    for module in WIRES:
        if module.sniff(source(data)):
            with suppress(SeedError):  # a refusal is one of the two things that may happen
                list(module.read(source(data)))
            return


@pytest.mark.parametrize("name", BYTES)
def test_a_message_cut_anywhere_is_read_or_refused(name: str) -> None:
    data = BYTES[name]
    for end in range(0, len(data), max(1, len(data) // 40)):
        drained(data[:end])


EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from(
                [
                    b"<",
                    b">",
                    b"&",
                    b'"',
                    b"]]>",
                    b"<!--",
                    b"\0",
                    b"null",
                    b"[]",
                    b"{}",
                    b"0",
                    b"\xff",
                    b"<p>",
                    b"</p>",
                ]
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(BYTES)), EDITS)
def test_no_damaged_message_raises_anything_but_a_seed_error(
    name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    data = BYTES[name]
    for place, length, insert in edits:
        start = int(place * len(data))
        data = data[:start] + insert + data[start + length :]
    drained(data)


KEYS = (
    "headline headlines bodies body_html by byline versioncreated pubstatus associations type item items role value "
    "name subject descriptions language authors renditions embargoed signals ednote"
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_no_json_of_unexpected_types_raises_anything_but_a_seed_error(value: object) -> None:
    drained(
        json.dumps({"headline": "x", "body_html": "<p>x</p>", "item": value, "associations": value}).encode()
    )
    drained(json.dumps(value).encode())
