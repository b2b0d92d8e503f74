"""A title as the last part of an address: ASCII, short, never empty, never a reserved name."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

LONGEST = 80
"""Characters: addresses stay readable, and a file name of it below every file system's limit."""

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that no file has on Windows, whatever its ending."""

RESERVED = DEVICES | frozenset(
    [
        *["index", "feeds", "theme", "tags", "glossary", "timeline", "sources", "archives", "search"],
        *["corrections", "static", "images", "pages", "categories", "authors", "drafts", "sitemap", "404"],
        *["robots", "favicon"],
    ]
)
"""Names with a meaning to the site's own addresses or to a file system."""

VALID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slugify(text: str) -> str:
    """The slug of a text: stable, made of a-z, 0-9 and single hyphens.

    >>> slugify("Syrie : Al-Qaïda d'ici 48 heures"), slugify("جبهة النصرة"), slugify("CON")
    ('syrie-al-qaida-d-ici-48-heures', 'jbht-alnsrt', 'con-article')
    """
    from anyascii import anyascii  # a Pelican site that takes the glossary alone writes no slugs

    words = re.findall(r"[a-z0-9]+", anyascii(text[: LONGEST * 4]).lower())
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word
    slug = slug or (words[0][:LONGEST] if words else "article-" + _mark(text))
    return f"{slug}-article" if slug in RESERVED else slug


@lru_cache(10_000)
def name_slug(text: str) -> str:
    """The slug of a name below a folder of its own, such as ``tags/``, where no word is reserved; never empty.

    >>> name_slug("Index"), name_slug("C++"), len(name_slug("!!!")) > 0
    ('index', 'c', True)
    """
    slug = slugify(text)
    bare = slug.removesuffix("-article")
    return bare if bare in RESERVED - DEVICES else slug


def fault(slug: str) -> str:
    """What is wrong with a slug that a person wrote; empty when nothing is."""
    return name_fault(slug) or ("is a name that the site needs for itself" if slug in RESERVED else "")


def name_fault(slug: str) -> str:
    """What is wrong with a slug below a folder of its own, where no word is reserved but for file systems."""
    if not VALID.fullmatch(slug):
        return "may hold a-z, 0-9 and single hyphens only"
    if len(slug) > LONGEST + len("-article"):
        return f"is longer than {LONGEST} characters"
    return "is a name that no file has on Windows" if slug in DEVICES else ""


def _mark(text: str) -> str:
    """What tells one title without letters from another: eight hex digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def is_aside(name: str) -> bool:
    """Whether a file of that name is none of the site's: what editors and their programs leave beside their work."""
    return name.startswith((".", "_")) or name.endswith("~")
