"""NITF 3.x, with and without its namespace, alone or as the body of a NewsML message.

Source: IPTC NITF 3.6 documentation. Two traps of real files: the root's ``change.date`` is the DTD's own
date, and ``story.date`` often holds a machine stamp as its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glose.digest.dates.timestamps import is_after
from glose.digest.html.blocks import Fragment, from_element
from glose.digest.html.xml import (
    Element,
    attribute,
    find,
    find_all,
    language,
    local,
    parse,
    sniffed_root,
    text_of,
    value,
)
from glose.digest.model.article import Block, Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import SeedError
from glose.digest.newsroom.bylines import names
from glose.digest.newsroom.notices import is_public
from glose.digest.readers.story import Story, drafts
from glose.digest.text.clean import line

_GENERIC = frozenset({"news", "nyheter", "noticias", "actualités", "nachrichten"})
"""Types that say no more than that it is news."""


def sniff(source: Source) -> bool:
    """True for a document whose root is ``nitf``."""
    return sniffed_root(source) == "nitf"


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The one article of the file."""
    root, findings = parse(source)
    yield from drafts(source, [story(root, source.name)], findings)


def story(nitf: Element, name: str) -> Story:
    """What an ``nitf`` element says; `name` is the seed's, for messages."""
    content = find(nitf, "body/body.content")
    text = from_element(content, name) if content is not None else Fragment()
    said = head(nitf)
    public = tuple(text_of(note) for note in _notes(nitf) if _is_public(note))
    private = tuple(text for text in said.left_out if text not in public)
    captions = [f"{image.caption} {image.credit}".strip() for image in text.images if image.caption]
    return replace(
        said,
        image=next((image for image in text.images if image.caption), Image()),
        blocks=(*text.blocks, *(Block("paragraph", note) for note in public)),
        left_out=(*text.left_out, *private, *captions[1:]),  # pictures that did not come along
    )


def head(nitf: Element) -> Story:
    """What an ``nitf`` element says around its text."""
    head, body = find(nitf, "head"), find(nitf, "body")
    docdata, top = find(head, "docdata"), find(body, "body.head")
    issue, release = _stamp(docdata, "date.issue"), _stamp(docdata, "date.release")
    byline = find(top, "byline")
    return Story(
        item=attribute(find(docdata, "doc-id"), "id-string"),
        title=value(top, "hedline/hl1") or value(head, "title"),
        standfirst=value(top, "abstract") or value(top, "hedline/hl2"),
        byline=_byline(byline, titles=True),
        authors=tuple(map(text_of, find_all(byline, "person"))) or names(_byline(byline, titles=False)),
        dateline=_dateline(find(top, "dateline")),
        sources=(
            value(top, "distributor"),
            attribute(find(docdata, "doc-id"), "regsrc"),
            value(top, "rights/rights.owner"),
            attribute(find(docdata, "doc.copyright"), "holder"),
            attribute(find(head, "pubdata"), "name"),
        ),
        created=issue
        or release
        or attribute(find(head, "pubdata"), "date.publication")
        or _stamp(top, "dateline/story.date"),
        issued=issue,
        embargo=release if is_after(release, issue) else "",
        lang=attribute(nitf, "baselang") or language(body),
        status=attribute(docdata, "management-status"),
        revision=attribute(find(docdata, "du-key"), "version"),
        labels=(attribute(find(head, "tobject/tobject.property"), "tobject.property.type"),),
        notices=tuple(
            filter(
                None,
                (attribute(find(docdata, "ed-msg"), "info"), attribute(find(docdata, "correction"), "info")),
            )
        ),
        category=_category(head),
        tags=tuple(attribute(keyword, "key") for keyword in find_all(docdata, "key-list/keyword")),
        holder=value(top, "rights/rights.owner") or attribute(find(docdata, "doc.copyright"), "holder"),
        left_out=tuple(filter(None, (_end(body), *map(text_of, _notes(nitf))))),
    )


def _notes(nitf: Element) -> list[Element]:
    """The notes around the text."""
    notes = [note for note in find_all(nitf, "//note") if text_of(note)]
    return [
        note for note in notes if not any(local(above) == "body.content" for above in note.iterancestors())
    ]


def _is_public(note: Element) -> bool:
    """True for a note that may be published (``pa``, a publishable advisory)."""
    return attribute(note, "type") == "pa" or (attribute(note, "type") != "npa" and is_public(text_of(note)))


def _end(body: Element | None) -> str:
    """What stands below the text, without its notes."""
    end = find(body, "body.end")
    if end is None:
        return ""
    return line(" ".join(text_of(child) for child in end if local(child) != "note") or str(end.text or ""))


def _stamp(element: Element | None, path: str) -> str:
    return attribute(find(element, path), "norm") or value(element, path)


def _byline(element: Element | None, titles: bool) -> str:
    """The byline; the markup alone may divide a name from its bearer's function (``byttl``)."""
    if element is None:
        return ""
    text = str(element.text or "")
    for child in element:
        words = text_of(child) if titles or local(child) != "byttl" else ""
        text += " " if text[-1:].isalnum() and words[:1].isalnum() else ""
        text += words + str(child.tail or "")
    return " ".join(text.split())


def _dateline(element: Element | None) -> str:
    """The dateline's place and date as a person wrote them; a machine's stamp is none."""
    if element is None:
        return ""
    stamps = {
        text_of(date) for date in find_all(element, "story.date") if not any(map(str.islower, text_of(date)))
    }
    text = text_of(element)
    for stamp in filter(None, stamps):
        text = text.replace(stamp, "")
    return text.strip()


def _category(head: Element | None) -> str:
    kind = attribute(find(head, "tobject"), "tobject.type")
    if kind and kind.casefold() not in _GENERIC:
        return kind
    subjects = find_all(head, "tobject/tobject.subject")
    return next(filter(None, (attribute(subject, "tobject.subject.type") for subject in subjects)), "")
