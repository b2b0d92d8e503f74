"""HTML of a post as Markdown of ours: through the walk that reads every page, with its links and pictures."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from glose.digest.body import to_body
from glose.digest.bring.lines import Lines
from glose.digest.bring.links import Links
from glose.digest.html.blocks import Fragment, from_html
from glose.digest.model.article import Block, Image, Mark
from glose.digest.model.errors import DigestError

_ASIDE = "https://brought.invalid/"
"""Before an address that the walk must not look at: it keeps whole addresses of the web alone."""
_WRITTEN = re.compile(r"https://brought\.invalid/([0-9a-f]*)")
_HREF = re.compile(
    r"""(<a\b[^<>]{0,2000}?\shref\s*=\s*)("[^"<>]{0,4000}"|'[^'<>]{0,4000}'|[^\s"'<>]{1,4000})""", re.I
)
_PLAYER = re.compile(
    r"""<(iframe|video|audio|embed|object|source)\b[^<>]{0,2000}?\s(?:src|data)\s*=\s*("[^"<>]{1,4000}"|'[^'<>]{1,4000}')[^<>]{0,2000}>""",
    re.I,
)
_LOST = re.compile(r"<(script|style|form|input|button|select|svg|math|canvas|noscript|template|hr)\b", re.I)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)


def converted(text: str, links: Links, first: int, *, lines: bool = False) -> str:
    """The Markdown of a piece of HTML. `first`: its line. `lines`: a line break in it is one in the text.

    Raises `DigestError` where it is past what is read.
    """

    at = Lines(text, first).at

    def leads(found: re.Match[str]) -> str:
        href = html.unescape(found[2].strip("\"'"))
        if address := links.link(href, at(found.start())):
            return f'{found[1]}"{_aside(address)}"'
        links.note(f"left out, the address of a link: {href[:100]}", at(found.start()))
        return f'{found[1]}""'

    def linked(found: re.Match[str]) -> str:
        links.note(f"<{found[1].lower()}> is shown nowhere: a link stands in its place", at(found.start()))
        src = html.escape(html.unescape(found[2].strip("\"'")))
        return f'<p><a href="{src}">{src}</a></p>{found[0]}'

    for lost in _LOST.finditer(text):
        links.note(f"<{lost[1].lower()}> has no home here and is left out", at(lost.start()))
    if "-->" in text:
        text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _PLAYER.sub(linked, text)
    found = from_html(_HREF.sub(leads, text), links.post.path, lines=lines)
    for left in found.left_out:
        links.note(f"left out, since it is no text: {left[:60]}", first)
    return written(found, links, first)


def _aside(address: str) -> str:
    return address if address.startswith(("http:", "https:", "mailto:")) else _ASIDE + address.encode().hex()


def written(found: Fragment, links: Links, first: int) -> str:
    """A fragment's blocks with their pictures, as Markdown."""
    blocks, images = list[Block](), list[Image]()
    waiting = deque(zip(found.places, found.images, strict=True))
    for number, block in enumerate((*found.blocks, None)):
        while waiting and (waiting[0][0] <= number or block is None):
            _, image = waiting.popleft()
            kept = links.picture(html.unescape(image.src), first) if image.src else ""
            if kept:
                images.append(replace(image, src=kept, place=len(blocks)))
            else:
                blocks += _instead(image)
        blocks += [block] if block else []
    return _WRITTEN.sub(_address, to_body(blocks, images))


def _address(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[1]).decode() or "#"
    except ValueError:
        return found[0]


def _instead(image: Image) -> Iterator[Block]:
    """A link in the place of a picture that did not come along, with all that was said of it."""
    words = image.alt or image.caption or image.src.rpartition("/")[2] or image.src
    web = image.src.startswith(("http://", "https://"))
    if words:
        marks = (Mark("link", 0, len(words), image.src),) if web else ()
        yield Block("paragraph", words if web else f"{words} ({image.src})", marks=marks)
    for said in (image.caption, image.credit):
        if said and said != words:
            yield Block("paragraph", said, marks=(Mark("em", 0, len(said)),))


def safely(text: str, links: Links, first: int, *, lines: bool = False) -> str:
    """As `converted`; what is past what is read stands as the text that it is, and is told."""
    try:
        return converted(text, links, first, lines=lines)
    except DigestError as error:
        links.note(f"HTML stands as text: {error.faults[0].what}", first)
        return to_body([Block("code", text)])
