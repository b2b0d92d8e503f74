"""The interface's words in one language: a gettext catalogue, read from its .po file."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from babel.core import UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from glose.digest.edition.language import locale_of
from glose.digest.model.errors import DigestError, Fault
from glose.digest.text.typography import typeset


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

    Raises `DigestError` for an unreadable file and for each message that is empty or marked fuzzy: a half
    translated interface is not published.
    """
    chain = [_read(path, name) for path, name in files]
    for first, then in pairwise([*chain, _Missing(files[0][1])]):
        first.add_fallback(then)
    return Catalogue(files[0][0].stem, chain[0])


def _read(path: Path, name: str) -> gettext.GNUTranslations:
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem, abort_invalid=True)
        locale_of(path.stem)
    except OSError as error:
        raise DigestError(
            Fault(name, None, f"cannot be read: {error.strerror}", "make it readable")
        ) from error
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        fault = Fault(name, None, f"not a gettext catalogue: {error}", "see theme/translations/fr.po")
        raise DigestError(fault) from error
    faults = [
        Fault(
            name,
            message.lineno,
            f'"{_first(message.id)}" is not translated',
            "write its msgstr, drop the fuzzy mark",
        )
        for message in catalogue
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]
    if faults:
        raise DigestError.of(faults)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _first(message: str | list[str] | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string or "",)
