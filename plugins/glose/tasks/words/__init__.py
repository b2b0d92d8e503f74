"""The words of the tasks in the language of whoever runs them: French, German, or English as it stands in the code.

`say` is for sentences of the tasks' own, `spoken` for what the library finds.

What programs read (JSON, SARIF, GitHub's commands), paths and lines are the same in every language.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_LINE = re.compile(r'(?:(msgid_plural|msgid|msgstr)(?:\[\d\])? )?(".*")')


class Spoken(NamedTuple):
    """What is known of a language beside its words."""

    thousands: str
    """What stands between them."""
    is_many: Callable[[int], bool]
    """Whether a number takes the plural (CLDR's rule, of which whole numbers below a million are enough)."""


SPOKEN: Mapping[str, Spoken] = {
    "de": Spoken(".", lambda number: number != 1),
    "en": Spoken(",", lambda number: number != 1),
    "fr": Spoken("\u202f", lambda number: number > 1),
}


def language() -> str:
    """That of GLOSE_LANG, or else of the locale; English where we know no words of it."""
    wanted = next(filter(None, map(os.environ.get, ("GLOSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    tag = re.split(r"[-_.@]", wanted)[0].lower()
    return tag if tag in SPOKEN else "en"


def say(message: str, plural: str = "", number: int = 1, **values: object) -> str:
    """A message of ours, with its values, as whoever runs the task reads it.

    `plural`: the message for many of `number`, which stands in it as ``{number}``. Whole numbers are grouped; what is
    no amount, a port or a line, is given as text.

    >>> say("{number} page", "{number} pages", 1200)
    '1,200 pages'
    """
    lang = language()
    known = SPOKEN[lang]
    forms = () if lang == "en" else _words(lang).get(message, ())
    forms = forms or ((message, plural) if plural else (message,))
    text = forms[min(known.is_many(number) if plural else 0, len(forms) - 1)]
    if plural:
        values["number"] = number
    if not values:
        return text.replace("{{", "{").replace("}}", "}")
    return text.format_map({name: _grouped(one, known.thousands) for name, one in values.items()})


def spoken(said: str, room: str = "findings") -> str:
    """What the library says in English, a finding's clause, as whoever runs the task reads it.

    `room`: the folder of catalogues; those in help/ are for what tasks and options do.
    """
    lang = language()
    if lang == "en" or not said:
        return said
    from glose.tasks.words.messages import translated  # which nobody needs who reads English

    return translated(said, lang, room)


def later(message: str) -> str:
    """A message that `say` is given elsewhere, by a variable; named here for those who look for what to translate."""
    return message


def _grouped(value: object, thousands: str) -> object:
    return f"{value:,}".replace(",", thousands) if type(value) is int else value


@cache
def _words(lang: str) -> Mapping[str, tuple[str, ...]]:
    return read((HERE / f"{lang}.po").read_text(encoding="utf-8"))


def read(text: str) -> dict[str, tuple[str, ...]]:
    """The finished translations of a .po file, by message. Babel reads them as well, in ten times the time."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in text.split("\n\n"):
        parts: list[list[str]] = []
        for line in entry.splitlines():
            if read := _LINE.fullmatch(line):
                parts += [[read[1], ""]] if read[1] else []
                parts[-1][1] += json.loads(read[2])
        said = [words for kind, words in parts if kind == "msgstr"]
        if parts and parts[0][1] and all(said) and "#, fuzzy" not in entry:
            found[parts[0][1]] = tuple(said)
    return found
