"""The glossary: entries are loaded once, found in text, and marked in HTML."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glose.digest.glossary.choose import Ambiguity, Mention
    from glose.digest.glossary.glossary import Glossary
    from glose.digest.glossary.load import load_glossary
    from glose.digest.glossary.marking import Annotated, annotate
    from glose.digest.glossary.match import Matcher
    from glose.digest.glossary.policy import Policy, article_policy
    from glose.digest.glossary.term import Sense, Term

__all__ = [
    "Ambiguity",
    "Annotated",
    "Glossary",
    "Matcher",
    "Mention",
    "Policy",
    "Sense",
    "Term",
    "annotate",
    "article_policy",
    "load_glossary",
]
_HOMES = {
    "marking": ("Annotated", "annotate"),
    "choose": ("Ambiguity", "Mention"),
    "glossary": ("Glossary",),
    "load": ("load_glossary",),
    "match": ("Matcher",),
    "policy": ("Policy", "article_policy"),
    "term": ("Sense", "Term"),
}


def __getattr__(name: str) -> Any:
    """Imports what is asked for: whoever needs the shape of a term alone waits for no matcher."""
    for home, names in _HOMES.items():
        if name in names:
            found = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = found
            return found
    raise AttributeError(name)
