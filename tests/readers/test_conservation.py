"""Every word of a message's text is in a field of its article, or in a finding that says why it is not."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from glose.digest.conversion import convert
from glose.digest.html.xml import local, parse
from glose.digest.model.article import Article
from glose.digest.model.draft import Source
from glose.digest.model.errors import SeedError
from tests.readers.shown import shown

FIXTURES = sorted((Path(__file__).parent / "fixtures").iterdir())
TEXTS = (
    "DataContent",
    "body.head",
    "body.content",
    "body.end",
    "contentSet",
    "headline",
    "HeadLine",
    "encoded",
    "description",
)
WORD = re.compile(r"\w+")


def readable(path: Path) -> tuple[Article, ...]:
    try:
        return convert(path.read_bytes(), path.name)
    except SeedError:
        return ()


def source_words(path: Path) -> set[str]:
    """The words of the elements that hold text; of a wire, those between its header line and its stamp."""
    data = path.read_bytes()
    if path.name.startswith("iptc7901"):
        text = data.decode("utf-8" if b"\x02" not in data else "cp1252").strip("\x7f\r\n")
        return set(WORD.findall(text.partition("\n")[2].partition("\x03")[0]))
    if path.suffix != ".xml" or "not-well-formed" in path.name:
        return set()
    found: set[str] = set()
    for element in parse(Source(data, path.name, {}))[0].iter():
        if local(element) in TEXTS:
            texts = [node.text for node in element.iter() if local(node) not in ("script", "story.date")]
            texts += [node.tail for node in element.iterdescendants()]
            markup = unescape(" ".join(filter(None, texts)))
            found.update(WORD.findall(re.sub(r"<!--.*?-->|<[^>]*>", " ", markup)))
    return found


@pytest.mark.parametrize("path", [path for path in FIXTURES if readable(path)], ids=lambda path: path.name)
def test_no_word_of_the_text_is_lost(path: Path) -> None:
    kept = set(WORD.findall(shown(readable(path))))
    header = {"caption", "align", "left", "id"}  # of a shortcode
    assert not {word for word in source_words(path) - kept - header if not word.isdigit()}


def test_the_words_of_the_fixtures_are_really_looked_at() -> None:
    assert sum(len(source_words(path)) for path in FIXTURES) > 500
