"""A fingerprint for each template and edition, of everything that its pages say beside their values.

What is not told apart with certainty counts as used: a page too many is rendered, never one too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from glose.digest.site.values import Fingerprint, fingerprint

RULES = 1
"""Counts changes of this package after which the same template and values give other bytes."""
KEPT_IN = "parts.html"
"""Where the macros are that templates call as functions."""
_USED = re.compile(r"""{%-?\s*(?:extends|import|include|from)\s+(["'])(?P<name>[^"']+)\1""")
_KEPT = re.compile(r"(?<!:)\b(?:card|line_of|head_of|near_of|lexicon_rows?|ways)\b")
_UNTOLD = re.compile(
    r"""\b[tn]\((?!["'])|\\|{%-?\s*(?:extends|import|include|from)\s+(?!["'])""",
)
"""A message that is no plain text, an escape, a template whose name is computed: then everything counts as used."""
_MESSAGE = re.compile(r"^msgid \"(?P<text>.*)\"$", re.M)


def used(template: str, templates: Mapping[str, str]) -> list[str]:
    """The template and those that it extends, imports and includes."""
    found: set[str] = set()
    todo = [template]
    while todo:
        name = todo.pop()
        if name not in found and name in templates:
            found.add(name)
            read = _read(templates[name])
            todo += templates if read.untold else read.names
    return sorted(found)


class _Read(NamedTuple):
    names: tuple[str, ...]
    words: frozenset[str]
    untold: bool


@lru_cache(200)
def _read(text: str) -> _Read:
    names = tuple(match["name"] for match in _USED.finditer(text))
    kept = (KEPT_IN,) if _KEPT.search(text) else ()
    return _Read((*names, *kept), frozenset(re.findall(r"\w+", text)), bool(_UNTOLD.search(text)))


def messages(catalogue: str, texts: Iterable[str]) -> Iterator[str]:
    """The entries of a .po file of which the templates' texts hold the message; all of them where it is computed."""
    entries = _entries(catalogue)
    known = tuple(message for message, _ in entries)
    said = frozenset[str]().union(*(_said(text, known) for text in texts))
    return (entry for message, entry in entries if message in said)


@lru_cache(500)
def _said(text: str, known: tuple[str, ...]) -> frozenset[str]:
    every = _read(text).untold
    return frozenset(message for message in known if every or message in text)  # the empty one always is


@lru_cache(16)
def _entries(catalogue: str) -> list[tuple[str, str]]:
    """Each entry with its message, which is empty where it is not one plain line."""
    found = []
    for entry in re.split(r"\n\s*\n", catalogue):
        message = _MESSAGE.search(entry)
        found.append((message["text"] if message and "\\" not in message["text"] else "", entry))
    return found


def version(
    template: str,
    templates: Mapping[str, str],
    constants: Mapping[str, Any],
    sheets: Mapping[str, str],
    catalogue: str,
    beside: bytes,
    says: Sequence[str] = (),
) -> Fingerprint:
    """Of a template in one edition.

    `constants`: by name, what templates may name of the edition, each as plain data. `sheets`: slug of each of the
    editors' pages to its address. `beside`: what views may show. A name without template is a file that a writer
    makes: all constants count for it, and the words that it `says`.
    """
    names = used(template, templates)
    texts = [templates[name] for name in names]
    words = frozenset[str]().union(*(_read(text).words for text in texts))
    known = {name: plain(value) for name, value in sorted(constants.items()) if not names or name in words}
    led = {
        slug: url for slug, url in sorted(sheets.items()) if not names or any(slug in text for text in texts)
    }
    entries = list(messages(catalogue, texts or says))
    return fingerprint([RULES, template, names, texts, known, led, entries, beside])


def plain(value: Any) -> Any:
    """The value without the mark that it is HTML, which is not written down."""
    return str(value) if isinstance(value, str) else value
