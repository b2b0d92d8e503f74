"""What is hidden on a page: by a rule of its own style sheet, and what only waits for a click.

A saved page brings its dialogs along, closed by a rule for their class; a consent list may be longer than the
article. The answer to a question that opens on a click is closed too, and is text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from glose.digest.readers.page.class_names import CONCEALED, OPENS, words

MOST = 3_000_000
"""Characters of style sheets that are read."""
FEWEST = 80
"""Letters of a panel that is text and no menu."""

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BRACE = re.compile(r"[{}]")
_COMPOUND = re.compile(r"([a-z][\w-]*)?((?:[.#][\w-]+)+)", re.I)
_PART = re.compile(r"[.#][\w-]+")
_DISPLAY = re.compile(r"display\s*:\s*([\w-]+)", re.I)
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "data-controls", "href")
_PANELS = frozenset(
    "accordion accordions answer answers collapse collapsed collapsible collapsable expand expandable expander faq"
    " panel panels tabpanel toggle toggles disclosure".split()
)
_CONTROLLING = (
    "//*[(self::a or self::button or self::div or self::span or self::h2 or self::h3 or self::h4 or self::summary"
    " or self::input or self::label)"
    " and (@aria-controls or @data-target or @data-bs-target or @data-controls or starts-with(@href, '#'))]"
)

Selector = tuple[str, frozenset[str]]
"""A tag, empty for any, and the classes and ids that one element must have, with their sign."""


def mark(tree: HtmlElement) -> None:
    """Marks the elements of the tree that a style rule hides, and those that open on a click."""
    _conceal(tree)
    _panels(tree)


def _conceal(tree: HtmlElement) -> None:
    hides, shows = dict[Selector, int](), dict[Selector, int]()
    for place, (selector, display) in enumerate(_rules(tree)):
        (hides if display == "none" else shows)[selector] = place
    if not hides:
        return
    by_part: dict[str, list[Selector]] = defaultdict(list)
    for selector in hides:
        by_part[min(selector[1])].append(selector)
    for element in tree.iter():
        if not isinstance(element.tag, str) or not (element.get("class") or element.get("id")):
            continue
        own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id') or ''}"}
        found = [s for part in own for s in by_part.get(part, ()) if _matches(s, element, own)]
        if not found or is_of_article(element) or "display" in (element.get("style") or ""):
            continue
        weight = max((_weight(one), hides[one]) for one in found)
        shown = ((_weight(one), place) for one, place in shows.items() if _matches(one, element, own))
        if weight > max(shown, default=((0, 0), -1)):
            element.set(CONCEALED, "")


def _rules(tree: HtmlElement) -> Iterator[tuple[Selector, str]]:
    """The rules outside ``@media`` that say of one compound selector how it is displayed, in order."""
    left = MOST
    for style in tree.iter("style"):
        text = (style.text or "")[:left]
        left -= len(text)
        if "none" not in text or "display" not in text:
            continue
        text = _COMMENT.sub(" ", text)
        depth = start = 0
        head = ""
        for brace in _BRACE.finditer(text):
            if brace[0] == "{":
                if depth == 0:
                    head = text[start : brace.start()]
                depth += 1
            else:
                depth = max(0, depth - 1)
                said = _DISPLAY.search(text, start, brace.start()) if depth == 0 and "@" not in head else None
                if said:
                    yield from ((one, said[1].lower()) for one in _selectors(head))
            start = brace.end()


def _selectors(head: str) -> Iterator[Selector]:
    for text in head.rpartition(";")[2].split(","):
        if found := _COMPOUND.fullmatch(text.strip()):
            yield (found[1] or "").lower(), frozenset(_PART.findall(found[2]))


def _matches(selector: Selector, element: HtmlElement, own: set[str]) -> bool:
    return selector[0] in ("", element.tag) and selector[1] <= own


def _weight(selector: Selector) -> tuple[int, int]:
    """Which of two rules wins: ids, then classes."""
    ids = sum(part.startswith("#") for part in selector[1])
    return ids, len(selector[1]) - ids + bool(selector[0])


def is_of_article(element: HtmlElement) -> bool:
    """True for what a script would show in the article: dialogs of the site stand outside it."""
    holds = next(element.iter("article", "main", "h1", "body"), None) is not None
    return holds or next(element.iterancestors("article", "main"), None) is not None


def _panels(tree: HtmlElement) -> None:
    """Marks what a control of the page opens, and what is called so, if it holds prose."""
    named = {
        value.removeprefix("#")
        for element in tree.xpath(_CONTROLLING)
        for name in _CONTROLS
        if (value := element.get(name) or "")
        and (name != "href" or (value[0] == "#" and element.get("role")))
    }
    for element in tree.iter("div", "section", "dd", "ul", "p", "li"):
        if element.get("id") in named or _is_called_panel(element):
            text = element.text_content()
            if len(text) >= FEWEST and not element.get("role", "").endswith(("dialog", "menu")):
                element.set(OPENS, "")


def _is_called_panel(element: HtmlElement) -> bool:
    if _names_panel(element.get("class") or ""):
        return True
    return (
        len(element) > 0 and isinstance(element[0].tag, str) and _names_panel(element[0].get("class") or "")
    )


@lru_cache(maxsize=8192)
def _names_panel(label: str) -> bool:
    return not _PANELS.isdisjoint(words(label))
