"""Tags as they were written: a parser mends what is open, nested or doubled, and so hides it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
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
_RAW = re.compile(
    r"(<(script|style|textarea|title)\b[^>]*>)[^<]*(?:<(?!/\2\s*>)[^<]*)*(?=</\2\s*>)", re.I | re.S
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
RULED = OPERATED | {"label", "form"} | PLACES.keys() | ALONE | VOID | BLOCKS


def tags(page: Page) -> Iterator[Wrong]:
    """Elements end where they should, no link holds another, nothing is said twice in one tag."""
    text = _RAW.sub(r"\1", page.text)
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    open_ = _Open()
    stack, times, held = open_.stack, open_.times, open_.held
    seen: set[str] = set()
    for written in _TAG.findall(text):
        ends, name, plain, closed, wrong = _known(_shape(written) if '="' in written else written)
        if ends:
            if stack and stack[-1] == name:  # as `_Open.pop`: this loop is run for every tag of a site
                stack.pop()
                times[name] -= 1
                if held and held[-1] == name:
                    held.pop()
            else:
                yield from open_.end(name)
        elif plain:
            stack.append(name)
            times[name] += 1
        else:
            if name in ALONE:
                if name in seen:
                    yield f"tag: a second <{name}>", UNASKED
                seen.add(name)
            yield from open_.judge(name)
            yield from wrong
            foreign = times["svg"] or times["math"]
            if times["p"] and name in BLOCKS and not foreign:
                yield from open_.end("p")
            if not (name in VOID or (closed and foreign)):
                stack.append(name)
                times[name] += 1
                if name in HOLDING:
                    held.append(name)
    yield from (_endless(name) for name in open_.stack if name not in OPTIONAL)


def _shape(written: str) -> str:
    """A tag without its values, where it is plain what those are."""
    return written if "'" in written else _VALUE.sub('=""', written)


class _Written(NamedTuple):
    """A tag as it was written."""

    ends: bool
    name: str
    plain: bool
    """Whether it only begins an element for which no rule holds."""
    closed: bool
    """Whether it ends in a slash."""
    wrong: tuple[Wrong, ...]


@lru_cache(5000)
def _known(written: str) -> _Written:
    found = _PARTS.fullmatch(written)
    assert found, written  # noqa: S101 - it is what `_TAG` finds
    name, rest = found[2].lower(), found[3]
    said = [one[1].lower() for one in _NAME.finditer(rest)] if not found[1] and rest.count("=") > 1 else []
    twice = {key for key in said if said.count(key) > 1} if len(set(said)) < len(said) else ()
    wrong = tuple((f"tag: <{briefly(name)}> says {briefly(one)} twice", UNASKED) for one in twice)
    closed = rest.endswith("/")
    return _Written(bool(found[1]), name, not (name in RULED or wrong or closed), closed, wrong)


class _Open:
    """The elements that are open at a place."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.times: defaultdict[str, int] = defaultdict(int)
        self.held: list[str] = []
        """Those among them that a reader operates as a whole."""

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
