"""Where seeds and articles lie, and what a maintainer calls those places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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

    def name(self, file: Path) -> str:
        """``content/articles/x.md``, for messages."""
        return f"{self.content.name}/{file.relative_to(self.content).as_posix()}"
