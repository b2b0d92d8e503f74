"""Where seeds and articles lie, what a maintainer calls those places, and what conversion must know of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glose.digest.editions import Editions


@dataclass(frozen=True, slots=True)
class Site:
    """What conversion has to know of the site."""

    timezone: str
    """IANA name; a day of publication begins in it."""
    lang: str
    """Language at the root of the site."""
    editions: tuple[str, ...] = ()
    """Languages with a site of their own, the root's first; only that one when empty."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    """Agencies of the house's own, code by name."""

    def address(self, lang: str, moment: str, slug: str) -> str:
        """The address of an article (contracts, section 5). `moment`: its date, as ISO 8601."""
        editions = Editions(self.editions or (self.lang,))
        return f"/{editions.prefix(lang)}{moment[:10].replace('-', '/')}/{slug}/"


@dataclass(frozen=True, slots=True)
class Folders:
    """The two folders of a project that conversion reads and writes."""

    seeds: Path
    content: Path

    @property
    def articles(self) -> Path:
        return self.content / "articles"

    @property
    def generated(self) -> Path:
        """The last generated text of every article, at the same path: the base of the next merge."""
        return self.content / ".generated"

    @property
    def images(self) -> Path:
        return self.content / "images"

    def seed_name(self, seed: str) -> str:
        """``seeds/x.txt``, for messages."""
        return f"{self.seeds.name}/{seed}"

    def article_name(self, path: str) -> str:
        """``content/articles/x.md``, for messages."""
        return f"{self.content.name}/articles/{path}"

    def name(self, file: Path) -> str:
        """``content/articles/x.md``, for messages."""
        return f"{self.content.name}/{file.relative_to(self.content).as_posix()}"
