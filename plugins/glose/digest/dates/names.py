"""Names of months and weekdays as the press writes them, taken from CLDR (through babel)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

VARIANTS: Mapping[str, tuple[str, ...]] = {
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA"),  # يناير, كانون الثاني, جانفي, غشت
    "de": ("de", "de_AT"),  # Januar, Jänner
    "no": ("nb",),
}
"""Locales whose names a language's press uses side by side; a language not listed has its own alone."""

_LATIN = ("ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nb")
_LATIN_TOO = ("nl", "pl", "pt", "ro", "sk", "sl", "sv", "tr")
KNOWN = (*_LATIN, *_LATIN_TOO, "ar", "bg", "el", "ru", "uk")
"""Languages that are tried together when a text's language is unknown or its names do not fit."""

_CUT = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
"""Languages whose agencies cut month names to their first three or four letters (21 jan, 10 juil)."""

_BEYOND_CLDR: Mapping[str, Mapping[str, int]] = {
    "de": {"feber": 2, "mrz": 3},
    "es": {"setiembre": 9},
    "fr": {"juill": 7},
}
"""Names in print that CLDR does not list."""

_SAME = str.maketrans({"’": "'", "ʼ": "'", "ى": "ي", "ـ": None, "‐": "-", "‑": "-", "−": "-", "ı": "i"})
_ELISIONS = ("de ", "d'", "d’")  # Catalan month names come with their preposition

_Names = Mapping[str, Mapping[str, Mapping[int, str]]]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":  # direction marks stand inside Arabic dates
        return ""
    decomposed = unicodedata.normalize("NFKD", character.lower())
    base = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_SAME)
    return unicodedata.normalize("NFC", base)  # a Hangul syllable is whole again


def fold(text: str) -> str:
    """The text as names are compared: lower case, no accents, plain digits, spaces and apostrophes.

    Lengths may change; an Arabic alef loses its hamza, so that every spelling of a name is one.
    """
    return text.lower() if text.isascii() else "".join(map(_fold_character, text))


def primary_tag(lang: str) -> str:
    """The language of a BCP 47 tag without script and region: ``fr`` of ``fr-BE``."""
    return lang.replace("_", "-").partition("-")[0].lower()


def _locales(primary: str) -> tuple[Locale, ...]:
    try:
        return tuple(Locale.parse(name) for name in VARIANTS.get(primary, (primary,)))
    except (UnknownLocaleError, ValueError):
        return ()


def _spellings(name: str) -> Iterable[str]:
    """A CLDR name as it is written and as it is folded; nothing where it is a number (``3月``)."""
    for spelling in (name.lower().strip(" ."), fold(name).strip(" .")):
        for elision in _ELISIONS:
            spelling = spelling.removeprefix(elision)
        if not any(map(str.isdigit, spelling)):
            yield spelling


def _names(groups: Iterable[_Names], *widths: str) -> dict[str, int]:
    return {
        spelling: number
        for group in groups
        for context in ("stand-alone", "format")
        for width in widths
        for number, name in group[context][width].items()
        for spelling in _spellings(name)
    }


def _unequivocal(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The names that mean one number only."""
    meanings: dict[str, set[int]] = {}
    for name, number in pairs:
        meanings.setdefault(name, set()).add(number)
    return {name: min(found) for name, found in meanings.items() if len(found) == 1}


@lru_cache(maxsize=256)
def full_months(lang: str) -> Mapping[str, int]:
    """Unabridged month names of a language, lower case, as written and folded, to 1..12."""
    return MappingProxyType(_names((locale.months for locale in _locales(primary_tag(lang))), "wide"))


@lru_cache(maxsize=256)
def months(lang: str) -> Mapping[str, int]:
    """Month names of a language, lower case, as written and folded, to 1..12: also abbreviated and cut.

    A cut that two months share (French ``jui``) is left out. Empty for a language CLDR does not know.
    """
    primary = primary_tag(lang)
    names = _names((locale.months for locale in _locales(primary)), "abbreviated", "wide")
    names |= _BEYOND_CLDR.get(primary, {})
    if primary not in _CUT:
        return MappingProxyType(names)
    cut = _unequivocal((name[:length], month) for name, month in names.items() for length in (3, 4))
    return MappingProxyType({**cut, **names})


@lru_cache(maxsize=256)
def full_weekdays(lang: str) -> Mapping[str, int]:
    """Unabridged weekday names of a language, lower case, as written and folded, to 0 (Monday) .. 6."""
    return MappingProxyType(_names((locale.days for locale in _locales(primary_tag(lang))), "wide"))


@lru_cache(maxsize=256)
def weekdays(lang: str) -> Mapping[str, int]:
    """Weekday names of a language, lower case, as written and folded, also abbreviated, to 0 .. 6."""
    locales = _locales(primary_tag(lang))
    return MappingProxyType(_names((locale.days for locale in locales), "abbreviated", "wide"))


@cache
def any_months() -> Mapping[str, int]:
    """Month names of all `KNOWN` languages; one that means two months (``listopad``) is left out."""
    return MappingProxyType(_unequivocal(pair for lang in KNOWN for pair in months(lang).items()))


@cache
def any_weekdays() -> Mapping[str, int]:
    """Weekday names of all `KNOWN` languages; one that means two days is left out."""
    return MappingProxyType(_unequivocal(pair for lang in KNOWN for pair in weekdays(lang).items()))


def month_of(word: str, lang: str = "") -> int | None:
    """The month (1..12) that a folded word names: in the language, else in English, else in any."""
    return months(lang).get(word) or months("en").get(word) or any_months().get(word)


def weekday_of(word: str, lang: str = "") -> int | None:
    """The weekday (0 is Monday) that a word names: in the language, else in English, else in any.

    >>> weekday_of("Mardi", "fr"), weekday_of("Tue."), weekday_of("Ville")
    (1, 1, None)
    """
    word = fold(word).strip(" .,")
    for table in (weekdays(lang), weekdays("en")):
        if word in table:
            return table[word]
    return any_weekdays().get(word)
