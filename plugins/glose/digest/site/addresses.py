"""Addresses and files of pages, below wherever their edition stands (`glose.digest.editions`)."""

from __future__ import annotations

from collections.abc import Mapping

from glose.digest.text.slug import name_slug


def group(kind: str, name: str) -> str:
    """Of what is filed under one name (kind: ``tags``, ``sources`` …), below an edition."""
    return f"{kind}/{name_slug(name)}/"


def file_of(address: str) -> str:
    """The file that answers to an address."""
    return address if address.endswith((".html", ".xml", ".json")) else f"{address}index.html"


def alternates(path: str, editions: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Language and address of a page that each of the editions (language to prefix) has at the same path."""
    return tuple((lang, found + path) for lang, found in editions.items())


def feed_of(slug: str) -> str:
    """Of the feed of a term, one for all editions."""
    return f"feeds/glossary/{slug}.atom.xml"


def tag_feed_of(name: str) -> str:
    """Of the feed of a tag, below its edition."""
    return f"feeds/tags/{name_slug(name)}.atom.xml"
