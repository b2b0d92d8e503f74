"""The page of settings, made of what `glose/defaults.py` says of each."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from glose import defaults

SOURCE = Path(defaults.__file__)
OPENING = """# Settings

A digest's `pelicanconf.py` begins with `from glose.defaults import *` and says below that what it wants different;
`publishconf.py` does the same with `pelicanconf.py`, for `invoke build --production` and `invoke publish`. This page is
made from [the defaults](../../plugins/glose/defaults.py) themselves. A setting whose name is nearly a known one is a
fault with its line; one that neither the engine, Pelican nor a plugin reads is told and stops nothing.

Of Pelican's own settings, those below mean what its manual says; the others count for
[plugins of others](../building.md#plugins-of-others) alone, since the addresses of pages, feeds and listings are the
features' own. The published address may come from outside: `SITEURL=https://… invoke build --production`. Without one,
or with one that only shows where it belongs (`.invalid`, `.example`, `example.org`), nothing is made for production.
"""
_SECTION = re.compile(r"# ── (.+?) ─+$")
_PAGE = re.compile(r"\bdocs/((?:how|reference)/[\w-]+|[\w-]+)\.md")
LONGEST = 90
"""Characters of a default that stand in a line of text."""


def page() -> str:
    """The whole page."""
    return "\n".join([OPENING, *_parts()]).rstrip("\n") + "\n"


def explained() -> Iterator[tuple[str, str, ast.expr, str]]:
    """Section, name, default and docstring of each setting that has one, in their order."""
    text = SOURCE.read_text(encoding="utf-8")
    heads = [(n, found[1]) for n, line in enumerate(text.splitlines(), 1) if (found := _SECTION.match(line))]
    body = ast.parse(text).body
    for node, doc in pairwise(body):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and value is not None and isinstance(doc, ast.Expr):
            section = [name for line, name in heads if line < node.lineno][-1]
            yield section, target.id, value, ast.literal_eval(doc.value)


def _parts() -> Iterator[str]:
    current = ""
    for section, name, value, doc in explained():
        if section != current:
            current = section
            yield f"## {section.partition(':')[0]}\n"
            names = [other for place, other, *_ in explained() if place == section]
            yield wrapped(", ".join(f"[`{name}`](#{name.lower()})" for name in names)) + "\n"
        yield f"### `{name}`\n"
        yield f"{wrapped(linked(doc))}\n"
        yield f"{default(name, value)}\n"


def default(name: str, value: ast.expr) -> str:
    """What holds where a digest says nothing."""
    used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    if "_HERE" in used:
        return "Default: the engine's own."
    fixed = not any(isinstance(node, ast.Call) for node in ast.walk(value))
    shown = repr(getattr(defaults, name)).replace("'", '"') if fixed else ast.unparse(value)
    if len(shown) <= LONGEST:
        return f"Default: `{shown}`"
    assert isinstance(value, ast.List | ast.Tuple)
    lines = [ast.unparse(one).replace("'", '"') for one in value.elts]
    packed = textwrap.wrap(", ".join(lines), 96, initial_indent="    ", subsequent_indent="    ")
    opening, closing = "[]" if isinstance(value, ast.List) else "()"
    return "\n".join(["Default:\n", "```python", f"{name} = {opening}", *packed, closing, "```"])


def linked(doc: str) -> str:
    """The docstring as Markdown: spans of code, and pages as links."""
    marked = " ".join(doc.split()).replace("``", "`")
    return _PAGE.sub(lambda found: f"[{found[1].rpartition('/')[2]}.md](../{found[1]}.md)", marked)


def wrapped(text: str) -> str:
    """Lines of 118 characters, of which none breaks a span of code."""
    whole = re.sub(r"`[^`]+`", lambda found: found[0].replace(" ", "\0"), text)
    lines = textwrap.wrap(whole, 118, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\0", " ")
