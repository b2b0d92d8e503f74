"""Whether the clause that a date stands in looks back or ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from glose.digest.dates.lexicon import Tense

Direction = Literal["ahead", "past", "done", "likely", "would", "open", "none"]
"""What the clause says of its date:

ahead, past
    its verb says it.
done
    a participle says that it is past, or tells of a state: signé, fermé.
likely
    an appointment lies ahead, unless the calendar says otherwise: le film sort le, le sommet de.
would
    ahead of the moment that is told, not of the publication: qu'il partirait.
open
    the verb allows both: devait se tenir.
none
    there is no verb that we know.
"""

_AROUND = 240
"""Characters on either side of a date in which its sentence is looked at: time stays linear."""
_NOUN_TO_DATE = 40
"""Characters at most between a noun and the date that belongs to it."""
_ENDS = re.compile(r"[.!?…][\"'»”’)\]]* +(?=[\"'«“„(–—-]* ?[^\W\d_])|\n")
_TITLES = re.compile(
    r"(?:\b[^\W\d_]|\b(?:mr|mrs|ms|dr|st|gen|gov|sen|rep|lt|col|sgt|prof|mme|mgr|jr|sr|vs|bzw|u\.s|sra|dra)"
    r"|\b(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec))$"
)
_COMMAS = re.compile(r"[,;:«»\"“”„()]| [–—-] ")
_VERBS = frozenset({"open", "ahead", "would", "past", "done", "scheduled"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """A verb, noun or boundary in a sentence."""

    kind: str
    start: int
    end: int


class Clauses:
    """The clauses of one paragraph, read around a date when they are asked for."""

    def __init__(self, text: str, flat: str, tense: Tense, *, numbered: bool) -> None:
        self._text, self._flat, self._tense, self._numbered = text, flat, tense, numbered

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a date begins and ends, at most so far away."""
        first, last = max(0, start - _AROUND), min(len(self._flat), end + _AROUND)
        for match in _ENDS.finditer(self._flat, first, last):
            if not self._is_end(match):
                continue
            if match.end() <= start:
                first = match.end()
            elif match.start() >= end - 1:
                return first, match.start()
        return first, last

    def direction(self, start: int, end: int, *, attribute: bool = True) -> Direction:
        """Which way the date at these places lies, as far as its sentence says.

        `attribute` is False for what an article does not tie to a noun: in the autumn.
        """
        first, last = self.sentence(start, end)
        signs = tuple(self._signs(first, last, start, end))
        noun = self._noun(signs, start, end)
        if noun is not None:
            found = self._of_noun(noun, signs, first, start, end)
            return "none" if found == "likely" and self._is_general(first, last) else found
        if self._is_after_something(signs, first, start):
            return "past"
        verb = _governing(signs, start, end)
        found = "none" if verb is None else _DIRECTIONS[verb.kind]
        if found == "likely" and self._is_general(first, last):
            return "none"
        if attribute and self._is_attribute(start, end) and found not in ("past", "done"):
            return "none"
        return found

    def is_general(self, start: int, end: int) -> bool:
        """Whether the sentence tells of a habit."""
        return self._is_general(*self.sentence(start, end))

    def is_told_before(self, start: int, end: int) -> bool:
        """Whether the sentence has a pluperfect: its speaker spoke on an earlier day."""
        first, last = self.sentence(start, end)
        return _compiled(self._tense.before_past).search(self._flat, first, last) is not None

    def _is_general(self, first: int, last: int) -> bool:
        return _compiled(self._tense.general).search(self._flat, first, last) is not None

    def _is_end(self, match: re.Match[str]) -> bool:
        if self._flat[match.start()] != ".":
            return True
        before = self._flat[max(0, match.start() - 6) : match.start()]
        if self._numbered and before[-1:].isdigit() and not before[-3:].isdigit():
            return False
        return _TITLES.search(before) is None

    def _signs(self, first: int, last: int, start: int, end: int) -> Iterator[_Sign]:
        for match in _signs_of(self._tense).finditer(self._flat, first, last):
            kind = match.lastgroup or ""
            around = match.start() < start and match.end() > end  # hat am Freitag unterzeichnet
            if match.end() > start and match.start() < end and not around:
                continue
            named = kind in _VERBS and self._text[match.start()].isupper() and match.start() > first + 1
            if not named:
                yield _Sign(kind, match.start(), min(match.end(), start) if around else match.end())

    def _noun(self, signs: tuple[_Sign, ...], start: int, end: int) -> _Sign | None:
        """The noun that the date belongs to: le sommet de vendredi, the April 13 election."""
        for sign in reversed(signs):
            if sign.kind == "noun" and start - _NOUN_TO_DATE <= sign.end <= start:
                between = self._flat[sign.end : start]
                if any(verb.kind in _VERBS and sign.end <= verb.start < start for verb in signs):
                    break
                if _compiled(self._tense.links).fullmatch(between):
                    return sign
                break
        for sign in signs:
            if sign.kind == "noun" and end <= sign.start <= end + _NOUN_TO_DATE:
                between = self._flat[end : sign.start]
                attribute = self._is_attribute(start, end)
                return sign if attribute and re.fullmatch(r"(?:'s|')? (?:\w+ ){0,2}", between) else None
        return None

    def _of_noun(self, noun: _Sign, signs: tuple[_Sign, ...], first: int, start: int, end: int) -> Direction:
        before = self._flat[first : min(noun.start, start)]
        if re.search(rf"(?:{self._tense.ahead_of})(?: \w+){{0,2}} ?$", before):
            return "ahead"
        if re.search(rf"(?:{self._tense.after})(?: \w+){{0,2}} ?$", before):
            return "past"
        verbs = [sign for sign in signs if sign.kind in _VERBS]
        told = [sign for sign in verbs if sign.end <= min(noun.start, start)]
        if told and told[-1].kind in ("past", "done", "would", "open"):
            verb = self._flat[told[-1].start : told[-1].end]
            planned = self._is_attribute(start, end) or _compiled(self._tense.plans).search(verb)
            return "open" if planned else _DIRECTIONS[told[-1].kind]  # il a évoqué le sommet de vendredi
        after = next((sign for sign in verbs if sign.start >= end), None)
        if after is None:
            return "ahead" if told and told[-1].kind == "ahead" else "likely"
        return "open" if after.kind == "would" else _DIRECTIONS[after.kind]

    def _is_after_something(self, signs: tuple[_Sign, ...], first: int, start: int) -> bool:
        """Whether the date belongs to what has gone before: after the talks on Monday."""
        before = [sign.end for sign in signs if sign.end <= start and sign.kind != "noun"]
        text = self._flat[max(before, default=first) : start]
        return re.search(rf"\b(?:{self._tense.once}) \w+ (?:\S+ )*$", text) is not None

    def _is_attribute(self, start: int, end: int) -> bool:
        """Whether the date says which thing is meant, not when something is done: l'accord du 24 décembre."""
        if self._flat.startswith("'s ", end):
            return True
        return (
            _compiled(rf"(?:{self._tense.attribute})$").search(self._flat, max(0, start - 12), start)
            is not None
        )


def _governing(signs: tuple[_Sign, ...], start: int, end: int) -> _Sign | None:
    """The verb that a date belongs to: in its own clause the last one before it, else the first one after.

    A clause without a verb hangs on the next one when it opens the sentence, else on the one before.
    """
    opened = max(
        (sign.end for sign in signs if sign.kind in ("clause", "comma") and sign.end <= start), default=0
    )
    closed = min(
        (sign.start for sign in signs if sign.kind in ("clause", "comma") and sign.start >= end),
        default=1 << 60,
    )
    verbs = [sign for sign in signs if sign.kind in _VERBS]
    inside = [sign for sign in verbs if opened <= sign.start and sign.end <= closed]
    before = [sign for sign in inside if sign.end <= start]
    if inside:
        return before[-1] if before else inside[0]
    earlier = [sign for sign in verbs if sign.end <= start]
    later = [sign for sign in verbs if sign.start >= end]
    if earlier and (opened or not later):
        return earlier[-1]
    return later[0] if later else None


_DIRECTIONS: dict[str, Direction] = {
    "open": "open",
    "ahead": "ahead",
    "would": "would",
    "past": "past",
    "done": "done",
    "scheduled": "likely",
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _signs_of(tense: Tense) -> re.Pattern[str]:
    """Every sign of a sentence, the surer kind first where two begin at one place."""
    kinds = {
        "open": tense.open,
        "ahead": tense.ahead,
        "would": tense.would,
        "past": tense.past,
        "done": tense.done,
        "scheduled": tense.scheduled,
        "noun": tense.nouns,
        "clause": tense.clauses,
    }
    words = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"\b(?:{words})(?!\w)|(?P<comma>{_COMMAS.pattern})")
