"""HTML, XHTML and NITF to blocks: one walk for the three, since their body elements mean the same.

Works on a stream of events, not on a tree: libxml2's HTML *tree* silently ends at 255 levels, its stream of
events does not (measured on 2.14). No text is dropped silently: what `skip` or an element's own nature leaves
out comes back in `left_out`; scripts and styles, which hold no text, are the one exception.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, cast

from lxml import etree

from glose.digest.html.elements import BLOCK_TAG, BLOCKS, INLINE_TAG, METADATA
from glose.digest.html.walk import Attributes, Part, Skip, Walk
from glose.digest.html.xml import Element, local, local_name
from glose.digest.model.article import Block, Image
from glose.digest.model.errors import Fault, SeedError
from glose.digest.text.clean import clean
from glose.digest.text.lines import wrapped
from glose.digest.text.paragraphs import blocks as plain_blocks

_PARAGRAPH_TAG = re.compile(r"</?(?:p|br)\b[^>]*>", re.I)
_ALT_STEM = 20
"""Characters of a text alternative that a paragraph must repeat to be the picture's caption."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a piece of markup says."""

    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    """Its pictures, in order; most have a caption, a credit or a text alternative."""
    left_out: tuple[str, ...] = ()
    """Text of the elements that were left out, one string an element."""
    places: tuple[int, ...] = ()
    """Of each picture: how many of the blocks stand before it."""


def keep_all(tag: str, attributes: Attributes) -> bool:
    """Skips nothing."""
    return False


def is_metadata(tag: str, attributes: Attributes) -> bool:
    """Skips what agencies repeat from the envelope above a text: slug, genre, keywords (dpa, TT)."""
    return tag == "nav" or bool(METADATA.search(attributes.get("class", "")))


def from_html(text: str, name: str, skip: Skip = keep_all, lines: bool = False) -> Fragment:
    """The fragment of an HTML string; `name` is the seed's, for messages.

    `lines`: a line break in the source is one in the text (WordPress, plain text with a few tags); so it is
    anyway where the markup has no block element at all. Raises `SeedError` past the parser's limits.
    """
    walk = Walk(name, skip, lines or not BLOCK_TAG.search(text))
    parser = etree.HTMLParser(target=cast(Any, walk))
    try:
        parser.feed("<body>" + clean(text))  # lxml refuses a document without an element
        parser.close()
    except etree.XMLSyntaxError as error:
        raise SeedError(Fault(name, None, f"HTML that cannot be read: {error}", "send it whole")) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SeedError(Fault(name, None, "HTML past the parser's limits", "shorten its longest text"))
    return _fragment(walk)


def from_element(element: Element, name: str, skip: Skip = keep_all, lines: bool = False) -> Fragment:
    """The fragment of an element's content (XHTML or NITF, in any namespace); else as `from_html`."""
    inside = {local(node).lower() for node in element.iterdescendants()}
    walk = Walk(name, skip, lines or not inside & (BLOCKS | {"br"}))
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            walk.start(
                local(node).lower(), {local_name(key): str(value) for key, value in node.attrib.items()}
            )
            walk.data(node.text or "")
        else:
            walk.end(local(node).lower())
            walk.data((node.tail or "") if node is not element else "")
    walk.close()
    return _fragment(walk)


def from_text(text: str, name: str, skip: Skip = keep_all) -> Fragment:
    """The fragment of a text that may be HTML or plain, whatever its label says; else as `from_html`.

    Copy wrapped and indented for a wire and then put between ``<p>`` and ``</p>`` (ANSA) is still plain copy.
    """
    if not INLINE_TAG.search(text) and not BLOCK_TAG.search(text):
        return Fragment(tuple(plain_blocks(clean(text))))
    rows = [row for row in text.split("\n") if row.strip()]
    flush = [row for row in rows if not row.startswith((" ", "\t", "<"))]
    indented = any(row.startswith(("  ", "\t")) for row in rows)
    bare = _PARAGRAPH_TAG.sub("\n\n", text)
    if len(flush) >= 2 and indented and wrapped([row.strip() for row in rows]) and "<" not in bare:
        return Fragment(tuple(plain_blocks(clean(unescape(bare)).strip())))
    return from_html(text, name, skip)


def _fragment(walk: Walk) -> Fragment:
    """What was collected; a paragraph that repeats a picture's text alternative is its caption."""
    part: Part = walk.whole
    images, captions = [], set()
    for before, image in part.images:
        beside = [
            i for i in (before, before - 1) if 0 <= i < len(part.blocks) and _repeats(part.blocks[i], image)
        ]
        captions.update(beside[:1])
        images.append(replace(image, caption=part.blocks[beside[0]].text) if beside else image)
    blocks = tuple(block for number, block in enumerate(part.blocks) if number not in captions)
    places = tuple(before - sum(number < before for number in captions) for before, _ in part.images)
    return Fragment(blocks, tuple(images), tuple(filter(None, walk.left_out)), places)


def _repeats(block: Block, image: Image) -> bool:
    stem = image.alt.rstrip(" .…")
    return not image.caption and len(stem) >= _ALT_STEM and block.text.startswith(stem)
