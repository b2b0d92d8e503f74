"""Tables of a news text: a column layout is undone, real tables are set in columns as a wire sets them."""

from __future__ import annotations

from unicodedata import east_asian_width

from plugins.digest.model.article import Block

Rows = list[list[list[Block]]]
"""Rows of cells of blocks."""
_WIDEST = 60
"""Characters in one cell of a table of figures; a cell with more holds prose."""


def table_blocks(rows: Rows) -> list[Block]:
    """One verbatim block with aligned columns; the cells' own blocks where the table only lays text out."""
    cells = [[" ".join(block.text for block in cell) for cell in row] for row in rows]
    columns = max(map(len, cells), default=0)
    if columns < 2 or any(len(text) > _WIDEST for row in cells for text in row):
        return [block for row in rows for cell in row for block in cell]
    tabular = [row for row in cells if len(row) > 1]  # a lone cell spans the columns
    widths = [max((_width(row[c]) for row in tabular if c < len(row)), default=0) for c in range(columns)]
    lines = (
        "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=False)).rstrip()
        for row in cells
    )
    text = "\n".join(filter(None, lines))
    return [Block("code", text)] if text else []


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns that a text takes; a full-width character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
