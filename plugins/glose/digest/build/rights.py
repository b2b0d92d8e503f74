"""A text is cut as its rights say before anything is made of it: nobody is told what the rest says, nor counts it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from glose.digest.build.house import House
from glose.digest.build.records import Parsed
from glose.digest.site.lines import bare, minutes
from glose.digest.site.values import Mentioned, Picture

RIGHTS = {"policy": "full", "holder": "", "note": ""}
_PARAGRAPH_END = re.compile(r"</p>")
_SENTENCE_END = re.compile(r"[.!?…؟]+")
_SIGNS = re.compile(r"\W+")
REPEATED = 3
"""Words in a row by which a summary is known to repeat a text."""


class Shown(NamedTuple):
    """What of an article or page its readers see."""

    policy: str
    """``full``, ``excerpt`` or ``link``."""
    holder: str
    note: str
    html: str
    picture: Picture | None
    mentioned: tuple[Mentioned, ...]
    """Dates whose words are in what is shown."""
    standfirst: str
    minutes: int
    """Reading time."""
    links: tuple[str, ...]
    """Files of the content that it links to."""
    kept_back: tuple[str, ...]
    """Files of the content that only the rest names, the picture of a text that is not shown among them."""


def shown(parsed: Parsed, house: House) -> Shown:
    """The article as far as its rights go; a page of the editors' own is shown whole."""
    rights = {**RIGHTS, **house.rights.get(parsed.source, {}), **parsed.rights}
    holder, note = rights["holder"], rights["note"]
    links = tuple(
        dict.fromkeys(one.target for one in parsed.references if one.what in ("filename", "static"))
    )
    if parsed.status == "retracted":
        src = parsed.picture.src if parsed.picture else ""
        return Shown("full", holder, note, "", None, (), "", 1, (), (src,) if src else ())
    if parsed.page or rights["policy"] == "full":
        return Shown(
            "full", holder, note, parsed.html, parsed.picture, parsed.mentioned, parsed.standfirst,
            parsed.minutes, links, (),
        )  # fmt: skip
    if rights["policy"] == "excerpt":
        html, picture = excerpt(parsed.html, house.paragraphs), parsed.picture
    else:
        html, picture = "", None  # a caption is the source's text too
    named = tuple(link for link in links if f"{{{link}}}" in html)
    back = {link for link in links if link not in named}
    if parsed.picture and parsed.picture.src and not picture:
        back.add(parsed.picture.src)
    return Shown(
        rights["policy"], holder, note, html, picture, tuple(_still_said(parsed.mentioned, html)),
        _summary(parsed.standfirst, parsed.html[len(html) :]), minutes(html), named, tuple(sorted(back)),
    )  # fmt: skip


def excerpt(body: str, paragraphs: int) -> str:
    """The text up to the end of its n-th top-level paragraph; the whole text when it has no more than that.

    Blocks in which paragraphs nest (quotations, lists, figures, footnotes) are never cut open: the cut falls before
    them.
    """
    ends = [match.end() for match in _PARAGRAPH_END.finditer(body)]
    if len(ends) <= paragraphs:
        return body
    cut = body[: ends[paragraphs - 1]]
    for tag in ("blockquote", "ul", "ol", "dl", "table", "figure", "section"):
        if cut.count(f"<{tag}") > cut.count(f"</{tag}>"):
            cut = cut[: cut.rindex(f"<{tag}")]
    return cut.rstrip()


def _still_said(mentioned: tuple[Mentioned, ...], html: str) -> Iterator[Mentioned]:
    """The dates whose words are in the text, as often as they are: they are listed in its order."""
    words, told = _words(bare(html)), Counter[str]()
    for one in mentioned:
        if told[one.text] < words.count(_words(one.text)):
            told[one.text] += 1
            yield one


def _summary(standfirst: str, rest: str) -> str:
    """The summary; nothing when a sentence of it is one of the rest of the text."""
    said = _words(bare(rest))
    sentences = filter(None, map(_words, _SENTENCE_END.split(standfirst)))
    if any(len(one.split()) >= REPEATED and one in said for one in sentences):
        return ""
    return standfirst


def _words(text: str) -> str:
    """The words alone, each between spaces."""
    return f" {_SIGNS.sub(' ', text).strip().casefold()} "
