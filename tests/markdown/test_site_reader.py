"""The same through the site's own reader."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from glose.digest.build.parse import read_text
from glose.digest.build.records import Parsed
from glose.digest.markdown import to_markdown
from glose.digest.model.article import Article, Block
from glose.digest.text.clean import line
from tests.markdown import strategies

TITLES = (
    'Syrie : "x"',
    "#",
    "*",
    "<script>alert(1)</script>",
    "Un\ntitre",
    "a\x85status: hidden",
    "a\u2028status: hidden",
    "---",
    "...",
    "\u202egpj.exe",
    "{{ 7 * 7 }}",
    "&amp;lt;",
    "%YAML 1.1",
    "!!str x",
    "- a",
    "? a",
    "null",
    "1986",
    "[a, b]",
    "| a",
)


def seen(article: Article) -> tuple[str, Parsed]:
    """The text of the page, and what the site gets for this article."""
    _, made = read_text(to_markdown(article).encode(), "articles/x.md", "x.md", ZoneInfo("Europe/Paris"))
    assert made is not None
    assert not re.search(r"<\s*(?:script|img|iframe|svg|style)", made.html, re.I)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", made.html)).split()), made


def straight(text: str) -> str:
    """The text with apostrophes of one kind: display sets them."""
    return text.replace("’", "'")


@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_title_is_the_same_title_on_the_site(title: str) -> None:
    article = Article(title=title, body=(Block("paragraph", title),), date=date(2016, 3, 15))
    text, made = seen(article)
    assert made.title == line(title)
    assert made.status == "published"
    assert text == line(title)


@settings(max_examples=60, deadline=None)
@given(strategies.articles)
def test_any_article_is_the_same_article_on_the_site(article: Article) -> None:
    plain = replace(article, lang="", embargo_until=None, status="hidden", date=date(2016, 3, 15))
    text, made = seen(plain)
    words = " ".join(" ".join(line(block.text) for block in article.body).split())
    assert straight(re.sub(r"\s", "", text)) == straight(re.sub(r"\s", "", words))
    assert straight(made.title) == straight(line(article.title))
    assert straight(made.standfirst) == straight(line(article.standfirst))
    assert made.authors == tuple(text for text in map(line, article.authors) if text)
