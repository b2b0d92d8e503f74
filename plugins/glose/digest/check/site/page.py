"""One page of a built site, read by another parser than the sanitiser's, and walked once for all rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, Tag

PLACED = frozenset("meta script style link h1 h2 h3 h4 h5 h6".split())
Wrong = tuple[str, str]
"""What is wrong, and what to do about it."""
REFRESH = re.compile(r"\s*(?P<delay>\d*)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(?P<to>[^\"']*)", re.I)
"""The content of ``<meta http-equiv="refresh">`` (HTML, 4.2.5.3)."""


class Page:
    """What rules ask of a page; its tree is given up when they have."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        self.bad_byte: int | None = None
        """The first byte that is no UTF-8."""
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.bad_byte, self.text = error.start, data.decode("utf-8", "replace")
        self.soup = BeautifulSoup(self.text, "lxml", multi_valued_attributes=None, attribute_dict_class=dict)
        self.named: defaultdict[str, list[Tag]] = defaultdict(list)
        """Elements by their name, in the page's order."""
        self.having: defaultdict[str, list[Tag]] = defaultdict(list)
        """Elements by each attribute that they have."""
        self.place: dict[int, int] = {}
        """Where elements stand whose order counts, by identity."""
        for place, node in enumerate(self.soup.descendants):
            if isinstance(node, Tag):
                self.named[node.name].append(node)
                for attribute in node.attrs:
                    self.having[attribute].append(node)
                if node.name in PLACED:
                    self.place[id(node)] = place

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(value(one, "id") for one in self.having["id"])

    @cached_property
    def head(self) -> dict[str, list[str]]:
        """What ``<meta>`` says, by its name, property or http-equiv in lower case."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.named["meta"]:
            for key in ("name", "property", "http-equiv"):
                if key in one.attrs:
                    found[value(one, key).strip().lower()].append(value(one, "content"))
        return found

    def linked(self, *kinds: str) -> Iterator[Tag]:
        """``<link>`` elements of any of these relations."""
        return (one for one in self.named["link"] if not set(kinds).isdisjoint(rels(one)))

    @cached_property
    def canonical(self) -> list[str]:
        """The addresses that the page names as its own."""
        return [value(one, "href") for one in self.linked("canonical")]

    @cached_property
    def refresh(self) -> str | None:
        """Where the page sends its readers by itself; None when it does not."""
        return next((REFRESH.match(one)["to"].strip() for one in self.head.get("refresh", ())), None)  # type: ignore[index]

    @property
    def lang(self) -> str:
        return next((value(one, "lang") for one in self.named["html"]), "")

    @property
    def is_article(self) -> bool:
        return "article" in self.head.get("og:type", ())

    @property
    def hidden(self) -> bool:
        """Whether search engines are asked to leave it out: retracted, moved, or not found."""
        return any("noindex" in one for one in self.head.get("robots", ()))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept of a page for the rules that look at several."""

    name: str
    ids: frozenset[str]
    links: tuple[str, ...]
    """Every address on it, once."""
    lang: str
    spoken: str
    """The language of its text: an article's own, which need not be that of the interface around it."""
    canonical: str
    refresh: str | None
    is_article: bool
    hidden: bool
    searched: bool
    """Whether the search index is to hold it."""
    alternates: tuple[tuple[str, str], ...] = ()
    """Language and address of each version in ``<head>``."""
    versions: tuple[tuple[str, str], ...] = ()
    """Language and address of each link that says which language it leads to."""
    listed: tuple[str, ...] = ()
    """Addresses of the articles that it lists."""
    policy: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hashes: frozenset[str] = frozenset()
    """Those that its inline styles and scripts need."""
    described: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()
    """Identifiers that its structured data describes, and those that it only names."""
    leftovers: tuple[str, ...] = ()
    quoted: frozenset[str] = frozenset()
    """What looks like a template's own signs: in the page's frame, and in texts that people wrote."""


def value(element: Tag, attribute: str) -> str:
    """An attribute's value; empty where it is absent."""
    return str(element.attrs.get(attribute, ""))


def rels(link: Tag) -> list[str]:
    """The relations of a ``<link>`` in lower case."""
    return value(link, "rel").lower().split()


def words(element: Tag) -> str:
    """What a reader is told of an element: its text, and the alternative of each picture in it."""
    for node in element.children:  # nearly every link holds its words directly
        if type(node) is NavigableString and not node.isspace():
            return node.strip()
    said: list[str] = []
    for one in element.descendants:
        if isinstance(one, Tag):
            said += (value(one, "alt") if one.name == "img" else "", value(one, "aria-label"))
        elif isinstance(one, NavigableString) and not isinstance(one, Comment):
            said.append(one)
    return " ".join(text.strip() for text in said if text.strip())


def around(element: Tag, names: Iterable[str]) -> Tag | None:
    """The nearest element of these names around one."""
    return next((one for one in element.parents if one.name in names), None)


def briefly(text: str, size: int = 40) -> str:
    """A value in a message: one line, cut, its unprintable signs spelt out."""
    text = text if len(text) <= size else text[: size - 1] + "…"
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
