"""The queries that docs/search.md promises to answer, asked of this project's own site in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.tasks.search_index import index
from tests.browser.conftest import serving, watch

pytestmark = pytest.mark.browser
DOCS = Path(__file__).parents[2] / "docs" / "search.md"
ROW = re.compile(r"^\| (fr|en) \| `(.+?)` \| `(.+?)` \| .+ \|$", re.MULTILINE)
WANTED, RIGHT = 48, 46
FIRST = "() => document.querySelector('#near a, #results a')?.pathname"
DONE = "words => new URLSearchParams(location.search).get('q') === words && results.ariaBusy === 'false'"


@pytest.fixture(scope="module")
def searchable(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a copy of the project's site with its index."""
    site = tmp_path_factory.mktemp("searchable") / "site"
    shutil.copytree(built_site, site)
    index(site)
    with serving(site) as address:
        yield address


def test_the_table_in_the_docs_is_what_readers_find(chromium, searchable):
    rows = ROW.findall(DOCS.read_text(encoding="utf-8"))
    assert len(rows) == WANTED
    context = chromium.new_context(locale="fr-FR")
    seen = watch(context.new_page(), searchable)
    wrong = []
    for lang in ("fr", "en"):
        prefix = "" if lang == "fr" else f"{lang}/"
        seen.page.goto(f"{searchable}{prefix}search/")
        for words, expected in [(words, page) for edition, words, page in rows if edition == lang]:
            seen.page.fill("#q", words)
            seen.page.wait_for_function(DONE, arg=words)
            found = seen.page.evaluate(FIRST)
            if not found or not found.endswith(f"/{prefix}{expected}"):
                wrong.append((lang, words, expected, found))
    context.close()
    assert len(rows) - len(wrong) >= RIGHT, wrong
    assert seen.complaints == []
    print(f"{len(rows) - len(wrong)} of {len(rows)} right first", *wrong, sep="\n")
