"""Structured data in pages: JSON-LD that is JSON, and whose identifiers are described somewhere on the site."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from glose.digest.check.site.page import Facts, Page, Wrong, briefly, value
from glose.digest.model.errors import Fault

OURS = "report it: this is a fault of ours"
DATED = ("datePublished", "dateModified", "dateCreated")
REFERRED = ("mentions", "hasDefinedTerm", "inDefinedTermSet")
"""Properties whose identifiers this site describes itself."""


TYPES = frozenset(
    "NewsArticle DefinedTerm DefinedTermSet BreadcrumbList Place Person Organization NewsMediaOrganization "
    "CorrectionComment ClaimReview WebSite WebPage CollectionPage AboutPage SearchAction ListItem Event "
    "ImageObject".split()
)
SHAPES: dict[str, type | tuple[type, ...]] = {
    "@id": str,
    "url": str,
    "headline": str,
    "name": str,
    "description": str,
    "inLanguage": str,
    "datePublished": str,
    "dateModified": str,
    "author": (list, dict),
    "mentions": list,
    "correction": list,
    "itemListElement": list,
    "sameAs": (list, str),
    "alternateName": (list, str),
}
"""What properties are, in JSON."""


def read(text: str) -> Any:
    """What JSON says. What the fast reader does not take, the other one reads, or says what is wrong with it."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return json.loads(text)


class Graph:
    """The nodes that a page describes."""

    def __init__(self, page: Page) -> None:
        self.nodes: list[dict[str, Any]] = []
        self.wrong: list[Wrong] = []
        for script in page.named["script"]:
            if value(script, "type").strip().lower() == "application/ld+json":
                self._read(script.text or "")
        told = any(node.get("@type") == "NewsArticle" for node in self.nodes) or self.wrong
        if page.is_article and not (told or page.hidden or page.refresh):
            self.wrong.append(("structured data: an article without a NewsArticle", OURS))
        self._judge()

    def _read(self, text: str) -> None:
        try:
            found = read(text)
        except (ValueError, RecursionError) as error:
            self.wrong.append((f"structured data: {error}", OURS))
            return
        if not isinstance(found, dict) or "schema.org" not in str(found.get("@context", "")):
            self.wrong.append(("structured data: no @context of schema.org", OURS))
            return
        graph = found.get("@graph")
        nodes = graph if isinstance(graph, list) else [found]
        self.nodes += (node for node in nodes if isinstance(node, dict))

    def _judge(self) -> None:
        for node in self.nodes:
            kind = node.get("@type")
            if not kind:
                self.wrong.append(("structured data: a node without @type", OURS))
            elif not {str(one) for one in (kind if isinstance(kind, list) else [kind])} <= TYPES:
                self.wrong.append((f"structured data: {briefly(str(kind))!r} is no type of ours", OURS))
            for key, of in SHAPES.items():
                if key in node and not isinstance(node[key], of):
                    self.wrong.append((f"structured data: {key} is of the wrong type", OURS))
            if kind == "NewsArticle":
                missing = [key for key in ("headline", "datePublished", "url") if not node.get(key)]
                self.wrong += ((f"structured data: a NewsArticle without {key}", OURS) for key in missing)
            for key in DATED:
                if key in node and not is_moment(str(node[key])):
                    self.wrong.append(
                        (f"structured data: {key} {briefly(str(node[key]))!r} is no date", OURS)
                    )

    @property
    def described(self) -> frozenset[str]:
        return frozenset(str(node["@id"]) for node in self.nodes if "@id" in node and len(node) > 1)

    @property
    def mentioned(self) -> frozenset[str]:
        return frozenset(one for node in self.nodes for key in REFERRED for one in _named(node.get(key)))


def _named(found: object) -> Iterator[str]:
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict) and "@id" in one:
            yield str(one["@id"])


def is_moment(text: str) -> bool:
    """Whether it is a day, a month, a year or a moment (ISO 8601).

    >>> is_moment("2016-03-15"), is_moment("2016-03-15T10:00:00+01:00"), is_moment("15/03/2016")
    (True, True, False)
    """

    if len(text) in (4, 7) and text.replace("-", "").isdigit():
        text += "-01-01" if len(text) == 4 else "-01"
    try:
        dt.datetime.fromisoformat(text)
    except ValueError:
        return False
    return text[4:5] == "-"


def identifier_faults(pages: Iterable[Facts]) -> Iterator[Fault]:
    """Every identifier that one page names is described on another."""
    pages = list(pages)
    known = frozenset().union(*(page.described for page in pages))
    for page in pages:
        for one in sorted(page.mentioned - known):
            what = f"structured data: no page describes {briefly(one, 100)}"
            yield Fault(page.name, None, what, OURS)
