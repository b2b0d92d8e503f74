"""How the German-language press speaks of days."""

from __future__ import annotations

from itertools import product

from glose.digest.dates.lexicon import Lexicon, Tense, Unit

_LAST = ("letzte", "vergangene", "vorige")
_COMING = ("nächste", "kommende")
_NTH = tuple(
    tuple(f"{stem}{case}" for case in ("e", "en", "es", "er")) for stem in ("erst", "zweit", "dritt", "viert")
)
_CASES = ("", "n", "r", "s")  # letzte Woche, am letzten Montag, letztes Jahr


def _turned(units: tuple[tuple[str, Unit], ...]) -> dict[str, tuple[Unit, int]]:
    """Vergangene Woche, im kommenden Jahr, dieses Wochenende."""
    turns = [*product(_LAST, (-1,)), *product(_COMING, (1,)), ("diese", 0)]
    return {
        f"{word}{case} {name}": (unit, turn)
        for (word, turn), case, (name, unit) in product(turns, _CASES, units)
    }


_TENSE = Tense(
    open=(
        r"(?:(?:sollte|wollte|musste|sollten|wollten|mussten)|(?:war|waren|wurde"
        r"|wurden)(?: \w+){0,3} (?:geplant|vorgesehen|angesetzt|erwartet"
        r"|angekündigt|verschoben|abgesagt|vertagt|anberaumt)|ursprünglich|(?:kündigte|kündigten|verschob"
        r"|vertagte|beriet|berieten|forderte|verlangte)"
        r"|(?:soll|sollen|will|wollen)(?: [\w.-]+){0,14}? (?:worden sein|gewesen sein|\w+(?:t|en) haben)"
        r"|(?:angekündigt|verschoben|abgesagt|vertagt|gefordert))"
    ),
    ahead=(
        r"(?:wird|werden|werde|soll|sollen|will|wollen|muss|müssen|kann|können|darf|dürfen|dürfte|dürften"
        r"|möchte|könnte|könnten|möchten|plant|planen"
        r"|beabsichtigt|(?:ist|sind)(?: \w+){0,8} (?:aufgerufen|eingeladen|terminiert|geplant|vorgesehen"
        r"|angesetzt|anberaumt|zu \w+en)"
        r"|steht (?:\w+ ){0,3}an|bevorsteht"
        r"|(?:geplante|bevorstehende|anstehende)\w?|aufgerufen|hofft|hoffen|erwartet|erwarten)"
    ),
    would=r"(?:würde|würden|solle|wolle|werde|wolle|komme|reise)",
    past=(
        r"(?:war|waren|wurde|wurden|hatte|hatten|kam|kamen|ging|gingen|gab|gaben|fand|fanden|starb"
        r"|starben|begann|begannen|traf|trafen"
        r"|sprach|sprachen|nahm|nahmen|stieg|stiegen|fiel|fielen|rief|riefen|schrieb|schrieben|ließ"
        r"|ließen|hielt|hielten|blieb|blieben"
        r"|verlor|verloren|gewann|gewannen|schloss|schlossen|griff|griffen|zog|zogen|trat|traten|brach"
        r"|brachen|lag|lagen|stand|standen"
        r"|saß|sah|sahen|floh|flohen|schoss|schossen|wies|stieß|erschien|entschied|entschieden|bot|lief"
        r"|flog|trug|wuchs|erhielt|empfing"
        r"|verließ|verbot|bekam|unterlag|sank|sanken|betrat|erschoss|geriet|entkam|verschwand|beschloss"
        r"|versprach|eroberten?|rückten?|bat|half|betonte"
        r"|(?!letzte|erste|zweite|dritte|nächste|heute|bekannte|gute|rechte|weite|späte|harte|bunte|alte"
        r"|kalte|leichte|schlechte|echte|breite"
        r"|größte|beste|meiste|kleinste|jüngste|wichtigste|höchste|gesamte|sechste|achte|zehnte|fünfte"
        r"|vierte|könnte|möchte|dürfte|sollte|wollte"
        r"|musste|geplante|\w+este|bitte|mitte|seite|leute|kräfte|städte|tote"
        r"|rote)(?<!\bder )(?<!\bdie )(?<!\bdas )\w{2,}te"
        r"|(?:erklär|sag|teil|mach|töt|verletz|forder|meld|setz|führ|stimm|wähl|kämpf|feier|demonstrier"
        r"|protestier|start|eröffne|verhafte|landeten?|einig|siedel|reis|besuch|griff)t?e?ten"
        r"|(?:hat|haben|habe|ist|sind|sei|seien|worden)(?: [\w.-]+){0,12}? (?:\w{0,8}ge\w{2,}(?:t|en)"
        r"|(?:ver|be|er|ent|zer|über|unter)\w+(?:t|en)|\w+iert)"
        r"|(?:\w{0,8}ge\w{2,}(?:t|en)|(?:ver|be|er|ent|zer)\w+t|\w+iert) (?:hat|haben|hatte|hatten|wurde"
        r"|wurden|worden|war|waren|ist|sind))"
    ),
    scheduled=(
        r"(?:beginn|start|öffn|triff|treff|wähl|stimm|find|tag|komm|reis|empfäng|empfang|spiel|tritt|tret"
        r"|end|läuft|lauf|entscheid|berät|berat|erschein"
        r"|eröffn|feier|verhandel|besuch|veröffentlich|präsentier|streik|demonstrier|erwart|kehr|verlass"
        r"|verläss|fähr|fahr|fliegt?"
        r"|schließ|jähr)(?:e?t|en|n)?"
    ),
    plans=r"kündig|plan|versch|forder|bestätig|beriet|verlang|ansetz",
    before_past=r"\bhatten?\b",
    general=(
        r"\b(?:wenn|oft|immer|jeweils|jeden?|jedes|meist|meistens|üblicherweise|gewöhnlich|häufig"
        r"|manchmal)\b"
    ),
    nouns=(
        r"(?:\w*(?:wahl|wahlen|abstimmung|gipfel|gipfels|gipfeltreffen|referendum|referendums|frist"
        r"|treffen|sitzung|spiel|finale|halbfinale|anhörung"
        r"|prozess|streik|konferenz|parteitag|termin|stichwahl|gespräche|verhandlungen|debatte|kundgebung"
        r"|demonstration|konzert|eröffnung|besuch))"
    ),
    links=r"(?: \w+){0,2}? (?:am|vom|im|an|von|des)? ?",
    attribute=r"\b(?:vom |des |der |von )",
    after=r"nach|nach der|nach dem|seit|seit der|während",
    once=r"nach|seit",
    ahead_of=r"vor|vor der|vor dem|bis zu|bis zur|bis zum",
    clauses=r"(?:dass|weil|obwohl|während|nachdem|bevor|wenn|als|aber|sondern|ob)",
)


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
        "in": "ahead?",
        "vor": "ago",
        "seit": "since",
    },
    phrases={
        "vorgestern": ("day", -2),
        **{f"gestern{part}": ("day", -1) for part in ("", " morgen", " abend", " nachmittag")},
        **{f"heute{part}": ("day", 0) for part in ("", " morgen", " früh", " abend", " nachmittag")},
        **{f"morgen{part}": ("day", 1) for part in ("", " früh", " abend", " nachmittag")},
        "übermorgen": ("day", 2),
        "am wochenende": ("weekend", 0),
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
        " auf ": ("von ", "vom "),
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
    both=(" und ", " und dem "),
    between=("zwischen dem ", "zwischen "),
    tense=_TENSE,
    part_of={"ende ": "late", "anfang ": "early", "mitte ": "mid"},
    seasons={
        "frühling": "spring",
        "frühjahr": "spring",
        "sommer": "summer",
        "herbst": "autumn",
        "winter": "winter",
    },
    season_in=("im ", "in diesem ", "diesen "),
    season_not_before=(" der ", " des "),
    season_year=("des jahres ",),
    divisions={
        **{
            f"{word} quartal{s}": (3 * n + 1, 3 * n + 3)
            for n, names in enumerate(_NTH)
            for word in names
            for s in ("", "s")
        },
        **{
            f"{word} {half}": (6 * n + 1, 6 * n + 6)
            for n, names in enumerate(_NTH[:2])
            for word in names
            for half in ("halbjahr", "jahreshälfte")
        },
    },
    decades=r"(?P<decade>(?:1\d|20)\d0|[4-9]0)er[ -]jahren?(?!\w)",
    centuries=r"(?P<century>\d\d?)\. jahrhunderts?(?! v)",
    holidays={
        **dict.fromkeys(("weihnachten", "erster weihnachtstag", "ersten weihnachtstag"), "christmas"),
        **{"heiligabend": "christmas-eve", "heiliger abend": "christmas-eve", "silvester": "new-years-eve"},
        **{
            "neujahr": "new-year",
            "neujahrstag": "new-year",
            "ostersonntag": "easter",
            "ostermontag": "easter-monday",
        },
        **{
            "ostern": "easter",
            "karfreitag": "good-friday",
            "pfingsten": "pentecost",
            "pfingstsonntag": "pentecost",
        },
        **{"pfingstmontag": "whit-monday", "christi himmelfahrt": "ascension", "allerheiligen": "all-saints"},
        **{"aschermittwoch": "ash-wednesday", "palmsonntag": "palm-sunday", "valentinstag": "valentine"},
    },
    holiday_after=("an ", "am ", "zu ", "vor ", "nach ", "seit ", "bis ", "über "),
    bare_day=r"(?<=\bam )(?P<bare>[12]?\d|3[01])\.(?=[,;]|$)",
    weeks_later={"in einer woche": 1, "in zwei wochen": 2},
    spoken=r"\b(?:sagte|erklärte|schrieb|versprach|kündigte|betonte|sagt|gesagt|erklärt|geschrieben)\b",
)
