"""How the Spanish-language press speaks of days."""

from __future__ import annotations

from itertools import product

from plugins.digest.dates.lexicon import Cue, Lexicon


def _announced() -> dict[str, Cue]:
    """Prevista para el, programados para: participles that put the date after them ahead."""
    verbs = product(
        ("previst", "programad", "fijad", "aplazad"), ("o", "a", "os", "as"), ("", " para", " al")
    )
    return {"".join(words): "next" for words in verbs}


SPANISH = Lexicon(
    lang="es",
    of=("de ", "del "),
    articles=("el mes de ", "el año ", "el ", "la ", "de ", "del "),
    dayparts=(" por la mañana", " por la tarde", " por la noche", " en la noche", " de madrugada"),
    parts=("finales de ", "principios de ", "mediados de ", "fines de "),
    turns_before={"próximo": 1, "pasado": -1, "último": -1},
    turns_after={"pasado": -1, "último": -1, "próximo": 1, "que viene": 1},
    amount_turns={"últimas": -1, "últimos": -1, "próximas": 1, "próximos": 1},
    links=(" de ",),
    cues={
        "desde": "since",
        "hasta": "until",
        **dict.fromkeys(("a más tardar", "a más tardar en"), "by"),
        "antes": "before",
        "a partir": "start",
        **_announced(),
        **dict.fromkeys(("en", "durante", "a", "el año", "del año", "el mes", "del mes", "en el año"), "in"),
    },
    amount_cues={
        **dict.fromkeys(("en un plazo de", "en las próximas", "en los próximos"), "within"),
        **dict.fromkeys(("en las últimas", "en los últimos", "las últimas", "los últimos"), "past"),
        "dentro de": "ahead",
        "hace": "ago",
        "desde hace": "since",
    },
    phrases={
        **dict.fromkeys(("anteayer", "antes de ayer"), ("day", -2)),
        **dict.fromkeys(("ayer", "anoche"), ("day", -1)),
        **dict.fromkeys(("hoy", "esta mañana", "esta tarde"), ("day", 0)),
        "mañana": ("day", 1),
        "pasado mañana": ("day", 2),
        "la semana pasada": ("week", -1),
        "esta semana": ("week", 0),
        **dict.fromkeys(("la próxima semana", "la semana próxima", "la semana que viene"), ("week", 1)),
        **dict.fromkeys(("el fin de semana pasado", "el pasado fin de semana"), ("weekend", -1)),
        "este fin de semana": ("weekend", 0),
        "el próximo fin de semana": ("weekend", 1),
        **dict.fromkeys(("el mes pasado", "el pasado mes"), ("month", -1)),
        **dict.fromkeys(("este mes", "final de mes"), ("month", 0)),
        **dict.fromkeys(("el próximo mes", "el mes que viene"), ("month", 1)),
        **dict.fromkeys(("el año pasado", "el pasado año"), ("year", -1)),
        **dict.fromkeys(("este año", "final de año"), ("year", 0)),
        **dict.fromkeys(("el próximo año", "el año que viene"), ("year", 1)),
    },
    numbers={
        **{"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7},
        **{"ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15, "veinte": 20},
    },
    units={
        **dict.fromkeys(("hora", "horas"), "hour"),
        **dict.fromkeys(("día", "días"), "day"),
        **dict.fromkeys(("semana", "semanas"), "week"),
        **dict.fromkeys(("mes", "meses"), "month"),
        **dict.fromkeys(("año", "años"), "year"),
    },
    ranges={
        " al ": ("del ",),
        " a ": ("de ",),
        " y ": ("entre el ", "entre ", "los "),
        " y el ": ("entre el ",),
        "-": ("",),
        "–": ("",),
    },
    habits=("de ",),
    measured=(
        *("personas", "muertos", "heridos", "civiles", "soldados", "hombres", "mujeres", "niños", "euros"),
        *("refugiados", "migrantes", "habitantes", "dólares", "millones", "metros", "km", "años", "días"),
        *("horas", "palabras", "toneladas", "empleos"),
    ),
    not_after=frozenset(("cada", "la", "calle", "avenida", "plaza", "un")),
    not_before=(" santo", " de ramos", " de resurrección", " de ceniza", " negro", " siguiente"),
    amount_not_before=(" después", " antes", " siguientes", " más tarde"),
    future=r"\b\w+(?:ará|arán|erá|erán|irá|irán|drá|drán)\b",
    past=frozenset(("ha", "han", "había", "habían", "fue", "fueron", "dijo", "era")),
)
