"""NewsML 1.2, AFP's format since 2001 and that of ATS, Belga, EFE, TASS, Business Wire.

A NewsItem is a tree of NewsComponents; text, captions, contacts and pictures all hang in it as ContentItems.
Which text is the article is told, in this order, by the component's Role, by the headline above it, and by
its company: a later text that stands beside a picture is that picture's caption. Not every ``<p>`` is body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from glose.digest.html.blocks import Fragment, from_element, from_text
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
from glose.digest.model.article import Image
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.readers import nitf
from glose.digest.readers.story import Story, drafts, each
from glose.digest.rules.standfirst import fold

MOST_PARTS = 500
"""ContentItems of one NewsItem: a press release with a dozen pictures in six sizes has below 100."""

_BODY = re.compile(r"main|body|text|story|article", re.I)
_ASIDE = {
    "standfirst": re.compile(r"\blead\b|sub-?headline|abstract|summary|teaser|standfirst|chapeau", re.I),
    "title": re.compile(r"title|headline", re.I),  # after SubHeadLine
    "caption": re.compile(r"caption|legend|photo|picture|image|graphic|video|logo|thumbnail|audio", re.I),
    "other": re.compile(r"style-?sheet|contact|keywords?|byline|credit|note|advisory|disclaimer|about", re.I),
}
_ADVISORY = re.compile(r"advisory|note|instruction|correct|editor|warning", re.I)
_PICTURE = re.compile(r"photo|picture|graphic|image|video|audio|animation", re.I)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|mp[34]|webp|svg|eps)$", re.I)


def sniff(source: Source) -> bool:
    """True for a document whose root is ``NewsML``."""
    return sniffed_root(source) == "NewsML"


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The articles of the message: one a NewsItem, or one for every headline inside it."""
    root, findings = parse(source)
    envelope = find(root, "NewsEnvelope")
    items = find_all(root, "NewsItem")
    yield from drafts(source, each(items, lambda item: _stories(item, envelope, source.name)), findings)


@dataclass(frozen=True, slots=True)
class _Content:
    """One ContentItem."""

    element: Element
    above: tuple[Element, ...]
    """Its NewsComponents, the innermost first."""
    text: Fragment
    role: str
    """``body``, an aside's name, or "" when no Role says."""

    @property
    def headed(self) -> Element | None:
        """The innermost component with a headline of its own."""
        return next((c for c in self.above if value(c, "NewsLines/HeadLine")), None)


def _stories(item: Element, envelope: Element | None, name: str) -> Iterator[Story]:
    contents = tuple(_contents(item, name))
    texts = [content for content in contents if content.text.blocks]
    main = [content for content in texts if content.role == "body"] or [c for c in texts if not c.role][:1]
    main += [
        content
        for content in texts
        if not content.role and content not in main and not _is_caption(content, main)
    ]
    main = main or [content for content in texts if content.role == "standfirst"]
    if not main:
        kinds = sorted(
            {attribute(find(c, "MediaType"), "FormalName") for c in find_all(item, "//ContentItem")} - {""}
        )
        above = [component for content in contents[:1] for component in content.above]
        what = f"{', '.join(kinds).lower() or 'no text'} ({_line(tuple(above), 'HeadLine')})"
        yield Story(absent=what)
        return
    several = len({content.headed for content in main}) > 1
    for headed, group in groupby(main, key=lambda content: content.headed):
        parts = _best(list(group))
        asides = [c for c in texts if c not in main and (headed is None or headed in c.above)]
        story = _story(item, envelope, parts, asides, name)
        mark = attribute(headed, "Duid") or language(headed) if several else ""
        yield replace(story, item=f"{story.item}#{mark}" if mark else story.item)


def _contents(item: Element, name: str) -> Iterator[_Content]:
    elements = find_all(item, "//ContentItem")
    if len(elements) > MOST_PARTS:
        what = f"a NewsItem of {len(elements):,} parts, more than {MOST_PARTS}"
        raise SeedError(Fault(name, None, what, "send the article alone"))
    for element in elements:
        above = tuple(a for a in element.iterancestors() if local(a) == "NewsComponent")
        data = find(element, "DataContent")
        foreign = _is_picture(element) or "css" in _kind(element) or "script" in _kind(element)
        text = Fragment() if data is None or foreign else _text(data, name)
        yield _Content(element, above, text, _role(above))


def _role(above: tuple[Element, ...]) -> str:
    for component in above:
        if name := attribute(find(component, "Role"), "FormalName"):
            aside = next((aside for aside, pattern in _ASIDE.items() if pattern.search(name)), "")
            return aside or ("body" if _BODY.search(name) else "")
    return ""


def _is_picture(element: Element) -> bool:
    return bool(_PICTURE.search(_kind(element)) or _FILE.search(attribute(element, "Href")))


def _kind(element: Element) -> str:
    """What a ContentItem is, in its sender's words."""
    return " ".join(
        attribute(find(element, name), "FormalName") for name in ("MediaType", "MimeType")
    ).lower()


def _is_caption(content: _Content, main: list[_Content]) -> bool:
    """True for a text whose nearest company is a picture, not the article."""
    for component in content.above:
        company = [c for c in find_all(component, "//ContentItem") if c is not content.element]
        if company:
            return any(map(_is_picture, company)) and not any(part.element in company for part in main)
    return False


def _best(parts: list[_Content]) -> list[_Content]:
    """The parts of one article; of renditions of the same text only the richest."""
    kept: list[_Content] = []
    for part in sorted(
        parts, key=lambda p: -sum(len(b.marks) + (b.kind != "paragraph") for b in p.text.blocks)
    ):
        key = fold(" ".join(block.text for block in part.text.blocks))
        if not any(key == fold(" ".join(block.text for block in other.text.blocks)) for other in kept):
            kept.append(part)
    return [part for part in parts if part in kept]


def _text(data: Element, name: str) -> Fragment:
    """The text of a DataContent: NITF, XHTML, bare paragraphs, escaped HTML or plain text."""
    for root in find_all(data, "nitf"):
        return (
            from_element(content, name)
            if (content := find(root, "body/body.content")) is not None
            else Fragment()
        )
    for html in find_all(data, "html"):
        body = find(html, "body")
        return from_element(html if body is None else body, name)
    return from_element(data, name) if len(data) else from_text(str(data.text or ""), name)


def _story(
    item: Element, envelope: Element | None, parts: list[_Content], asides: list[_Content], name: str
) -> Story:
    """The words of one article: its components' lines, then those of the NITF inside, then the envelope's."""
    words = {aside: [_plain(c) for c in asides if c.role == aside and _plain(c)] for aside in _ASIDE}
    captions = [_plain(c) for c in asides if c.role in ("caption", "")]
    leads = [content.text.blocks for content in asides if content.role == "standfirst"]
    standfirst = leads[0][0].text if [len(lead) for lead in leads] == [1] else ""
    above = () if standfirst else tuple(block for lead in leads for block in lead)
    pictures = [image for part in parts for image in part.text.images if image.caption]
    lines = _lines(item, parts[0].above, envelope)
    for root in [root for part in parts for root in find_all(part.element, "DataContent/nitf")][:1]:
        lines = lines.over(replace(nitf.head(root), left_out=()))
    return replace(
        lines,
        title=lines.title or "".join(words["title"][:1]),
        standfirst=standfirst or lines.standfirst,
        image=pictures[0] if pictures else Image(caption="".join(captions[:1])),
        blocks=above + tuple(block for part in parts for block in part.text.blocks),
        left_out=tuple(text for part in parts for text in part.text.left_out)
        + tuple(captions[0 if pictures else 1 :] + words["title"][bool(words["title"]) :] + words["other"]),
    )


def _lines(item: Element, above: tuple[Element, ...], envelope: Element | None) -> Story:
    """What the NewsLines and the metadata say, the nearest to the text first, and the item's management."""
    management, identifier = find(item, "NewsManagement"), find(item, "Identification/NewsIdentifier")
    change = find(management, "StatusWillChange")
    provider = value(identifier, "ProviderId")
    number = value(identifier, "NewsItemId")
    lang = _near(above, "Language", "FormalName") or (language(above[0]) if above else "") or language(item)
    return Story(
        item=":".join(filter(None, (provider, value(identifier, "DateId"), number)))
        if number
        else _duid(item, above),
        title=_line(above, "HeadLine"),
        standfirst=_line(above, "SubHeadLine"),
        byline=_line(above, "ByLine"),
        authors=tuple(
            attribute(party, "FormalName")
            for component in above
            for party in _metadata(component, "Creator/Party")
        ),
        dateline=_line(above, "DateLine"),
        sources=(
            _line(above, "CreditLine"),
            _near(above, "Provider/Party", "FormalName"),
            _near(above, "Source/Party", "FormalName") if provider == "" else "",
            attribute(find(envelope, "SentFrom/Party"), "FormalName"),
            provider,
            _near(above, "Source/Party", "FormalName"),
        ),
        created=value(management, "FirstCreated") or value(identifier, "DateId"),
        issued=value(management, "ThisRevisionCreated"),
        lang=lang,
        status=attribute(find(management, "Status"), "FormalName") or value(management, "Status"),
        embargo=value(change, "DateAndTime") if change is not None else "",
        revision=value(identifier, "RevisionId"),
        labels=tuple(
            attribute(e, "FormalName")
            for e in (*find_all(management, "NewsItemType"), *find_all(management, "Instruction"))
        ),
        notices=_advisories(above),
        tags=_tags(above),
        holder=_near(above, "CopyrightHolder", "FormalName"),
        terms=_line(above, "CopyrightLine"),
    )


def _line(above: tuple[Element, ...], name: str) -> str:
    """The nearest NewsLine of this name that says something."""
    found = (value(component, f"NewsLines/{name}") for component in above)
    return next(filter(None, found), "")


def _metadata(component: Element, path: str) -> list[Element]:
    """Elements on a path below any metadata of a component (TASS misspells DescriptiveMetadata)."""
    kinds = [child for child in component if local(child).startswith(("Administrative", "Descriptive"))]
    return [element for kind in kinds for element in find_all(kind, path)]


def _near(above: tuple[Element, ...], path: str, name: str) -> str:
    found = (attribute(element, name) for component in above for element in _metadata(component, path))
    return next(filter(None, found), "")


def _advisories(above: tuple[Element, ...]) -> tuple[str, ...]:
    """The lines that speak to editors: ``ATTENTION - CORRIGE …``."""
    lines = [line for component in above for line in find_all(component, "NewsLines/NewsLine")]
    typed = (
        (attribute(find(line, "NewsLineType"), "FormalName"), value(line, "NewsLineText")) for line in lines
    )
    return tuple(text for kind, text in typed if text and _ADVISORY.search(kind))


def _tags(above: tuple[Element, ...]) -> tuple[str, ...]:
    lines = (text_of(line) for component in above for line in find_all(component, "NewsLines/KeywordLine"))
    keywords = (
        attribute(property_, "Value")
        for component in above
        for property_ in _metadata(component, "Property")
        if attribute(property_, "FormalName").casefold() in ("keyword", "keywords")
    )
    return (*lines, *keywords)


def _duid(item: Element, above: tuple[Element, ...]) -> str:
    """An identifier for an item that its agency left without one."""
    return next(filter(None, (attribute(element, "Duid") for element in (item, *above))), "")


def _plain(content: _Content) -> str:
    return " ".join(block.text for block in content.text.blocks)
