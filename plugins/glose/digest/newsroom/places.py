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
    Rabat Marrakech Oran Constantine Sfax Jérusalem Jerusalem
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
_SMALL = frozenset(
    "de du des la le les sur sous en aux au lès près d l am an der dem den del della delle dell of the and et upon"
    " di do da dos das el al los las bei im in ob von vor und zu a à y e i na nad aan op het unies unidas unite ud"
    " og och i på bord".split()
)
_ABOARD = re.compile(
    r"(?:[àa]\s+bord|aboard|on\s+board|an\s+bord|a\s+bordo|ombord|على\s+متن)(?:\s+(?:du|de|des|the|der|des|del|della|dell)\b|\s)\s*",
    re.I,
)
_ABRIDGED = re.compile(r"(?:[a-z]\.\w{0,3}\.?)+")
"""``Frankfurt a.M.``, ``Halle a. d. S.``"""
_DATE_LABELS = frozenset(
    "aktualisiert veröffentlicht erschienen stand publié publiée publiés mis mise modifié modifiée posté updated"
    " published posted modified date datum fecha actualizado publicado publicada pubblicato aggiornato bijgewerkt"
    " créé".split()
)
"""Words before a date that are no place: ``Aktualisiert am``."""
_MOST_AROUND = 4000
"""Characters of the text that are asked for a place."""


def is_place(text: str, *, strict: bool) -> bool:
    """True for what may name a place, by its words; behind a date these may be of any kind, and `strict` is false."""
    text = re.sub(r"\s*[(\[][^()\[\]]{2,40}[)\]]", "", text).strip(" ,.;:-–—")
    aboard = _ABOARD.match(text)
    if aboard:
        text = text[aboard.end() :]
    if not text or not text[0].isalpha() or len(text) > 70 or re.search(r"[!?;:«»\"“”]|\w{4,}\.\s", text):
        return False
    words = [word for word in re.split(r"[\s/,]+|(?<=['’])", text) if word]
    if not strict:
        return len(words) <= 9 and (aboard is not None or not text[0].islower())
    words = [word for word in words if not _ABRIDGED.fullmatch(word)]
    proper = any(w.strip("'’").lower() not in _SMALL for w in words)
    if words and words[0].lower() in _DATE_LABELS:
        return False
    named = proper and all(
        (not w[0].islower() and w[0].isalpha()) or w.strip("'’").lower() in _SMALL for w in words
    )
    return named and len(words) <= 7 and (aboard is not None or not words[0][0].islower())


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
