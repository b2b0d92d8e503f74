"""HTML as the annotator sees it: its text in one string, where each character stands, and where no link may."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

Stretch = tuple[int, int]
Run = tuple[int, int, int, bool]
"""A piece of the page's text that comes from one piece of HTML: where it begins in the text, where it begins and ends
in the HTML, and whether it cannot be cut, as a character reference and a filler."""
DEEPEST = 20
"""Tags around a name that a link is put around."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention that the HTML already holds: an earlier link, or words that an author tied to a term."""

    start: int
    """In the page's text."""
    end: int
    term: str
    """The slug of a link; what the author wrote for a mark made by hand."""
    by_hand: bool
    barred: bool
    """True where no link may stand."""
    caption: bool
    opening: Stretch
    """Where the start tag stands in the HTML."""
    closing: Stretch


@dataclass(slots=True)
class Page:
    """What one pass over the HTML gives."""

    text: str = ""
    """The text of the page; fillers stand for the ends of blocks and for what is no text."""
    runs: list[Run] = field(default_factory=list)
    """Where the text comes from, in order."""
    closed: list[Stretch] = field(default_factory=list)
    """Stretches of `text` in which no link may stand, in order, disjoint; so are the next three."""
    captions: list[Stretch] = field(default_factory=list)
    quotes: list[Stretch] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    """Stretches in another language than the page's, with its tag."""
    paragraphs: list[int] = field(default_factory=list)
    """Offsets in `text` at which a block begins or ends."""
    sections: list[int] = field(default_factory=list)
    """Offsets in `text` at which a heading begins."""
    tags: list[tuple[int, int, str]] = field(default_factory=list)
    """Inline tags: where they stand in the HTML, and their name, with the slash of an end tag."""
    marks: list[Mark] = field(default_factory=list)

    def where(self, start: int, end: int) -> Stretch | None:
        """The stretch of HTML for a link on `text`[start:end]; None where it would cut something in two."""
        number = bisect_left(self.runs, (start + 1,)) - 1
        at, begin, stop, solid = self.runs[number]
        if not solid:
            begin += start - at
            if begin + end - start <= stop:
                return begin, begin + end - start
        elif at != start:
            return None
        number = bisect_left(self.runs, (end,)) - 1
        at, origin, stop, solid = self.runs[number]
        if not solid:
            stop = origin + end - at
        elif end != (self.runs[number + 1][0] if number + 1 < len(self.runs) else len(self.text)):
            return None
        return self._balanced(begin, stop)

    def holds_link(self, mark: Mark) -> bool:
        """True when there is a link inside the mark."""
        low, high = bisect_left(self.tags, (mark.opening[1],)), bisect_left(self.tags, (mark.closing[0],))
        return any(tag == "a" for _, _, tag in self.tags[low:high])

    def _balanced(self, begin: int, stop: int) -> Stretch | None:
        """The stretch, widened over the tags that touch it, if that leaves every element whole."""
        low, high = bisect_left(self.tags, (begin,)), bisect_left(self.tags, (stop,))
        for _ in range(DEEPEST):
            opened: list[str] = []
            missing = ""
            for _, _, tag in self.tags[low:high]:
                if tag[0] != "/":
                    if tag != "wbr":
                        opened.append(tag)
                elif opened:
                    if opened.pop() != tag[1:]:
                        return None
                else:
                    missing = tag[1:]
                    break
            if missing:
                if not low or self.tags[low - 1][1:] != (begin, missing):
                    return None
                low -= 1
                begin = self.tags[low][0]
            elif opened:
                if high == len(self.tags) or self.tags[high][::2] != (stop, "/" + opened[-1]):
                    return None
                stop = self.tags[high][1]
                high += 1
            else:
                return begin, stop
        return None


def inside(stretches: list[Stretch], at: int) -> bool:
    """True when `at` lies in one of the stretches."""
    place = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return place >= 0 and at < stretches[place][1]
