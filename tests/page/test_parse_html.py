"""What is refused before or by the parser: never cut silently, never slow, never a traceback."""

# ruff: noqa: E501  (markup stands as it is sent)

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.model import limits
from glose.digest.model.draft import Source
from glose.digest.model.errors import SeedError
from glose.digest.readers.formats import reader
from glose.digest.readers.page import read, sniff
from tests.page.pages import CLOSING, OPENING, between, drafted, page

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent / "fixtures").iterdir())]
PIECES = [
    b"<div>", b"</div>", b"<p>", b"</p>", b"<table><tr><td>", b"<!--", b"<script>", b"</article>", b'"', b"<h1>", b"<nav>",
    b"<figure>", b"<figcaption>", b"\0", b"\xff\xfe", b"&#1;", b"&#xD800;", b"<svg>", b"<br><br>", b"<template>", b"<frameset>",
    b'<a href="http://[">', b'<link rel=canonical href="http://[x">', b"<meta charset=utf-16>", b'<time datetime="9999-99-99">',
    b"<span class=br></span>", b'{"@type":', b"\xed\xa0\x80", b"<select>", b"<base href=x:>",
]  # fmt: skip


def refused(data: bytes) -> str:
    with pytest.raises(SeedError) as error:
        drafted(data)
    return str(error.value)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<div>" * 300, "nested more than"),
        ("<p><div></p>" * 300, "would cut the page"),
        ("<i></i>" * (limits.PAGE_TAGS // 2 + 1), "more than 150000 tags"),
        ("<a " + " ".join(f"a{n}" for n in range(1000)) + ">", "more than 500 attributes"),
        ("x" * (limits.PAGE_CHARACTERS + 1), "characters, more than"),
    ],
    ids=["deep", "deep behind a false end", "tags", "attributes", "long"],
)
def test_a_page_past_the_parser_s_limits_is_refused_and_not_cut(body: str, what: str) -> None:
    assert what in refused(page(body))


@pytest.mark.parametrize(
    "body",
    [
        "<p>Une ligne de plus, sans fin." * 2000,
        "<script>" + "<div>" * 1000 + "</script>",
        "<!-- " + "<div>" * 1000 + " -->",
        f'<img src="data:image/png;base64,{"A" * limits.PAGE_CHARACTERS}">',
        "<p " + " ".join(f"a{n}='>'" for n in range(100)) + ">Une ligne.</p>",
    ],
    ids=["unclosed paragraphs", "script", "comment", "picture in the page", "many attributes"],
)
def test_a_page_that_only_looks_too_large_is_read(body: str) -> None:
    blocks = [block.text for block in drafted(page(body)).blocks]
    assert blocks[0] == OPENING
    assert blocks[-1] == CLOSING


@pytest.mark.parametrize("code", ["\x01", "&#1;", "&#x1F;", "&#xD800;", "\x0b"])
def test_a_character_that_no_markup_may_hold_costs_only_itself(code: str) -> None:
    text = f"Une ligne assez longue,{code} qui porte un caractère que personne ne voit et que nul ne veut."
    assert between(f"<p>{text}</p>") == [text.replace(f"{code} ", " ")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_a_page_in_any_encoding(encoding: str) -> None:
    data = page().decode().replace("charset='utf-8'", f"charset='{encoding}'").encode(encoding)
    assert sniff(Source(data, "x", {}))
    assert drafted(data).blocks[0].text == OPENING


@pytest.mark.parametrize(
    "start",
    [
        "<!-- saved from url=(0022)https://x.example -->\n<html>",
        "<p>Un fragment",
        "<?xml version='1.0'?>\n<html>",
    ],
)
def test_html_is_known_by_its_first_tag(start: str) -> None:
    assert reader(Source(start.encode(), "x.txt", {})).__name__ == "glose.digest.readers.page"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "start", ["Un titre\n\nUne phrase.", "<3 du public, 12 canards", "Il écrit <html> et rit.", "{}"]
)
def test_other_texts_are_no_pages(start: str) -> None:
    assert not sniff(Source(start.encode(), "x.html", {}))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(PAGES),
    st.lists(st.tuples(st.integers(0, 6000), st.sampled_from(PIECES), st.integers(0, 400)), max_size=6),
)
def test_a_page_however_damaged_is_read_or_refused_in_our_own_words(
    data: bytes, cuts: list[tuple[int, bytes, int]]
) -> None:
    for place, piece, length in cuts:
        data = data[:place] + piece + data[place + length :]
    try:
        (draft,) = read(Source(data, "page.html", {}))
    except SeedError:
        return
    assert all(
        mark.href == "" or mark.href.startswith(("http", "mailto:")) for b in draft.blocks for mark in b.marks
    )
