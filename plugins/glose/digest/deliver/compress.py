"""Compressed twins of files, made once for all readers: ``page.html.gz`` and ``page.html.br``."""

from __future__ import annotations

import gzip
from pathlib import PurePosixPath

import brotli

TEXTS = frozenset(".html .css .js .json .jsonld .xml .svg .txt .ttl .webmanifest".split())
"""What shrinks; pictures, and what Pagefind made, are compressed as they are."""
LEAST = 860
"""Bytes of a file below which a twin saves no packet."""
TWINS = (".gz", ".br")


def is_text(path: str) -> bool:
    """Whether a file of that name may get twins."""
    return PurePosixPath(path).suffix in TEXTS


def shrinks(path: str, size: int) -> bool:
    """Whether a file of that name and size gets twins."""
    return is_text(path) and size >= LEAST


def is_twin(path: str) -> bool:
    """Whether a path is that of a twin.

    >>> is_twin("a.html.gz"), is_twin("a.gz"), is_twin("a.html")
    (True, False, False)
    """
    stem, dot, suffix = path.rpartition(".")
    return f"{dot}{suffix}" in TWINS and is_text(stem)


def twins(data: bytes) -> dict[str, bytes]:
    """Suffix to compressed bytes, the same for the same bytes at any time; nothing that is not smaller.

    >>> sorted(twins(b"a text, " * 200)), twins(b"x")
    (['.br', '.gz'], {})
    """
    made = {
        ".gz": gzip.compress(data, 9, mtime=0),
        ".br": brotli.compress(data, mode=brotli.MODE_TEXT, quality=11),
    }
    return {suffix: found for suffix, found in made.items() if len(found) < len(data)}
