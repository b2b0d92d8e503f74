"""The one XML parser for seeds: no network, no entities, no DTD, and never a silent cut.

At a limit libxml2 returns a shortened tree when recovery is on, and raises when it is off (measured on 2.14).
So recovery is off, every limit ends in a `SeedError`, and the document type declaration is taken out before
parsing: agencies send external DTDs that nobody needs (ATS), and an entity declared inside is a bomb or a way
to read files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5
from typing import Any, TypeAlias

from lxml import etree

from glose.digest.model.article import Finding
from glose.digest.model.draft import Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import FEED_BYTES
from glose.digest.text.clean import line
from glose.digest.text.decode import decode

Element: TypeAlias = etree._Element


class MalformedError(SeedError):
    """XML that is not well formed."""


MAX_ELEMENTS = 500_000
MAX_ATTRIBUTES = 256
"""On one element; feedparser needs over 20 s for 200,000."""
PROLOG = 65_536
"""Bytes in which the root must begin: licences and change logs stand before some."""
MOST_PREFIXES = 8
"""Undeclared prefixes that are put up with: what is left when somebody cuts an item out of its message."""
MAX_DEPTH = 200
"""Below libxml2's own limit of 256, so that the refusal is ours and says where."""

HARDENED: Mapping[str, Any] = {
    "recover": False,
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How a parser reads XML that strangers wrote: it expands nothing, fetches nothing, mends nothing."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(r"""encoding\s*=\s*["']([A-Za-z][\w.:-]*)["']""")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE\s(?P<head>[^\[>"']*(?:"[^"]*"[^\[>"']*|'[^']*'[^\[>"']*)*)(?P<end>[\[>])"""
)
_SUBSET_END = re.compile(r"\]\s*>")
_ENTITY = re.compile(r"<!ENTITY\s")
_EXTERNAL_PARAMETER = re.compile(r"<!ENTITY\s+%\s+\S+\s+(?:SYSTEM|PUBLIC)\s")
_MISC = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.S)
_START = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_NAMED = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|&(?P<name>[A-Za-z][A-Za-z0-9]{0,31});|&(?!#\d+;|#x[\da-f]+;)",
    re.S | re.I,
)
_UNDECLARED = re.compile(r"Namespace prefix ([A-Za-z_][\w.-]*) (?:for|on)\b")
_LIMIT = re.compile(r"limit|too long|excessive|huge", re.I)
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})


def sniffed_root(source: Source) -> str:
    """The local name of the first element within `PROLOG`, or "" when the seed does not look like XML.

    >>> sniffed_root(Source(b'<?xml version="1.0"?><!-- x --><a:nitf v="1">', "x", {}))
    'nitf'
    """
    if b"<" not in source.head[:8]:
        return ""
    start = source.data[:PROLOG].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").replace(b"\0", b"")
    text = start.decode("latin-1")
    _, root = _prolog(text)
    name = _START.match(text, root) if root >= 0 else None
    return name[1] if name else ""


def _prolog(text: str) -> tuple[tuple[int, int] | None, int]:
    """Where the document type declaration begins and ends, and where the root begins; -1 for what is missing."""
    position = _after_misc(text, 0)
    doctype = None
    if text.startswith("<!DOCTYPE", position):
        head = _DOCTYPE.match(text, position)
        end = head and (head if head["end"] == ">" else _SUBSET_END.search(text, head.end()))
        doctype = (position, end.end() if end else -1)
        position = _after_misc(text, end.end()) if end else -1
    return doctype, position if position >= 0 and _START.match(text, position) else -1


def _after_misc(text: str, position: int) -> int:
    """The position behind white space, comments and processing instructions."""
    while skipped := _MISC.match(text, position):
        position = skipped.end()
    return position


def parse(source: Source) -> tuple[Element, tuple[Finding, ...]]:
    """The document's root element, and what decoding it took.

    Strict UTF-8 is tried before the declared encoding: AFP declares iso-8859-1 and sends UTF-8. HTML's named
    characters (``&eacute;``), which NITF's DTD defines, are read without the DTD.

    Raises `SeedError` for what is not well formed, declares entities, or passes a limit.
    """
    if len(source.data) > FEED_BYTES:
        raise _refused(
            source, None, f"XML of {len(source.data):,} bytes", f"split it below {FEED_BYTES:,} bytes"
        )
    text, findings = _text(source)
    text = _NAMED.sub(_spelled_out, _without_doctype(source, text))
    root = _parsed(source, text, MOST_PREFIXES)
    _check_limits(source, root)
    return root, findings


def _parsed(source: Source, text: str, repairs: int) -> Element:
    """The text's root; a prefix that nobody declares is declared up to `repairs` times, since names are local."""
    parser = etree.XMLParser(encoding="utf-8", strip_cdata=True, **HARDENED)
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        message = str(error.msg)
        prefix = _UNDECLARED.match(message)
        start = _START.match(text, _prolog(text)[1]) if prefix and repairs else None
        if prefix and start:
            declared = f' xmlns:{prefix[1]}="urn:undeclared:{prefix[1]}"'
            return _parsed(source, text[: start.end()] + declared + text[start.end() :], repairs - 1)
        todo = "ask the sender for a whole file"
        fault = Fault(source.name, error.lineno, f"not well-formed XML: {message}", todo)
        raise (SeedError if _LIMIT.search(message) else MalformedError)(fault) from None


def _text(source: Source) -> tuple[str, tuple[Finding, ...]]:
    """The document as text, without its XML declaration (whose encoding may lie)."""
    head = source.data[:200].replace(b"\0", b"").decode("latin-1")
    declared = _ENCODING.search(head.split("?>")[0]) if "<?xml" in head else None
    text, findings = decode(source.data, declared[1] if declared else "")
    if declaration := _DECLARATION.match(text):
        text = "\n" * declaration[0].count("\n") + text[declaration.end() :]
    return text, findings


def _without_doctype(source: Source, text: str) -> str:
    """The text with its document type declaration blanked, line numbers kept."""
    doctype, _ = _prolog(text)
    if doctype is None:
        return text
    start, end = doctype
    if end < 0:
        raise _refused(source, text.count("\n", 0, start) + 1, "a DOCTYPE without an end", "remove it")
    for entity in _ENTITY.finditer(text, start, end):
        if not _EXTERNAL_PARAMETER.match(text, entity.start()):
            number = text.count("\n", 0, entity.start()) + 1
            todo = "remove it; entities are never expanded"
            raise _refused(source, number, "an entity declared in the DOCTYPE", todo)
    return text[:start] + "\n" * text.count("\n", start, end) + text[end:]


def _spelled_out(match: re.Match[str]) -> str:
    """HTML's named characters as themselves, a bare ampersand escaped; CDATA and XML's own untouched."""
    name = match["name"]
    if match[0] == "&":
        return "&amp;"
    if name is None or name in _PREDEFINED:
        return match[0]
    return "".join(f"&#{ord(c)};" for c in html5.get(name + ";", "")) or f"&amp;{name};"


def _check_limits(source: Source, root: Element) -> None:
    depth = elements = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        elements += 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS or len(element.attrib) > MAX_ATTRIBUTES:
            limits = f"{MAX_DEPTH} levels, {MAX_ELEMENTS:,} elements, {MAX_ATTRIBUTES} attributes on one"
            raise _refused(
                source, element.sourceline, "XML beyond any news message", f"the limits are {limits}"
            )


def _refused(source: Source, number: int | None, what: str, todo: str) -> SeedError:
    return SeedError(Fault(source.name, number, what, todo))


def local(element: Element) -> str:
    """The element's name without its namespace; "" for a comment or processing instruction."""
    return local_name(element.tag) if isinstance(element.tag, str) else ""


def local_name(name: str | bytes) -> str:
    """A name without its namespace or an undeclared prefix. (lxml's own `QName` raises on damaged names.)"""
    text = str(name)
    return text[max(text.rfind("}"), text.rfind(":")) + 1 :]


def namespace(element: Element) -> str:
    """The element's namespace, or ""."""
    return (
        element.tag[1:].partition("}")[0] if isinstance(element.tag, str) and element.tag[:1] == "{" else ""
    )


def children(element: Element, *names: str) -> list[Element]:
    """The child elements of these local names, in document order."""
    return [child for child in element if local(child) in names]


def find(element: Element | None, path: str) -> Element | None:
    """The first element on a path of local names: ``itemMeta/pubStatus``; a leading ``//`` searches below."""
    return next(iter(find_all(element, path)), None)


def find_all(element: Element | None, path: str) -> list[Element]:
    """All elements on a path of local names; namespaces do not count, since agencies disagree on them."""
    if element is None:
        return []
    steps = [name for name in path.split("/") if name]
    if path.startswith("//"):
        found = [e for e in element.iter() if local(e) == steps[0]]
    else:
        found = children(element, steps[0])
    for name in steps[1:]:
        found = [child for parent in found for child in children(parent, name)]
    return found


def text_of(element: Element | None) -> str:
    """All text inside the element as one clean line; "" for None."""
    return "" if element is None else line("".join(map(str, element.itertext())))


def value(element: Element | None, path: str) -> str:
    """The text of the first element on the path, or ""."""
    return text_of(find(element, path))


def attribute(element: Element | None, *names: str) -> str:
    """The first attribute of these local names that is set, or ""."""
    if element is None:
        return ""
    by_name = {local_name(key): line(str(content)) for key, content in element.attrib.items()}
    return next((by_name[name] for name in names if by_name.get(name)), "")


def language(element: Element | None) -> str:
    """The nearest ``xml:lang`` on the element or above it, or ""."""
    while element is not None:
        if tag := element.get("{http://www.w3.org/XML/1998/namespace}lang"):
            return str(tag)
        element = element.getparent()
    return ""
