"""Which elements are open, as a browser would have it, also where tags are missing or crossed.

Only elements that matter are kept. Where the standard needs the whole tree to decide (WHATWG HTML, sections 13.2.4 and
13.2.6), what is decided here leaves something closed that may be open, never the other way round.
"""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from glose.digest.glossary import markup


class Element(NamedTuple):
    """An element that is open; each flag also holds for the sake of an element around it."""

    name: str
    barred: bool = False
    """No link may stand here."""
    closed: bool = False
    """No link may stand here but one made by hand."""
    quote: bool = False
    caption: bool = False
    lang: str = ""
    """The language, when it is not the page's."""
    mark: tuple[str, bool, int, int, int] | None = None
    """A mark: its term, whether by hand, where its start tag begins and ends, and where its text begins."""

    @property
    def matters(self) -> bool:
        """True where it says anything beside its name."""
        return self[1:] != ROOT[1:]


ROOT = Element("")


class Nesting:
    """The open elements that matter, the innermost one last."""

    __slots__ = ("open",)

    def __init__(self) -> None:
        self.open: list[Element] = []

    @property
    def top(self) -> Element:
        """The innermost element."""
        return self.open[-1] if self.open else ROOT

    def has(self, *names: str) -> bool:
        """True when one of these is open."""
        return any(element.name in names for element in self.open)

    def make_room(self, name: str) -> Element | None:
        """End what a start tag ends; gives the element that will be around the new one, or None for no element."""
        if name in markup.ENDS_PARAGRAPH:
            if name in ("li", "dd", "dt"):
                self.end(name, markup.ITEM_WALLS)
            self.end("p")
        elif name == "a":
            self.end("a")
        elif name in markup.TABLE_PARTS or name == "col":
            if self.has("table"):
                self.end("select")
            if name == "table":
                if (
                    next((one.name for one in reversed(self.open) if one.name in markup.BARRIERS), "")
                    == "table"
                ):
                    self.end("table")  # a table directly in a table ends it
            elif not self._to_table():
                return None  # no row and no cell outside a table
            elif name in markup.CELLS:
                return self.open[-2] if len(self.open) > 1 else ROOT
        return self.top

    def end(self, name: str, walls: frozenset[str] = frozenset()) -> Element | None:
        """Take in an end tag; gives the element that it ends. Formatting left open in it stays open."""
        if name in markup.NEVER_ENDED or (name == "head" and self.top.name != "head"):
            return None
        name = generic(name)
        if not walls:
            strong = name in markup.SCOPED or name in markup.KEEPS_INNER
            walls = markup.WALLS.get(name, markup.BARRIERS) if strong else markup.LOOSE_WALLS
        for at in range(len(self.open) - 1, -1, -1):
            element = self.open[at]
            if element.name == name:
                inner = self.open[at + 1 :]
                del self.open[at:]
                if name in markup.KEEPS_INNER:
                    self.open += inner
                elif name not in markup.CELLS:
                    outside_cells = takewhile(lambda one: one.name not in markup.CELLS, inner)
                    self.open += [one for one in outside_cells if one.name in markup.FORMATTING]
                return element
            if element.name in walls:
                break
        if name in markup.ROWS:
            self._to_table()  # the row that a browser puts around a cell without one
        return None

    def _to_table(self) -> bool:
        """End whatever is open in the innermost table; false where there is none (or a picture is nearer)."""
        for at in range(len(self.open) - 1, -1, -1):
            name = self.open[at].name
            if name == "table":
                del self.open[at + 1 :]
            if name in ("table", "svg", "math", "template"):
                return name == "table"
        return False


def generic(name: str) -> str:
    """The name under which an element is kept: the end tag of any heading ends any other."""
    return "h1" if name in markup.HEADINGS else name
