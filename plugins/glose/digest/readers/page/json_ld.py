"""schema.org data of the page: the JSON-LD node that describes the article, as plain values.

Publishers write it for search engines, so it is a witness, not the text: headlines are variants, bodies are cut
short, agencies stand among the authors. What it says is compared with what the page shows.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from glose.digest.readers.page.meta import Meta
from glose.digest.text.clean import line

Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Review|Recipe|AnalysisNewsArticle)$")
_COMMENT = re.compile(
    r"^\s*(?:/\*\s*)?<!\[CDATA\[(?:\s*\*/)?|(?:/\*\s*)?\]\]>(?:\s*\*/)?\s*$|^\s*<!--|-->\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
MAX_NODES = 5_000
"""Most nodes looked at: a shop's product list is no article."""
MAX_LEVELS = 12
_PARTS = frozenset(
    "liveBlogUpdate comment review hasPart itemListElement mentions citation relatedLink isRelatedTo isPartOf"
    " mainEntityOfPage about video subjectOf".split()
)
"""Keys below which an article is another one, or a part of one: an update of a live page, a teaser, a comment."""
_MOST_TITLES = 10
_BEFORE_PATH = re.compile(r"^(?:https?:)?//[^/]*", re.I)
_SAME_WORDS = 0.5
"""Share of a headline's words that the page's own wordings of it must have."""


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
    live: bool = False
    """True for a page that is written on while something happens, update by update."""


def linked(tree: HtmlElement, head: Meta | None = None) -> Linked:
    """The page's article as its JSON-LD describes it; an empty `Linked` when it has none that can be read.

    `head`: what the page says of itself. A record that names another page and another headline is another story's.
    """
    found = [
        entry
        for script in tree.iter("script")
        if _is_linked(script)
        for entry in _nodes(_loads(script.text or ""))
    ]
    nodes = [node for node, _ in found]
    articles = [(node, part) for node, part in found if any(_ARTICLE.search(kind) for kind in _types(node))]
    titles = _titles(tree, head)
    own = [node for node, part in articles if not part and not _is_other(node, head, titles)]
    own = own or [node for node, _ in articles if _is_same(node, head, titles)]
    node = max(own, key=lambda node: (_is_same(node, head, titles), _said(node)), default=None)
    if node is None:
        return _of_page(nodes)
    by_id = _by_id(nodes)
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
        lang=_language(node),
        free=_free(own),
        live="LiveBlogPosting" in _types(node),
    )


def _of_page(nodes: list[Node]) -> Linked:
    """What the record of the page says where it has none of the article: when it was published, and by whom."""
    node = next((n for n in nodes if {"WebPage", "ItemPage"} & {*_types(n)} and n.get("datePublished")), None)
    if node is None:
        return Linked()
    return Linked(
        description=_text(node.get("description")),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        authors=tuple(_people(node.get("author") or node.get("creator"), _by_id(nodes))),
        lang=_language(node),
    )


def _by_id(nodes: list[Node]) -> dict[str, Node]:
    return {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}


def _language(node: Node) -> str:
    return _text(node.get("inLanguage")) if isinstance(node.get("inLanguage"), str) else ""


def _said(node: Node) -> int:
    return sum(bool(node.get(key)) for key in _TELLING)


def _titles(tree: HtmlElement, head: Meta | None) -> tuple[frozenset[str], ...]:
    """The words of each wording of its title that the page itself gives."""
    said = [heading.text_content() for heading in islice(tree.iter("h1"), _MOST_TITLES)]
    if head:
        said += [head.title, head.first("og:title")]
    return tuple(words for words in map(_words, said) if words)


def _is_same(node: Node, head: Meta | None, titles: tuple[frozenset[str], ...]) -> bool:
    """True for a record that names this page's address, or its headline."""
    if head and head.url and _path(head.url) in _paths(node):
        return True
    own = _words(_text(node.get("headline") or node.get("name")))
    return any(len(own & title) >= _SAME_WORDS * len(own) for title in titles if own)


def _is_other(node: Node, head: Meta | None, titles: tuple[frozenset[str], ...]) -> bool:
    """True for a record that names another page's address and no word of this page's title."""
    if not (head and head.url and titles and (paths := _paths(node))) or _is_same(node, head, titles):
        return False
    own = _words(_text(node.get("headline") or node.get("name")))
    return bool(own) and _path(head.url) not in paths and not any(own & title for title in titles)


def _paths(node: Node) -> set[str]:
    """Paths of the addresses that a record calls its own."""
    page = node.get("mainEntityOfPage")
    said = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    return {_path(text) for text in said if isinstance(text, str) and "/" in text} - {""}


def _path(address: str) -> str:
    """An address without scheme, host, query and the sign that ends a folder; empty for a site's first page."""
    return _BEFORE_PATH.sub("", re.split(r"[?#]", address.strip(), maxsplit=1)[0]).strip("/").lower()


def _words(text: str) -> frozenset[str]:
    """The words of a headline; the pairs of signs of a script that parts none."""
    text = text.lower()
    words = {word for word in re.findall(r"\w+", text) if len(word) > 2}
    return frozenset(words | {text[i : i + 2] for i in range(len(text) - 1) if text[i] > "\u0e00"})


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


def _nodes(value: Any) -> Iterator[tuple[Node, bool]]:
    """Every object of a JSON value, outer before inner, within bounds, and whether it is a part of another."""
    waiting = [(value, 0, False)]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value, depth, part = waiting.pop()
        inner: list[tuple[Any, bool]] = []
        if isinstance(value, dict):
            yield value, part
            inner = [(each, part or key in _PARTS) for key, each in value.items()]
        elif isinstance(value, list):
            inner = [(each, part) for each in value]
        if depth < MAX_LEVELS:
            waiting.extend(
                (each, depth + 1, is_part)
                for each, is_part in reversed(inner)
                if isinstance(each, dict | list)
            )


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


def _free(articles: Sequence[Node]) -> bool | None:
    said = [str(node["isAccessibleForFree"]).lower() for node in articles if "isAccessibleForFree" in node]
    return None if not said else "false" not in said and "0" not in said
