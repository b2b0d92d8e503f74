"""One page of a built site, read by another parser than the sanitiser's, and walked once for all rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

import msgspec
from lxml import etree

from glose.digest.site.value import Value

Tag = etree._Element
Wrong = tuple[str, str]
"""What is wrong, and what to do about it."""
REFRESH = re.compile(r"\s*(?P<delay>\d*)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?(?P<to>[^\"']*)", re.I)
"""The content of ``<meta http-equiv="refresh">`` (HTML, 4.2.5.3)."""
_ALIKE = re.compile(rb"<(s(?:tyle|cript))\b(?![^<>]*json)[^<>]*>")
_MARK = b"\xef\xbb\xbf"


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
            data = self.text.encode()
        self.root = _read(data.removeprefix(_MARK))
        """The tree; None where nothing of an element is there."""
        self.named: defaultdict[str, list[Tag]] = defaultdict(list)
        """Elements by their name, in the page's order."""
        self.having: defaultdict[str, list[Tag]] = defaultdict(list)
        """Elements by each attribute that they have."""
        named, having = self.named, self.having
        for element in self.root.iter("*") if self.root is not None else ():
            named[element.tag].append(element)
            for attribute in element.keys():  # noqa: SIM118 - it is no mapping
                having[attribute].append(element)  # type: ignore[index]

    def of(self, *names: str) -> Iterator[Tag]:
        """Elements of any of these names, in the page's order."""
        return self.root.iter(*names) if self.root is not None else iter(())

    @cached_property
    def parts(self) -> tuple[bytes, list[bytes]]:
        """The page without its styles and scripts, and these, which many pages share. JSON stays in it."""
        rest: list[bytes] = []
        alike: list[bytes] = []
        end = 0
        for found in _ALIKE.finditer(self.data):
            begin = found.end()
            if begin > end and (to := self.data.find(b"</" + found[1], begin)) > begin:
                rest.append(self.data[end:begin])
                alike.append(self.data[begin:to])
                end = to
        return b"".join((*rest, self.data[end:])), alike

    @cached_property
    def styles(self) -> list[str]:
        """What stands in ``<style>``."""
        return [text_of(one) for one in self.named["style"]]

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
                if one.get(key) is not None:
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


def _read(data: bytes) -> Tag | None:
    try:
        return etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError:  # nothing, or nothing but a comment
        return None


class Facts(Value, frozen=True):
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
    policy: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
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
    return element.get(attribute) or ""


def values_of(page: Page, attribute: str) -> Iterator[tuple[Tag, str]]:
    """The elements that have an attribute, however it is called, each with its value."""
    for element in page.having.get(attribute, ()):
        yield (
            element,
            str(dict(element.items()).get(attribute, "")),
        )  # `get` raises for names that XML has not


def rels(link: Tag) -> list[str]:
    """The relations of a ``<link>`` in lower case."""
    return value(link, "rel").lower().split()


_text = etree.XPath("string()", smart_strings=False)


def text_of(element: Tag) -> str:
    """All text in an element, without comments."""
    return str(_text(element)) if len(element) else element.text or ""


def words(element: Tag) -> str:
    """What a reader is told of an element: its text, and the alternative of each picture in it."""
    text = element.text
    if text and not text.isspace():  # nearly every link holds its words directly
        return text.strip()
    for child in element:
        if child.tail and not child.tail.isspace():
            return child.tail.strip()
    said: list[str] = []
    for one in element.iterdescendants():
        if isinstance(one.tag, str):
            said += (value(one, "alt") if one.tag == "img" else "", value(one, "aria-label"), one.text or "")
        said.append(one.tail or "")
    return " ".join(text.strip() for text in said if text.strip())


def around(element: Tag, *names: str) -> Tag | None:
    """The nearest element of these names around one."""
    return next(element.iterancestors(*names), None)


def within(element: Tag, *names: str) -> Tag | None:
    """The first element of these names in one."""
    return next(element.iterdescendants(*names), None)


def briefly(text: str, size: int = 40) -> str:
    """A value in a message: one line, cut, its unprintable signs spelt out."""
    text = text if len(text) <= size else text[: size - 1] + "…"
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
