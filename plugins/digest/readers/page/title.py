"""The title, chosen by agreement among those that the page gives: no single place is right on every site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from plugins.digest.readers.page.chunks import letters
from plugins.digest.readers.page.class_names import words
from plugins.digest.readers.page.json_ld import Linked
from plugins.digest.readers.page.meta import Meta
from plugins.digest.text.clean import line

_SEPARATOR = re.compile(r"\s+[|–—•·:»«/\\-]+\s+|\s*[|｜ㅣ]\s*|(?<=\S)-(?=[^\s-]{2,12}$)")
_KICKER = frozenset(
    "kicker overline overtitle eyebrow dachzeile topline supertitle surtitle surtitre roofline".split()
)
_LONGEST_NAME = 40
_WEIGHTS = {"h1": 2.0, "record": 2.0, "share": 1.5, "head": 1.0, "tweet": 0.5}
"""How much a place counts: the one that readers see and the publisher's own record before the others."""

SHORTEST = 12
"""Letters and digits; a shorter record is a section's name."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title chosen, and every wording of it that the page has."""

    text: str = ""
    keys: frozenset[str] = frozenset()
    """All candidates as `letters`: a block that is one of them is the title again."""
    others: tuple[str, ...] = ()
    """Other wordings that the page gives, most agreed first."""


def choose(tree: HtmlElement, meta: Meta, record: Linked) -> Title:
    """The title of a page from its headings, its head and its JSON-LD; empty when it gives none."""
    headings = list(tree.iter("h1"))
    raw = [("h1", _without_kicker(heading)) for heading in headings]
    raw += [("record", record.headline), ("share", meta.first("og:title"))]
    raw += [("head", meta.title), ("tweet", meta.first("twitter:title"))]
    raw = [(place, line(text)) for place, text in raw if letters(text)]
    names = {letters(name) for name in (meta.site, record.publisher, meta.host.rpartition(".")[0]) if name}
    wholes = {letters(text) for _, text in raw}
    found = [(place, text if place == "h1" else _without_site(text, names, wholes)) for place, text in raw]
    found = [(place, text) for place, text in found if letters(text) and letters(text) not in names]
    if not found:
        return Title()
    wordings = _vote(found)
    best = _lone_record(found) or wordings[0]
    keys = {letters(text) for _, text in (*raw, *found)}
    keys |= {letters(heading.text_content()) for heading in headings}
    others = tuple(text for text in wordings if letters(text) != letters(best))
    return Title(best, frozenset(keys - {""}), others)


def _without_kicker(heading: HtmlElement) -> str:
    """A heading's text without the line above it that markup puts inside it."""
    kickers = [
        e
        for e in heading.iterdescendants()
        if isinstance(e.tag, str) and _KICKER & set(words(e.get("class") or ""))
    ]
    inside = {inner for kicker in kickers for inner in kicker.iter()}
    parts = [] if heading in inside else [heading.text or ""]
    for element in heading.iterdescendants():
        parts.append("" if element in inside or not isinstance(element.tag, str) else element.text or "")
        parts.append("" if element.getparent() in inside else element.tail or "")
    text = line(" ".join(parts)).lstrip("-–—|:/ ")
    return text if len(letters(text)) >= SHORTEST else line(" ".join(heading.itertext()))


def _without_site(text: str, names: set[str], wholes: set[str]) -> str:
    """`text` without the parts after (or before) a separator that name the site or its section."""
    cuts = list(_SEPARATOR.finditer(text))
    for cut in cuts:
        if letters(text[: cut.start()]) in wholes:  # another place has the title without them
            return text[: cut.start()]
    while cuts:
        rest = letters(text[cuts[-1].end() :])
        if not rest or len(rest) > _LONGEST_NAME or not any(rest in name or name in rest for name in names):
            break
        text = text[: cuts.pop().start()]
    if cuts and letters(text[: cuts[0].start()]) in names:
        text = text[cuts[0].end() :]
    return text


def _vote(found: Iterable[tuple[str, str]]) -> list[str]:
    """The wordings, most agreed first; equal ones in the order of the places."""
    weight: dict[str, float] = defaultdict(float)
    wording: dict[str, str] = {}
    for place, key in dict.fromkeys((place, letters(text)) for place, text in found):
        weight[key] += _WEIGHTS[place]
    for _, text in found:
        wording.setdefault(letters(text), text)
    total = {
        key: own + sum(weight[other] for other in weight if _with_kicker(other, key)) / 3
        for key, own in weight.items()
    }
    return [wording[key] for key in sorted(wording, key=lambda key: -total[key])]


def _with_kicker(longer: str, key: str) -> bool:
    """True where one wording is the other with a few words before it: it speaks for both, less for the shorter."""
    return longer != key and longer.endswith(key) and len(key) >= SHORTEST


def _lone_record(found: Sequence[tuple[str, str]]) -> str:
    """The record's headline when it is a wording of its own, while all else on the page agrees.

    A headline written for search engines also stands in the title element; one that stands nowhere else is the
    editors' (measured on news pages with reviewed titles: right in six cases of seven).
    """
    record = next((text for place, text in found if place == "record"), "")
    key = letters(record)
    shown = {letters(text) for place, text in found if place in ("h1", "share", "head")}
    longest = max(shown, key=len, default="")
    agreed = {place for place, _ in found} >= {"h1", "share", "head"} and all(map(longest.startswith, shown))
    alone = len(key) >= SHORTEST and not any(key in other or other in key for other in shown)
    return record if agreed and alone else ""
