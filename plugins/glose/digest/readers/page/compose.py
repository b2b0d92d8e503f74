"""What the witnesses say of a page, put together as a draft; nothing that stood in the text is dropped silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from glose.digest.model.article import SET, Article, Block, Finding, Image
from glose.digest.model.draft import Draft
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.furniture import is_stub
from glose.digest.readers.page import people
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.dates import Dates
from glose.digest.readers.page.figures import Figure
from glose.digest.readers.page.json_ld import Linked
from glose.digest.readers.page.left_out import doubts, left_out
from glose.digest.readers.page.meta import Meta
from glose.digest.readers.page.prose import block
from glose.digest.readers.page.title import Title
from glose.digest.text.language import language as recognised

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.I)
_SURE = 0.8
"""Certainty from which the text's own words outweigh what the page says of its language."""
_NORWEGIAN = frozenset({"no", "nb", "nn"})
_MOST_TAGS = 12
_LONGEST_TAG = 60
_SIGNATURE = 60
"""Characters of a last line that may be an agency's signature."""


_SETTLED = frozenset({"tail"})
"""Rules that are not asked: what a page shows is no note to editors alone."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a page, before it is put together."""

    chunks: tuple[Chunk, ...]
    record: Linked
    meta: Meta
    title: Title
    head: tuple[Chunk, ...]
    """The chunks between title and text."""
    standfirst: str
    reasons: tuple[str, ...]
    """For every chunk why it is no text of the article; empty for its text."""
    scripted: bool
    """True where the text was taken from a script's data, since the page shows none."""
    figures: tuple[Figure, ...]
    dates: Dates


def compose(page: Page) -> Draft:
    """The page's article with its text as blocks."""
    shown = tuple(
        block(chunk, page.meta.url)
        for chunk, reason in zip(page.chunks, page.reasons, strict=True)
        if not reason
    )
    blocks, hidden = _or_recorded(shown, page.record)
    outlet = (page.meta.site, page.record.publisher, page.meta.host.rpartition(".")[0])
    authors = people.authors(page.meta, page.record, page.head, outlet)
    bylines = people.bylines(page.head)
    lang, doubted = _by_text(language(page.meta, page.record), blocks)
    pictures = _placed(page) if blocks is shown else [figure.image for figure in page.figures]
    pictures = _credited(pictures, page.record) or [Image(*words) for words in page.record.images]
    article = Article(
        title=page.title.text,
        standfirst=page.standfirst,
        image=pictures[0] if pictures else Image(),
        images=tuple(pictures[1:]),
        byline=bylines[0] if bylines else "",
        authors=authors,
        source=_agency(authors, bylines, blocks) or page.meta.site or page.record.publisher,
        source_url=page.meta.url,
        date=page.dates.published,
        date_source="metadata" if page.dates.published else "unresolved",
        modified=page.dates.modified,
        lang=lang,
        category=page.record.section or page.meta.first("article:section"),
        tags=_tags(page),
    )
    draft = Draft(article, blocks, settled=_SETTLED)
    notes = (*hidden, *doubted, *page.dates.findings, *_of_title(page.title), *_further(article.images))
    if page.scripted:
        message = (
            "the page shows no text: this was taken from the data of its script; compare it with the site"
        )
        notes = (Finding("body", page.title.text, message, confidence=0.4), *notes)
    told = left_out(page.chunks, page.reasons, _fields(page, article.byline))
    return draft.put(*notes, *told, *doubts(page.chunks, page.reasons, blocks), *_paywall(page))


def _placed(page: Page) -> list[Image]:
    """The pictures; each but the lead that came along with the page knows where in the text it stands."""
    before = list(accumulate((not reason for reason in page.reasons), initial=0))
    lead, further = page.figures[:1], page.figures[1:]
    return [figure.image for figure in lead] + [
        replace(figure.image, place=before[figure.chunk] if figure.image.src else None) for figure in further
    ]


def _credited(images: list[Image], record: Linked) -> list[Image]:
    """The pictures; one of which the page shows no credit has that of the record of the same caption."""
    credits = {letters(caption): credit for caption, credit in record.images if credit}
    return [
        image if image.credit else replace(image, credit=credits.get(letters(image.caption), ""))
        for image in images
    ]


def language(meta: Meta, record: Linked) -> str:
    """The primary language that the page names; empty where it names none."""
    said = (meta.lang, record.lang, meta.first("og:locale", "content-language", "language"))
    found = (match[1].lower() for text in said if (match := _LANGUAGE.fullmatch(text)))
    return next(found, "")


def _by_text(said: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Finding, ...]]:
    """The language that the page names, or that of its text where the two plainly differ: templates keep ``en``."""
    found, sure = recognised(" ".join(one.text for one in blocks if one.kind not in SET))
    if not said or sure < _SURE or found == said or {found, said} <= _NORWEGIAN:
        return said, ()
    return found, (Finding("language", said, f"the page says {said}, its text is {found}", 0.6),)


def _or_recorded(shown: tuple[Block, ...], record: Linked) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The page's text, or the publisher's record of it where the page, filled by a script, shows next to none."""
    if sum(len(one.text) for one in shown) * 4 > len(record.body) or not record.body:
        return shown, ()
    lines = tuple(Block("paragraph", text) for text in record.body.split("\n") if text.strip())
    message = (
        "the page shows no text: this is the publisher's record of it, in which paragraphs may be joined"
    )
    return lines, (Finding("body", lines[0].text, message, confidence=0.4),)


def _agency(authors: tuple[str, ...], bylines: tuple[str, ...], blocks: tuple[Block, ...]) -> str:
    """The agency that the byline, the metadata or a signature names; empty when none does."""
    last = blocks[-1].text if blocks and len(blocks[-1].text) <= _SIGNATURE else ""
    return next(filter(None, map(code, (*authors, *bylines, last))), "")


def _tags(page: Page) -> tuple[str, ...]:
    """The article's own tags; else the keywords of the record or the head, unless they are a search engine's bait."""
    keywords = page.meta.first("news_keywords", "keywords").split(",")
    for tags in (
        page.meta.all("article:tag"),
        page.record.keywords,
        tuple(word.strip() for word in keywords),
    ):
        once = tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= _LONGEST_TAG))
        if 0 < len(once) <= _MOST_TAGS:
            return once
    return ()


def _of_title(title: Title) -> Iterator[Finding]:
    """A finding that names the other wordings of the title."""
    if title.text and title.others:
        other = "; ".join(title.others[:3])
        yield Finding("title", title.text, f"chosen by agreement; the page also says: {other}", 0.7)


def _fields(page: Page, byline: str) -> Iterator[str]:
    """The texts of the page that stand in fields beside the body."""
    yield byline
    yield from (
        chunk.text
        for chunk in page.chunks
        if chunk.key == letters(page.title.text) or chunk.text == page.standfirst
    )
    shown = {inner for figure in page.figures for inner in figure.element.iter()}
    yield from (chunk.text for chunk in page.chunks if chunk.element in shown)


def _further(images: tuple[Image, ...]) -> Iterator[Finding]:
    """A finding for each picture but the first that did not come with the page: it stands nowhere."""
    for image in images:
        if image.place is None:
            text = f"{image.caption} {image.credit}".strip()
            message = "a further picture whose file is not beside the page: the article stands without it"
            yield Finding("caption", text, message, 0.9)


def _paywall(page: Page) -> Iterator[Finding]:
    """A finding of low confidence where the page says that the article is not all there."""
    stub = next((chunk.text for chunk in page.chunks if is_stub(chunk.text)), "")
    if stub:
        yield Finding("paywall", stub, "the text is cut here; ask for the whole article", confidence=0.3)
    elif page.record.free is False:
        message = "for subscribers only, by its own metadata: the text may be cut; compare it with the page"
        yield Finding("paywall", "isAccessibleForFree", message, confidence=0.4)
