"""Words that are no name wherever they stand: small words, titles, days, months. A file of data a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(file.stem for file in FOLDER.glob("*.txt")))
"""Languages that have a list. Another one is a file more."""


@cache
def stop_words(lang: str) -> frozenset[str]:
    """The words of a language (BCP 47) in small letters; those of all languages where it has no list.

    >>> "selon" in stop_words("fr-CA"), "selon" in stop_words("en"), "selon" in stop_words("und")
    (True, False, True)
    """
    own = lang.partition("-")[0]
    found: set[str] = set()
    for one in (own,) if own in LANGUAGES else LANGUAGES:
        rows = (FOLDER / f"{one}.txt").read_text(encoding="utf-8").splitlines()
        found.update(word for row in rows if not row.startswith("#") for word in row.split())
    return frozenset(found)
