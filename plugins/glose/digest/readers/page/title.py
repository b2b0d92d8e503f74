"""The title, chosen by agreement among those that the page gives: no single place is right on every site."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from glose.digest.readers.page.chunks import letters
from glose.digest.readers.page.class_names import words
from glose.digest.readers.page.json_ld import Linked
from glose.digest.readers.page.meta import Meta
from glose.digest.text.clean import line

_SEPARATOR = re.compile(r"\s+[|–—•·:»«/\\-]+\s+|\s*[|｜ㅣ]\s*|(?<=\S)-(?=[^\s-]{2,12}$)")
_KICKER = frozenset(
    "kicker overline overtitle eyebrow dachzeile topline supertitle surtitle surtitre roofline".split()
)
_LONGEST_NAME = 40
_KICKER_KEY = 60
"""Letters of a line above a title."""
_WEIGHTS = {"shown": 5.5, "h1": 2.0, "aside": 0.5, "record": 2.0, "share": 1.5, "head": 1.0, "tweet": 0.5}
"""How much a place counts: the one that readers see before the publisher's own record, and that before the others,
which are written for search engines. ``aside`` is a heading that says nothing of what the others say."""
_LABEL = re.compile(
    r"\W*(?:opinions?|analys[ei]s?|analisi|an[áa]lisis|live|en direct|direct|en vivo|liveticker|ticker|watch|vid[ée]o"
    r"|exclusi(?:ve|f|v)|exclusivo|interview|entretien|entrevista|intervista|tribune|[ée]ditorial|kommentar"
    r"|commentary|comment|review|kritik|podcast|reportage|report|feature|breaking|eilmeldung|urgente?"
    r"|[úu]ltima hora|رأي|تحليل|مباشر|عاجل)(?:\s*[|:–—•·.-]+\s*|\s+)",
    re.I,
)
"""What kind of article it is, above or before its title."""
_SITE = frozenset("logo brand branding sitename sitetitle masthead".split())
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", re.I)

LONGEST = 220
"""Characters; a longer wording is a description that stands in the wrong place."""

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

    def is_akin(self, text: str) -> bool:
        """True for a text that speaks of the same as the title."""
        return _akin(_content(text), _content(self.text))

    def is_end_of(self, key: str) -> bool:
        """True where the title ends a heading, given as `letters`, that begins with a line above it."""
        own = letters(self.text)
        return (
            len(own) >= SHORTEST and key != own and key.endswith(own) and len(key) - len(own) <= _KICKER_KEY
        )


def choose(tree: HtmlElement, meta: Meta, record: Linked) -> Title:
    """The title of a page from its headings, its head and its JSON-LD; empty when it gives none."""
    headings = [heading for heading in tree.iter("h1") if not _is_site(heading)]
    raw = [("h1", _without_kicker(heading)) for heading in headings]
    raw += [("record", record.headline), ("share", meta.first("og:title"))]
    raw += [("head", meta.title), ("tweet", meta.first("twitter:title"))]
    raw = [(place, line(text)) for place, text in raw if letters(text)]
    raw = [(place, text) for place, text in raw if len(text) <= LONGEST] or raw
    names = {letters(name) for name in _names(meta, record) if name}
    wholes = {letters(text) for _, text in raw}
    raw = [(place, _without_label(text, wholes)) for place, text in raw]
    found = [(place, text if place == "h1" else _without_site(text, names, wholes)) for place, text in raw]
    found = [(place, text) for place, text in found if letters(text) and letters(text) not in names]
    found = _ranked(found, record.live)
    if not found:
        return Title()
    wordings = _vote(found)
    best = _lone_record(found) or wordings[0]
    keys = {letters(text) for _, text in (*raw, *found)}
    keys |= {letters(heading.text_content()) for heading in headings}
    others = tuple(text for text in wordings if letters(text) != letters(best))
    return Title(best, frozenset(keys - {""}), others)


def _names(meta: Meta, record: Linked) -> Iterator[str]:
    """What the site and the article's part of it are called."""
    yield from (meta.site, record.publisher, meta.host, meta.host.rpartition(".")[0])
    yield from (record.section, *meta.all("article:section"))


def _is_site(heading: HtmlElement) -> bool:
    """True for a heading that is the site's name: it leads to the first page, or is called its logo."""
    labels = (
        e.get(name) or "" for e in (heading, heading.getparent()) if e is not None for name in ("class", "id")
    )
    joined = {"".join(words(label)) for whole in labels for label in whole.split()}
    links = [link.get("href") or "" for link in heading.iter("a")]
    home = bool(links) and all(link and _HOME.fullmatch(link.strip()) for link in links)
    return home or bool(_SITE & joined)


def _ranked(found: Sequence[tuple[str, str]], live: bool) -> list[tuple[str, str]]:
    """The candidates, each heading by how it stands to the others.

    The one heading that says in its own words what the others say is the headline that readers see; on a page
    that is written on from hour to hour (``+++`` parts its news) it is the hour's. A heading that shares no word
    with any other is a part's, or the site's.
    """
    others = [_content(text) for place, text in found if place != "h1"]
    akin = {text for place, text in found if place == "h1" and any(_akin(_content(text), o) for o in others)}
    akin = akin or {text for place, text in found if place == "h1" and not others}
    own = {letters(text) for text in akin}
    within = any(key in letters(text) for key in own for place, text in found if place != "h1")
    shown = len(own) == 1 and not within and not live and not any("+++" in text for text in akin)
    many = sum(place == "h1" for place, _ in found) > 1
    return [
        (_rank(text, shown, text in akin, many) if place == "h1" else place, text) for place, text in found
    ]


def _rank(text: str, shown: bool, akin: bool, many: bool) -> str:
    if akin:
        return "shown" if shown else "h1"
    return "aside" if many or len(letters(text)) < SHORTEST else "h1"


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) * 4 >= min(len(one), len(other)) > 0


def _content(text: str) -> frozenset[str]:
    """What a wording speaks of: the stems of its longer words, and pairs of signs of a script that parts no words."""
    text = text.lower()
    stems = {word[:5] for word in re.findall(r"\w+", text) if len(word) > 3 or word.isdecimal()}
    pairs = {text[i : i + 2] for i in range(len(text) - 1) if text[i] > "\u0e00" and text[i + 1] > "\u0e00"}
    return frozenset(stems | pairs) or frozenset(re.findall(r"\w+", text))


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
    text = line(" ".join(parts)).lstrip("-–—|:/ ").rstrip("¶# ")
    return text if len(letters(text)) >= SHORTEST else line(" ".join(heading.itertext()))


def _without_label(text: str, wholes: set[str]) -> str:
    """`text` without the word that says what kind of article it is, where another place has the title without it."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else ""
    return rest if len(letters(rest)) >= SHORTEST and letters(rest) in wholes else text


def _without_site(text: str, names: set[str], wholes: set[str]) -> str:
    """`text` without the parts after (or before) a separator that name the site or its section."""
    cuts = list(_SEPARATOR.finditer(text))
    for cut in cuts:
        if letters(text[: cut.start()]) in wholes:  # another place has the title without them
            return text[: cut.start()]
    while cuts:
        rest = letters(text[cuts[-1].end() :])
        named = any(rest in name or name in rest for name in names)
        if not rest or len(rest) > _LONGEST_NAME or not (named or _is_bar(cuts[-1], text)):
            break
        text = text[: cuts.pop().start()]
    if cuts and letters(text[: cuts[0].start()]) in names:
        text = text[cuts[0].end() :]
    return text


def _is_bar(cut: re.Match[str], text: str) -> bool:
    """True for a bar that parts a title from a name: no headline has one, but after a kicker."""
    return "|" in cut[0] and len(letters(text[: cut.start()])) >= 2 * SHORTEST


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
    shown = {letters(text) for place, text in found if place in ("h1", "shown", "share", "head")}
    longest = max(shown, key=len, default="")
    places = {"shown" if place == "h1" else place for place, _ in found}
    agreed = places >= {"shown", "share", "head"} and all(map(longest.startswith, shown))
    alone = len(key) >= SHORTEST and not any(key in other or other in key for other in shown)
    return record if agreed and alone else ""
