"""What others than the tasks say, in the language of whoever reads it: of a file that is wrong, of an option.

The library speaks English and knows nothing of terminals. What it says reaches us from other processes, from what
builds remember and from headers of articles as well: so it is known again by its message, the words between the values,
which the catalogues in findings/ and help/ hold. What no message fits stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from glose.tasks.words import SPOKEN, read

HERE = Path(__file__).parent
FINDINGS, HELP = "findings", "help"
"""Folders of catalogues."""
INNER = re.compile(r"(?:what|why|todo|where|often)\d?")
"""Names of values that are messages themselves."""
DEEPEST = 3
"""Messages within messages."""
LETTERS = 3
"""Of a message that is known by its own words alone."""
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+")


class Message(NamedTuple):
    """A message, taken apart.

    >>> Message.of("{name} is no {kind}")
    Message(parts=('', ' is no ', ''), names=('name', 'kind'))
    """

    parts: tuple[str, ...]
    """Its own words, with the gaps of its values between them."""
    names: tuple[str, ...]
    """Of its values."""

    @classmethod
    def of(cls, text: str) -> Message:
        """Reads it as `str.format` does."""
        parts, names = [""], []
        for words, name, *_ in Formatter().parse(text):
            parts[-1] += words
            if name is not None:
                names.append(name)
                parts.append("")
        return cls(tuple(parts), tuple(names))

    @property
    def is_telling(self) -> bool:
        """Whether it has words of its own, by which it is told from what others say."""
        letters = sum(map(str.isalpha, "".join(self.parts)))
        return letters >= LETTERS or not any(map(INNER.fullmatch, self.names))

    def values(self, said: str) -> dict[str, str] | None:
        """The values in what was said, each as short as can be; None where it says something else.

        Only a message within it may be empty.

        >>> Message.of("{name} is no {kind}").values("LOGO is no file")
        {'name': 'LOGO', 'kind': 'file'}
        """
        if len(self.parts) == 1:
            return {} if said == self.parts[0] else None
        first, *middle, last = self.parts
        if not (said.startswith(first) and said.endswith(last)):
            return None
        values, at, end = {}, len(first), len(said) - len(last)
        for name, words in zip(self.names, (*middle, None), strict=True):
            least = at if INNER.fullmatch(name) else at + 1
            until = end if words is None else said.find(words, least, end)
            if until < least:
                return None
            values[name] = said[at:until]
            at = until + len(words or "")
        return values


class Messages:
    """Those of a language with their translations, to be found by what was said."""

    def __init__(self, translated: Mapping[str, str]) -> None:
        self._messages = [(Message.of(text), other) for text, other in translated.items()]
        self._messages.sort(key=lambda one: -sum(map(len, one[0].parts)))
        self._by_sign: dict[str, list[tuple[Message, str]]] = {}

    def of(self, said: str, deep: int = DEEPEST) -> tuple[str, dict[str, str]] | None:
        """The translation of the message that it is, with its values: of several the one that says most itself.

        `deep`: how far messages are looked for within it.
        """
        for message, other in self._beginning(said[:1]):
            values = message.values(said)
            if values is not None and (message.is_telling or self._are_ours(values, deep)):
                return other, values
        return None

    def _are_ours(self, values: Mapping[str, str], deep: int) -> bool:
        """Whether a message without words of its own, ``{what} ({why})``, has some of ours inside, or names a key."""
        inner = {name: text for name, text in values.items() if INNER.fullmatch(name)}
        if " " not in inner.get("where", " "):
            return True
        return deep > 0 and any(self.of(text, deep - 1) for text in inner.values())

    def _beginning(self, sign: str) -> list[tuple[Message, str]]:
        """Those that may begin with a sign."""
        if sign not in self._by_sign:
            self._by_sign[sign] = [one for one in self._messages if one[0].parts[0][:1] in ("", sign)]
        return self._by_sign[sign]


@cache
def messages(lang: str, room: str) -> Messages:
    """Those of a folder that are translated into a language."""
    found = read((HERE / room / f"{lang}.po").read_text(encoding="utf-8"))
    return Messages({text: forms[0] for text, forms in found.items()})


def translated(said: str, lang: str, room: str = FINDINGS, deep: int = DEEPEST) -> str:
    """What was said, in a language that is not English; its amounts are grouped as there.

    `deep`: how far messages within it are translated.
    """
    found = messages(lang, room).of(said, deep) if deep >= 0 else None
    if found is None:
        return said
    other, values = found
    return other.format_map({name: _value(name, text, lang, room, deep) for name, text in values.items()})


def _value(name: str, text: str, lang: str, room: str, deep: int) -> str:
    if INNER.fullmatch(name):
        return translated(text, lang, room, deep - 1)
    return text.replace(",", SPOKEN[lang].thousands) if _AMOUNT.fullmatch(text) else text
