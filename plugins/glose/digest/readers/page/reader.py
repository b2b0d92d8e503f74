"""A saved page from bytes to draft: each stage and each witness in its turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.readers.page import (
    boxes,
    dates,
    figures,
    main_container,
    meta,
    readers_words,
    standfirst,
    styles,
    title,
)
from glose.digest.readers.page.chunks import Chunk, chunks
from glose.digest.readers.page.classify import judge
from glose.digest.readers.page.compose import Page, compose, language
from glose.digest.readers.page.embedded_data import scripted, shows_text
from glose.digest.readers.page.json_ld import linked
from glose.digest.readers.page.main_container import Scope
from glose.digest.readers.page.mhtml import is_mhtml, unpacked
from glose.digest.readers.page.parse_html import parse
from glose.digest.readers.page.people import is_bare_byline
from glose.digest.readers.page.trafilatura_vote import opinion
from glose.digest.readers.page.view import BESIDE
from glose.digest.text.decode import characters

HEAD = 80
"""Most chunks between title and text that are asked for byline and date."""
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.I)


def draft(source: Source) -> Draft:
    """The article of a page. Raises `SeedError` for a page without text and for one past the parser's limits."""
    data, charset = unpacked(source.data) if is_mhtml(source.head) else (source.data, "")
    declared = _CHARSET.search(data[:4096].replace(b"\0", b""))
    text, findings = characters(data, charset or (declared[1].decode("ascii") if declared else ""))
    tree = parse(text, source.name)
    every = tuple(tree.iter())  # kept: lxml makes an element's object anew whenever nobody holds it
    page = _page(tree, source.name)
    del every
    return compose(page).put(*findings)


def _page(tree: HtmlElement, name: str) -> Page:
    """Everything that the witnesses say of a parsed page, each in its turn."""
    styles.mark(tree)
    found, head = chunks(tree), meta.read(tree)
    record = linked(tree, head)
    behind = None
    if not (record.body or shows_text(found)):
        behind = scripted(tree, f"{head.title} {head.first('og:description', 'description')}", name)
        if behind is not None:
            tree.append(behind)
            found = chunks(tree)
    if not found and not record.body:
        raise SeedError(Fault(name, None, "the page shows no text", "save it again when it has loaded"))
    headline = title.choose(tree, head, record)
    found = readers_words.below_heading(found)
    void = boxes.swallowing(found, headline)
    found = boxes.without(found, void)
    here = main_container.find(tree, found, opinion(tree, found, void), record.body, headline)
    found = boxes.without(found, boxes.within(found, here.inside))
    lead = standfirst.find(found, here, head, record, headline)
    reasons = judge(found, here, headline, lead)
    above = _seen(found[here.top + 1 : here.first][:HEAD], here)
    below = _seen(found[here.first + 1 : here.first + 1 + BESIDE], here)
    zone = above + tuple(filter(is_bare_byline, below))
    return Page(
        chunks=found,
        record=record,
        meta=head,
        title=headline,
        head=zone,
        standfirst=" ".join(found[place].text for place in lead),
        reasons=reasons,
        scripted=behind is not None,
        figures=figures.of_article(found, here, reasons),
        dates=dates.find(tree, head, record, found[max(0, here.top) :], zone, language(head, record)),
    )


def _seen(part: Sequence[Chunk], here: Scope) -> tuple[Chunk, ...]:
    """Chunks with only the doubts that lie inside the container."""
    return tuple(replace(chunk, doubts=here.against(chunk)) for chunk in part)
