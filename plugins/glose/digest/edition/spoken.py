"""Which catalogues say an edition's words, and how many of them wait for a translator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from glose.digest.layers import Layers
from glose.digest.text.script import script_of

OTHERWISE = "en"
"""What an edition says in the place of words that nobody has translated; the settings' check tells of it."""
_MESSAGE = re.compile(r'^msgid\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_FORM = re.compile(r'^msgstr(?:\[\d\])?\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Count(NamedTuple):
    """How far a translation is."""

    done: int
    whole: int

    @property
    def waiting(self) -> int:
        """Messages without a translation."""
        return self.whole - self.done


def spoken(theme: Layers, lang: str) -> list[Path]:
    """The catalogues of a language, of those that it comes from, and of English, the nearest first."""
    return [file for tag in dict.fromkeys((*tags(lang), OTHERWISE)) for file in catalogues(theme, tag)]


def catalogues(theme: Layers, tag: str) -> list[Path]:
    """A digest's own file of a language, and the theme's."""
    return theme.all(f"translations/{tag}.po")


def tags(lang: str) -> Iterator[str]:
    """A tag, and the wider ones whose words can stand in for its own: written alike.

    >>> list(tags("de-CH")), list(tags("zh-Hant-TW")), list(tags("sr-Latn"))
    (['de-CH', 'de'], ['zh-Hant-TW', 'zh-Hant'], ['sr-Latn'])
    """
    parts = lang.split("-")
    for size in range(len(parts), 0, -1):
        tag = "-".join(parts[:size])
        if size == len(parts) or script_of(tag) == script_of(lang):
            yield tag


def counted(theme: Layers, lang: str) -> Count:
    """How many of the interface's messages are said in a language. Reads the files as text: a build asks each time."""
    whole = said(catalogues(theme, OTHERWISE))
    if not whole:
        return Count(0, 0)
    return Count(
        len(whole & said([file for tag in tags(lang) for file in catalogues(theme, tag)])), len(whole)
    )


def said(files: list[Path]) -> set[str]:
    """The messages that the files translate whole."""
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in files)
    return {message for text in texts for message in _said(text)}


@lru_cache(16)  # each edition asks for English, too
def _said(text: str) -> frozenset[str]:
    found: set[str] = set()
    entries = list(_MESSAGE.finditer(text))
    ends = [*(entry.start() for entry in entries[1:]), len(text)]
    for entry, end in zip(entries, ends, strict=True):
        start = entry.start()
        forms = [_text(form[1]) for form in _FORM.finditer(text, entry.end(), end)]
        before = text.rfind("\n\n", 0, start) + 1
        if forms and all(forms) and not _FUZZY.search(text, before, start):
            found.add(_text(entry[1]))
    return frozenset(found - {""})


def _text(quoted: str) -> str:
    return "".join(_QUOTED.findall(quoted))
