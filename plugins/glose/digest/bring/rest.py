"""reStructuredText as HTML, by docutils: no raw HTML, no file read in, nothing fetched."""

from __future__ import annotations

import re
from typing import Any

from glose.digest.model.errors import Fault, SeedError

SETTINGS: dict[str, Any] = {
    "raw_enabled": False,
    "file_insertion_enabled": False,
    "_disable_config": True,
    "halt_level": 5,
    "report_level": 5,
    "input_encoding": "unicode",
    "syntax_highlight": "none",
    "initial_header_level": 2,
    "line_length_limit": 20_000,
}
_PROBLEM = re.compile(r'<a href="#[\w-]*">(<span class="problematic"[^<>]*>[^<>]*</span>)</a>')


def to_html(text: str, path: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The body without its title and fields, and what docutils could not do, with its line; that stands as text.

    Raises `SeedError`.
    """
    try:
        from docutils import nodes
        from docutils.core import publish_doctree, publish_from_doctree
        from docutils.parsers.rst import roles
    except ImportError:
        raise SeedError(
            Fault(path, None, "docutils is not installed", "install it: pip install docutils")
        ) from None
    before = dict(roles._roles)
    roles.register_local_role("abbr", _words)  # Pelican's own: its words are all that it says
    try:
        tree = publish_doctree(
            text, settings_overrides=SETTINGS | {"report_level": 2, "warning_stream": False}
        )
        told = tuple(_told(node) for node in tree.findall(nodes.system_message) if node["level"] > 1)
        for node in (*tree.findall(nodes.system_message), *tree.findall(nodes.docinfo)):
            if node.parent is not None:
                node.parent.replace(
                    node, [one for one in node.children if isinstance(one, nodes.literal_block)]
                )
        whole = publish_from_doctree(tree, writer="html5", settings_overrides=SETTINGS)
    except Exception as error:  # docutils raises whatever went wrong inside it
        what = f"is not reStructuredText: {str(error).strip().partition(chr(10))[0][:200]}"
        raise SeedError(Fault(path, None, what, "mend it, or make Markdown of it")) from None
    finally:
        roles._roles.clear()
        roles._roles.update(before)
    text = whole.decode() if isinstance(whole, bytes) else whole
    body = re.search(r"<body[^>]*>(.*)</body>", text, re.S)
    inside = re.sub(r'<h1 class="title">.*?</h1>', "", body[1] if body else text, count=1, flags=re.S)
    return _PROBLEM.sub(r"\1", inside), told


def _words(name: str, raw: str, text: str, *rest: Any, **more: Any) -> Any:
    from docutils import nodes

    return [nodes.Text(text)], []


def _told(node: Any) -> tuple[str, int]:
    said = node.children[0].astext() if node.children else node.astext()
    return f"reStructuredText stands as text: {' '.join(said.split())[:100]}", int(node.get("line") or 1)
