"""Code in a text, between backticks: the rows of backticks of a text are looked up, not walked to.

Python-Markdown walks from every row to the end of the text, character by character, where no row of its length is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from xml.etree.ElementTree import Element  # built here, never parsed

from markdown.inlinepatterns import BacktickInlineProcessor

_ROW = re.compile("`+")


class _Rows:
    """Where the rows of backticks of the last text that was asked about stand."""

    def __init__(self) -> None:
        self.text = ""

    def read(self, text: str) -> None:
        if text is self.text:
            return
        self.text = text
        self.spans = [match.span() for match in _ROW.finditer(text)]
        self.starts = [start for start, _ in self.spans]
        self.of_length: dict[int, list[int]] = {}
        for number, (start, end) in enumerate(self.spans):
            self.of_length.setdefault(end - start, []).append(number)
        self.longest = [0] * len(self.spans)
        """For each row the longest row behind it, the first of those; its own number for the last."""
        best = len(self.spans) - 1
        for number in range(len(self.spans) - 1, -1, -1):
            self.longest[number] = best
            if self.length(number) >= self.length(best):
                best = number

    def length(self, number: int) -> int:
        start, end = self.spans[number]
        return end - start


class Code(BacktickInlineProcessor):  # type: ignore[misc]  # it has no types
    """Backticks; one behind a pair of backslashes opens code, although a backslash stands before it."""

    def __init__(self) -> None:
        super().__init__(r"(?<!\\)((?:\\{2})+)(?=`)|`")
        self.rows = _Rows()
        self.open = -1

    def handleMatch(  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The code or the backslashes, and where they begin and end."""
        if m[1]:
            self.open = m.end()
        else:
            opened, self.open = self.open, -1
            if m.start() != opened and data[m.start() - 1 : m.start()] == "\\":
                return None, None, None
        return super().handleMatch(m, data)  # type: ignore[no-any-return]

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:
        """Where the code begins and ends: at the next row as long as the one at `start`, else at the longest."""
        rows = self.rows
        rows.read(text)
        own = bisect_right(rows.starts, start) - 1
        begin = rows.spans[own][1]
        length = begin - start
        same = rows.of_length.get(length, [])
        at = bisect_right(same, own)
        if at < len(same):
            return begin, rows.starts[same[at]]
        longest = rows.longest[own]
        if longest != own and rows.length(longest) < length:
            return begin - (length - rows.length(longest)), rows.starts[longest]
        return begin, None
