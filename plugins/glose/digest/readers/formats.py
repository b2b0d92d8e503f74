"""Which reader takes which seed. Adding a format is one module of this package and one line here."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from glose.digest.model.draft import Reader, Source

READERS = (
    "docx",  # before all that look for text
    "wxr",  # before feeds: an export is an RSS document
    "feeds",
    "newsml1",
    "newsml2",
    "nitf",
    "jsonfeed",  # before ninjs, which takes any JSON and refuses what is no news
    "ninjs",
    "mail",  # before page: an HTML mail holds a page, and a page saved as one file is a message too
    "anpa",
    "iptc7901",
    "unsupported_xml",  # after every XML format: it refuses the others
    "page",  # after the XML formats: XHTML is XML too
    "raw",  # last: any text is raw text
)
"""Modules of this package, asked in this order: the first whose `sniff` says yes reads the seed."""


def reader(source: Source) -> Reader:
    """The first of `READERS` that takes this seed."""
    return next(module for module in map(_module, READERS) if module.sniff(source))


@cache
def _module(name: str) -> Reader:
    """A reader's module, imported when a seed first needs it: raw text loads no XML library."""
    return cast(Reader, import_module(f"glose.digest.readers.{name}"))
