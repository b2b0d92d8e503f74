"""How the English-language press speaks of days."""

from __future__ import annotations

from itertools import product

from plugins.digest.dates.lexicon import Lexicon, Unit

_UNITS: tuple[Unit, ...] = ("hour", "day", "week", "month", "year")
_CALENDAR: tuple[Unit, ...] = ("week", "weekend", "month", "year")
_COMING = ("next", "coming", "following")
_GONE = ("last", "past")

ENGLISH = Lexicon(
    lang="en",
    capitals=True,
    month_first=True,
    ordinals=("st", "nd", "rd", "th"),
    of=("of ",),
    articles=("the ",),
    dayparts=(" morning", " afternoon", " evening", " night", " midday"),
    parts=("late ", "early ", "mid-", "mid ", "the end of ", "the beginning of ", "the start of "),
    turns_before={"last": -1, "this past": -1, "this": 0, "this coming": 1, "next": 1},
    links=(" ", " of "),
    cues={
        **dict.fromkeys(("since", "ever since"), "since"),
        **dict.fromkeys(("until", "till", "through"), "until"),
        **dict.fromkeys(("by", "no later than"), "by"),
        "before": "before",
        **dict.fromkeys(("starting", "starting on", "starting from", "beginning", "beginning on"), "start"),
        **dict.fromkeys(("as of", "effective", "with effect from"), "start"),
        **{
            f"{word}{link}": "next"
            for word, link in product(
                ("due", "scheduled", "expected", "planned", "set"), (" on", " for", " in")
            )
        },
        **dict.fromkeys(
            ("ahead of", "due", "scheduled for", "slated for", "postponed to", "postponed until"), "next"
        ),
        **{
            f"{verb} effect{on}": "next"
            for verb, on in product(("take", "takes", "taking"), ("", " on", " in"))
        },
        **dict.fromkeys(("in", "during", "the year", "year"), "in"),
    },
    amount_cues={
        "within": "within",
        **{
            f"{word} the {turn}": "within"
            for word, turn in product(("in", "within", "over", "during"), _COMING)
        },
        **{
            f"{word} the {turn}": "past"
            for word, turn in product(("in", "within", "over", "during", "for"), _GONE)
        },
    },
    ago_after=(" ago",),
    phrases={
        "the day before yesterday": ("day", -2),
        **{f"yesterday{part}": ("day", -1) for part in ("", " morning", " afternoon", " evening")},
        "last night": ("day", -1),
        **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), ("day", 0)),
        **{f"tomorrow{part}": ("day", 1) for part in ("", " morning", " afternoon", " evening", " night")},
        "the day after tomorrow": ("day", 2),
        **{
            f"{word} {unit}": (unit, turn)
            for (word, turn), unit in product((("last", -1), ("this", 0), ("next", 1)), _CALENDAR)
        },
        **{f"the end of the {unit}": (unit, 0) for unit in _CALENDAR if unit != "weekend"},
    },
    numbers={
        **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
        **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
        **{"twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty-eight": 48, "seventy-two": 72},
    },
    units={f"{unit}{plural}": unit for unit, plural in product(_UNITS, ("", "s"))},
    ranges={
        " to ": ("from ", ""),
        " through ": ("from ", ""),
        " until ": ("from ",),
        " and ": ("between ",),
        "-": ("from ", ""),
        "–": ("from ", ""),
    },
    measured=(
        *(
            "people",
            "persons",
            "dead",
            "deaths",
            "wounded",
            "civilians",
            "soldiers",
            "men",
            "women",
            "children",
        ),
        *("refugees", "migrants", "residents", "fighters", "euros", "dollars", "million", "metres", "meters"),
        *(
            "km",
            "miles",
            "years",
            "days",
            "hours",
            "words",
            "pages",
            "copies",
            "seats",
            "tonnes",
            "tons",
            "jobs",
        ),
    ),
    not_after=frozenset(
        (
            *("black", "good", "bloody", "super", "ash", "easter", "palm", "holy", "ruby", "cyber", "maundy"),
            *("shrove", "whit", "giving", "every", "each", "mail on", "on a", "most", "some"),
        )
    ),
    not_before=(
        *(
            " times",
            " telegraph",
            " express",
            " mirror",
            " mail",
            " post",
            " herald",
            " night live",
            " people",
        ),
        *(" star", " independent", " world", " mass", " school"),
    ),
    amount_not_before=(" of ", " after", " before", " following", " from "),
    future=r"\b(?:will|shall|won't|will not|is to|are to|is due to|are due to|set to|scheduled to"
    r"|expected to)\b",
    past=frozenset(("said", "told", "announced", "was", "were", "had", "has", "did")),
)
