"""How the French-language press speaks of days."""

from __future__ import annotations

from itertools import product

from plugins.digest.dates.lexicon import Cue, Lexicon

_AGREEMENT = ("", "e", "s", "es")


def _announced() -> dict[str, Cue]:
    """Prévue le, attendus pour le, reportée au: participles that put the date after them ahead."""
    on = {f"{verb}{ending}": "" for verb, ending in product(("prévu", "attendu", "programmé"), _AGREEMENT)}
    to = {f"{verb}{ending}": "" for verb, ending in product(("fixé", "reporté", "repoussé"), _AGREEMENT)}
    links = [*product(on, ("", " pour", " à", " au", " en")), *product(to, (" à", " au", " en"))]
    return {word + link: "next" for word, link in links}


FRENCH = Lexicon(
    lang="fr",
    ordinals=("er",),
    articles=("l'année ", "le mois de ", "le ", "la ", "ce ", "de ", "d'", "l'"),
    dayparts=(" matin", " midi", " après-midi", " soir", " dans la nuit", " à l'aube", " en fin de journée"),
    parts=("la fin ", "le début ", "la mi-", "fin ", "début ", "mi-"),
    turns_after={"dernier": -1, "passé": -1, "prochain": 1},
    amount_turns={"dernières": -1, "derniers": -1, "prochaines": 1, "prochains": 1},
    links=(" de ",),
    cues={
        "depuis": "since",
        **dict.fromkeys(("jusqu'à", "jusqu'au", "jusqu'en"), "until"),
        **dict.fromkeys(("d'ici", "d'ici à", "d'ici au"), "by"),
        "avant": "before",
        **dict.fromkeys(("à partir", "à partir du", "à compter", "à compter du"), "start"),
        **_announced(),
        **dict.fromkeys(("en vue du", "à l'approche du", "à la veille du"), "next"),
        **dict.fromkeys(("en", "courant", "au mois", "du mois", "le mois", "l'année"), "in"),
    },
    amount_cues={
        **dict.fromkeys(("d'ici", "d'ici à", "sous", "dans les", "dans un délai de"), "within"),
        **dict.fromkeys(("dans les prochaines", "dans les prochains"), "within"),
        **dict.fromkeys(("au cours des prochaines", "au cours des prochains"), "within"),
        **dict.fromkeys(("ces dernières", "ces derniers", "les dernières", "les derniers"), "past"),
        **dict.fromkeys(("des dernières", "des derniers", "dans les dernières"), "past"),
        "dans": "ahead",
        "il y a": "ago",
        "depuis": "since",
    },
    phrases={
        "avant-hier": ("day", -2),
        **dict.fromkeys(("hier", "hier matin", "hier après-midi", "hier soir"), ("day", -1)),
        **dict.fromkeys(("aujourd'hui", "ce matin", "cet après-midi", "ce soir"), ("day", 0)),
        **dict.fromkeys(("demain", "demain matin", "demain après-midi", "demain soir"), ("day", 1)),
        "après-demain": ("day", 2),
        **dict.fromkeys(("la semaine dernière", "la semaine passée"), ("week", -1)),
        **dict.fromkeys(("cette semaine", "la fin de la semaine", "la fin de semaine"), ("week", 0)),
        "la semaine prochaine": ("week", 1),
        **dict.fromkeys(("le week-end dernier", "le week-end passé"), ("weekend", -1)),
        "ce week-end": ("weekend", 0),
        "le week-end prochain": ("weekend", 1),
        **dict.fromkeys(("le mois dernier", "le mois passé"), ("month", -1)),
        **dict.fromkeys(("ce mois-ci", "la fin du mois"), ("month", 0)),
        "le mois prochain": ("month", 1),
        **dict.fromkeys(("l'an dernier", "l'an passé", "l'année dernière", "l'année passée"), ("year", -1)),
        **dict.fromkeys(("cette année", "la fin de l'année", "la fin d'année"), ("year", 0)),
        **dict.fromkeys(("l'an prochain", "l'année prochaine"), ("year", 1)),
    },
    numbers={
        **{"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7},
        **{"huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20},
        **{"vingt-quatre": 24, "trente": 30, "trente-six": 36, "quarante-huit": 48, "soixante-douze": 72},
    },
    units={
        **dict.fromkeys(("heure", "heures", "h"), "hour"),
        **dict.fromkeys(("jour", "jours"), "day"),
        **dict.fromkeys(("semaine", "semaines"), "week"),
        "mois": "month",
        **dict.fromkeys(("an", "ans", "année", "années"), "year"),
    },
    ranges={
        " au ": ("du ",),
        " à ": ("de ", "d'"),
        " et ": ("entre le ", "entre ", "les "),
        " et le ": ("entre le ", "entre "),
        "-": ("les ", "du ", "en ", ""),
        "–": ("les ", "du ", "en ", ""),
    },
    habits=("du ",),
    measured=(
        *("personnes", "morts", "blessés", "civils", "soldats", "hommes", "femmes", "enfants", "réfugiés"),
        *("migrants", "habitants", "combattants", "euros", "dollars", "millions", "mètres", "km", "ans"),
        *("jours", "heures", "mots", "pages", "exemplaires", "places", "tonnes", "emplois", "salariés"),
    ),
    not_after=frozenset(
        (
            *("chaque", "un", "journal du", "presse du", "rue du", "place du", "avenue du", "boulevard du"),
            *("pont du", "stade du", "square du", "quai du", "mouvement du", "hôpital du"),
        )
    ),
    not_before=(
        *(" saint", " noir", " gras", " des cendres", " de pâques", " de pentecôte", " des rameaux"),
        *(" de l'ascension", " suivant", " précédent", " et jours fériés"),
    ),
    amount_not_before=(" suivant", " précédent", " qui ont suivi", " qui suivent", " après", " avant"),
    future=(
        r"\b(?:\w+(?:era|eront|dra|dront|evra|evront|ourra|ourront|uivra)|aura|auront|ira|iront|verra|verront"
        r"|(?:réun|ouvr|part|fin|chois|offr|sort|serv|sub|ag|fourn|about|interven)ir(?:a|ont))\b"
    ),
    past=frozenset(("a", "ont", "avait", "avaient", "est", "était", "s'est", "n'a", "n'ont", "qu'a")),
)
