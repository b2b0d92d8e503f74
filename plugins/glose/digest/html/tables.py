"""Tables of a news text: a column layout is undone, a real table stays one."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from glose.digest.model.article import Block, Row
from glose.digest.text.clean import line

Rows = list[list[list[Block]]]
"""Rows of cells of blocks."""
_WIDEST = 60
"""Characters in one cell of a table of figures; a cell with more holds prose."""
_NUMBER = re.compile(r"[^\w]*\d[\d\s.,:'’/–-]*\s?(?:%|‰|[^\W\d_]{1,4})?[^\w]*")
"""A figure with its sign or unit."""


def table_blocks(rows: Rows, headed: bool = False) -> list[Block]:
    """One table; the cells' own blocks where it only lays text out.

    `headed`: its markup says that the first row names the columns; so it does anyway where the rows below hold
    figures and it holds none.
    """
    cells = [tuple(line(" ".join(block.text for block in cell)) for cell in row) for row in rows]
    columns = max(map(len, cells), default=0)
    if columns < 2 or any(len(text) > _WIDEST for row in cells for text in row):
        return [block for row in rows for cell in row for block in cell]
    cells = [row for row in cells if any(row)]
    return (
        [Block("table", _aligned(cells), int(headed or _is_headed(cells)), rows=tuple(cells))]
        if cells
        else []
    )


def _is_headed(rows: list[Row]) -> bool:
    first, *others = rows
    figures = any(_NUMBER.fullmatch(text) for row in others for text in row)
    return len(first) > 1 and figures and not any(map(_NUMBER.fullmatch, first))


def _aligned(rows: list[Row]) -> str:
    """The table's text in columns, as a wire sets it."""
    columns = max(map(len, rows))
    tabular = [row for row in rows if len(row) > 1]  # a lone cell spans the columns
    widths = [max((_width(row[c]) for row in tabular if c < len(row)), default=0) for c in range(columns)]
    lines = (
        "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    )
    return "\n".join(filter(None, lines))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns that a text takes; a full-width character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
