"""The library: seeds to articles to Markdown, glossary to mentions; no pelican, invoke, print or clock.

Its public names are imported when first asked for, so that one part does not load the libraries of another.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from glose.digest.conversion.pipeline import convert
    from glose.digest.glossary import Matcher, Policy, annotate, load_glossary
    from glose.digest.markdown import to_markdown
    from glose.digest.notes import anchor, load_notes

_HOMES = {
    "convert": "conversion.pipeline",
    "to_markdown": "markdown",
    "load_glossary": "glossary",
    "Matcher": "glossary",
    "Policy": "glossary",
    "annotate": "glossary",
    "load_notes": "notes",
    "anchor": "notes",
}

__all__ = [
    "Matcher",
    "Policy",
    "anchor",
    "annotate",
    "convert",
    "load_glossary",
    "load_notes",
    "to_markdown",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
