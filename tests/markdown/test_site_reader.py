"""The same through the site's own reader, as Pelican calls it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pelican.settings import DEFAULT_CONFIG

from plugins.article_reader import ArticleReader
from plugins.digest.markdown import to_markdown
from plugins.digest.model.article import Article, Block
from plugins.digest.text.clean import line
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


def seen(folder: Path, article: Article) -> tuple[str, dict[str, object]]:
    """The text of the page and the metadata that the site gets for this article."""
    file = folder / "articles" / "x.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(to_markdown(article), encoding="utf-8")
    reader = ArticleReader({**DEFAULT_CONFIG, "PATH": str(folder), "NOW": datetime(2030, 1, 1, tzinfo=UTC)})
    content, metadata = reader.read(str(file))
    assert not re.search(r"<\s*(?:script|img|iframe|svg|style)", content, re.I)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", content)).split()), metadata


@pytest.mark.parametrize("title", TITLES)
def test_a_hostile_title_is_the_same_title_on_the_site(tmp_path: Path, title: str) -> None:
    article = Article(title=title, body=(Block("paragraph", title),), date=date(2016, 3, 15))
    text, metadata = seen(tmp_path, article)
    assert metadata["title"] == line(title)
    assert metadata["status"] == "published"
    assert text == line(title)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.articles)
def test_any_article_is_the_same_article_on_the_site(tmp_path: Path, article: Article) -> None:
    plain = replace(article, lang="", embargo_until=None, status="hidden", date=date(2016, 3, 15))
    text, metadata = seen(tmp_path, plain)
    words = " ".join(" ".join(line(block.text) for block in article.body).split())
    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", words)
    assert metadata["title"] == line(article.title)
    assert metadata["standfirst"] == line(article.standfirst)
    assert metadata["named_authors"] == tuple(text for text in map(line, article.authors) if text)
