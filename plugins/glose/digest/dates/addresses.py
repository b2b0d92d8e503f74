"""What looks like prose and is none: addresses, file names, numbers of telephones and documents, lists of sources."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|(?<![\w.@-])[\w.+-]{1,64}@[\w.-]{1,200}"
    r"|(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|fr|de|es|uk|eu|int|gov|edu|io|tv|be|ch"
    r"|ca|us|it|nl|pt|at)"
    r"(?:/\S{0,2000}|\b(?!\.?\w))"
    r"|(?<!\S)[\w.~%-]{0,200}/(?:[\w.~%=&?#-]{1,200}/)[\w./~%=&?#-]{0,500}"
    r"|(?<![\w.-])[\w.~%-]{1,200}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|webp|mp[34]|mov|zip|csv"
    r"|html?|php|aspx?|txt|xml|json|odt)\b"
    r"|[@#]\w{1,100}"
)
_TELEPHONE = re.compile(
    r"(?:\b(?:tél|tel|téléphone|telephone|phone|fax|mobile|telefon|teléfono|tfno|isbn|issn|doi|siret|iban"
    r"|هاتف)\b\.?)"
    r" {0,2}:? {0,2}[+(]?\d[\d +().x/-]{3,40}"
    r"|(?<!\w)\+\d[\d ().-]{6,24}"
)
_LIST = re.compile(
    r"\s*(?:sources?|références|references|bibliographie|bibliography|further reading|notes|lire aussi"
    r"|à lire aussi|read more"
    r"|see also|quellen?|literatur|lesen sie auch|fuentes?|bibliografía|lea también|المصادر|المصدر"
    r"|المراجع|اقرا ايضا) ?:"
)
_NUMERIC = re.compile(r"\d\d?/\d\d?/\d{4}[.,]?")
"""A date, in spite of its strokes."""
_MAYBE_ADDRESS = re.compile(r"[@#/]|\.[a-z]")
_MAYBE_TELEPHONE = re.compile(r"\d[\d .()/-]{5}")
"""What every address and number has: most paragraphs fail here, in one look."""


def blanked(flat: str) -> str:
    """The flattened paragraph, of the same length, with such runs blotted out.

    >>> blanked("voir www.exemple.fr/2011-2013/mai et le 3 mai")
    'voir ############################ et le 3 mai'
    """
    if _MAYBE_ADDRESS.search(flat):
        flat = _ADDRESS.sub(_blot, flat)
    return _TELEPHONE.sub(_blot, flat) if _MAYBE_TELEPHONE.search(flat) else flat


def is_list_of_sources(flat: str) -> bool:
    """Whether the paragraph lists sources or other readings, whose dates are not the story's."""
    return _LIST.match(flat) is not None


def _blot(match: re.Match[str]) -> str:
    found = match[0]
    return found if _NUMERIC.fullmatch(found) else "#" * len(found)
