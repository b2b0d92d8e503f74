"""Short lines about the text that are none of it: bylines, hours, kickers, captions by their place, labels."""

from __future__ import annotations

import re
from dataclasses import replace

from glose.digest.newsroom import captions
from glose.digest.readers.page.captions import frame, is_beneath
from glose.digest.readers.page.chunks import Chunk
from glose.digest.readers.page.main_container import PROSE
from glose.digest.readers.page.people import is_bare_byline
from glose.digest.readers.page.standfirst import is_date_or_byline
from glose.digest.readers.page.view import View

_HOUR = re.compile(r"\d{1,2}\s?[:.hH]\s?\d{2}(?:\s?(?:uhr|h|am|pm|[ap]\.m\.))?", re.I)


def byline(view: View) -> str:
    """A line of names alone beside the first paragraph."""
    bare = view.next and is_bare_byline(replace(view.chunk, doubts=view.doubts))
    return "byline" if bare else ""


def dated(view: View) -> str:
    """A line above the text that says when it was written, or the hour of an update."""
    if view.record or view.chunk.kind == "heading":
        return ""
    text = view.chunk.text
    above = view.before and view.titled and is_date_or_byline(text) and captions.read(text) is None
    return "date" if above or _HOUR.fullmatch(text) else ""


def kicker(view: View) -> str:
    """A few words above the title, in the element that holds title and text."""
    over = view.over and view.place == "body" and len(view.chunk.key) < PROSE
    return "header" if over else ""


def beneath(view: View) -> str:
    """A line under a picture, or in one box with it, of which only the make of the page says that it is a caption."""
    chunk = view.chunk
    if view.place == "far" or view.record or chunk.linked:
        return ""
    if chunk.kind != "paragraph" and not (chunk.kind == "heading" and chunk.level > 4):
        return ""
    if view.place == "body" and is_beneath(chunk.element):
        return "caption"
    plain = all(doubt.reason == "table" for doubt in view.doubts) and not (view.engine and is_sentence(chunk))
    return "caption" if plain and frame(chunk.element, view.above) is not None else ""


def label(view: View) -> str:
    """Short lines that neither witness has and that are no heading: counters, names of widgets."""
    chunk = view.chunk
    if view.engine or view.record or chunk.kind == "heading" or view.alike or is_message(view):
        return ""
    if chunk.kind == "item" and not view.doubts:
        return ""  # the engine loses short lines of lists
    return "label" if len(chunk.key) < PROSE or chunk.kind == "quote" else ""


def is_message(view: View) -> bool:
    """True for a message from a social network that the text quotes."""
    return view.chunk.kind == "quote" and any(doubt.reason == "embed" for doubt in view.doubts)


def is_sentence(chunk: Chunk) -> bool:
    """True for an item that says something with links in it, as against a list of links."""
    return (
        chunk.linked < 0.7
        and len(chunk.key) >= PROSE
        and chunk.text.rstrip("»”\"')").endswith((".", "!", "?"))
    )
