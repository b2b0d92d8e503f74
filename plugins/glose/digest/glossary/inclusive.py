"""Spellings that name both sexes at once, kept whole: "député·e·s", "habitant(e)s", "Bürger:innen", "ciudadanos/as"."""

from __future__ import annotations

import re

_SIGN = r"[·•‧∙⋅.\-‐‑/]"
_FEMININE = (
    r"(?:e|ne|le|te|se|re|ère|ve|euse|rice|trice|eresse|esse|ice|ienne|enne|onne|elle|ette|ière|ive|ée|ées|es|nes|les|tes|ères"
    r"|ves|euses|rices|trices|ennes)"
)
_FRENCH = re.compile(
    rf"(?:{_SIGN}{_FEMININE}(?:{_SIGN}s)?|\({_FEMININE}(?:{_SIGN}?s)?\)(?:{_SIGN}?s)?|{_SIGN}s|\(s\))(?![^\W_])"
)
_GERMAN = re.compile(r"(?:[*:_/·]-?in(?:nen)?|\(in(?:nen)?\)|In(?:nen)?)(?![^\W_])")
_SPANISH = re.compile(r"(?:/-?(?:a|as|ra|ras)|\((?:a|as|s|es)\))(?![^\W_])")
_PLURAL = re.compile(r"\((?:s|es)\)(?![^\W_])")
_RULES = {"fr": _FRENCH, "de": _GERMAN, "es": _SPANISH, "it": _SPANISH, "pt": _SPANISH, "en": _PLURAL}
_SIGNS = frozenset("·•‧∙⋅.-‐‑/(*:_I")


def inclusive_end(text: str, end: int, lang: str) -> int:
    """Where the common noun that ends at `end` ends with what is hung on it for the other sex or the plural."""
    if text[end : end + 1] not in _SIGNS:
        return end
    rule = _RULES.get(lang)
    found = rule.match(text, end) if rule else None
    return found.end() if found else end
