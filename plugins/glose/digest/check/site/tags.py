"""Tags as they were written: a parser mends what is open, nested or doubled, and so hides it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from glose.digest.check.site.page import Page, Wrong, briefly

UNASKED = "mend the template, or look at what wrote HTML where text belongs"
VOID = frozenset("area base br col embed hr img input link meta source track wbr param".split())
OPTIONAL = frozenset(
    "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp".split()
)
"""Elements whose end need not be written (HTML, 13.1.2.4)."""
ALONE = frozenset({"html", "head", "body"})
OPERATED = frozenset("a button input select textarea label summary iframe audio video".split())
HOLDING = frozenset({"a", "button", "summary"})
"""What a reader operates as a whole: nothing in it can be operated by itself."""
_RAW = re.compile(  # no flag for all of it: that would make looking for the first sign slow
    r"(<(?=[sStT])(?i:(script|style|textarea|title))\b[^>]*>)[^<]*(?:<(?!/(?i:\2)\s*>)[^<]*)*(?=</(?i:\2)\s*>)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?[a-zA-Z][^\s/>]*(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+>")
_PARTS = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^\"'<>]|\"[^\"]*\"|'[^']*')*)>")
_VALUE = re.compile(r"=\"[^\"]*\"")
"""Without its values a tag is like many others."""
_NAME = re.compile(r"([^\s\"'>/=]+)\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr main menu nav ol p pre search section table ul".split()
)
"""Elements before which a paragraph ends, written or not (HTML, 13.1.2.4)."""
PLACES = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    "tr": ("table",),
    "td": ("tr",),
    "th": ("tr",),
    "thead": ("table",),
    "tbody": ("table",),
    "figcaption": ("figure",),
    "summary": ("details",),
    "legend": ("fieldset",),
    "option": ("select", "datalist", "optgroup"),
}
"""What an element must stand in, at any depth."""
DEPTH, PLACES_KNOWN, STEPS_KNOWN = 100, 2000, 200
"""How deep a place may lie that is remembered, how many are, and how many tags of each: hostile pages name more."""
_BETWEEN = "\0"
"""Stands in no tag of ours."""


def tags(page: Page) -> Iterator[Wrong]:
    """Elements end where they should, no link holds another, nothing is said twice in one tag."""
    text = _RAW.sub(r"\1", page.text)
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    written = _shapes(_TAG.findall(text))
    if _in_order(written):
        return
    open_ = _Open()
    for one in written:
        yield from open_.take(one)
    yield from open_.endless()


def _shapes(written: list[str]) -> list[str]:
    """Tags without their values, where it is plain what those are."""
    found, times = _VALUE.subn('=""', _BETWEEN.join(written))
    shapes = found.split(_BETWEEN)
    plain = "'" not in found and found.count('"') == 2 * times and len(shapes) == len(written)
    return shapes if plain else [one if "'" in one else _VALUE.sub('=""', one) for one in written]


class _Written(NamedTuple):
    """A tag as it was written."""

    ends: bool
    name: str
    closed: bool
    """Whether it ends in a slash."""
    wrong: tuple[Wrong, ...]


@lru_cache(5000)
def _known(written: str) -> _Written:
    found = _PARTS.fullmatch(written)
    assert found, written  # noqa: S101 - it is what `_TAG` finds
    name, rest = found[2].lower(), found[3]
    said = [] if found[1] else [one[1].lower() for one in _NAME.finditer(rest)]
    twice = sorted({key for key in said if said.count(key) > 1}) if len(set(said)) < len(said) else ()
    wrong = tuple((f"tag: <{briefly(name)}> says {briefly(one)} twice", UNASKED) for one in twice)
    return _Written(bool(found[1]), name, rest.endswith("/"), wrong)


class _Open:
    """The elements that are open at a place."""

    def __init__(self, stack: Iterable[str] = (), seen: Iterable[str] = ()) -> None:
        self.stack: list[str] = []
        self.times: defaultdict[str, int] = defaultdict(int)
        self.held: list[str] = []
        """Those among them that a reader operates as a whole."""
        self.seen = set(seen)
        """What may stand on a page once, and has."""
        for name in stack:
            self.push(name)

    def take(self, written: str) -> Iterator[Wrong]:
        """Goes on by one tag."""
        ends, name, closed, wrong = _known(written)
        if ends:
            yield from self.end(name)
            return
        if name in ALONE:
            if name in self.seen:
                yield f"tag: a second <{name}>", UNASKED
            self.seen.add(name)
        yield from self.judge(name)
        yield from wrong
        foreign = self.times["svg"] or self.times["math"]
        if self.times["p"] and name in BLOCKS and not foreign:
            yield from self.end("p")
        if not (name in VOID or (closed and foreign)):
            self.push(name)

    def push(self, name: str) -> None:
        self.stack.append(name)
        self.times[name] += 1
        if name in HOLDING:
            self.held.append(name)

    def pop(self) -> str:
        last = self.stack.pop()
        self.times[last] -= 1
        if self.held and self.held[-1] == last:
            self.held.pop()
        return last

    def end(self, name: str) -> Iterator[Wrong]:
        if not self.times[name]:
            yield f"tag: </{briefly(name)}> ends nothing", UNASKED
            return
        last = ""
        while last != name:
            last = self.pop()
            if last != name and last not in OPTIONAL:
                yield _endless(last)

    def endless(self) -> Iterator[Wrong]:
        """What is open at the end of a page, and may not be."""
        return (_endless(name) for name in self.stack if name not in OPTIONAL)

    def judge(self, name: str) -> Iterator[Wrong]:
        """What an element may not stand in, and what it must."""
        if name in OPERATED and self.held and name != "label":
            yield f"nesting: <{name}> in <{self.held[-1]}>", "take one of them out"
        if name in ("label", "form") and self.times[name]:
            yield f"nesting: <{name}> in <{name}>", "take one of them out"
        if name in PLACES and not any(self.times[one] for one in PLACES[name]):
            yield f"tag: <{name}> outside <{PLACES[name][0]}>", UNASKED


def _endless(name: str) -> Wrong:
    return f"tag: <{briefly(name)}> does not end", UNASKED


class _DisorderError(Exception):
    """A tag at a place where something is wrong with it, or too deep to be remembered."""


class _Place(dict[str, "_Place"]):
    """A place in pages, by what is open there: where each tag leads from it, found once for all pages.

    Pages of one site are alike, so there are some hundreds of places, and a page is walked through at a look a tag.
    """

    def __init__(self, stack: tuple[str, ...] = (), seen: frozenset[str] = frozenset()) -> None:
        self.stack, self.seen = stack, seen
        self.may_end = OPTIONAL.issuperset(stack)

    def __missing__(self, written: str) -> _Place:
        open_ = _Open(self.stack, self.seen)
        if next(open_.take(written), None) or len(open_.stack) > DEPTH:
            raise _DisorderError
        if _place.cache_info().currsize > PLACES_KNOWN:
            _place.cache_clear()  # the next page begins anew
        found = _place(tuple(open_.stack), frozenset(open_.seen))
        if len(self) < STEPS_KNOWN:
            self[written] = found
        return found


_place = cache(_Place)


def _in_order(written: Iterable[str]) -> bool:
    """Whether the rules find nothing wrong."""
    place = _place((), frozenset())
    try:
        for one in written:
            place = place[one]
    except _DisorderError:
        return False
    return place.may_end
