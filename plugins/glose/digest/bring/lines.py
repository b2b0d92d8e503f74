"""On which line of a file a place of its text lies, looked up and not counted anew each time."""

from __future__ import annotations

import re
from bisect import bisect_left


class Lines:
    """The lines of one text."""

    def __init__(self, text: str, first: int = 1) -> None:
        self.first = first
        self.ends = [found.start() for found in re.finditer("\n", text)]

    def at(self, place: int) -> int:
        """The line of an offset, the first one's number being `first`.

        >>> Lines("a\\nb", 7).at(2)
        8
        """
        return self.first + bisect_left(self.ends, place)
