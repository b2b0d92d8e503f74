"""The dates that an article mentions, each resolved against its day of publication."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice

from glose.digest.dates.addresses import blanked, is_list_of_sources
from glose.digest.dates.arabic import ARABIC
from glose.digest.dates.direction import Clauses, Direction
from glose.digest.dates.english import ENGLISH
from glose.digest.dates.expressions import (
    NEAR,
    OPENING,
    Expression,
    expressions,
    is_bare,
    is_name,
    is_undated,
)
from glose.digest.dates.french import FRENCH
from glose.digest.dates.german import GERMAN
from glose.digest.dates.lexicon import Cue, Lexicon
from glose.digest.dates.names import primary_tag
from glose.digest.dates.quoted import FARTHEST, Quotations
from glose.digest.dates.resolve import (
    Resolved,
    narrowed,
    resolve,
    resolve_amount,
    resolve_range,
    resolve_within,
    under,
)
from glose.digest.dates.scan import Atom, Scanner
from glose.digest.dates.spanish import SPANISH
from glose.digest.model.article import DateMention

LEXICONS: tuple[Lexicon, ...] = (FRENCH, ENGLISH, SPANISH, GERMAN, ARABIC)
"""The languages whose prose is read; in another no mention is found."""

MOST = 1000
"""Mentions of one article; a text that names more days is a table or an attack, and is not read on."""
_WORDS = 4
"""Words: the longest cue."""
_BOUNDS = frozenset({"until", "before", "start"})
"""Cues of a limit that lies ahead unless the verb looks back."""
_LIKELY = timedelta(days=183)
"""An appointment without a year is not farther ahead."""
_RECENT = timedelta(days=150)
"""A day without a year that is nearer than this is meant, when the other reading is `_FAR` away."""
_FAR = timedelta(days=210)
_JUST, _YEAR = timedelta(days=45), timedelta(days=365)


def mentioned(paragraphs: Sequence[str], published: date | None, lang: str) -> tuple[DateMention, ...]:
    """The dates that the paragraphs mention, in reading order, each with its words verbatim.

    A bare weekday is the latest such day up to the publication, its own day included; so is a day and month
    without a year, unless the words look forward (d'ici, jusqu'au, avant le, prévu le, a verb in the future).
    A weekday that contradicts its date gives the rule ``contradiction`` and no days. Without `published`,
    only full dates, months and years resolve; the rest is ``unresolved``, and nothing is invented.
    The rules' names are those of `resolve`, after ``since``, ``until``, ``by``, ``before`` or ``start``
    where the words say so.

    >>> [(m.text, m.rule) for m in mentioned(["Il l'a dit mardi."], date(2016, 3, 15), "fr")]
    [('mardi', 'latest-weekday')]
    """
    scanner = _scanner(primary_tag(lang))
    if scanner is None:
        return ()
    day = published.date() if isinstance(published, datetime) else published
    found = (mention for text in paragraphs for mention in _in_paragraph(text, day, scanner))
    return tuple(islice(found, MOST))


@lru_cache(maxsize=64)
def _scanner(lang: str) -> Scanner | None:
    return next((Scanner(lexicon) for lexicon in LEXICONS if lexicon.lang == lang), None)


def _in_paragraph(text: str, published: date | None, scanner: Scanner) -> Iterator[DateMention]:
    flat, lexicon = scanner.flatten(text), scanner.lexicon
    if not scanner.has_dates(flat) or is_list_of_sources(flat):
        return
    flat = blanked(flat)
    reader = _Reader(text, flat, published, lexicon)
    found = []
    for expression in expressions(tuple(islice(scanner.atoms(flat), MOST)), flat, lexicon):
        named = is_name(expression, text, flat, lexicon) or is_undated(expression, flat, lexicon)
        read = None if named else reader.read(expression, published)
        if read is not None:
            found.append((expression, *read))
    quoted = Quotations(flat, lexicon.spoken, lexicon.tense.before_past) if found else None
    for expression, start, resolved in found:
        if quoted is not None and _is_of_another_day(expression, found, quoted, reader, published):
            continue
        yield DateMention(text[start : expression.end], *resolved)


class _Reader:
    """Reads the expressions of one paragraph, in reading order."""

    def __init__(self, text: str, flat: str, published: date | None, lexicon: Lexicon) -> None:
        self._flat, self._published, self._lexicon = flat, published, lexicon
        self._clauses = Clauses(text, flat, lexicon.tense, numbered="." in lexicon.ordinals)
        self._told: tuple[int, date] | None = None

    def read(self, expression: Expression, published: date | None) -> tuple[int, Resolved] | None:
        """Where the mention begins, its cue included, and what it means; None where that stays open."""
        if expression.first.kind == "amount":
            return self._amount(expression, published)
        read = self._dated(expression, published)
        if read is not None and read[1][0] is not None and read[1][0] == read[1][1]:
            self._told = expression.end, read[1][0]
        return read

    def _dated(self, expression: Expression, published: date | None) -> tuple[int, Resolved] | None:
        first, flat, lexicon = expression.first, self._flat, self._lexicon
        start, part, narrow = expression.start, None, None
        if first.kind in ("month", "year", "span"):
            part = max(
                (part for part in lexicon.part_of if flat.endswith(part, 0, start)), key=len, default=None
            )
            start -= len(part or "")
        elif first.kind == "phrase" and first.unit in ("month", "year") and expression.last is None:
            words = flat[first.start : first.end]
            narrow = next((part for part in lexicon.part_of if words.startswith(part)), None)
        cue, begin = _cue(flat, start, lexicon.cues, lexicon.articles)
        if cue != "in" or first.kind in ("month", "year"):
            start = begin
        if expression.last is None and not (cue or part) and is_bare(first):
            return None
        found = self._directed(expression, cue, published, expression.start - len(part or ""))
        if found is None:
            return None
        if part or narrow:
            found = narrowed(found, lexicon.part_of[part or narrow or ""])
        return start, under(cue, found, published)

    def _directed(
        self, expression: Expression, cue: Cue | None, published: date | None, start: int
    ) -> Resolved | None:
        """The reading that the words and the clause choose; None where neither does."""
        back, forth = (_resolve(expression, published, ahead=ahead) for ahead in (False, True))
        if back[:2] == forth[:2] or published is None:
            return forth if cue in ("next", "by", *_BOUNDS) else back
        first = expression.first
        if cue == "since" or (first.turn is not None and first.kind != "phrase"):
            return back
        if cue == "by":
            return forth
        yearly = first.kind in ("season", "holiday")
        if yearly and self._clauses.is_general(start, expression.end):
            return None
        attribute = not yearly and first.kind != "phrase"
        direction = self._clauses.direction(start, expression.end, attribute=attribute)
        if cue == "next":
            return _nearer(back, forth, published) if direction == "open" else forth
        if cue in _BOUNDS:  # "a suspendu les vols jusqu'au" may end before or after the publication
            return _nearer(back, forth, published) or (None if direction == "past" else forth)
        if direction == "would":
            return self._promised(expression, published)
        return _chosen(direction, back, forth, expression.first, published)

    def _promised(self, expression: Expression, published: date) -> Resolved | None:
        """What was still to come when it was told: il avait annoncé lundi qu'il partirait vendredi."""
        first, _ = self._clauses.sentence(expression.start, expression.end)
        if self._told is not None and first < self._told[0]:
            told = self._told[1]
            return _resolve(expression, told, ahead=True) if told <= published else None
        if self._clauses.is_told_before(expression.start, expression.end):
            return None
        back, forth = (_resolve(expression, published, ahead=ahead) for ahead in (False, True))
        return None if _is_just_gone(back, forth, published) else forth

    def _amount(self, expression: Expression, published: date | None) -> tuple[int, Resolved] | None:
        """The same of an amount of time; None for a mere duration, or one counted from another moment."""
        atom, lexicon = expression.first, self._lexicon
        cue, start = _cue(self._flat, atom.start, lexicon.amount_cues, ())
        if atom.ago:
            cue = "ago"
        elif atom.turn is not None:
            cue = "within" if atom.turn > 0 else "past"
        if cue is None or self._flat.startswith(lexicon.amount_not_before, expression.end):
            return None
        if cue == "ahead?":
            direction = self._clauses.direction(expression.start, expression.end)
            if direction != "ahead" or atom.unit == "year":
                return None
            cue = "ahead"
        return start, resolve_amount(atom, cue, published)


def _resolve(expression: Expression, published: date | None, *, ahead: bool) -> Resolved:
    first, last = expression.first, expression.last
    if last is None:
        turned = first.turn > 0 if first.turn is not None and first.kind == "date" else ahead
        return resolve(first, published, ahead=turned)
    if last.kind == "phrase":
        return resolve_within(first, last, published)
    return resolve_range(first, last, published, ahead=ahead)


def _chosen(
    direction: Direction, back: Resolved, forth: Resolved, atom: Atom, published: date
) -> Resolved | None:
    """The reading of the two that a clause's direction chooses, where the calendar does not contradict it."""
    if direction in ("past", "done"):
        return back
    if direction == "ahead":
        return None if _is_just_gone(back, forth, published) else forth
    if direction == "likely" and atom.kind not in ("season", "holiday"):
        near = forth[0] is not None and forth[0] - published <= _LIKELY * (1 if atom.kind == "date" else 1.3)
        return forth if near else _nearer(back, forth, published)
    if atom.kind in ("date", "month", "number"):
        return _nearer(back, forth, published)
    return None


def _nearer(back: Resolved, forth: Resolved, published: date) -> Resolved | None:
    """The latest such day, when it is recent and the next one is far: none would speak of the latter without a year."""
    if back[1] is None or forth[0] is None:
        return None
    return back if published - back[1] <= _RECENT and forth[0] - published >= _FAR else None


def _is_just_gone(back: Resolved, forth: Resolved, published: date) -> bool:
    """Whether the latest such day was just now and the next one is almost a year away: no verb throws it there."""
    if back[1] is None or forth[0] is None:
        return False
    return published - back[1] <= _JUST and forth[0] - published >= _YEAR - _JUST


def _is_of_another_day(
    expression: Expression,
    found: Sequence[tuple[Expression, int, Resolved]],
    quoted: Quotations,
    reader: _Reader,
    published: date | None,
) -> bool:
    """Whether words in quotation marks were spoken on another day, from which they name another day than ours."""
    quotation = quoted.around(expression.start)
    if quotation is None or published is None:
        return False
    days = [
        (since, other.start)
        for other, _, (since, until, _) in found
        if since is not None
        and since == until
        and abs(other.start - quotation[0]) <= FARTHEST
        and quoted.tells(quotation, other.start, other.end)
    ]
    if not days:
        return quoted.is_told_before(quotation) and reader.read(expression, published) != reader.read(
            expression, published - timedelta(days=100)
        )
    return any(reader.read(expression, published) != reader.read(expression, day) for day, _ in days)


def _cue(flat: str, start: int, cues: Mapping[str, Cue], articles: Collection[str]) -> tuple[Cue | None, int]:
    """What the words before a date say of it, and where they begin; no cue leaves the date's own start."""
    before = flat[max(0, start - NEAR) : start]
    for article in (*articles, ""):
        if not before.endswith(f" {article}"):
            continue
        words = before[: len(before) - len(article) - 1].rsplit(" ", _WORDS)[-_WORDS:]
        for count in range(len(words), 0, -1):
            said = " ".join(words[-count:]).lstrip(OPENING)
            for phrase in (said, said.partition("'")[2]):  # qu'en 2011
                if phrase in cues:
                    return cues[phrase], start - len(article) - 1 - len(phrase)
    return None, start
