"""The list of what is not published, for the local server: only `invoke serve --drafts` has this feature."""

from __future__ import annotations

import json
from collections.abc import Iterator

from glose.digest.site.room import Room
from glose.digest.site.site import Site
from glose.digest.site.values import READ, Article, Page, Sheet

FILE = "unpublished.json"


def pages(site: Site) -> Iterator[Page]:
    """One file."""
    texts: tuple[Article | Sheet, ...] = (*site.articles, *site.sheets)
    rows = [(one.url, one.file, one.status, one.title) for one in texts if one.status not in READ]
    yield Page(FILE, FILE, site.settings.lang, FILE, (), {"rows": rows})


def write(page: Page, room: Room) -> str:
    """Address, file, status and title of each."""
    return json.dumps(page.values["rows"], ensure_ascii=False, indent=0)


WRITERS = {FILE: write}
