"""An edition: the site in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from plugins.digest.edition.language import direction, language_name, territory


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's part of the site."""

    lang: str
    """BCP 47 tag."""
    prefix: str
    """Where it stands below the site's root: empty, or ``en/``."""
    articles: tuple[Any, ...]
    """Its published articles, newest first."""

    @property
    def name(self) -> str:
        """The language's own name, as a sentence would begin with it: ``Français``."""
        return language_name(self.lang)

    @property
    def direction(self) -> str:
        return direction(self.lang)

    @property
    def territory(self) -> str:
        """The locale as Open Graph writes it: ``fr_FR``."""
        return territory(self.lang)


Days = tuple[tuple[date, tuple[Any, ...]], ...]


def by_day(articles: Iterable[Any]) -> Days:
    """Articles, sorted by date, as (day, articles of that day)."""
    return tuple(
        (day, tuple(found)) for day, found in groupby(articles, key=lambda article: article.date.date())
    )


def pages_of(days: Days, size: int) -> Iterator[Days]:
    """Days cut into pages of at least `size` articles each, but for the last: a day is never torn apart."""
    page: Days = ()
    for day in days:
        page += (day,)
        if sum(len(articles) for _, articles in page) >= size:
            yield page
            page = ()
    if page:
        yield page
