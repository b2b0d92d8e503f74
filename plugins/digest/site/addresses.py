"""The one rule from a language to its edition and to addresses (contracts, section 5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from plugins.digest.text.slug import name_slug


def nearest(lang: str, editions: Collection[str], default: str) -> str:
    """The edition for a language: its own, its language's without a region, or the default."""
    return next((one for one in (lang, lang.partition("-")[0]) if one in editions), default)


def prefix(lang: str, default: str) -> str:
    """Where what is in that language stands below the site's root: empty for the site's own, else ``en/``."""
    return "" if lang == default else f"{lang}/"


def article(lang: str, day: date, slug: str, default: str) -> str:
    """Of an article."""
    return f"{prefix(lang, default)}{day:%Y/%m/%d}/{slug}/"


def sheet(lang: str, slug: str, default: str) -> str:
    """Of a page of the editors' own."""
    return f"{prefix(lang, default)}{slug}/"


def term(edition: str, slug: str, default: str) -> str:
    """Of a term's page."""
    return f"{prefix(edition, default)}glossary/{slug}/"


def group(kind: str, name: str) -> str:
    """Of what is filed under one name (kind: ``tags``, ``sources`` …), below an edition."""
    return f"{kind}/{name_slug(name)}/"


def file_of(address: str) -> str:
    """The file that answers to an address."""
    return address if address.endswith((".html", ".xml", ".json")) else f"{address}index.html"


def alternates(path: str, editions: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Language and address of a page that each of the editions (language to prefix) has at the same path."""
    return tuple((lang, found + path) for lang, found in editions.items())
