"""A page's frame: encoding, doctype, what its head says once, and what its template left behind."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache

from glose.digest.check.site.files import Place
from glose.digest.check.site.page import Page, Tag, Wrong, around, briefly, text_of, value, values_of

ARTICLE_BUDGET = 14_000
"""Bytes, gzipped, of an article page with style and script in it: one initial TCP window (reader's budget).

With as many notes and definitions as `NOTES` and `DEFINITIONS`; one that has more may weigh what each more does.
"""
NOTES, DEFINITIONS = 8, 17
SLACK = 200
"""Bytes below the budget at which nobody has to look closer."""
A_NOTE, A_DEFINITION = 171, 174
"""Bytes, gzipped, of one with its sources, its mark and its links: what the last two of each add to a dispatch that has
ten notes and nineteen definitions."""
ADDRESS = b"https://www.example.org"
"""An address of usual length: what a page weighs more for a longer one is not the page's own."""
EXTENDS = "the template must extend base.html"
OURS = "report it: this is a fault of ours"
REPEATED = re.compile(
    r"article:tag|article:author|og:locale:alternate|og:image(?::.*)?|theme-color|color-scheme"
)
"""What ``<meta>`` may say several times."""
REFERRERS = ("strict-origin-when-cross-origin", "strict-origin", "same-origin", "no-referrer")
"""What other sites may learn at the most (Referrer Policy, 3)."""
BODIES = frozenset({"text", "body"})
"""Classes of what people wrote: an article's text, an entry's."""
QUOTED = ("code", "pre", "kbd", "samp", "q")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_PLAIN = bytes(sorted({*range(256)} - {*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F}))
_HIGH, _NONE = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef\xbf[\xbe\xbf]")
"""The same signs in UTF-8: all bytes but those of one byte, and the longer ones, by what is found fast."""
_ENTITY = re.compile(r"&#(?:x0*(?P<hex>[0-9a-f]{1,6})|0*(?P<dec>[0-9]{1,7}));?", re.I)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1", re.I | re.S)
"""Where an entity is none."""
_LEFT = re.compile(
    r"\{\{-?\s*[A-Za-z_]\w*\s*(?:[.|(\[~][^{}\n]{0,80}|-?)\}\}|\{%[-+]?\s*[a-z]+\b[^{}\n]{0,80}%\}"
    r"|\{#[-+]?\s[^{}\n]{0,80}#\}|(?:\{|\|)(?:filename|static|attach|index|tag|category|author)(?:\}|\|)/?"
    r"|&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-f]{2,6});|\bobject at 0x[0-9a-f]{6,}|\[object Object\]"
)
"""An expression, a statement or a comment of Jinja, how a link of Pelican's begins, escapes twice over, and values that
are no text. It is asked of texts; `_SIGNS` tell of a whole page whether that is worth while."""
_WORD = rb"(?:filename|static|attach|index|tag|category|author)[}|]"
_SIGNS = (
    re.compile(rb"\{(?:[{%]|#[-+\s\x80-\xff]|" + _WORD + rb")"),
    re.compile(rb"\|" + _WORD),
    re.compile(rb"object (?:at 0x|O)"),
    re.compile(rb"&amp;[#a-z]"),
)
"""One of these stands in whatever holds what `_LEFT` finds. Each begins with one sign: that is looked for fast."""

_START = re.compile(rb"\s*(?:<!--.*?-->\s*)*<!doctype html\s*>", re.I | re.S)
_CHARSET = re.compile(rb"<meta\s+charset=[\"']?utf-8[\"']?\s*/?>", re.I)


def encoding(page: Page) -> Iterator[Wrong]:
    """A page is UTF-8, says so where browsers look for it, and stands in their standards mode."""
    if page.bad_byte is not None:
        yield (
            f"page: is not UTF-8 (byte {page.bad_byte})",
            "write it as UTF-8; everything else was checked all the same",
        )
    if not _START.match(page.data.removeprefix(b"\xef\xbb\xbf")):
        yield "page: no <!DOCTYPE html> at its start", EXTENDS
    if not _CHARSET.search(page.data[:1024]):
        yield "page: no <meta charset> within its first 1024 bytes", EXTENDS
    if _somewhere(_may_control, page) and (found := _CONTROL.search(page.text)):
        yield f"page: holds the control character {briefly(found[0])}", "clean the text that brought it"
    elif (
        _somewhere(_has_entity, page)
        and _control_entity(page.text)
        and (written := _control_entity(_SCRIPT.sub("", page.text)))
    ):
        yield f"page: holds the control character {written}", "clean the text that brought it"


def _somewhere(asked: Callable[[bytes], bool], page: Page) -> bool:
    """Asks a page's bytes for what holds neither ``<`` nor ``>``, and those of its styles and scripts once a site."""
    rest, alike = page.parts
    return asked(rest) or any(_asked(asked, one) for one in alike)


@lru_cache(256)
def _asked(asked: Callable[[bytes], bool], part: bytes) -> bool:
    return asked(part)


def _may_control(data: bytes) -> bool:
    """Whether there can be a control character among the bytes of UTF-8: a look that costs next to nothing."""
    return bool(data.translate(None, _PLAIN) or _HIGH.search(data) or _NONE.search(data))


def _has_entity(data: bytes) -> bool:
    return b"&#" in data


def _control_entity(text: str) -> str:
    """The first entity that means a control character, or none."""
    for one in _ENTITY.finditer(text):
        code = int(one["hex"], 16) if one["hex"] else int(one["dec"])
        if code > 0x10FFFF or 0xD800 <= code < 0xE000 or _CONTROL.match(chr(code)):
            return one[0]
    return ""


def head(page: Page) -> Iterator[Wrong]:
    """Each page says once what it is called, what it tells and where it stands."""
    titles = [one for one in page.named["title"] if around(one, "svg") is None]
    if len(titles) != 1:
        yield f"title: {len(titles)} <title>", EXTENDS
    if any(not text_of(one).strip() for one in titles):
        yield "title: is empty", "give the article or page a title"
    descriptions = page.head.get("description", [])
    if not descriptions:
        yield "description: none", EXTENDS
    if any(not one.strip() for one in descriptions):
        yield "description: is empty", EXTENDS
    for name, said in page.head.items():
        if len(said) > 1 and name != "content-security-policy" and not REPEATED.fullmatch(name):
            yield f"meta: {name} stands {len(said)} times", "say it once"
    if len(page.canonical) > 1:
        yield f"canonical: stands {len(page.canonical)} times", "say it once"
    if "viewport" not in page.head:
        yield "page: no viewport, so phones show it small", EXTENDS
    for told in page.head.get("referrer", ()):
        if told not in REFERRERS:
            yield f"policy: tells other sites where readers come from ({briefly(told)})", EXTENDS
    if page.hidden and not (page.is_article or page.refresh is not None or page.name == "404.html"):
        yield "meta: robots are told to leave this page out", "only what is retracted or has moved is"
    urls, own = page.head.get("og:url", []), page.canonical
    if urls and own and urls[0] != own[0]:
        yield f"canonical: og:url says {briefly(urls[0], 80)}", "name one address"
    for name in ("title", "meta", "base"):
        for one in page.named[name]:
            if around(one, "body") is not None and around(one, "svg") is None:
                yield f"page: <{name}> stands in its body", TEXT


TEXT = "something wrote HTML where text belongs"


def leftovers(page: Page) -> tuple[tuple[str, ...], frozenset[str]]:
    """What looks like a template's own signs: in the page's frame, and in what people wrote or quote."""
    if page.root is None or not _somewhere(_has_sign, page):
        return (), frozenset()
    frame: list[str] = []
    quoted: set[str] = set()
    for text, inside in _texts(page.root):
        found = _LEFT.findall(text) if len(text) > 5 else []
        if not found or (inside is not None and inside.tag in ("script", "style")):
            continue
        if inside is not None and _is_quoted(inside):
            quoted.update(found)
        else:
            frame += found
    for name in page.having:
        for _, said in values_of(page, name):
            frame += _LEFT.findall(said)
    return tuple(dict.fromkeys(frame)), frozenset(quoted)


def _has_sign(data: bytes) -> bool:
    return any(sign.search(data) for sign in _SIGNS)


def _texts(root: Tag) -> Iterator[tuple[str, Tag | None]]:
    """Every piece of text, comments too, and the element in which it stands."""
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if node.text:
            yield node.text, node if isinstance(node.tag, str) else node.getparent()
        if node.tail:
            yield node.tail, node.getparent()


def _is_quoted(inside: Tag) -> bool:
    return any(
        one.tag in QUOTED or not BODIES.isdisjoint(value(one, "class").split())
        for one in (inside, *inside.iterancestors())
    )


def article_budget(data: bytes) -> int:
    """What an article page with these notes and definitions may weigh."""
    notes, definitions = data.count(b'role="doc-footnote"'), data.count(b"<dfn")
    more = A_NOTE * max(0, notes - NOTES) + A_DEFINITION * max(0, definitions - DEFINITIONS)
    return ARTICLE_BUDGET + more


@lru_cache(256)
def _packed(part: bytes) -> int:
    return len(zlib.compress(part, 9))


def _address_cost(data: bytes, size: int, home: str) -> int:
    """What a page of this size weighs more than at an address of usual length."""
    own = home.rstrip("/").encode()
    return max(0, size - _size(data.replace(own, ADDRESS))) if len(own) > len(ADDRESS) else 0


def _size(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def weight(page: Page, place: Place) -> Iterator[Wrong]:
    """An article fits the first round trip."""
    if len(page.data) > ARTICLE_BUDGET and page.is_article:
        budget = article_budget(page.data)
        rest, alike = page.parts
        if len(zlib.compress(rest, 1)) + sum(map(_packed, alike)) < budget - SLACK:
            return  # the best way is no worse than a fast one for the parts
        if len(zlib.compress(page.data, 4)) < budget - SLACK:
            return
        size = _size(page.data)
        if size > budget and size > (budget := budget + _address_cost(page.data, size, place.home)):
            yield (
                f"weight: {size:,} bytes gzipped, budget {budget:,}",
                "a long read may exceed it knowingly",
            )
