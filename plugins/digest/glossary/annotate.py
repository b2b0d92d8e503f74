"""Links on the mentions of an article's HTML, and nothing else: its text stays as it is, character for character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from plugins.digest.glossary.markup import Page
from plugins.digest.glossary.match import Ambiguity, Matcher, Mention
from plugins.digest.glossary.policy import Policy
from plugins.digest.glossary.reading import Reader


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with links on its mentions."""

    html: str
    mentions: tuple[Mention, ...]
    """Every mention that is a link now, in order of the text; offsets are those of the HTML given."""
    ambiguous: tuple[Ambiguity, ...] = ()
    """Places left unmarked because several terms claim them."""
    problems: tuple[str, ...] = ()
    """Hand-made marks that could not be made links, each as one clause and what to do."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms that the page links to, each once, in order of the text."""
        return tuple(dict.fromkeys(mention.term for mention in self.mentions))


def annotate(
    html: str, matcher: Matcher, policy: Policy = Policy(), mentioned: Collection[str] = ()
) -> Annotated:
    """`html` with links on its mentions as `policy` wants them.

    Terms in `mentioned` are marked elsewhere (in the body, when this is a caption) and not marked here. Links
    that the page already holds stay, and count.
    """
    page = Reader(html, matcher.lang).read()
    found = [one for one in matcher.scan(page.text, lambda s, e: allowed(page, s, e))]
    edits: list[tuple[int, str]] = []
    kept: list[Mention] = []
    seen = set(mentioned) | set(policy.skip)
    for mark in page.marks:
        (_, start), (end, _) = mark.tags
        kept.append(Mention(start, end, mark.term, html[start:end]))
        seen.add(mark.term)
    late = []
    for one in found:
        if not isinstance(one, Mention):
            continue
        if inside(page.captions, one.start):
            late.append(one)
            continue
        if one.term not in seen or (
            policy.first == "all" and one.term not in mentioned and one.term not in policy.skip
        ):
            seen.add(one.term)
            place(page, one, edits, kept, policy)
    for one in late:
        if one.term not in seen:
            seen.add(one.term)
            place(page, one, edits, kept, policy)
    if not edits:
        return Annotated(html, tuple(sorted(kept, key=lambda m: m.start)))
    edits.sort(key=lambda e: e[0])
    out = []
    done = 0
    for at, what in edits:
        out.append(html[done:at])
        out.append(what)
        done = at
    out.append(html[done:])
    return Annotated(
        "".join(out),
        tuple(sorted(kept, key=lambda m: m.start)),
        tuple(o for o in found if isinstance(o, Ambiguity)),
    )


def place(
    page: Page, one: Mention, edits: list[tuple[int, str]], kept: list[Mention], policy: Policy
) -> None:
    span = where(page, one.start, one.end)
    assert span
    start, end = span
    edits.append((start, policy.opening(one.term)))
    edits.append((end, "</a>"))
    kept.append(Mention(start, end, one.term, one.form))


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    place = bisect_right(spans, (at, 1 << 60)) - 1
    return place >= 0 and spans[place][1] > at


def allowed(page: Page, start: int, end: int) -> bool:
    """True when a link may stand on that stretch of the text."""
    place = bisect_left(page.closed, (end,)) - 1
    if place >= 0 and page.closed[place][1] > start:
        return False
    return where(page, start, end) is not None


def where(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Where in the HTML a link on that stretch begins and ends; None where it would cut an element in two."""
    first = page.run(start)
    if page.solid[first]:
        if page.starts[first] != start:
            return None
        begin = page.origins[first]
    else:
        begin = page.origins[first] + start - page.starts[first]
    last = page.run(end - 1)
    if page.solid[last]:
        nxt = page.starts[last + 1] if last + 1 < len(page.starts) else len(page.text)
        if nxt != end:
            return None
        stop = page.ends[last]
    else:
        stop = page.origins[last] + end - page.starts[last]
    if first == last:
        return begin, stop
    return balanced(page, begin, stop)


def balanced(page: Page, begin: int, stop: int) -> tuple[int, int] | None:
    """The stretch widened over tags that touch it until every element in it begins and ends there."""
    low = bisect_left(page.tags, (begin,))
    high = bisect_left(page.tags, (stop,))
    while True:
        opened: list[str] = []
        missing: list[str] = []
        for _, _, tag in page.tags[low:high]:
            if tag == "wbr":
                continue
            if tag[0] != "/":
                opened.append(tag)
            elif opened and opened[-1] == tag[1:]:
                opened.pop()
            elif opened:
                return None
            else:
                missing.append(tag[1:])
        if not opened and not missing:
            return begin, stop
        if missing:
            if low and page.tags[low - 1][1] == begin and page.tags[low - 1][2] == missing[0]:
                low -= 1
                begin = page.tags[low][0]
                continue
            return None
        if high < len(page.tags) and page.tags[high][0] == stop and page.tags[high][2] == "/" + opened[-1]:
            stop = page.tags[high][1]
            high += 1
            continue
        return None
