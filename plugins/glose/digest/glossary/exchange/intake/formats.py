"""Which format a file has, by its ending and by what it says; and the one that reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from glose.digest.glossary.exchange import FORMATS
from glose.digest.glossary.exchange import read as read_export
from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.exchange.intake import abbreviations, plain
from glose.digest.model.errors import Fault

NAMES = (*FORMATS, "rdf", "table", "definitions", "abbr", "html")
"""Those of exports, and those that others have."""
ENDINGS = {
    ".ttl": "skos",
    ".rdf": "rdf",
    ".json": "json",
    ".csv": "csv",
    ".jsonld": "jsonld",
    ".tbx": "tbx",
    ".tsv": "table",
    ".md": "definitions",
    ".markdown": "definitions",
    ".html": "html",
    ".htm": "html",
}
_ROOT = re.compile(
    r"(?:\ufeff|\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>)*<([\w:.-]+)", re.S | re.I
)
_ROOTS = {"tbx": "tbx", "martif": "tbx", "rdf:rdf": "rdf", "html": "html"}
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\[\]\n]+\]:|<abbr\b", re.M | re.I)


def kind_of(text: str, suffix: str) -> str:
    """The format of a text that a file of this ending holds; "" where nothing shows it.

    >>> kind_of("<?xml version='1.0'?><martif>", ".xml"), kind_of('{"@context": {}}', ".json"), kind_of("?", ".odt")
    ('tbx', 'jsonld', '')
    """
    head = text[:65_536]
    root = _ROOT.match(head) if head.lstrip("\ufeff \n\r\t").startswith("<") else None
    if root and (found := _ROOTS.get(root[1].lower())):
        return found
    kind = ENDINGS.get(suffix.lower(), "")
    if kind == "json" and '"@context"' in head:
        return "jsonld"
    if kind == "csv" and plain.is_plain(text):
        return "table"
    if not kind and re.search(r"^\s*(?:@prefix|PREFIX)\s", head, re.M):
        return "skos"
    return kind


def read(text: str, kind: str, mapping: Mapping[str, str], lang: str, faults: list[Fault]) -> list[Found]:
    """The entries of a text in the format of that name; what is wrong in some part goes to `faults`.

    `mapping`: what the columns of a table hold. Raises `GlossaryError` when the text is not of the format.
    """
    if kind == "table":
        return plain.read_table(text, mapping, lang, faults)
    if kind == "html":
        return abbreviations.in_html(text, lang, faults)
    if kind == "abbr":
        page = _ROOT.match(text[:65_536])
        whole = page is not None and page[1].lower() == "html"
        return (
            abbreviations.in_html(text, lang, faults)
            if whole
            else abbreviations.in_markdown(text, lang, faults)
        )
    if kind == "definitions":
        lists = plain.read_list(text, lang, faults)
        return [
            *lists,
            *(abbreviations.in_markdown(text, lang, faults) if _ABBREVIATION.search(text) else ()),
        ]
    return read_export(text, kind, faults, named=False)
