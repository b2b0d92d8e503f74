"""Furniture: what a website puts between the paragraphs of an article, in whatever format the text came."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.model.article import SET, Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.contacts import is_contact, reaches
from glose.digest.newsroom.furniture import (
    KINDS,
    PARAGRAPH,
    Furniture,
    asides,
    furniture,
    is_stub,
    too_much,
)
from glose.digest.text.blocks import without

LABEL, BLOCK = 30, 5
"""Characters of a label over links or numbers, and lines below it that are looked at."""

_HELD = "{} would take more than furniture does: it was left in; take out by hand what is not the article's"


def noise(draft: Draft) -> Draft:
    """Takes out each block that is wholly furniture; a paragraph that merely begins like it stays.

    A kind that would take too much of the article is none: it stays, and the article is held.
    """
    found = {place: one for place, one in enumerate(map(_furniture, draft.blocks)) if one}
    found = {
        place: one
        for place, one in found.items()
        if not (_may_be_title(draft, place, one) or _opens_contacts(draft.blocks, place))
    }
    sizes = [len(block.text) for block in draft.blocks]
    kept = too_much(((one, sizes[place]) for place, one in found.items()), sum(sizes))
    notes = [_held(draft, found, kind) for kind in KINDS if kind in kept]
    left_out = {place: one for place, one in found.items() if one.kind not in kept}
    findings = {place: _left_out(draft.blocks[place].text, one) for place, one in left_out.items()}
    findings |= {place: _orphan(draft.blocks[place].text) for place in _orphans(draft.blocks, left_out)}
    findings |= {place: _linked_title(draft.blocks[place].text) for place in _titles(draft.blocks, left_out)}
    rest = tuple(block for place, block in enumerate(draft.blocks) if place not in findings)
    cut, said = _without_asides(rest)
    if not (notes or findings or said):
        return draft
    return draft.put(*notes, *findings.values(), *said, blocks=cut)


def _furniture(block: Block) -> Furniture | None:
    """What a block is; a subhead of one word may be the article's: "Comments" over what people said."""
    if block.kind in SET or (block.kind == "heading" and " " not in block.text):
        return None
    return furniture(block.text, _linked(block))


def _linked(block: Block) -> float:
    """Share of the block's text that is a link."""
    reach = sum(mark.end - mark.start for mark in block.marks if mark.kind == "link")
    return min(1.0, reach / max(1, len(block.text)))


def _may_be_title(draft: Draft, place: int, found: Furniture) -> bool:
    """True for a first line that goes on freely: "Share: what became of a word" may be the headline."""
    return place == 0 and not draft.article.title and not found.known


def _opens_contacts(blocks: tuple[Block, ...], place: int) -> bool:
    """True for "More information" over a number to call: `ending` takes out both."""
    below = blocks[place + 1 : place + 1 + BLOCK]
    return is_contact(blocks[place].text) and any(reaches(block.text) for block in below)


def _titles(blocks: tuple[Block, ...], left_out: dict[int, Furniture]) -> Iterator[int]:
    """The lines like titles below a bare "Read also": the links that it announces."""
    for place, one in left_out.items():
        if one.kind != "related" or not one.known or len(blocks[place].text) > LABEL:
            continue
        for below in range(place + 1, min(place + 1 + BLOCK, len(blocks))):
            text = blocks[below].text
            like = blocks[below].kind == "paragraph" and len(text) <= PARAGRAPH and len(text.split()) > 2
            like = like and not (is_contact(text) or reaches(text))
            if below in left_out or not like or text.endswith((".", ":", "!", "»", "”", '"', "…")):
                break
            yield below


def _linked_title(text: str) -> Finding:
    message = "a link's title, or a subhead: put it back if it is the article's"
    return Finding("noise", text, message, 0.4, dropped=True)


def _left_out(text: str, found: Furniture) -> Finding:
    message, confidence = KINDS[found.kind], 0.9 if found.known else 0.8
    if is_stub(text):
        message, confidence = f"{message}: the text is cut here; ask for the whole article", 0.3
    return Finding("noise", text, message, min(confidence, _doubt(text)), dropped=True)


def _doubt(text: str) -> float:
    """How sure anybody can be that a text of this length is no paragraph of the article."""
    return 0.4 if len(text) >= PARAGRAPH else 1.0


def _held(draft: Draft, found: dict[int, Furniture], kind: str) -> Finding:
    text = next(draft.blocks[place].text for place, one in found.items() if one.kind == kind)
    return Finding("noise", text, _HELD.format(KINDS[kind]), 0.3, holds=True)


def _orphans(blocks: tuple[Block, ...], left_out: dict[int, Furniture]) -> Iterator[int]:
    """The headings over nothing but furniture."""
    only = False  # True while all below, down to the next heading that stays, is left out
    for place in range(len(blocks) - 1, -1, -1):
        if place in left_out:
            only = only or place == len(blocks) - 1 or blocks[place + 1].kind == "heading"
        elif blocks[place].kind == "heading" and only:
            yield place
        else:
            only = False


def _orphan(text: str) -> Finding:
    return Finding(
        "noise", text, "a heading over nothing but furniture", min(0.8, _doubt(text)), dropped=True
    )


def _without_asides(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks without what a link says of itself amid a sentence."""
    done, said = [], []
    for block in blocks:
        for start, end in reversed(list(asides(block.text)) if block.kind not in SET else []):
            said.append(
                Finding("noise", block.text[start:end], "a link's note on where it opens", 0.9, dropped=True)
            )
            block = without(block, start, end)
        done.append(block)
    return tuple(done), said
