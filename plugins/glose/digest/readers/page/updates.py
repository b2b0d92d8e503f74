"""Live pages: one article of many posts, of which each has an hour and a name of its own."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

_POSTS = ("article", "section", "li", "div")
_LIFT = 6
"""Elements above a date or a name in which its post is looked for."""
_MOST = 50
"""Elements beside it that are looked at."""


def in_update(element: HtmlElement) -> bool:
    """True inside one post of several alike, each with an hour: what it says of itself is not the page's.

    The element that holds the page's title is no post, nor is anything around it.
    """
    for around in islice((element, *element.iterancestors()), _LIFT):
        if next(around.iter("h1"), None) is not None:
            return False
        if around.tag in _POSTS and (label := around.get("class")) and _has_hour(around):
            beside = (*around.itersiblings(preceding=True), *islice(around.itersiblings(), _MOST))
            if any(o.tag == around.tag and o.get("class") == label and _has_hour(o) for o in beside[:_MOST]):
                return True
    return False


def _has_hour(element: HtmlElement) -> bool:
    return next(element.iter("time"), None) is not None
