"""How the Spanish-language press speaks of days."""

from __future__ import annotations

from itertools import product

from glose.digest.dates.lexicon import Cue, Lexicon, Tense, no_noun


def _announced() -> dict[str, Cue]:
    """Prevista para el, programados para: participles that put the date after them ahead."""
    verbs = product(
        ("previst", "programad", "fijad", "aplazad"), ("o", "a", "os", "as"), ("", " para", " al")
    )
    return {"".join(words): "next" for words in verbs}


_NO_NOUN = no_noun("el la los las un una de del su sus al por con en primera este")
_DO = r"\w+(?:ar|er|ir)(?:se|lo|la|los|las)?"
_TENSE = Tense(
    open=(
        rf"(?:(?:debía|debían|iba a|iban a|podía|podían|quería|querían)(?: {_DO})?|(?:estaba|estaban"
        r"|había sido|fue|fueron|quedó)(?: \w+)?"
        r" (?:previst|programad|convocad|anunciad|aplazad|pospuest|fijad|citad)[oa]s?|inicialmente"
        r"|(?:aplazó|pospuso)"
        r"|(?:trató|trataron|decidió|decidieron|acordó|acordaron|aceptó|pidió|intentó|intentaron|negó"
        rf"|negaron|rechazó|rechazaron|amenazó)(?: a| de| con)? {_DO})"
    ),
    ahead=(
        rf"(?:\w{{2,}}(?:rá|rán|remos|réis)|(?:va|van|vamos|voy) a {_DO}|(?:debe|deben|debería|deberían"
        r"|puede|pueden|podría|podrían|prevé|prevén|planea|planean"
        r"|espera|esperan|busca|buscan|quiere|quieren|pretende|pretenden|tiene que|tienen que|ha de"
        rf"|han de)(?: \w+)? ?(?:{_DO})"
        r"|(?:tiene|tienen) (?:previsto|prevista|planeado)|(?:está|están|queda"
        r"|quedan)(?: \w+)? (?:previst|programad|convocad|llamad|citad|fijad|invitad)[oa]s?"
        r"|(?:convocad|llamad|citad|previst|programad)[oa]s? (?:a|para|el)|se espera|se prevé|está por"
        r"|en puertas"
        rf"|(?:prometió|prometieron|instó|llamó|convocó a|anima)(?: \w+){{0,2}}? {_DO})"
    ),
    would=(
        r"(?:\w{2,}(?:aría|arían|dría|drían|[^\Wueq]ería|ibiría|ería|erían|tiría|viría|cería|habría|sería"
        r"|irían|rían)|\b(?:iría|irían|sería|serían|vería|daría))"
    ),
    past=(
        r"(?:\w{2,}[^\Wí]ó|(?!irán\b)\w{2,}(?:aron|ieron|eron)|fue|fueron|hubo|tuvo|estuvo|hizo|dijo|vino"
        r"|puso|pudo|quiso|supo|trajo|dio|vio|redujo|produjo"
        r"|introdujo|condujo|mantuvo|obtuvo|detuvo|propuso|dispuso|impuso|expuso|intervino|previno|anduvo"
        r"|murió|era|eran|había|habían|hacía|decía|tenía|vivía"
        r"|\w{3,}(?:aba|aban|ían)|(?:ha|han|había|habían|he|hemos|haber)(?: \w+ente)?(?: sido"
        r"| estado)? \w+(?:ado|ido|cho|to|so)|tras \w+(?:ar|er|ir))"
    ),
    done=(
        r"(?:firmad|detenid|muert|herid|asesinad|celebrad|publicad|ocurrid|registrad|aprobad|anunciad"
        r"|elegid|lanzad|inaugurad|abiert|difundid|emitid|iniciad|secuestrad"
        r"|liberad|desaparecid|alcanzad|acordad|adoptad|nacid|fallecid|perpetrad|cometid)[oa]s?"
    ),
    scheduled=(
        rf"{_NO_NOUN}(?:(?:abre|comienza|empieza|arranca|inicia|vota|elige|se reúne|se celebra|viaja|llega"
        r"|juega|recibe|visita|entra en vigor|estrena|se estrena|inaugura"
        r"|debate|decide|vence|termina|cierra|enfrenta|se enfrenta|acoge|parte|vuelve|regresa|expira"
        r"|acude|acude a las urnas|presenta|sale|rige|sube|baja"
        r"|cambia|publica|celebra|disputa|afronta|se mide|se va|tiene lugar|se juega|concluye|acaba)n?"
        r"|entran en vigor|tienen lugar|reabren?|eligen)"
    ),
    plans=r"anunci|convoc|fij|prepar|confirm|pid|exig|prom|aplaz",
    before_past=r"\bhabían?\b",
    general=(
        r"\b(?:si|cuando|siempre|cada|todos|todas|normalmente|suelen?|generalmente|a menudo"
        r"|habitualmente)\b"
    ),
    nouns=(
        r"(?:elección|elecciones|cumbre|cumbres|votación|referéndum|referendo|comicios|plazo|reunión"
        r"|partido|final|semifinal|audiencia|juicio|huelga|paro|sesión|conferencia"
        r"|congreso|concierto|encuentro|ceremonia|debate|consulta|inauguración|visita|manifestación"
        r"|marcha|presidenciales|legislativas|municipales|primarias|vista|cita|sorteo)"
    ),
    links=r"(?: \w+){0,3}? (?:del|de|de este|en|este|para el|para)? ?(?:el |los )?",
    attribute=r"\b(?:del |de |de este )",
    after=r"desde|tras|después de|durante|resultados? de",
    once=r"tras|después de|desde",
    ahead_of=r"antes de|antes del|de cara a|hasta|candidat\w+ a|próxim[oa]s?|a la espera de",
    clauses=r"(?:que|quien|quienes|donde|cuando|mientras|pero|porque|aunque|si|cuyo|cuya)",
)


SPANISH = Lexicon(
    lang="es",
    of=("de ", "del "),
    articles=("el mes de ", "el año ", "el ", "la ", "de ", "del "),
    dayparts=(" por la mañana", " por la tarde", " por la noche", " en la noche", " de madrugada"),
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
        "en": "ahead?",
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
        **dict.fromkeys(("este fin de semana", "el fin de semana"), ("weekend", 0)),
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
    both=(" y ", " y el "),
    between=("entre el ", "entre "),
    tense=_TENSE,
    part_of={
        **dict.fromkeys(
            (
                "finales de ",
                "a finales de ",
                "fines de ",
                "a fines de ",
                "finales del ",
                "fin de ",
                "final de ",
            ),
            "late",
        ),
        **dict.fromkeys(
            ("principios de ", "a principios de ", "comienzos de ", "a comienzos de ", "inicios de "), "early"
        ),
        **dict.fromkeys(("mediados de ", "a mediados de "), "mid"),
    },
    seasons={"primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter"},
    season_in=("en el ", "en la ", "el ", "la ", "este ", "esta "),
    season_not_before=(" de ", " del ", " arabe", " árabe"),
    season_year=("de ", "del ", "del año "),
    divisions={
        **{
            f"{word} trimestre": (3 * n + 1, 3 * n + 3)
            for n, word in enumerate(("primer", "segundo", "tercer", "cuarto"))
        },
        **{f"{word} semestre": (6 * n + 1, 6 * n + 6) for n, word in enumerate(("primer", "segundo"))},
    },
    decades=(
        r"(?:años|década de(?: los)?) (?:años )?(?P<decade>(?:1\d|20)\d0|[4-9]0|cuarenta|cincuenta"
        r"|sesenta|setenta"
        r"|ochenta|noventa)(?![\w-])"
    ),
    centuries=r"siglo (?P<century>[ivx]{1,5})(?!\w)(?! (?:a\. ?c|antes de))",
    counted={"cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90},
    holidays={
        **dict.fromkeys(("navidad", "día de navidad"), "christmas"),
        **{"nochebuena": "christmas-eve", "nochevieja": "new-years-eve", "año nuevo": "new-year"},
        **dict.fromkeys(("reyes", "día de reyes"), "epiphany"),
        **{
            "domingo de resurrección": "easter",
            "domingo de pascua": "easter",
            "viernes santo": "good-friday",
        },
        **{
            "domingo de ramos": "palm-sunday",
            "miércoles de ceniza": "ash-wednesday",
            "lunes de pascua": "easter-monday",
        },
        **{"día de todos los santos": "all-saints", "san valentín": "valentine", "halloween": "halloween"},
    },
    holiday_after=("en ", "el ", "la ", "por ", "desde ", "hasta ", "antes de ", "de ", "para "),
    bare_day=r"(?:(?<=\bel )|(?<=\bel día ))(?P<bare>[12]?\d|3[01])(?=[.;,]|$)",
    spoken=(
        r"\b(?:dijo|dicho|declaró|declarado|afirmó|aseguró|prometió|prometido|escribió|anunció|señaló"
        r"|explicó|añadió)\b"
    ),
)
