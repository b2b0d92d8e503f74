"""Articles by day, cut into the pages of a listing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from glose.digest.site.site import Site
from glose.digest.site.values import Article

Turn = list[list[Article]]
"""A page of a listing: its days, each with its articles."""


def turns(articles: Iterable[Article], size: int) -> list[Turn]:
    """Articles, newest first, cut into pages of at least `size`, but for the last: a day is never torn apart."""
    days: dict[str, list[Article]] = {}
    for article in articles:
        days.setdefault(article.when[:10], []).append(article)
    found: list[Turn] = [[]]
    room = size
    for day in sorted(days, reverse=True):  # as each article's own clock has it, which may not be in order
        if room <= 0:
            found.append([])
            room = size
        found[-1].append(days[day])
        room -= len(days[day])
    return found


def paged(
    site: Site, lang: str, template: str, path: str, found: Sequence[Turn]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """``path``, ``path/page/2/`` and so on. A page knows whether another follows, not how many."""
    for number, days in enumerate(found, 1):
        values = {
            "days": tuple((day[0].date.date(), tuple(site.card(one, lang) for one in day)) for day in days),
            "page_number": number,
            "older": number < len(found),
            "first_page": path,
        }
        yield template, path if number == 1 else f"{path}page/{number}/", values
