"""Places from which news is dated: what shows that a name before a dash is one.

A word in capitals before a dash is a rubric (VÉLO), a body (OTAN) or a speaker (MAIRE) as often as a town, so a
name alone counts only when it is a city that everybody knows, when its state or country stands behind it, or when
the text itself speaks of it as of a town.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb")
_CITIES = """
    Washington New_York Los_Angeles San_Francisco Boston Atlanta Dallas Houston Miami Seattle Philadelphia Baltimore
    Las_Vegas New_Orleans Pittsburgh San_Diego Salt_Lake_City Hollywood Ottawa Montréal Québec
    Genève Geneva Genf Ginebra Ginevra Zurich Zürich Bern Berne Lausanne Bâle Basel Davos
    Munich München Monaco_di_Baviera Francfort Frankfurt Hamburg Hambourg Cologne Köln Stuttgart Düsseldorf Leipzig
    Lyon Marseille Strasbourg Toulouse Nice Nantes Bordeaux Lille Rennes Nanterre Bobigny Cannes Calais Ajaccio
    Milan Milano Mailand Turin Torino Naples Napoli Venise Venezia Florence Firenze Bologna Palermo
    Barcelona Barcelone Bilbao Sevilla Séville Valencia La_Haye The_Hague Den_Haag Rotterdam Anvers Antwerpen Bruges
    Pékin Beijing Shanghai Bombay Mumbai New_Delhi Delhi Islamabad Kandahar Jakarta Bangkok Tokyo Séoul Tel-Aviv
    Ramallah Gaza Alep Aleppo Homs Mossoul Mosul Erbil Bassora Ankara Sanaa Aden Benghazi Alexandrie Abuja Lagos
    Abidjan Yaoundé Goma Kigali Pretoria Cape_Town Le_Cap Rio_de_Janeiro Sao_Paulo São_Paulo Brasilia Brasília
    Nations_unies United_Nations Vatican Vatican_City Cité_du_Vatican Città_del_Vaticano Guantanamo Edinburgh
    Édimbourg Manchester Liverpool Birmingham Glasgow Cardiff Belfast Kyiv Kiev Saint-Pétersbourg St._Petersburg
"""
_STATES = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|D\.?C|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|N\.?C|N\.?D"
    r"|N\.?H|N\.?J|N\.?M|N\.?Y|Neb|Nev|Okla|Ore|Pa|R\.?I|S\.?C|S\.?D|Tenn|Va|Vt|W\.?Va|Wash|Wis|Wyo|B\.?C|Ont|Qué|Que"
    r"|Alta|Man|N\.?S|N\.?B|Sask|[A-Z]{2})\.?|Texas|Ohio|Iowa|Idaho|Utah|Maine|Alaska|Hawaii|California|Florida"
)
_HERE = {
    "": r"à|vers|in|at|near|outside|nach|aus|bei",
    "es": r"en|desde|hacia",
    "it": r"a|ad|da",
    "pt": r"em",
    "nl": r"te|uit",
}
"""Words before a name that make it a place, by language; French ``en`` and ``de`` have countries and people."""
_TOWN = (
    r"(?:ville|commune|maire|mairie|municipalité|municipal|habitants|préfecture|tribunal|université|gare|aéroport"
    r"|banlieue|port|centre|nord|sud|est|ouest|city|town|village|mayor|council|residents|people|outskirts|suburb"
    r"|suburbs|port|north|south|east|west|Stadt|Stadtrat|Bürgermeister|Bürgermeisterin|Gemeinde|ciudad|alcalde"
    r"|alcaldesa|ayuntamiento|vecinos|comune|sindaco|città|abitanti|prefeito|cidade|câmara|stad|burgemeester)"
)
_MOST_AROUND = 4000
"""Characters of the text that are asked for a place."""


def is_known_city(name: str) -> bool:
    """True for a city that needs no country behind it.

    >>> is_known_city("BEYROUTH"), is_known_city("OTAN"), is_known_city("SYRIE")
    (True, False, False)
    """
    return _key(name) in _cities()


def is_region(name: str) -> bool:
    """True for a country, in any of ten languages, or a state as agencies abridge it: ``Syrie``, ``N.Y.``."""
    return bool(_STATES.fullmatch(name.strip())) or is_country(name)


def is_country(name: str) -> bool:
    """True for a country in any of ten languages."""
    return _key(name) in _countries()


def is_spoken_of(name: str, around: str, lang: str) -> bool:
    """True where the text speaks of the name as of a town: ``à Exempleville``, ``the mayor of Sampletown``."""
    if is_country(name):
        return False
    own = _HERE.get(lang[:2], "")
    here = _HERE[""] + ("|" + own if own else "")
    before = rf"(?:{here}|(?i:{_TOWN})\s+(?:of|de|von|di|van|do|da))\s+|(?i:{_TOWN})\s+d['’]"
    pattern = rf"(?<!\w)(?:{before})(?P<name>(?i:{re.escape(name)}))(?!\w)"
    return any(not match["name"][1:].isupper() for match in re.finditer(pattern, around[:_MOST_AROUND]))


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


@cache
def _cities() -> frozenset[str]:
    """CLDR names a city of every time zone in every language: the capitals of the world, nearly all of them."""
    zones = (Locale.parse(lang).time_zones for lang in _LANGUAGES)
    found = {str(zone["city"]) for names in zones for zone in names.values() if "city" in zone}
    english = {name.rpartition("/")[2] for name in get_global("zone_territories")}
    named = (*found, *english, *_CITIES.split())
    return frozenset(_key(name.replace("_", " ")) for name in named) - _countries()


@cache
def _countries() -> frozenset[str]:
    places = (Locale.parse(lang).territories for lang in _LANGUAGES)
    found = {str(name) for names in places for code, name in names.items() if len(code) == 2}
    short = (
        "USA",
        "US",
        "U.S.",
        "UK",
        "UAE",
        "RDC",
        "Etats-Unis",
        "Emirats arabes unis",
        "Nations unies (Etats-Unis)",
    )
    return frozenset(map(_key, (*found, *short))) - frozenset(
        map(_key, ("Singapore", "Monaco", "Luxembourg"))
    )
