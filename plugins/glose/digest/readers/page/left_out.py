"""What a page has beside the article: told paragraph by paragraph, and the article held where it is too much.

A finding names every text that is in no field. Prose has a finding of its own, and a long paragraph low
confidence: a person should look at it. Menus, labels and lists of links are told together, one finding a region.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glose.digest.model.article import Block, Finding
from glose.digest.newsroom.furniture import furniture
from glose.digest.readers.page.chunks import Chunk, letters

LABELS = 40
"""Letters below which a text is a label and no prose."""
LONG = 300
"""Characters of a paragraph that is left out with doubt, unless the page itself says that it is beside the text."""
MISSING = 0.5
"""Share of a page's prose outside the article from which nobody knows whether that is all of it (measured)."""
LEAST = 400
"""Letters of prose outside that can raise this doubt."""

SAYS = {
    "advertising": "advertising",
    "apart": "prose outside the element that holds the article",
    "aside": "a box beside the text",
    "author": "about the author",
    "byline": "who wrote it",
    "caption": "words of a picture that is not kept",
    "comments": "readers' comments",
    "contact": "a prompt to write to the outlet",
    "date": "a date of the page",
    "details": "a box that opens on a click",
    "dialog": "a dialog of the site",
    "disclaimer": "a notice of the outlet",
    "embed": "embedded from elsewhere",
    "footer": "a footer",
    "form": "a form",
    "header": "a label above the title",
    "hidden": "hidden on the page",
    "label": "a label of the page's furniture",
    "links": "links, not text",
    "meta": "data about the page",
    "navigation": "navigation, or the page's table of contents",
    "newsletter": "a prompt to subscribe",
    "orphan": "a heading without text below it",
    "outside": "outside the element that holds the article",
    "paywall": "a prompt to subscribe",
    "player": "labels of a player",
    "related": "a link to another article",
    "repeat": "comes again in the text",
    "share": "a prompt to share",
    "sidebar": "a box beside the text",
    "table": "a table that neither witness takes for text",
    "tags": "keywords",
    "title": "another wording of the title",
    "widget": "a box of the site",
}
"""Reasons of `classify.judge`, as a maintainer reads them."""

_KEPT = frozenset({"", "empty", "standfirst"})
"""Reasons that drop nothing: the text is in a field, or is none."""
_SURE = frozenset({"byline", "comments", "dialog", "footer", "repeat", "title"})
"""Reasons that leave no doubt, however long the text is."""
_ELSEWHERE = frozenset({"outside", "apart"})


def left_out(page: Sequence[Chunk], reasons: Sequence[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding for each text of the page that is in no field; `known` are the texts of the fields."""
    told = set(known)
    region = list[str]()
    for chunk, reason in zip(page, reasons, strict=True):
        if reason in _ELSEWHERE and not _is_prose(chunk):
            region.append(chunk.text)
            continue
        if region and (reason not in _KEPT or not reason):
            yield from _together(region, told)
            region = []
        if reason in _KEPT or chunk.text in told:
            continue
        told.add(chunk.text)
        box = next((d.reason for d in chunk.doubts if d.strong), "") if reason == "outside" else reason
        message = SAYS[reason] if box in ("", reason) else f"{SAYS[reason]}: {SAYS[box]}"
        long = len(chunk.text) >= LONG and chunk.linked < 0.5 and box not in _SURE
        yield Finding(reason, chunk.text, message, 0.4 if long else 0.8, dropped=True)
    yield from _together(region, told)


def _together(region: Sequence[str], told: set[str]) -> Iterator[Finding]:
    """One finding for a run of labels and links outside the article, each once."""
    texts = [text for text in dict.fromkeys(region) if text not in told]
    told.update(texts)
    if texts:
        yield Finding("outside", " · ".join(texts), "menus, labels and links of the page", 0.9, dropped=True)


def doubts(page: Sequence[Chunk], reasons: Sequence[str], body: Sequence[Block]) -> Iterator[Finding]:
    """A finding that holds the article: no text at all, or far more prose on the page than in its `body`."""
    kept = sum(len(letters(block.text)) for block in body if not furniture(block.text))
    if not kept:
        message = "the page shows no text of an article; save it again when it has loaded"
        yield Finding("body", "", message, confidence=0.2, holds=True)
        return
    beside = [
        chunk
        for chunk, reason in zip(page, reasons, strict=True)
        if reason in _ELSEWHERE and _is_prose(chunk) and not any(d.strong for d in chunk.doubts)
    ]
    missing = sum(len(chunk.key) for chunk in beside)
    if missing >= LEAST and missing >= MISSING * (missing + kept):
        share = round(100 * missing / (missing + kept))
        message = f"{share} % of the page's prose is not in the article; compare it with the page"
        yield Finding("body", beside[0].text, message, confidence=0.2, holds=True)


def _is_prose(chunk: Chunk) -> bool:
    return len(chunk.key) >= LABELS and chunk.linked < 0.5
