"""Tables of a page: which hold figures and are kept as set columns, and which only lay out text."""

from __future__ import annotations

from lxml.html import HtmlElement

from plugins.digest.html.tables import table_blocks
from plugins.digest.model.article import Block
from plugins.digest.text.clean import line

MAX_ROWS = 300
"""Rows of a table that is kept; a longer one is a database."""


def table_rows(table: HtmlElement) -> str:
    """A table of figures as lines of aligned columns; empty for one that lays text out or holds other tables."""
    if any(inner is not table for inner in table.iter("table", "p", "ul", "ol", "h1", "h2", "h3", "img")):
        return ""
    rows = [
        [[Block("paragraph", line(cell.text_content()))] for cell in row.iter("td", "th")]
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if row]
    if not 1 < len(rows) <= MAX_ROWS:
        return ""
    blocks = table_blocks(rows)
    return blocks[0].text if len(blocks) == 1 and blocks[0].kind == "code" else ""
