"""schema.org data of the page: the JSON-LD node that describes the article, as plain values.

Publishers write it for search engines, so it is a witness, not the text: headlines are variants, bodies are cut
short, agencies stand among the authors. What it says is compared with what the page shows.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from plugins.digest.text.clean import line

Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Review|Recipe|AnalysisNewsArticle)$")
_COMMENT = re.compile(
    r"^\s*(?:/\*\s*)?<!\[CDATA\[(?:\s*\*/)?|(?:/\*\s*)?\]\]>(?:\s*\*/)?\s*$|^\s*<!--|-->\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MAX_NODES = 5_000
"""Most nodes looked at: a shop's product list is no article."""
MAX_LEVELS = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """What schema.org data says of the article; empty where it says nothing."""

    headline: str = ""
    description: str = ""
    body: str = ""
    """The article's text, often cut short and mostly without paragraphs; a line feed is the publisher's."""
    published: str = ""
    """As written, mostly ISO 8601."""
    modified: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    """Name and schema.org type (Person, Organization or empty)."""
    publisher: str = ""
    images: tuple[tuple[str, str], ...] = ()
    """Caption and credit of each image that has a caption."""
    section: str = ""
    keywords: tuple[str, ...] = ()
    lang: str = ""
    free: bool | None = None
    """``isAccessibleForFree``; None when not said."""


def linked(tree: HtmlElement) -> Linked:
    """The page's article as its JSON-LD describes it; an empty `Linked` when it has none that can be read."""
    nodes = [
        node
        for script in tree.iter("script")
        if _is_linked(script)
        for node in _nodes(_loads(script.text or ""))
    ]
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _types(node))]
    if not articles:
        return Linked()
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    node = max(articles, key=lambda node: sum(bool(node.get(key)) for key in _TELLING))
    return Linked(
        headline=_text(node.get("headline") or node.get("name")),
        description=_text(node.get("description")),
        body=_prose(node.get("articleBody")),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        authors=tuple(_people(node.get("author") or node.get("creator"), by_id)),
        publisher=next((name for name, _ in _people(node.get("publisher"), by_id)), ""),
        images=tuple(_images(nodes)),
        section=_text(next(_each(node.get("articleSection")), "")),
        keywords=tuple(_keywords(node.get("keywords"))),
        lang=_text(node.get("inLanguage")) if isinstance(node.get("inLanguage"), str) else "",
        free=_free(articles),
    )


_TELLING = ("headline", "datePublished", "author", "articleBody", "publisher", "image", "mainEntityOfPage")
"""Keys that tell the article of the page from the teasers of others."""


def _is_linked(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _loads(text: str) -> Any:
    """The value of a script; None when it is broken beyond the usual slips (comments, raw line feeds, commas)."""
    text = _COMMENT.sub("", text).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[Node]:
    """Every object of a JSON value, outer before inner, within bounds."""
    waiting = [(value, 0)]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value, depth = waiting.pop()
        inner: list[Any] = []
        if isinstance(value, dict):
            yield value
            inner = list(value.values())
        elif isinstance(value, list):
            inner = value
        if depth < MAX_LEVELS:
            waiting.extend((each, depth + 1) for each in reversed(inner) if isinstance(each, dict | list))


def _types(node: Node) -> tuple[str, ...]:
    return tuple(str(kind).rpartition("/")[2] for kind in _each(node.get("@type")))


def _each(value: Any) -> Iterator[Any]:
    """The members of a list, or the value itself; nothing for None."""
    if isinstance(value, list):
        for member in value:
            yield from _each(member)
    elif value is not None:
        yield value


def _text(value: Any) -> str:
    """A plain line: schema.org texts come escaped for HTML once, or twice."""
    if not isinstance(value, str | int | float):
        return ""
    text = str(value)
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
    return line(re.sub(r"</?[a-zA-Z][^<>]{0,300}>", " ", text) if "<" in text else text)


def _prose(value: Any) -> str:
    """A text with its line breaks."""
    lines = re.split(r"\s*(?:\n|<(?:/p|br)\b[^>]{0,100}>)\s*", value) if isinstance(value, str) else []
    return "\n".join(filter(None, map(_text, lines)))


def _people(value: Any, by_id: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Name and type of every person or organisation, references followed."""
    for entry in _each(value):
        if isinstance(entry, dict):
            full = by_id.get(str(entry.get("@id")), entry) if "name" not in entry else entry
            kind = next(iter(_types(full)), "")
            for name in _each(full.get("name")):
                if text := _text(name):
                    yield text, kind
        elif text := _text(entry):
            yield text, ""


def _images(nodes: list[Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if "ImageObject" in _types(node) and (
            caption := _text(node.get("caption") or node.get("description"))
        ):
            maker = next(
                _people(node.get("creditText") or node.get("creator") or node.get("author"), {}), ("", "")
            )[0]
            yield caption, maker or _text(node.get("copyrightNotice"))


def _keywords(value: Any) -> Iterator[str]:
    for entry in _each(value):
        if isinstance(entry, str):
            yield from filter(None, (_text(part) for part in entry.split(",")))


def _free(articles: list[Node]) -> bool | None:
    said = [str(node["isAccessibleForFree"]).lower() for node in articles if "isAccessibleForFree" in node]
    return None if not said else "false" not in said and "0" not in said
