"""NewsML-G2: a news message with several items, or one bare news item; Reuters, dpa, TT, STT, ANSA, AFP.

Source: IPTC NewsML-G2 2.x guidelines. Senders do not agree with it or with each other: TT leaves the
namespace out, ANSA calls HTML text/plain, Reuters puts plain text into ``body``; so only local names and the
content count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.html.blocks import Fragment, from_element, from_text, is_metadata
from glose.digest.html.xml import (
    Element,
    attribute,
    children,
    find,
    find_all,
    language,
    local,
    parse,
    sniffed_root,
    text_of,
    value,
)
from glose.digest.model.article import Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.readers import nitf
from glose.digest.readers.story import Story, drafts, each

_ROOTS = (
    "newsMessage",
    "newsItem",
    "packageItem",
    "knowledgeItem",
    "conceptItem",
    "planningItem",
    "catalogItem",
)
_FRAGMENTS = ("contentSet", "contentMeta", "itemMeta", "itemSet", "groupSet", "rightsInfo")
_STANDFIRST = re.compile(r"summary|abstract|teaser|standfirst|lead|preamble|subhead|deck", re.I)
_KINDS = {
    "planningItem": "a planning item, no article",
    "conceptItem": "a concept or an event",
}
_CODE = re.compile(r"[^\s]*[:/]")


def sniff(source: Source) -> bool:
    """True for a document whose root is a G2 message, item, or a part of one."""
    return sniffed_root(source) in _ROOTS + _FRAGMENTS


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The text items of the message; pictures and packages lend captions and are no articles of their own."""
    root, findings = parse(source)
    if local(root) in _FRAGMENTS:
        what = f"holds no article: a fragment of a NewsML-G2 item, <{local(root)}> alone"
        raise SeedError(Fault(source.name, None, what, "send the whole newsItem"))
    items = [root] if local(root) == "newsItem" else find_all(root, "//newsItem")
    captions = [image for item in items if not _is_text(item) and (image := _picture(item)).caption]
    texts = [item for item in items if _is_text(item)]
    others = [Story(absent=f"{_class(item)} item") for item in items if not _is_text(item)]
    packages = [root] if local(root) == "packageItem" else find_all(root, "//packageItem")
    if not texts:
        others += [Story(absent="a package that only refers to items") for _ in packages]
    others += [Story(absent=_KINDS[local(item)]) for item in root.iter() if local(item) in _KINDS]
    stories = each(texts, lambda item: [_story(item, root, captions, source.name)])
    yield from drafts(source, (*stories, *others), findings)


def _class(item: Element) -> str:
    meta = find(item, "itemMeta/itemClass")
    return _CODE.sub("", attribute(meta, "qcode", "literal", "uri")) or "text"


def _is_text(item: Element) -> bool:
    """True for an item of text, and for one that does not say what it is of."""
    return _class(item) in ("text", "composite", "news")


def _story(item: Element, root: Element, captions: list[Image], name: str) -> Story:
    management, meta, rights = find(item, "itemMeta"), find(item, "contentMeta"), find(item, "rightsInfo")
    text, inner = _text(find(item, "contentSet"), name)
    version = attribute(item, "version")
    issued = value(management, "versionCreated")
    first = value(management, "firstCreated") or (
        issued if version in ("", "1") else value(meta, "contentCreated")
    )
    own = next((image for image in text.images if image.caption), Image())
    outer = Story(
        item=attribute(item, "guid"),
        title=_headline(meta, main=True) or value(management, "title"),
        standfirst=_headline(meta, main=False) or _description(meta),
        byline=value(meta, "by"),
        authors=tuple(_named(creator) for creator in find_all(meta, "creator")),
        dateline=value(meta, "dateline"),
        sources=(
            value(meta, "creditline"),
            *map(_named, find_all(meta, "infoSource")),
            *map(_named, find_all(management, "provider")),
            *map(_named, find_all(rights, "copyrightHolder")),
            value(root, "header/sender"),
        ),
        created=first or issued,
        issued=issued,
        composed=value(meta, "contentCreated") or value(meta, "contentModified"),
        lang=attribute(find(meta, "language"), "tag") or language(item) or language(find(meta, "headline")),
        status=attribute(find(management, "pubStatus"), "qcode", "literal", "uri")
        or value(management, "pubStatus"),
        embargo=value(management, "embargoed"),
        revision=version,
        labels=tuple(attribute(signal, "qcode", "literal") for signal in find_all(management, "signal")),
        notices=tuple(filter(None, map(text_of, find_all(management, "edNote")))),
        category=_category(meta),
        tags=tuple(map(text_of, find_all(meta, "keyword")))
        or tuple(value(e, "name") for e in find_all(meta, "subject")),
        image=own if own.caption else next(iter(captions), Image()),
        holder=next(filter(None, map(_named, find_all(rights, "copyrightHolder"))), ""),
        terms=" ".join(filter(None, (value(rights, "copyrightNotice"), value(rights, "usageTerms")))),
        blocks=text.blocks,
        left_out=text.left_out,
        absent=_elsewhere(item),
    )
    return outer.over(inner) if inner else outer


def _text(content: Element | None, name: str) -> tuple[Fragment, Story | None]:
    """The text of a contentSet, whose parts are renditions of one content, and the NITF that it came in."""
    for part in find_all(content, "inlineXML"):
        for root in children(part, "nitf"):
            body = find(root, "body/body.content")
            if body is not None and (text := from_element(body, name)).blocks:
                return text, nitf.head(root)
    for part in find_all(content, "inlineXML"):
        body = find(part, "html/body")
        inside = find(part, "html") if body is None else body
        text = from_element(part if inside is None else inside, name, skip=is_metadata)
        if text.blocks:
            return text, None
    texts = (from_text("".join(map(str, data.itertext())), name) for data in find_all(content, "inlineData"))
    return max(texts, key=lambda text: len(text.blocks), default=Fragment()), None


def _elsewhere(item: Element) -> str:
    """Why a text item without text has none."""
    remote = attribute(find(item, "contentSet/remoteContent"), "href", "residref")
    return f"its text is in another file, {remote}" if remote else ""


def _headline(meta: Element | None, main: bool) -> str:
    """The first headline; with `main` false the first one whose role makes it a sub-headline."""
    lines = ((attribute(element, "role"), text_of(element)) for element in find_all(meta, "headline"))
    return next((text for role, text in lines if text and bool(_STANDFIRST.search(role)) != main), "")


def _description(meta: Element | None) -> str:
    """A summary of the text; a description in the role of a caption is a cut copy of it (TT)."""
    found = ((attribute(element, "role"), text_of(element)) for element in find_all(meta, "description"))
    return next((text for role, text in found if text and (not role or _STANDFIRST.search(role))), "")


def _picture(item: Element) -> Image:
    """What a picture item says of its picture."""
    meta = find(item, "contentMeta")
    roles = ((attribute(element, "role"), text_of(element)) for element in find_all(meta, "description"))
    caption = next((text for role, text in roles if not role or "caption" in role), "")
    credit = value(meta, "creditline") or next(filter(None, map(_named, find_all(meta, "creator"))), "")
    return Image(caption=caption, credit=credit)


def _named(element: Element) -> str:
    """A party or concept by its name, else by its literal or code."""
    return value(element, "name") or attribute(element, "literal", "qcode", "uri")


def _category(meta: Element | None) -> str:
    kinds = (
        e for e in find_all(meta, "subject") if re.search(r"\bcat(?:egory)?\b", attribute(e, "type"), re.I)
    )
    return next(filter(None, (value(element, "name") for element in kinds)), "")
