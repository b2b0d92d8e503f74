"""What a quick look at an article's header finds is what reading it finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.batch.existing_articles import BrokenArticle, ExistingArticle, facts, scan
from glose.digest.batch.identity import story
from glose.digest.markdown import parse, to_markdown
from glose.digest.model.article import Article, Block, Correction, SeedRef
from glose.digest.model.errors import FrontMatterError
from glose.digest.text.clean import line

TEXT = st.text(max_size=20)
ARTICLES = st.builds(
    Article,
    title=st.text(min_size=1, max_size=20).filter(str.isalnum),
    body=st.just((Block("paragraph", "Un texte."),)),
    date=st.none()
    | st.dates(min_value=date(1900, 1, 1))
    | st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(year=2016)),
    lang=st.sampled_from(["fr", "en", "pt-BR", ""]),
    status=st.just("draft"),
    source=TEXT,
    standfirst=TEXT,
    variant_of=st.sampled_from(["", "un-autre"]),
    revision=TEXT,
    embargo_until=st.none() | st.just(datetime(2016, 3, 20, tzinfo=UTC)),
    corrections=st.sampled_from([(), (Correction(date(2016, 3, 16), "Un nom : corrigé"),)]),
    seed=st.builds(
        SeedRef,
        st.text(min_size=1, max_size=20).filter(line),
        st.just("a" * 64),
        item=TEXT,
        sidecar=st.sampled_from(["", "b" * 64]),
    ),
)


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_a_quick_look_finds_what_reading_finds(article: Article) -> None:
    text = to_markdown(article)
    fields, body = parse(text, "x.md")
    found = facts(text.encode(), "x.md", "x.md")
    seed, converter = fields["seed"], fields["converter"]
    assert found == ExistingArticle(
        path="x.md",
        seed=seed.get("path", ""),
        item=seed.get("item", ""),
        story=story(seed.get("item", ""), fields.get("source", ""), seed.get("path", "")),
        sha256=seed["sha256"],
        sidecar=seed.get("sidecar", ""),
        version=converter["version"],
        generated=converter["sha256"],
        title=fields["title"],
        slug=fields["slug"],
        lang=fields["lang"],
        status="draft",
        date=fields["date"].isoformat() if "date" in fields else "",
        modified="",
        revision=fields.get("revision", ""),
        embargo_until=fields["embargo_until"].isoformat() if "embargo_until" in fields else "",
        variant_of=fields.get("variant_of", ""),
        source=fields.get("source", ""),
        corrections="corrections" in fields,
        aliases=False,
        edited=False,
        size=found.size,
    )
    assert 0 <= found.size - len(body.encode()) < 20


SAME = """\
---
title: À la main
slug: le-pont
lang: fr
status: published
date: 2016-03-15
seed:
  path: un dossier/a.txt
  sha256: {digest}
---

Texte.
"""
OTHERWISE = """\
---
title: À la main
"slug": 'le-pont'  # ne pas changer
lang: "fr"
status:   published
date: 2016-03-15   # un mardi
seed: {{path: "un dossier/a.txt", sha256: {digest}}}
---

Texte.
"""
IN_QUOTES = """\
---
title: "À la \\x6dain"
slug: "le-pont"
lang: "fr"
status: "published"
date: "2016-03-15"
seed:
  path: "un dossier\\/a.txt"
  sha256: "{digest}"
---

Texte.
"""


@pytest.mark.parametrize("written", [OTHERWISE, IN_QUOTES, IN_QUOTES.replace("\\/", "/")])
def test_a_header_in_a_person_s_own_yaml_says_the_same(written: str) -> None:
    one = facts(SAME.format(digest="a" * 64).encode(), "x.md", "x.md")
    other = facts(written.format(digest="a" * 64).encode(), "x.md", "x.md")
    assert replace(other, size=one.size) == one
    assert one.seed == "un dossier/a.txt"


def test_line_breaks_of_windows_change_nothing() -> None:
    text = SAME.format(digest="a" * 64)
    one, other = (
        facts(data, "x.md", "x.md") for data in (text.encode(), text.replace("\n", "\r\n").encode())
    )
    assert replace(other, size=one.size) == one


@pytest.mark.parametrize("text", ["", "---\n", "Du texte.\n", "---\ntitle: x\n---\n\nTexte.\n", "\0\1"])
def test_what_has_no_slug_is_no_article(text: str) -> None:
    with pytest.raises(FrontMatterError):
        facts(text.encode(), "x.md", "x.md")


def test_a_folder_is_looked_through_and_the_broken_ones_are_named(tmp_path: Path) -> None:
    (tmp_path / "2016").mkdir()
    (tmp_path / "2016" / "b.md").write_text(SAME.format(digest="a" * 64), encoding="utf-8")
    (tmp_path / "a.md").write_text(SAME.format(digest="a" * 64).replace("slug:", "slgu:"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Rien.")
    (tmp_path / "c.md").symlink_to("a.md")
    found = list(scan(tmp_path, "content/articles"))
    assert [type(one) for one in found] == [ExistingArticle, BrokenArticle, BrokenArticle]
    assert [one.path for one in found] == ["2016/b.md", "a.md", "c.md"]
    assert [one.seed for one in found] == ["un dossier/a.txt", "un dossier/a.txt", ""]
    assert str(found[2].faults[0]).startswith("content/articles/c.md: is a symbolic link")


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list(scan(tmp_path / "nothing", "content/articles")) == []
