"""What looks like prose and is none: addresses, file names, numbers of telephones and documents, lists of sources."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|(?<![\w.@-])[\w.+-]{1,64}@[\w.-]{1,200}"
    r"|(?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|fr|de|es|uk|eu|int|gov|edu|io|tv|be|ch|ca|us|it|nl|pt|at)"
    r"(?:/\S{0,2000}|\b(?!\.?\w))"
    r"|(?<!\S)[\w.~%-]{0,200}/(?:[\w.~%=&?#-]{1,200}/)[\w./~%=&?#-]{0,500}"
    r"|(?<![\w.-])[\w.~%-]{1,200}\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|webp|mp[34]|mov|zip|csv|html?|php|aspx?|txt|xml|json|odt)\b"
    r"|[@#]\w{1,100}",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"(?:\b(?:tél|tel|téléphone|telephone|phone|fax|mobile|telefon|teléfono|tfno|isbn|issn|doi|siret|iban|هاتف)\b\.?)"
    r" {0,2}:? {0,2}[+(]?\d[\d +().x/-]{3,40}"
    r"|(?<!\w)\+\d[\d ().-]{6,24}",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\s*(?:sources?|références|references|bibliographie|bibliography|further reading|notes|lire aussi|à lire aussi|read more"
    r"|see also|quellen?|literatur|lesen sie auch|fuentes?|bibliografía|lea también|المصادر|المصدر|المراجع|اقرا ايضا) ?:",
    re.IGNORECASE,
)


def blanked(flat: str) -> str:
    """The flattened paragraph, of the same length, with such runs blotted out.

    >>> blanked("voir www.exemple.fr/2011-2013/mai et le 3 mai")
    'voir ################################ et le 3 mai'
    """
    if "/" in flat or "@" in flat or "." in flat or "#" in flat:
        flat = _ADDRESS.sub(_blot, flat)
    return _TELEPHONE.sub(_blot, flat) if any(map(str.isdigit, flat)) else flat


def is_list_of_sources(flat: str) -> bool:
    """Whether the paragraph lists sources or other readings, whose dates are not the story's."""
    return _LIST.match(flat) is not None


def _blot(match: re.Match[str]) -> str:
    found = match[0]
    numbers = found.replace("/", "")
    if numbers.isdigit():  # 15/03/2016 is a date
        return found
    return "#" * len(found)
