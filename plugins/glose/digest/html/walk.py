"""The walk over a stream of markup events that `htmltext` takes: elements in, blocks and pictures out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from glose.digest.html import elements
from glose.digest.html.inline import Inline, Piece
from glose.digest.html.tables import Rows, table_blocks
from glose.digest.model.article import Block, BlockKind, Image, Mark
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import MARKUP_NESTING
from glose.digest.text.clean import line

Attributes = Mapping[str, str]
Skip = Callable[[str, Attributes], bool]


@dataclass(slots=True)
class Part:
    """Blocks and pictures that belong together: the text, a caption, a table cell."""

    blocks: list[Block] = field(default_factory=list)
    images: list[tuple[int, Image]] = field(default_factory=list)
    """Pictures, each with the number of blocks before it."""
    captions: list[Block] = field(default_factory=list)
    credits: list[Block] = field(default_factory=list)
    rows: Rows = field(default_factory=list)

    def words(self) -> str:
        """All that it says, in no particular order."""
        pictures = (f"{image.caption} {image.credit}" for _, image in self.images)
        cells = (block for row in self.rows for cell in row for block in cell)
        blocks = (*self.blocks, *cells, *self.captions, *self.credits)
        return line(" ".join((*(block.text for block in blocks), *pictures)))


@dataclass(slots=True)
class Frame:
    """One open element, with what it inherits from those around it."""

    tag: str = ""
    kind: str = ""
    part: Part = field(default_factory=Part)
    block: BlockKind = "paragraph"
    """What text directly inside becomes."""
    level: int = 0
    """Of a heading."""
    lists: int = 0
    """Lists around it."""
    ordered: bool = False
    figure: bool = False
    """True inside a figure."""
    table: bool = False
    """True in a table outside its cells."""
    marked: bool = False
    """True for a link or an emphasis."""
    item: Frame | None = None
    """The list item that it is in, or is."""
    after: BlockKind = "paragraph"
    """Of an item: what its text becomes after its first block."""
    used: bool = False
    """Of an item: true once it has given its first block."""


class Walk:
    """Collects blocks from the start, data and end events of a parser (lxml's target interface)."""

    def __init__(self, name: str, skip: Skip, lines: bool) -> None:
        self.whole = Part()
        self.left_out: list[str] = []
        self._name = name
        self._skip = skip
        self._lines = lines
        self._stack = [Frame(part=self.whole)]
        self._tags: Counter[str] = Counter()  # of the open elements
        self._inline = Inline()

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element opens."""
        tag = tag.lower().rpartition(":")[2]
        kind = self._kind(tag, attributes)
        if tag in elements.BLOCKS or kind:
            self._flush()
        if tag == "br":
            self._inline.add("\n")
        elif tag in ("img", "media-reference"):
            self._picture(attributes)
        elif kind == "row" and self._stack[-1].table:
            self._stack[-1].part.rows.append([])
        if tag not in elements.VOID:
            self._push(tag, kind, attributes.get("href", "").strip())

    def end(self, tag: str) -> None:
        """An element closes, and with it whatever it left open; an end without a start is nothing."""
        tag = tag.lower().rpartition(":")[2]
        closed = not self._tags[tag]
        while not closed:
            frame = self._stack[-1]
            if frame.tag in elements.BLOCKS or frame.kind:
                self._flush()  # before the pop: the block is of this element's kind
            self._stack.pop()
            self._tags[frame.tag] -= 1
            if frame.marked:
                self._inline.shut()
            if frame.kind in elements.COLLECTING:
                self._hand_over(frame)
            closed = frame.tag == tag

    def data(self, text: str) -> None:
        """Text between tags."""
        breaks = self._lines or self._stack[-1].block == "code"
        self._inline.add(text if breaks else text.replace("\n", " "))

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> None:
        """The document ends: so does every element still open."""
        while len(self._stack) > 1:
            self.end(self._stack[-1].tag)
        self._flush()

    def _kind(self, tag: str, attributes: Attributes) -> str:
        """What an element does, "" for one that only holds text."""
        kind = elements.KINDS.get(tag, "")
        label = attributes.get("class", "")
        if kind != "silent" and self._skip(tag, attributes):
            return "left out"
        if kind:
            return kind
        if tag == "div" and "wp-caption" in label.split():
            return "figure"
        if not self._stack[-1].figure:
            return ""
        return (
            "caption" if elements.CAPTION.search(label) else "credit" if elements.CREDIT.search(label) else ""
        )

    def _push(self, tag: str, kind: str, href: str) -> None:
        if len(self._stack) > MARKUP_NESTING:
            raise SeedError(
                Fault(self._name, None, f"markup nested over {MARKUP_NESTING} deep", "send the article alone")
            )
        outer = self._stack[-1]
        frame = replace(outer, tag=tag, kind=kind, marked=tag == "a" or tag in elements.EMPHASIS)
        if kind in ("heading", "code", "item", "quote"):
            frame.block = cast(BlockKind, kind)
        if kind == "heading":
            frame.level = elements.LEVELS[tag]
        elif kind == "item":
            frame.item, frame.used = frame, False
            frame.after = outer.block if outer.block != "item" else "paragraph"
        elif tag in ("ul", "ol"):
            frame.lists, frame.ordered = outer.lists + 1, tag == "ol"
        if kind in elements.COLLECTING:
            frame.part, frame.block, frame.figure = Part(), "paragraph", outer.figure or kind == "figure"
            frame.table = kind == "table"
        if frame.marked:
            self._inline.open(
                elements.EMPHASIS.get(tag, "link"), href if elements.HREF.fullmatch(href) else ""
            )
        self._stack.append(frame)
        self._tags[tag] += 1

    def _flush(self) -> None:
        """The text gathered so far becomes blocks of the open element's kind."""
        frame = self._stack[-1]
        if frame.block == "code":
            text = self._inline.take_verbatim()
            pieces: list[Piece] = [(text, ())] if text.strip() else []
        else:
            pieces = self._inline.take()
        frame.part.blocks.extend(_block(frame, *piece) for piece in pieces)

    def _picture(self, attributes: Attributes) -> None:
        part = self._stack[-1].part
        alt = line(attributes.get("alt", "") or attributes.get("alternate-text", ""))
        src = attributes.get("src", "") or attributes.get("source", "")
        part.images.append((len(part.blocks), Image(alt=alt, src=src.strip())))

    def _hand_over(self, frame: Frame) -> None:
        """Gives what a closed element collected to the part around it."""
        part, outer = frame.part, self._stack[-1].part
        if frame.kind in ("silent", "left out"):
            text = part.words()
            if frame.kind == "left out" or elements.BLOCK_TAG.search(text):  # a script without end eats text
                self.left_out.append(text)
            return
        if frame.kind == "figure":
            _figure(part, outer, pictured=bool(part.images) or frame.tag == "media")
            return
        images = [(len(outer.blocks), image) for _, image in part.images]
        outer.captions.extend(part.captions)
        outer.credits.extend(part.credits)
        if frame.kind == "table":
            outer.blocks.extend(part.blocks + table_blocks(part.rows))
        elif frame.kind == "cell" and self._stack[-1].table:
            outer.rows = outer.rows or [[]]
            outer.rows[-1].append(part.blocks)
        elif frame.kind == "cell":
            outer.blocks.extend(part.blocks)
        elif self._stack[-1].figure:
            (outer.captions if frame.kind == "caption" else outer.credits).extend(part.blocks)
        else:
            _caption(part, outer)
        outer.images.extend(images)


def _block(frame: Frame, text: str, marks: tuple[Mark, ...]) -> Block:
    kind = frame.block
    if kind == "item" and frame.item:
        kind = frame.item.after if frame.item.used else kind
        frame.item.used = True
    if kind == "heading":
        return Block(kind, text, level=frame.level, marks=marks)
    if kind == "item":
        return Block(kind, text, max(frame.lists - 1, 0), frame.ordered, marks)
    return Block(kind, text, marks=marks)


def _figure(part: Part, outer: Part, pictured: bool) -> None:
    """A figure with a picture is the picture; one without is text like any other: a quotation, a table."""
    if not pictured:
        outer.blocks.extend(part.blocks + part.captions + part.credits)
        return
    caption = part.captions or part.blocks
    outer.blocks.extend(part.blocks if part.captions else ())
    first, *others = [image for _, image in part.images] or [Image()]
    captions = [_joined(caption), first.caption]
    credits_ = [_joined(part.credits), first.credit]
    first = replace(first, caption=" ".join(filter(None, captions)), credit=" ".join(filter(None, credits_)))
    outer.images.extend((len(outer.blocks), image) for image in (first, *others))


def _caption(part: Part, outer: Part) -> None:
    """A caption outside a figure belongs to the picture before it; without one it is text."""
    before, image = outer.images[-1] if outer.images else (-1, Image())
    if before == len(outer.blocks) and not image.caption:
        outer.images[-1] = (before, replace(image, caption=_joined(part.blocks)))
    else:
        outer.blocks.extend(part.blocks)


def _joined(blocks: list[Block]) -> str:
    return " ".join(block.text for block in blocks)
