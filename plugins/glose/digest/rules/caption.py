"""The pictures' captions and credits, which plain text has between the title and the first paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glose.digest.model.article import Block, Finding, Image
from glose.digest.model.draft import Draft
from glose.digest.newsroom.captions import Caption, glued, read
from glose.digest.newsroom.datelines import read as dateline
from glose.digest.text.blocks import cut

ZONE = 4
"""Blocks below the title where a caption is looked for; one that is sure is found anywhere."""


def caption(draft: Draft) -> Draft:
    """Sets `image` from the blocks that are a picture's words; their dates are never the article's."""
    draft = _without_glued(draft)
    found = dict(_captions(draft.blocks))
    if not found:
        return draft
    pictures, findings = _pictures(draft, found)
    blocks = tuple(block for place, block in enumerate(draft.blocks) if place not in found)
    return draft.put(
        *findings, image=pictures[0], images=(*draft.article.images, *pictures[1:]), blocks=blocks
    )


def _captions(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Caption]]:
    """The blocks that are captions; one alone is the article, whatever it ends in."""
    zone = min(ZONE, len(blocks) - 1)
    for place, block in enumerate(blocks):
        if block.kind != "paragraph" or len(blocks) == 1:
            continue
        photo = read(block.text)
        if photo and (photo.sure or place < zone) and (photo.opens or not dateline(block.text)):
            yield place, photo


def _pictures(draft: Draft, found: dict[int, Caption]) -> tuple[list[Image], list[Finding]]:
    """The article's pictures, the first that it has already included, and what is to be said of each."""
    known = draft.article.image
    pictures = [known] if known.caption or known.credit else []
    findings: list[Finding] = []
    for place, photo in found.items():
        text = draft.blocks[place].text
        image = Image(photo.caption, photo.credit, photo.archive)
        if pictures:
            findings.append(Finding("caption", text, "of a further picture", 0.9, dropped=True))
            pictures += [image] if image.caption != known.caption else []
            continue
        findings.append(Finding("caption", text, "a photo's caption and credit", 0.95 if photo.sure else 0.7))
        if photo.label:
            findings.append(Finding("caption", photo.label, "says what follows", dropped=True))
        pictures.append(replace(image, src=known.src, alt=known.alt))
    return pictures, findings


def _without_glued(draft: Draft) -> Draft:
    """The draft without a picture's credit behind its last sentence."""
    last = draft.blocks[-1] if draft.blocks else None
    if last is None or last.kind != "paragraph" or not (found := glued(last.text)):
        return draft
    end, credit = found
    image = draft.article.image
    free = not image.credit and not image.caption
    said = Finding(
        "caption", last.text[end:].strip(), "a picture's credit behind the text", 0.8, dropped=not free
    )
    blocks = (*draft.blocks[:-1], cut(last, 0, end))
    return draft.put(said, blocks=blocks, image=replace(image, credit=credit) if free else image)
