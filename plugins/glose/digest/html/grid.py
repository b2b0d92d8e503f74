"""Tables of a page: which hold figures and stay tables, and which only lay out text."""

from __future__ import annotations

from lxml.html import HtmlElement

from glose.digest.html.tables import table_blocks
from glose.digest.model.article import Block
from glose.digest.model.limits import TABLE_ROWS
from glose.digest.text.clean import line

_MOST_COLUMNS = 30


def table_rows(table: HtmlElement) -> str:
    """A table of figures as lines of aligned columns; empty for one that lays text out or holds other tables."""
    block = table_block(table)
    return block.text if block else ""


def table_block(table: HtmlElement) -> Block | None:
    """A table of figures; None for one that lays text out or holds other tables."""
    if any(inner is not table for inner in table.iter("table", "p", "ul", "ol", "h1", "h2", "h3", "img")):
        return None
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    rows = [row for row in rows if row]
    if not 1 < len(rows) <= TABLE_ROWS:
        return None
    blocks = table_blocks([_cells(row) for row in rows], all(cell.tag == "th" for cell in rows[0]))
    return blocks[0] if len(blocks) == 1 and blocks[0].kind == "table" else None


def _cells(row: list[HtmlElement]) -> list[list[Block]]:
    """The texts of a row, with empty cells where one spans several columns."""
    cells: list[list[Block]] = []
    for cell in row:
        cells.append([Block("paragraph", line(cell.text_content()))])
        span = cell.get("colspan", "")
        more = int(span) - 1 if span.isdecimal() and len(span) < 3 and len(row) > 1 else 0
        cells += [[Block("paragraph", "")]] * max(0, min(more, _MOST_COLUMNS - len(cells)))
    return cells
