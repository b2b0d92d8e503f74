"""What a language says when its press speaks of days: data only, one `Lexicon` a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["hour", "day", "week", "weekend", "month", "year"]
Part = Literal["early", "mid", "late"]
Season = Literal["spring", "summer", "autumn", "winter"]
Cue = Literal[
    "since", "until", "by", "before", "start", "next", "in", "within", "past", "ahead", "ahead?", "ago"
]
"""What the words before a date say of it:

since, until, by, before, start
    the date is one end of a stretch: depuis, jusqu'au, d'ici, avant, à partir de.
next
    the date lies ahead: prévu le.
in
    no direction, but it makes a date of a bare month or year: en, courant.
within, past, ahead, ago
    they stand before an amount: d'ici 48 heures, ces dernières 24 heures, dans deux jours, il y a un an.
    `ahead?` is ahead only where the clause looks forward: in ten days is a duration else.
"""


@dataclass(frozen=True, slots=True)
class Tense:
    """What tells whether a clause looks back or ahead: expressions over flattened text, tried in this order."""

    open: str = r"(?!)"
    """Verbs that leave it open: devait se tenir, was to meet."""
    ahead: str = r"(?!)"
    """Verbs that look ahead: se tiendra, doit se tenir, is to meet."""
    would: str = r"(?!)"
    """Verbs that look ahead from the moment that is told: qu'il partirait."""
    past: str = r"(?!)"
    """Verbs that look back."""
    done: str = r"(?!)"
    """Participles that stand alone, and look back: signé, publié."""
    scheduled: str = r"(?!)"
    """Present tenses that tell of an appointment: ouvre, votes."""
    plans: str = r"(?!)"
    """How verbs begin whose object is still to come: annoncer un sommet."""
    before_past: str = r"(?!)"
    """A pluperfect: what was said then was not said on the day of publication."""
    general: str = r"(?!)"
    """Words that make the present tense tell of a habit: souvent, whenever."""
    nouns: str = r"(?!)"
    """What is usually spoken of before it takes place: élection, summit."""
    links: str = r"(?!)"
    """What ties such a noun to its date: de, du, on."""
    attribute: str = r"(?!)"
    """What before a date makes it say which thing is meant, not when something is done: du, the, of."""
    after: str = r"(?!)"
    """What before such a noun puts it into the past: depuis, lors de."""
    once: str = r"(?!)"
    """What puts a date some words later into the past where no verb stands between: après la visite lundi."""
    ahead_of: str = r"(?!)"
    """What before such a noun puts it ahead: en vue de."""
    clauses: str = r"(?!)"
    """Words that open a clause with a verb of its own: que, which."""


def no_noun(words: str) -> str:
    """The beginning of an expression that does not match after one of the words: le vote, the plays are nouns."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, lower case, with straight apostrophes and single spaces."""

    lang: str
    """Primary language tag; month and weekday names are CLDR's for it."""
    same: tuple[tuple[str, str], ...] = ()
    """Characters that stand for one another, each with the one it is scanned as: أ is ا."""
    capitals: bool = False
    """True where a month or weekday without a capital is another word (``may``, ``march``)."""
    month_first: bool = False
    """True where March 15 is said beside 15 March."""
    twin_months: bool = False
    """True where a month is named twice, with a slash: آذار/مارس."""
    ordinals: tuple[str, ...] = ()
    """What may follow a day's number: ``er`` of 1er."""
    of: tuple[str, ...] = ()
    """What may stand between day and month, or month and year: ``de ``."""
    articles: tuple[str, ...] = ()
    """What may stand between a cue and its date, the longest first: ``l'année ``, ``le ``."""
    dayparts: tuple[str, ...] = ()
    """What may follow a weekday and belongs to it: `` soir``."""
    turns_before: Mapping[str, int] = field(default_factory=dict)
    """Words right before a weekday or month that turn it: last is -1, this 0, next +1."""
    turns_after: Mapping[str, int] = field(default_factory=dict)
    """The same right after it: dernier is -1, prochain +1."""
    amount_turns: Mapping[str, int] = field(default_factory=dict)
    """The same between an amount's number and unit: les 48 prochaines heures."""
    links: tuple[str, ...] = ()
    """What ties a date to the week or year named after it: Tuesday last week, en mars de l'an dernier."""
    cues: Mapping[str, Cue] = field(default_factory=dict)
    """Words before a date, without article, to what they say of it; at most three words each."""
    amount_cues: Mapping[str, Cue] = field(default_factory=dict)
    """Words before an amount of time; at most four words each."""
    ago_after: tuple[str, ...] = ()
    """What follows an amount to place it in the past: `` ago``."""
    phrases: Mapping[str, tuple[Unit, int]] = field(default_factory=dict)
    """Whole expressions to the unit they mean, counted from the publication's: hier is (day, -1)."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Number words that stand before a unit of time."""
    units: Mapping[str, Unit] = field(default_factory=dict)
    ranges: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What joins two dates to a stretch, each with the words that open it (``du `` for `` au ``)."""
    both: tuple[str, ...] = ()
    """Those of `ranges` that name two days and not what lies between: `` and ``."""
    between: tuple[str, ...] = ()
    """Openers with which even these name a stretch: ``between ``."""
    habits: tuple[str, ...] = ()
    """Openers that make a habit of two weekdays: du lundi au vendredi."""
    measured: tuple[str, ...] = ()
    """What a number that looks like a year may count: 2016 personnes."""
    not_after: frozenset[str] = frozenset()
    """Words before a date, three at most, that make it part of a name or a habit: rue du, chaque."""
    not_before: tuple[str, ...] = ()
    """What follows a weekday or month and makes it another thing: `` saint``."""
    amount_not_before: tuple[str, ...] = ()
    """What follows an amount and ties it to another moment than the publication: `` après``."""
    tense: Tense = field(default_factory=Tense)
    """How its clauses look back and ahead."""
    part_of: Mapping[str, Part] = field(default_factory=dict)
    """What may stand before a month, year or decade and narrows it: ``la fin ``, ``fin ``, ``mi-``."""
    seasons: Mapping[str, Season] = field(default_factory=dict)
    season_in: tuple[str, ...] = ()
    """What stands before a season that dates something, longest first: ``au ``, ``in the ``."""
    season_not_before: tuple[str, ...] = ()
    """What follows a season without a year and makes it another thing: printemps arabe, spring of nations."""
    season_words: frozenset[str] = frozenset()
    """Seasons whose names are other words too, so that an article alone does not tell: the fall."""
    season_year: tuple[str, ...] = ()
    """What may stand between a season, quarter or half and its year: ``de l'année ``."""
    divisions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Quarters and halves of a year to first and last month: premier trimestre is (1, 3)."""
    decades: str = r"(?!)"
    """Expression of a decade; group ``decade`` holds its first year, in digits or as in `counted`."""
    centuries: str = r"(?!)"
    """Expression of a century; group ``century`` holds its number, in digits or as in `counted`."""
    counted: Mapping[str, int] = field(default_factory=dict)
    """Words for the numbers of decades and centuries: eighties is 80."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """Named days to a key of `named.DAYS`."""
    holiday_after: tuple[str, ...] = ()
    """What stands before a named day that dates something, longest first: ``à ``, ``on ``."""
    bare_day: str = r"(?!)"
    """A day's number alone: le 12; group ``bare``."""
    weeks_from: Mapping[str, int] = field(default_factory=dict)
    """The same before a weekday: a week from."""
    glued: str = ""
    """A letter that stands right before a word and is none of it: the and of وفي."""
    weeks_later: Mapping[str, int] = field(default_factory=dict)
    """After a weekday, how many weeks beyond the next one: en huit."""
    spoken: str = r"(?!)"
    """Verbs that say that words were spoken."""
