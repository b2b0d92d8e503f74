"""A post as another program keeps it, before it has a place here; and what a maintainer is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from glose.digest.model.article import Image

Program = Literal["hugo", "jekyll", "pelican", "wordpress"]
PROGRAMS: tuple[Program, ...] = ("hugo", "jekyll", "pelican", "wordpress")


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that a maintainer should know; notes that say the same are told together, with their number."""

    what: str
    """The same words wherever it is the same thing."""
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post or page. What its program does not say of it is empty, None or ()."""

    path: str
    """Its file, as messages name it."""
    id: str
    """What tells it from every other post of its program, at the next import too."""
    text: str
    line: int = 1
    """Line of the file on which the post begins."""
    first: int = 1
    """Line of the file on which its text begins."""
    markup: Literal["markdown", "html", "rest"] = "markdown"
    folder: Path | None = None
    """Where files lie that it names by a relative path."""
    page: bool = False
    """True for a page of the site's own, which has no date in its address."""
    title: str = ""
    when: date | datetime | None = None
    modified: date | datetime | None = None
    embargo: datetime | None = None
    slug: str = ""
    """As its program has it, in any letters."""
    lang: str = ""
    version_of: str = ""
    """What it has in common with the same post in other languages; empty where there is none."""
    status: str = "published"
    held: tuple[str, ...] = ()
    """Why a person has to look at it, one line a reason: it becomes a draft."""
    category: str = ""
    tags: tuple[str, ...] = ()
    summary: str = ""
    authors: tuple[str, ...] = ()
    image: Image = field(default_factory=Image)
    """Its picture; `src` is as its program names it."""
    address: str = ""
    """Where it stood: ``/posts/name/``; empty where nobody knows."""
    former: tuple[str, ...] = ()
    """Addresses that led to it."""
    kept: Mapping[str, object] = field(default_factory=dict)
    """Fields that have no home here, as they were."""
    notes: tuple[Note, ...] = ()
