"""Every link inside the documentation leads somewhere."""

from __future__ import annotations

import re
from posixpath import normpath

import pytest

from tests.docs.manual import PAGES, ROOT, anchors, prose, spanless, text

CONTENTS = "docs/index.md"
LINK = re.compile(r"\]\((?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?\)")


def relative_links(page: str) -> list[tuple[str, str]]:
    found = (match.group("path", "anchor") for match in LINK.finditer(spanless(prose(page))))
    return [
        (path, anchor or "") for path, anchor in found if not path.startswith(("http:", "https:", "mailto:"))
    ]


@pytest.mark.parametrize("page", PAGES)
def test_a_relative_link_leads_to_a_file_and_its_anchor_to_a_heading(page: str) -> None:
    for path, anchor in relative_links(page):
        target = ((ROOT / page).parent / path).resolve() if path else ROOT / page
        assert target.is_file(), f"{page}: {path} leads nowhere"
        if anchor:
            name = target.relative_to(ROOT).as_posix()
            assert anchor in anchors(name), f"{page}: {path}#{anchor} names no heading"


def test_the_readme_leads_to_the_contents_page_and_that_to_every_other() -> None:
    assert CONTENTS in {path for path, _ in relative_links("README.md")}
    reached = {normpath(f"docs/{path}") for path, _ in relative_links(CONTENTS)}
    assert set(PAGES) - reached == {"README.md", CONTENTS}


def test_an_address_within_a_span_of_code_is_no_link() -> None:
    assert not LINK.search(spanless("write `[a](javascript:b)`"))
    assert LINK.search(spanless("see [`a`](b.md)"))


def test_headings_get_the_ids_that_github_gives_them() -> None:
    assert "status-revisions-embargoes" in anchors("docs/converting.md")
    assert not any("," in name or " " in name for page in PAGES for name in anchors(page))


@pytest.mark.parametrize("page", PAGES)
def test_lines_of_prose_have_120_characters_at_most(page: str) -> None:
    for line in prose(page).splitlines():
        assert len(line) <= 120 or line.startswith("|"), line


@pytest.mark.parametrize("page", PAGES)
def test_every_column_of_a_table_has_a_name(page: str) -> None:
    for head in re.findall(r"^(\|.*\|)\n\|-", prose(page), re.M):
        assert all(cell.strip() for cell in head.strip("|").split("|")), head


@pytest.mark.parametrize("page", PAGES)
def test_fences_are_closed(page: str) -> None:
    assert "```" not in prose(page), "a block of code is not closed"
    assert text(page).endswith("\n")
