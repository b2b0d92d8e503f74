"""Footnotes of a text where it is shown: on a page of its own, cut short, or among other texts in a feed."""

from __future__ import annotations

import re

_REFERENCE = re.compile(r'<sup class="fn"[^>]*><a [^>]*?href="#(fn-\d+)"[^>]*>[^<]*</a></sup>')
_NOTE = re.compile(r'id="(fn-\d+)"')
_BACK = re.compile(r'\s?<a [^>]*?role="doc-backlink"[^>]*>[^<]*</a>')
_ID = re.compile(r'(?<= )(?P<what>id="|href="#)(?=fn(?:ref)?-\d)')
SIGN = 'class="fn"'
"""What a text with footnotes holds."""
BACK = 'role="doc-backlink"'
"""What leads from a footnote to its place."""


_STYLED = (SIGN, "<dl>", "<pre>", "<table>")


def without_references(html: str) -> str:
    """The text without the numbers of its footnotes and the ways back from them, for whoever reads words alone."""
    if SIGN in html:
        html = _REFERENCE.sub("", html)
    return _BACK.sub("", html) if BACK in html else html


def whole(html: str) -> str:
    """The text without references to footnotes that are not there: one that is cut short has lost them."""
    if SIGN not in html:
        return html
    there = set(_NOTE.findall(html))
    return _REFERENCE.sub(lambda found: found[0] if found[1] in there else "", html)


def apart(html: str, own: str, url: str) -> str:
    """The text with ids that no other text has, so that many can stand on one page, and links to its own page.

    A reader of feeds may show the text at any address, and without its ids. `own`: its address below the site's root,
    `url`: the whole one.
    """
    if SIGN not in html:
        return html
    name = re.sub(r"[^\w-]+", "-", own).strip("-")
    return _ID.sub(lambda one: f'id="{name}-' if one["what"][0] == "i" else f'href="{url}#', whole(html))


def styled(html: str) -> bool:
    """True for a text with tables, or with what only texts written by hand hold, which has a style of its own."""
    return any(sign in html for sign in _STYLED)
