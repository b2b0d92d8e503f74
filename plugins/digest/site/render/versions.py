"""A fingerprint for each template and edition, of everything that its pages say beside their values.

What is not told apart with certainty counts as used: a page too many is rendered, never one too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.digest.site.values import Fingerprint, fingerprint

RULES = 1
"""Counts changes of this package after which the same template and values give other bytes."""
KEPT_IN = "parts.html"
"""Where the macros are that templates call as functions."""
_USED = re.compile(r"""{%-?\s*(?:extends|import|include|from)\s+(["'])(?P<name>[^"']+)\1""")
_KEPT = re.compile(r"\b(?:card|line_of|lexicon_row)\b")
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
        if name in found or name not in templates:
            continue
        found.add(name)
        text = templates[name]
        if _UNTOLD.search(text):
            todo += templates
        todo += (match["name"] for match in _USED.finditer(text))
        if _KEPT.search(text):
            todo.append(KEPT_IN)
    return sorted(found)


def messages(catalogue: str, text: str) -> Iterator[str]:
    """The entries of a .po file of which the templates' text holds the message; all of them where it is computed."""
    every = _UNTOLD.search(text)
    for entry in re.split(r"\n\s*\n", catalogue):
        found = _MESSAGE.search(entry)
        if every or found is None or not found["text"] or "\\" in found["text"] or found["text"] in text:
            yield entry


def version(
    template: str,
    templates: Mapping[str, str],
    constants: Mapping[str, Any],
    sheets: Mapping[str, str],
    catalogue: str,
    beside: bytes,
) -> Fingerprint:
    """Of a template in one edition.

    `constants`: by name, what templates may name of the edition, each as plain data. `sheets`: slug of each of the
    editors' pages to its address. `beside`: what views may show. A name without template is a file that a writer
    makes: all constants count for it.
    """
    names = used(template, templates)
    texts = [templates[name] for name in names]
    text = "\n".join(texts)
    words = set(re.findall(r"\w+", text))
    known = {name: plain(value) for name, value in sorted(constants.items()) if not names or name in words}
    led = {slug: url for slug, url in sorted(sheets.items()) if not names or slug in text}
    entries = list(messages(catalogue, text)) if names else []
    return fingerprint([RULES, template, names, texts, known, led, entries, beside])


def plain(value: Any) -> Any:
    """The value without the mark that it is HTML, which is not written down."""
    return str(value) if isinstance(value, str) else value
