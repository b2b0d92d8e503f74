"""The interface's words in one language: a gettext catalogue, read from its .po file."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from glose.digest.edition.language import locale_of
from glose.digest.model.errors import DigestError, Fault
from glose.digest.text.typography import typeset

_OPEN = re.compile(r'(?:msg\w+(?:\[\d+\])?\s*)?"(?:[^"\\]|\\.)*\\?')
"""A line whose text has no end."""
_VALUE = re.compile(r"%\((\w+)\)s")


class _Missing(gettext.NullTranslations):
    """What gettext asks when a catalogue lacks a message: an error, never the message itself."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def gettext(self, message: str) -> str:
        raise DigestError(
            Fault(self.path, None, f'no translation of "{message}"', "add a msgid and its msgstr")
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's words, set by that language's typographic rules."""

    lang: str
    """BCP 47 tag."""
    translations: gettext.NullTranslations
    """The messages, with an error behind them for those that are missing."""

    _set: dict[tuple[str, int], str] = field(default_factory=dict, compare=False, repr=False)
    """What has been set already: a page asks for some forty messages, the same as the page before."""

    def text(self, message: str) -> str:
        """The translation of `message`; `DigestError` when there is none."""
        return self._typeset(message, -1, lambda: self.translations.gettext(message))

    def plural(self, one: str, many: str, number: int) -> str:
        """The translation of a counted message, in the plural form that the language has for `number`."""
        return self._typeset(one, number, lambda: self.translations.ngettext(one, many, number))

    def _typeset(self, message: str, number: int, find: Callable[[], str]) -> str:
        if (message, number) not in self._set:
            self._set[message, number] = typeset(find(), self.lang)
        return self._set[message, number]


def load_catalogue(*files: tuple[Path, str]) -> Catalogue:
    """Reads ``<lang>.po``, each file with its name as errors show it; what the first does not say, the next says.

    What is empty or marked fuzzy is not said, so that the last file stands in for a translation that is not finished:
    English, which must be whole. Raises `DigestError` for an unreadable file, for a translation that asks for values
    which its message does not have, and for what the last file does not say.
    """
    *firsts, last = files
    chain = [*(_compiled(path, name) for path, name in firsts), _compiled(*last, whole=True)]
    for first, then in pairwise([*chain, _Missing(last[1])]):
        first.add_fallback(then)
    return Catalogue(files[0][0].stem, chain[0])


def _compiled(path: Path, name: str, whole: bool = False) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(BytesIO(_binary(_bytes(path, name), path.stem, name, whole)))


@lru_cache(64)
def _binary(data: bytes, stem: str, name: str, whole: bool) -> bytes:
    catalogue, faults = _read(data, stem, name)
    if whole:
        faults += [
            Fault(
                name,
                message.lineno,
                f'"{_first(message.id)}" is not translated',
                "write its msgstr, drop the fuzzy mark",
            )
            for message in catalogue
            if message.id and not is_finished(message)
        ]
    if faults:
        raise DigestError.of(faults)
    for message in [one for one in catalogue if one.id and not is_finished(one)]:
        catalogue.delete(message.id, message.context)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def read_catalogue(path: Path, name: str) -> tuple[Catalog, list[Fault]]:
    """Reads a .po file, and what is wrong in its translations; raises `DigestError` for what is none."""
    return _read(_bytes(path, name), path.stem, name)


def catalogue_faults(path: Path, name: str) -> tuple[Fault, ...]:
    """What is wrong in a .po file: every build asks, and the file seldom changes."""
    return _faults(_bytes(path, name), path.stem, name)


@lru_cache(64)
def _faults(data: bytes, stem: str, name: str) -> tuple[Fault, ...]:
    try:
        return tuple(_read(data, stem, name)[1])
    except DigestError as error:
        return error.faults


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DigestError(
            Fault(name, None, f"cannot be read: {error.strerror}", "make it readable")
        ) from error


def _read(data: bytes, stem: str, name: str) -> tuple[Catalog, list[Fault]]:
    try:
        catalogue = read_po(BytesIO(data), locale=locale_of(stem), abort_invalid=True)
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        # Babel counts lines from 0, and says so at the end of its words.
        line = error.lineno + 1 if isinstance(error, PoFileError) else None
        why = str(error).removesuffix(f" on {(line or 0) - 1}")
        todo = "mend that line" if line else "`invoke new.language` makes one that is right"
        raise DigestError(Fault(name, line, f"not a gettext catalogue: {why}", todo)) from error
    faults = [
        Fault(name, number, "a text in quotes is not closed", 'end the line with "')
        for number, row in enumerate(data.decode("utf-8", "replace").split("\n"), 1)
        if _OPEN.fullmatch(row.strip())
    ]
    faults += [
        Fault(name, message.lineno, f'the translation of "{_first(message.id)}" does not fit: {what}', todo)
        for message in catalogue
        if message.id and is_finished(message)
        for what, todo in _misfits(message)
    ]
    return catalogue, list(dict.fromkeys(faults))


def is_finished(message: Message) -> bool:
    """True for a message that is translated whole, in every plural form."""
    return not message.fuzzy and all(_forms(message.string))


def _misfits(message: Message) -> Iterator[tuple[str, str]]:
    """What would be left out or stop a page when the values are filled in."""
    first = _first(message.id)
    names = _VALUE.findall(first)
    values = dict.fromkeys(names, "x")
    for form in _forms(message.string):
        if not names:
            continue
        try:
            form % values
        except (KeyError, ValueError, TypeError):
            yield (
                f'"{form}"',
                f"write the values as the message has them: {', '.join(f'%({one})s' for one in names)}",
            )
        else:
            lost = (
                [one for one in names if one not in _VALUE.findall(form)] if not message.pluralizable else []
            )
            if lost:
                yield f"it lacks %({lost[0]})s", f"put %({lost[0]})s where it belongs"


def _first(message: str | list[str] | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string or "",)
