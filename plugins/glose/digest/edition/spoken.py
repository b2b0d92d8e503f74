"""Which catalogues say an edition's words, and how many of them wait for a translator."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    found: set[str] = set()
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        starts = [match.start() for match in _MESSAGE.finditer(text)]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            entry = _MESSAGE.match(text, start)
            forms = [_text(form[1]) for form in _FORM.finditer(text, start, end)]
            before = text.rfind("\n\n", 0, start) + 1
            if entry and forms and all(forms) and not _FUZZY.search(text, before, start):
                found.add(_text(entry[1]))
    return found - {""}


def _text(quoted: str) -> str:
    return "".join(_QUOTED.findall(quoted))
