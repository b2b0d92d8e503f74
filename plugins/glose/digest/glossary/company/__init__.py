"""The words beside a name, a language: titles, what opens a sentence, given names. Data; `neighbours` asks them."""

from glose.digest.glossary.company.english import ENGLISH
from glose.digest.glossary.company.french import FRENCH
from glose.digest.glossary.company.german import GERMAN
from glose.digest.glossary.company.kept import Company
from glose.digest.glossary.company.others import ARABIC, DUTCH, ITALIAN, PORTUGUESE, SPANISH

COMPANY = {
    "ar": ARABIC,
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pt": PORTUGUESE,
}
"""By language."""
ANYWHERE = Company(
    titles=frozenset().union(*(one.titles for one in COMPANY.values())),
    kinds=frozenset().union(*(one.kinds for one in COMPANY.values())),
    openers=frozenset(),
    masculine=frozenset().union(*(one.masculine for one in COMPANY.values())),
    feminine=frozenset().union(*(one.feminine for one in COMPANY.values())),
)
"""For languages without data: titles of all."""

__all__ = ["ANYWHERE", "COMPANY", "Company"]
