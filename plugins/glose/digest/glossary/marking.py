"""Links on the mentions of an article's HTML, and nothing else: its text stays as it is, character for character."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from glose.digest.glossary.choose import Ambiguity, Mention
from glose.digest.glossary.fold import BREAK
from glose.digest.glossary.match import Matcher
from glose.digest.glossary.page import Mark, Page, Stretch, inside
from glose.digest.glossary.policy import Policy
from glose.digest.glossary.reading import read
from glose.digest.schema.node import nearest
from glose.digest.text.quotations import quotations

Edit = tuple[int, int, str]
"""html[start:end] becomes the text."""
DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with links on its mentions."""

    html: str
    mentions: tuple[Mention, ...]
    """Every mention that is a link now, in order of the page; offsets are those of the HTML that was given."""
    ambiguous: tuple[Ambiguity, ...] = ()
    """Places left unmarked because several terms claim them; offsets are those of the HTML that was given."""
    problems: tuple[str, ...] = ()
    """Marks made by hand that could not become links: what is wrong; what to do."""
    searched: tuple[str, ...] = ()
    """The texts in which names were looked for, whatever the glossary holds."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The slugs of the terms that the page links to, each once, in order of their first link."""
        return tuple(dict.fromkeys(mention.term for mention in self.mentions))


def annotate(
    html: str, matcher: Matcher, policy: Policy = DEFAULT, mentioned: Collection[str] = ()
) -> Annotated:
    """`html` with links on the mentions that `policy` wants marked.

    Terms in `mentioned` are marked elsewhere (in the body, when `html` is a caption) and stay unmarked here. Links on
    terms that the page already holds stay as they are, and count, so that a second run changes nothing. Text in
    another language (``lang``) is searched for that language's names.
    """
    page = read(html, matcher.lang)
    places = _Places(page)
    if policy.force:
        matcher = matcher.forcing(dict(policy.force))
    found = matcher.scan(page.text, places.allow)
    if page.foreign:
        for start, end, lang in page.foreign:
            found += places.inside(matcher.speaking(lang), start, end)
        found.sort(key=lambda one: one.start)

    def opening(slug: str) -> str:
        return policy.opening(slug, matcher.glossary[slug].fragment(matcher.on))

    marks, problems = _resolved(page, matcher)
    edits: list[Edit] = []
    mentions: list[Mention] = []
    for mark in marks:
        begin, stop = mark.opening[1], mark.closing[0]
        mentions.append(Mention(begin, stop, mark.term, html[begin:stop]))
        if mark.by_hand:
            edits += [(*mark.opening, opening(mark.term)), (*mark.closing, "</a>")]
    for one in _select(page, [one for one in found if isinstance(one, Mention)], marks, policy, mentioned):
        begin, stop = places.spans[one.start, one.end]
        mentions.append(Mention(begin, stop, one.term, one.form))
        edits += [(begin, begin, opening(one.term)), (stop, stop, "</a>")]
    return Annotated(
        html=_edited(html, edits) if edits else html,
        mentions=tuple(sorted(mentions, key=lambda one: one.start)),
        ambiguous=tuple(
            Ambiguity(*places.spans[one.start, one.end], one.terms)
            for one in found
            if isinstance(one, Ambiguity)
        ),
        problems=problems,
        searched=(page.text, *(page.text[start:end] for start, end, _ in page.foreign)),
    )


class _Places:
    """Says of stretches of a page's text whether a link may stand there, and remembers where."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.spans: dict[Stretch, Stretch] = {}
        self.foreign = [(start, end) for start, end, _ in page.foreign]

    def allow(self, start: int, end: int) -> bool:
        """True for a stretch in the page's language where a link cuts nothing in two."""
        if _overlaps(self.page.closed, start, end) or (self.foreign and _overlaps(self.foreign, start, end)):
            return False
        return self._remember(start, end)

    def inside(self, matcher: Matcher, start: int, end: int) -> Iterator[Mention | Ambiguity]:
        """What `matcher` finds between `start` and `end`, where the text is in its language."""

        def allow(low: int, high: int) -> bool:
            low, high = start + low, start + high
            return not _overlaps(self.page.closed, low, high) and self._remember(low, high)

        if matcher.lang != "und":
            for one in matcher.scan(self.page.text[start:end], allow):
                yield one._replace(start=start + one.start, end=start + one.end)

    def _remember(self, start: int, end: int) -> bool:
        span = self.page.where(start, end)
        if span is None:
            return False
        self.spans[start, end] = span
        return True


def _overlaps(stretches: list[Stretch], start: int, end: int) -> bool:
    place = bisect_left(stretches, (end,)) - 1
    return place >= 0 and stretches[place][1] > start


def _resolved(page: Page, matcher: Matcher) -> tuple[list[Mark], tuple[str, ...]]:
    """The marks that the page holds, each with its term's slug, and what is wrong with the others."""
    good, problems = [], []
    for mark in page.marks:
        slug = named(mark.term, matcher) if mark.by_hand else mark.term
        if slug is None:
            known = {name.text for term in matcher.glossary.terms for name in term.names} | set(
                matcher.glossary
            )
            problems.append(f"[[{mark.term}]] names no term; {nearest(mark.term, known)}")
        elif mark.by_hand and mark.barred:
            problems.append(f"[[{mark.term}]] stands inside a link or a control; take it out")
        elif mark.by_hand and page.holds_link(mark):
            problems.append(f"[[{mark.term}]] holds a link; take one of the two out")
        else:
            good.append(replace(mark, term=slug))
    return good, tuple(problems)


def named(words: str, matcher: Matcher) -> str | None:
    """The slug of the term of that slug or name, whatever its dates and rules; None where there is none, or several."""
    if words in matcher.glossary:
        return words
    slugs = matcher.index.owners(words)
    return slugs.pop() if len(slugs) == 1 else None


def quoted(text: str) -> list[tuple[int, int]]:
    """What a page's text quotes; its line breaks are spaces, its blocks are paragraphs."""
    return [(one.start, one.end) for one in quotations(text.replace("\n", " ").replace(BREAK, "\n"))]


def _select(
    page: Page, mentions: list[Mention], marks: list[Mark], policy: Policy, mentioned: Collection[str]
) -> Iterator[Mention]:
    """The mentions to mark: those of the body first, then in captions those of terms that the body lacks."""
    quotes = [] if policy.in_quotations else sorted(page.quotes + quoted(page.text))
    sections = page.sections if policy.first == "section" else []
    taken = {(bisect_right(sections, mark.start), mark.term) for mark in marks}
    crowd = Counter(bisect_right(page.paragraphs, mark.start) for mark in marks)
    left_out = {*policy.skip, *mentioned}
    body, late = mentions, []
    if page.captions:
        body = [one for one in mentions if not inside(page.captions, one.start)]
        late = [one for one in mentions if inside(page.captions, one.start)]
    in_body = {one.term for one in body} | {mark.term for mark in marks if not mark.caption}
    for one in (*body, *(one for one in late if one.term not in in_body)):
        place = bisect_right(sections, one.start) if sections else 0, one.term
        if one.term in left_out or (policy.first != "all" and place in taken):
            continue
        if quotes and inside(quotes, one.start):
            continue
        if policy.per_paragraph:
            paragraph = bisect_right(page.paragraphs, one.start)
            if crowd[paragraph] >= policy.per_paragraph:
                continue
            crowd[paragraph] += 1
        taken.add(place)
        yield one


def _edited(html: str, edits: list[Edit]) -> str:
    """`html` with the edits made; where two meet, what ends comes before what begins."""
    parts: list[str] = []
    done = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], edit[2] != "</a>")):
        parts += (html[done:start], text)
        done = end
    parts.append(html[done:])
    return "".join(parts)
