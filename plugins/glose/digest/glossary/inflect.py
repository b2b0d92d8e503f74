"""Number, gender and case of common nouns, by their endings, without a dictionary: one module a language."""

from __future__ import annotations

import re

from glose.digest.glossary.english import english
from glose.digest.glossary.french import french
from glose.digest.glossary.german import german
from glose.digest.glossary.romance import LANGUAGES as ROMANCE
from glose.digest.glossary.romance import romance

_ACRONYM = re.compile(r"[A-Z]{2,}")
"""Papers of every language hang an s on them: NGOs, ONGs, AKWs."""
INFLECTED = ("fr", "en", "de", *sorted(ROMANCE))
"""Languages whose common nouns are found in their other forms."""


def variants(text: str, lang: str) -> tuple[str, ...]:
    """The forms of a name that is flagged as inflected, itself first; only itself in other languages."""
    match lang[:2]:
        case "fr":
            forms = french(text)
        case "en":
            forms = english(text)
        case "de":
            forms = german(text)
        case tag if tag in ROMANCE:
            forms = romance(text, tag)
        case _:
            return (text,)
    plural = (text + "s",) if _ACRONYM.fullmatch(text) else ()
    return tuple(dict.fromkeys((text, *forms, *plural)))
