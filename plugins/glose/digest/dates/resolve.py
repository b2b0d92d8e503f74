"""What an atom means: a stretch of inclusive days counted from the publication, and the rule that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from glose.digest.dates import days
from glose.digest.dates.lexicon import Cue, Part
from glose.digest.dates.named import DAYS, ONCE, named_from
from glose.digest.dates.scan import Atom

Resolved = tuple[date | None, date | None, str]
"""First day, last day (None where open), and the rule's name."""

UNRESOLVED: Resolved = (None, None, "unresolved")
CONTRADICTION: Resolved = (None, None, "contradiction")


def resolve(atom: Atom, published: date | None, *, ahead: bool) -> Resolved:
    """The days that one atom means; `ahead` when its cue or its verb looks forward.

    Rules: ``full-date``; ``latest-day`` and ``next-day`` for a day and month, ``weekday-decides`` where its
    weekday fits the other of the two; ``latest-``, ``next-``, ``last-``, ``this-`` and ``coming-`` with
    ``weekday``, ``month``, ``season`` or ``holiday``; ``numbered-weekday``, ``counted-weekday``, ``full-month``,
    ``full-season``, ``full-holiday``, ``bare-day``, ``year``, ``quarter``, ``half``, ``decade``, ``century``,
    ``relative``; ``contradiction`` and ``unresolved``.
    """
    match atom.kind:
        case "date" if atom.until_day is not None:
            last = replace(atom, day=atom.until_day, weekday=None)
            return resolve_range(replace(atom, year=None), last, published, ahead=ahead)
        case "date":
            return _date(atom, published, ahead=ahead)
        case "year":
            return _said(days.whole_year(atom.year or 0), "year")
        case "month" if atom.year is not None:
            return _said(days.whole_month(atom.year, atom.month or 0), "full-month")
        case "season" if atom.year is not None and atom.season is not None:
            return _said(days.whole_season(atom.year, atom.season), "full-season")
        case "holiday" if atom.year is not None or atom.holiday in ONCE:
            return _said(days.whole_day(DAYS[atom.holiday](atom.year or 0)), "full-holiday")
        case "span":
            return _said(atom.span, atom.rule)
    if published is None:
        return UNRESOLVED
    match atom.kind:
        case "weekday" if atom.day is not None:
            numbered = days.weekday_numbered(published, atom.weekday or 0, atom.day)
            return CONTRADICTION if numbered is None else (numbered, numbered, "numbered-weekday")
        case "weekday" if atom.weeks:
            day = days.weekday_from(published, atom.weekday or 0, 1, ahead=True)
            day = None if day is None else days.moved(day, 7 * atom.weeks)
            return _said(days.whole_day(day), "counted-weekday")
        case "weekday":
            day = days.weekday_from(published, atom.weekday or 0, atom.turn, ahead)
            return _said(days.whole_day(day), _rule(atom, ahead=ahead))
        case "month":
            found = days.month_from(published, atom.month or 0, atom.turn, ahead)
            return _said(found, _rule(atom, ahead=ahead))
        case "season" if atom.season is not None:
            season = days.season_from(published, atom.season, atom.turn, ahead)
            return _said(season, _rule(atom, ahead=ahead))
        case "holiday":
            day = named_from(published, atom.holiday, atom.turn, ahead)
            return _said(days.whole_day(day), _rule(atom, ahead=ahead))
        case "day":
            return _said(days.whole_day(days.day_from(published, atom.day or 0, ahead)), "bare-day")
        case "phrase" if atom.unit == "weekend" and not atom.turn:
            return _said(days.weekend_near(published, ahead), "relative")
        case "phrase":
            return _said(days.unit_from(published, atom.unit, atom.turn or 0), "relative")
    return UNRESOLVED


def resolve_amount(atom: Atom, cue: Cue, published: date | None) -> Resolved:
    """The days that an amount of time reaches over, or lies away; coarse amounts give their whole unit."""
    if published is None:
        return UNRESOLVED
    if cue in ("ahead", "ago"):
        sign = 1 if cue == "ahead" else -1
        if atom.unit == "hour":
            even = atom.amount % 24 == 0
            found = days.unit_from(published, "day", sign * atom.amount // 24) if even else None
        elif atom.unit == "week":
            found = days.unit_from(published, "day", sign * 7 * atom.amount)
        else:
            found = days.unit_from(published, atom.unit, sign * atom.amount)
        return _said(found, cue)
    if cue == "within":
        until = days.amount_from(published, atom.amount, atom.unit)
        return (published, until, "within") if until else UNRESOLVED
    since = days.amount_from(published, -atom.amount, atom.unit)
    return (since, None if cue == "since" else published, cue) if since else UNRESOLVED


def resolve_range(first: Atom, last: Atom, published: date | None, *, ahead: bool) -> Resolved:
    """The stretch between two atoms of one kind: the second is the first such day after the first one.

    The second lends the first the month and year that it does not say itself. Rule ``range``.
    """
    if last.kind == "date":
        month, year = first.month or last.month, first.year or _year_before(first, last)
        first = replace(first, kind="date", month=month, year=year, until_day=None)
        last = replace(last, until_day=None)
    elif first.kind == "month" and first.year is None:
        first = replace(first, year=_year_before(first, last))
    begin = resolve(first, published, ahead=ahead)
    end = resolve(last, begin[0], ahead=True)
    if CONTRADICTION in (begin, end):
        return CONTRADICTION
    since, until = begin[0], end[1]
    return (since, until, "range") if since and until and since <= until else UNRESOLVED


def resolve_within(atom: Atom, phrase: Atom, published: date | None) -> Resolved:
    """Tuesday last week, en mars de l'an dernier: the day or month in the week or year that a phrase names."""
    if published is None or phrase.turn is None:
        return UNRESOLVED
    if atom.kind != "weekday":
        return resolve(replace(atom, year=published.year + phrase.turn), published, ahead=False)
    week = days.unit_from(published, "week", phrase.turn)
    day = None if week is None else days.moved(week[0], atom.weekday or 0)
    return _said(days.whole_day(day), "relative")


def narrowed(found: Resolved, part: Part) -> Resolved:
    """The beginning, middle or end of the days: fin février; the rule begins with ``early``, ``mid`` or ``late``."""
    since, until, rule = found
    span = days.part_of((since, until), part) if since and until else None
    return found if span is None else (*span, f"{part} {rule}")


def under(cue: Cue | None, found: Resolved, published: date | None) -> Resolved:
    """A resolved date as one end of a stretch, as its cue says; the rule begins with the cue's name.

    The limit that is named belongs to the stretch: avant le 20 mars ends on the 20th; before a month or a
    year it ends on the eve.
    """
    since, until, rule = found
    if since is None or until is None or cue in (None, "in", "next"):
        return found
    rule = f"{cue} {rule}"
    if cue in ("since", "start"):
        return since, None, rule
    if cue == "by" and published is not None and published <= until:
        return published, until, rule
    if cue == "before" and since != until:
        return None, days.moved(since, -1), rule
    return None, until, rule


def _date(atom: Atom, published: date | None, *, ahead: bool) -> Resolved:
    if atom.day is None or atom.month is None:
        return UNRESOLVED
    if atom.year is not None:
        day, rule = days.day_of(atom.year, atom.month, atom.day), "full-date"
    elif published is None:
        return UNRESOLVED
    else:
        day, rule = (
            days.yearless(published, atom.month, atom.day, ahead),
            "next-day" if ahead else "latest-day",
        )
    if day is None or atom.weekday in (None, day.weekday()):
        return _said(days.whole_day(day), rule)
    if published is not None and atom.year is None:
        other = days.yearless(published, atom.month, atom.day, not ahead)
        if other and other.weekday() == atom.weekday and abs(other - published) < abs(day - published):
            return other, other, "weekday-decides"
    return CONTRADICTION


def _year_before(first: Atom, last: Atom) -> int | None:
    """The year that the last end lends to the first: the one before, where the first comes later in it."""
    if last.year is None:
        return None
    month = first.month or last.month or 0
    return last.year - ((month, first.day or 0) > (last.month or 0, last.day or 0))


def _said(found: days.Stretch | None, rule: str) -> Resolved:
    return UNRESOLVED if found is None else (*found, rule)


def _rule(atom: Atom, *, ahead: bool) -> str:
    if atom.turn is None:
        return f"{'next' if ahead else 'latest'}-{atom.kind}"
    return f"{('this', 'coming', 'last')[atom.turn]}-{atom.kind}"
