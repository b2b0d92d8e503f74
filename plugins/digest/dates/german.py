"""How the German-language press speaks of days."""

from __future__ import annotations

from itertools import product

from plugins.digest.dates.lexicon import Lexicon, Unit

_LAST = ("letzte", "vergangene", "vorige")
_COMING = ("nächste", "kommende")
_CASES = ("", "n", "r", "s")  # letzte Woche, am letzten Montag, letztes Jahr


def _turned(units: tuple[tuple[str, Unit], ...]) -> dict[str, tuple[Unit, int]]:
    """Vergangene Woche, im kommenden Jahr, dieses Wochenende."""
    turns = [*product(_LAST, (-1,)), *product(_COMING, (1,)), ("diese", 0)]
    return {
        f"{word}{case} {name}": (unit, turn)
        for (word, turn), case, (name, unit) in product(turns, _CASES, units)
    }


GERMAN = Lexicon(
    lang="de",
    capitals=True,
    ordinals=(".",),
    articles=("dem jahr ", "jahr ", "dem ", "den ", "der "),
    dayparts=tuple(
        f"{gap}{part}"
        for gap, part in product(
            ("", " "), ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht", "früh")
        )
    ),
    parts=("ende ", "anfang ", "mitte "),
    turns_before={
        **{f"{word}{case}": -1 for word, case in product(_LAST, _CASES)},
        **{f"{word}{case}": 1 for word, case in product(_COMING, _CASES)},
        "diesen": 0,
    },
    cues={
        "seit": "since",
        **dict.fromkeys(("bis", "bis zum", "bis in den"), "until"),
        **dict.fromkeys(("spätestens", "spätestens am", "spätestens bis"), "by"),
        "vor": "before",
        **dict.fromkeys(("ab", "ab dem"), "start"),
        **dict.fromkeys(("geplant für", "geplant am", "vertagt auf", "verschoben auf"), "next"),
        **dict.fromkeys(("im", "im jahr", "im jahre", "im monat", "des jahres", "jahr"), "in"),
    },
    amount_cues={
        **dict.fromkeys(("binnen", "innerhalb von", "in den nächsten", "in den kommenden"), "within"),
        **dict.fromkeys(("in den vergangenen", "in den letzten"), "past"),
        "vor": "ago",
        "seit": "since",
    },
    phrases={
        "vorgestern": ("day", -2),
        **{f"gestern{part}": ("day", -1) for part in ("", " morgen", " abend", " nachmittag")},
        **{f"heute{part}": ("day", 0) for part in ("", " morgen", " früh", " abend", " nachmittag")},
        **{f"morgen{part}": ("day", 1) for part in ("", " früh", " abend", " nachmittag")},
        "übermorgen": ("day", 2),
        **_turned((("woche", "week"), ("wochenende", "weekend"), ("monat", "month"), ("jahr", "year"))),
    },
    numbers={
        **{"eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6},
        **{"sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20},
    },
    units={
        **dict.fromkeys(("stunde", "stunden"), "hour"),
        **dict.fromkeys(("tag", "tage", "tagen"), "day"),
        **dict.fromkeys(("woche", "wochen"), "week"),
        **dict.fromkeys(("monat", "monate", "monaten"), "month"),
        **dict.fromkeys(("jahr", "jahre", "jahren"), "year"),
    },
    ranges={
        " bis ": ("vom ", "von ", ""),
        " bis zum ": ("vom ",),
        " und ": ("zwischen dem ", "zwischen "),
        " und dem ": ("zwischen dem ",),
        "-": ("vom ", ""),
        "–": ("vom ", ""),
    },
    habits=("",),
    measured=(
        *(
            "menschen",
            "personen",
            "tote",
            "verletzte",
            "zivilisten",
            "soldaten",
            "männer",
            "frauen",
            "kinder",
        ),
        *(
            "flüchtlinge",
            "einwohner",
            "euro",
            "dollar",
            "millionen",
            "meter",
            "km",
            "jahre",
            "tage",
            "stunden",
        ),
        *("wörter", "tonnen", "stellen", "mitarbeiter"),
    ),
    not_after=frozenset(("jeden", "jeder", "blutiger", "schwarzer", "bild am", "straße des")),
    not_before=(" zeitung",),
    amount_not_before=(" nach ", " später", " danach", " zuvor", " vor "),
    future=r"\b(?:wird|werden)\b",
    past=frozenset(("wurde", "wurden", "war", "waren", "hat", "hatte", "hatten", "sagte")),
)
