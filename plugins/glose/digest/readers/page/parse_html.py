"""The gate before any HTML parser: linear checks on size and nesting, then one parse.

libxml2 drops everything from nesting depth 255 on, and everything after it, without an error; a text node
above 10 MB empties the document. Both are looked for here, in one linear scan, before the parser sees the page.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import ParserError, SubElement, XMLSyntaxError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import PAGE_CHARACTERS, PAGE_NESTING, PAGE_TAGS, TAG_ATTRIBUTES
from glose.digest.text import embedded

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCES = re.compile(
    r"&#(?:x0*(?:1?[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])|0*(?:[12]?[0-9]|3[01]))(?:;|(?![0-9a-f]))",
    re.I,
)
"""What no XML may hold, as characters and as references: lxml reads such text and refuses to write it."""
_LONG = 2 * TAG_ATTRIBUTES
"""Characters of a tag from which it may have too many attributes."""
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TOKEN = re.compile(rf"<!--|<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>?")
"""A comment's start or a whole tag, cut as HTML5 cuts it; possessive throughout, so the scan stays linear."""
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_RAW_END = {name: re.compile(rf"</{name}", re.I) for name in ("script", "style", "textarea", "title")}
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
_CLOSED_BY_SIBLING = frozenset("p li dt dd option tr td th thead tbody tfoot".split())
"""Ten thousand unclosed ``<p>`` in a row are ten thousand paragraphs, not a tower."""
_IN_HEAD = frozenset("base link meta noscript object script style template title".split())
_SHADOWS = frozenset({"shadowrootmode", "shadowroot", "shadowmode", "data-shadowroot"})
"""What browsers, and tools that save pages, call the attribute."""
_SENT = re.compile(r"S:[0-9a-f]{1,6}")
_WAITS = re.compile(r"[BP]:[0-9a-f]{1,6}")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def parse(text: str, name: str) -> HtmlElement:
    """The page's tree.

    `text` is the decoded page, `name` the seed's file name for messages. Raises `SeedError` when the page is
    too large, too deeply nested to be read without loss, or holds no element at all.
    """
    text = _REFERENCES.sub(" ", _CONTROLS.sub(" ", embedded.named(text)))
    if declaration := _XML_DECLARATION.match(text):  # lxml refuses one in a text that is decoded
        text = text[declaration.end() :]
    if len(text) > PAGE_CHARACTERS:
        raise SeedError(
            Fault(
                name,
                None,
                f"the page has {len(text)} characters, more than {PAGE_CHARACTERS}",
                "save the article alone",
            )
        )
    _check_tags(text, name)
    parser = HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text, parser=parser)
    except (ParserError, XMLSyntaxError, ValueError) as error:
        raise SeedError(Fault(name, None, f"the page cannot be parsed: {error}", "save it again")) from error
    if any(
        entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log
    ):  # the only sign of a silent cut
        raise SeedError(Fault(name, None, "the parser would cut the page", "save the article alone"))
    _out_of_head(tree)
    _open_shadows(tree)
    _put_in_place(tree)
    return tree


def _open_shadows(tree: HtmlElement) -> None:
    """Makes the text of web components, which "save as one file" keeps in templates, part of the page."""
    for template in list(tree.iter("template")):
        if _SHADOWS & set(template.keys()):
            template.tag = "div"


def _put_in_place(tree: HtmlElement) -> None:
    """Moves what a server sent later, in hidden boxes at the end, to the empty templates that wait for it.

    React streams a page so: ``<div hidden id="S:4">`` belongs where ``<template id="B:4">`` (or ``P:4``) stands.
    """
    sent = [e for e in tree.iter("div") if e.get("hidden") is not None and _SENT.fullmatch(e.get("id") or "")]
    if not sent:
        return
    waiting = {name: e for e in tree.iter("template") if (name := e.get("id")) and _WAITS.fullmatch(name)}
    for box in sent:
        number = (box.get("id") or "")[2:]
        place = waiting.get(f"B:{number}", waiting.get(f"P:{number}"))
        if place is None or any(around is box for around in place.iterancestors()):
            continue
        del box.attrib["hidden"]
        tail, around = box.tail, box.getparent()
        if tail and (before := box.getprevious()) is not None:
            before.tail = (before.tail or "") + tail
        elif tail and around is not None:
            around.text = (around.text or "") + tail
        box.tail = None
        place.addnext(box)


def _out_of_head(tree: HtmlElement) -> None:
    """Moves into the body what libxml2, which does not know ``<main>``, leaves in a head that is never closed."""
    head, body = tree.find("head"), tree.find("body")
    strays = [] if head is None else [e for e in head if isinstance(e.tag, str) and e.tag not in _IN_HEAD]
    if not strays:
        return
    if body is None:
        body = SubElement(tree, "body")
    for place, element in enumerate(strays):
        body.insert(place, element)


def _check_tags(text: str, name: str) -> None:
    """Raise `SeedError` for elements nested too deeply, too many tags, or a tag with too many attributes."""
    stack: list[str] = []
    inside: Counter[str] = Counter()
    tags = position = 0
    while token := _TOKEN.search(text, position):
        position = token.end()
        if token[2] is None:
            end = text.find("-->", position)
            position = len(text) if end < 0 else end + 3
            continue
        tag = token[2].lower()
        tags += 1
        if token[1]:
            while inside[tag]:  # a closing tag closes all that its element left open
                inside[(last := stack.pop())] -= 1
                if last == tag:
                    break
        elif tag in _RAW_END:
            closing = _RAW_END[tag].search(text, position)
            position = closing.start() if closing else len(text)
        elif tag not in _VOID and not (tag in _CLOSED_BY_SIBLING and stack and stack[-1] == tag):
            stack.append(tag)
            inside[tag] += 1
        suspect = len(stack) > PAGE_NESTING or tags > PAGE_TAGS or len(token[0]) > _LONG
        if suspect and (what := _excess(len(stack), tags, token[3])):
            line = text.count("\n", 0, position) + 1
            raise SeedError(Fault(name, line, what, "save the article alone"))


def _excess(depth: int, tags: int, attributes: str) -> str:
    if depth > PAGE_NESTING:
        return f"the page's elements are nested more than {PAGE_NESTING} deep"
    if tags > PAGE_TAGS:
        return f"the page has more than {PAGE_TAGS} tags"
    if sum(1 for _ in _ONE_ATTRIBUTE.finditer(attributes)) > TAG_ATTRIBUTES:
        return f"a tag has more than {TAG_ATTRIBUTES} attributes"
    return ""
