"""A WordPress export (WXR) item by item, whatever its size: hardened, and never more than one item in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from lxml import etree

from glose.digest.html.xml import HARDENED, Element, children, local, namespace, value
from glose.digest.model.errors import Fault, SeedError

PROLOG = 65_536
"""Bytes in which the root must begin."""
_NAMESPACE = b"wordpress.org/export/"
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.I)
_CONTROL = bytes.maketrans(bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32)), b" " * 29)
"""Characters that no XML may hold, and that exports hold all the same."""


@dataclass(slots=True)
class Channel:
    """What an export says of the whole site."""

    title: str = ""
    link: str = ""
    lang: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    """Display name by login."""


class _Clean:
    """A file without control characters."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.removed = False

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        clean = data.translate(_CONTROL)
        self.removed = self.removed or clean != data
        return clean


def is_export(head: bytes) -> bool:
    """True for the first bytes of a WordPress export."""
    return _NAMESPACE in head and b"<rss" in head


def items(file: Path, name: str, channel: Channel) -> Iterator[tuple[Element, int]]:
    """The items of an export with their lines; `channel` is filled on the way, before the first item.

    Raises `SeedError` for what is no whole export, and for a document type with declarations of its own.
    """
    with file.open("rb") as stream:
        head = stream.read(PROLOG)
        if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise SeedError(Fault(name, 1, "is UTF-16", "save it as UTF-8"))
        if found := _DOCTYPE.search(head[: head.find(b"<rss") if b"<rss" in head else len(head)]):
            line = head.count(b"\n", 0, found.start()) + 1
            raise SeedError(
                Fault(name, line, "declares a document type", "remove it: entities are never expanded")
            )
        if not is_export(head):
            raise SeedError(Fault(name, 1, "is no WordPress export (WXR)", "export it under Tools, Export"))
        stream.seek(0)
        yield from _walk(_Clean(stream), name, channel)


def _walk(stream: _Clean, name: str, channel: Channel) -> Iterator[tuple[Element, int]]:
    walk = etree.iterparse(cast(BinaryIO, stream), events=("start", "end"), **HARDENED)
    depth = 0
    try:
        for event, node in walk:
            if event == "start":
                depth += 1
                if depth == 1 and node.getroottree().docinfo.internalDTD is not None:
                    raise SeedError(Fault(name, 1, "declares a document type", "remove it"))
                if depth > 50:
                    raise SeedError(
                        Fault(name, node.sourceline, "is nested beyond any export", "export it anew")
                    )
                continue
            depth -= 1
            if depth != 2:
                continue
            kind = local(node)
            if kind == "item":
                yield node, node.sourceline or 1
            else:
                _take(channel, kind, node)
            node.clear()
            parent = node.getparent()
            while parent is not None and node.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        what = f"is not a whole export: {error.msg}"
        raise SeedError(Fault(name, error.lineno, what, "export it anew; nothing was brought")) from None


def _take(channel: Channel, kind: str, node: Element) -> None:
    if kind == "author":
        login = value(node, "author_login")
        channel.authors[login] = value(node, "author_display_name") or login
    elif kind in ("title", "link") and not namespace(node):
        setattr(channel, kind, (node.text or "").strip())
    elif kind == "language":
        channel.lang = (node.text or "").strip()
    elif kind in ("base_blog_url", "base_site_url") and not channel.link:
        channel.link = (node.text or "").strip()


def encoded(item: Element, kind: str) -> str:
    """The text of ``content:encoded`` or ``excerpt:encoded``."""
    found = (one for one in item if local(one) == "encoded" and kind in namespace(one))
    return next(("".join(map(str, one.itertext())) for one in found), "")


def line_of(item: Element, kind: str) -> int:
    """The line on which the text of ``content:encoded`` begins; 0 where there is none."""
    found = (one for one in item if local(one) == "encoded" and kind in namespace(one))
    return next((cast(int, one.sourceline or 0) for one in found), 0)


def metas(item: Element) -> dict[str, str]:
    """The custom fields of an item by name."""
    return {value(one, "meta_key"): value(one, "meta_value") for one in children(item, "postmeta")}
