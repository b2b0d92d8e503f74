"""Tags as they were written: a parser mends what is open, nested or doubled, and so hides it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.digest.check.site.page import Page, Wrong, briefly

UNASKED = "mend the template, or look at what wrote HTML where text belongs"
VOID = frozenset("area base br col embed hr img input link meta source track wbr param".split())
OPTIONAL = frozenset(
    "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp".split()
)
"""Elements whose end need not be written (HTML, 13.1.2.4)."""
ALONE = frozenset({"html", "head", "body", "main"})
OPERATED = frozenset("a button input select textarea label summary iframe audio video".split())
HOLDING = frozenset({"a", "button", "summary"})
"""What a reader operates as a whole: nothing in it can be operated by itself."""
FOREIGN = frozenset({"svg", "math"})
_RAW = re.compile(r"(<(script|style|textarea|title)\b[^>]*>).*?(?=</\2\s*>)", re.I | re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^\"'<>]|\"[^\"]*\"|'[^']*')*)>")
_NAME = re.compile(r"([^\s\"'>/=]+)\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def tags(page: Page) -> Iterator[Wrong]:
    """Elements end where they should, no link holds another, nothing is said twice in one tag."""
    text = _RAW.sub(r"\1", page.text)
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    stack: list[str] = []
    seen: set[str] = set()
    foreign = 0
    held: list[str] = []
    for found in _TAG.finditer(text):
        closing, name, rest = found[1], found[2].lower(), found[3]
        if closing:
            if name not in stack:
                yield f"tag: </{briefly(name)}> ends nothing", UNASKED
                continue
            while (last := stack.pop()) != name:
                foreign -= last in FOREIGN
                if held and held[-1] == last:
                    held.pop()
                if last not in OPTIONAL:
                    yield f"tag: <{briefly(last)}> does not end", UNASKED
            foreign -= name in FOREIGN
            if held and held[-1] == name:
                held.pop()
            continue
        if name in ALONE:
            if name in seen and name != "main":
                yield f"tag: a second <{name}>", UNASKED
            seen.add(name)
        if name in OPERATED:
            if held and name != "label":
                yield f"nesting: <{name}> in <{held[-1]}>", "take one of them out"
            elif name == "label" and "label" in stack:
                yield "nesting: <label> in <label>", "take one of them out"
            if name in HOLDING:
                held.append(name)
        if rest.count("=") > 1:
            said = [one[1].lower() for one in _NAME.finditer(rest)]
            for one in {key for key in said if said.count(key) > 1} if len(set(said)) < len(said) else ():
                yield f"tag: <{briefly(name)}> says {briefly(one)} twice", UNASKED
        if name in VOID or (foreign and rest.endswith("/")):
            continue
        foreign += name in FOREIGN
        stack.append(name)
    for name in stack:
        if name not in OPTIONAL:
            yield f"tag: <{briefly(name)}> does not end", UNASKED
