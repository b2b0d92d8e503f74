"""What a number is not parted from at the end of a line: its unit, its month, and in French what it counts.

A year is parted from the word after it, and so is a number that counts nothing ("l’article 5 dispose").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NBSP = "\u00a0"
NNBSP = "\u202f"
SPACES = " " + NBSP + NNBSP

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ar": "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار"
    " حزيران تموز آب أيلول",
}
UNITS = {
    "": "% ‰ ° € $ £ km m cm mm kg g mg t ha h min s l ml Hz MHz GHz W kW MW GW kWh V A Mo Go To MB GB TB km²"
    " m² m³ °C °F CHF EUR USD",
    "fr": "heures heure minutes minute secondes jours jour semaines mois ans an années euros euro dollars"
    " kilomètres mètres tonnes hectares degrés millions milliards mille",
    "en": "hours hour minutes minute seconds days day weeks months years year euros dollars miles kilometres"
    " kilometers metres meters tonnes tons acres degrees percent per million billion trillion thousand am"
    " pm a.m p.m",
    "de": "Uhr Stunden Stunde Minuten Sekunden Tage Tag Tagen Wochen Monate Monaten Jahre Jahr Jahren Euro Cent Dollar"
    " Franken Kilometer Kilometern Meter Metern Tonnen Hektar Grad Prozent Prozentpunkte Million Millionen Milliarde"
    " Milliarden Mio Mrd Tsd Std Min",
    "es": "horas hora minutos días día semanas meses años año euros dólares kilómetros metros toneladas"
    " millones mil",
    "it": "ore ora minuti giorni giorno settimane mesi anni anno euro dollari chilometri metri tonnellate"
    " milioni miliardi",
    "pt": "horas hora minutos dias dia semanas meses anos ano euros dólares quilómetros metros toneladas"
    " milhões mil",
    "nl": "uur minuten dagen dag weken maanden jaar euro dollar kilometer meter ton procent miljoen miljard",
}
COUNTING = {
    "fr": frozenset(
        "a afin ainsi après au aussi aux avaient avait avant avec car ce cela celle celui ces cet cette chez"
        " comme contre d dans de depuis des devant donc dont du durant dès elle elles en encore entre envers"
        " est et eu furent fut il ils jusqu jusque l la le les leur leurs lors lorsqu lorsque lui là mais"
        " malgré même n ne ni nous on ont or ou où par parce parmi pas pendant peut peuvent plus pour pourrait"
        " pourtant puis qu quand que qui quoi s sa sans se selon sera serait seront ses si soit son sont sous"
        " sur tandis tout toutefois très un une va vers voici voilà vont vous y à étaient était été être".split()
    )
}
"""Languages in which a number keeps what it counts beside it, and the words that it does not count."""
LABELS = frozenset(
    "article articles chapitre page pages numéro n° no résolution division chaîne ligne route vol".split()
)
"""What a number names, and does not count, when it stands after them."""
_NUMBER = re.compile(
    rf"(?P<number>\d+)(?P<ordinal>er|re|ère|e|ème|º|\.)?(?P<space>[{SPACES}])"
    rf"(?P<word>(?:de[{SPACES}])?[^\W\d_]+[²³]?|[%‰€$£]|°[CF]?)"
)
_NUMBERED = {
    "": rf"§(?P<space>[{SPACES}])(?=\d)",
    "de": r"(?<!\w)(?:§|Art\.|Artikel|Abs\.|Nr\.|Ziff\.|S\.|Kap\.|Bd\.|Abb\.|Rn\.|Anm\.|Absatz|Kapitel|Seite|Platz)"
    rf"(?P<space>[{SPACES}])(?=\d)"
    rf"|(?<!\w)(?:Dr\.|Prof\.|Dipl\.|St\.|Hl\.)(?P<title>[{SPACES}])(?=[A-ZÄÖÜ])"
    rf"|(?<![\w.])\d\d?\.(?P<month>[{SPACES}])(?=1?\d\.(?:[{SPACES}]?\d{{4}}|\W|$))"
    rf"|(?:(?<=\d\.\d\.)|(?<=\d\.\d\d\.)|(?<=\d\.[{SPACES}]\d\.)|(?<=\d\.[{SPACES}]\d\d\.))"
    rf"(?P<year>[{SPACES}])(?=\d{{4}}(?!\d))",
}
"""What a number, or a name, is not parted from that stands before it: § 5, Nr. 12, Dr. Exempel, 27. 2. 2016."""
_SIGNS = {lang: re.compile(pattern) for lang, pattern in _NUMBERED.items()}
_ABBREVIATED = re.compile(rf"(?<!\w)[A-Za-zÄÖÜäöü]\.(?P<space>[{SPACES}])(?=(?:[A-Za-zÄÖÜäöü]|Chr|Zt|Jh)\.)")
_OF = re.compile(rf"de[{SPACES}]")
_LAST = re.compile(r"([^\s'’]+)\s$")
_MONTH_FIRST = re.compile(rf"(?:{MONTHS['en'].replace(' ', '|')})(?P<space>[{SPACES}])\d{{1,2}}(?!\d)")


def _words(lang: str) -> frozenset[str]:
    return frozenset(f"{UNITS['']} {UNITS.get(lang, '')} {MONTHS.get(lang, '')}".split())


KNOWN = {lang: _words(lang) for lang in MONTHS}


def bound(text: str, lang: str) -> Iterator[int]:
    """Where the spaces stand between a number and what it is not parted from. `lang`: without region."""
    known = KNOWN.get(lang)
    if known is None:
        return
    counting = COUNTING.get(lang)
    for found in _NUMBER.finditer(text):
        word, ordinal = found["word"], found["ordinal"]
        day = len(found["number"]) <= 2
        if ordinal == "." and not (lang == "de" and day):
            continue
        month = _OF.sub("", word) if _OF.match(word) else ""
        if month:
            close = lang in ("es", "pt") and day and month in known
        elif ordinal and ordinal != "º":
            close = word in known
        else:
            close = word in known or bool(counting and _counts(text, found, counting))
        if close:
            yield found.start("space")
    if lang == "en":
        yield from (found.start("space") for found in _MONTH_FIRST.finditer(text))
    for found in _SIGNS.get(lang, _SIGNS[""]).finditer(text):
        yield found.start(found.lastgroup or "space")


def abbreviated(text: str) -> Iterator[int]:
    """Where the spaces stand inside a German abbreviation of several words: z. B., d. h., i. d. R., v. Chr."""
    return (found.start("space") for found in _ABBREVIATED.finditer(text))


def _counts(text: str, found: re.Match[str], empty: frozenset[str]) -> bool:
    """True when the word after the number is what it counts, as far as its looks tell."""
    number, word = found["number"], found["word"]
    if len(number) == 4 and "1000" <= number <= "2100":
        return False
    if not word.islower() or word in empty or text[found.end() : found.end() + 1] in ("'", "’"):
        return False
    before = _LAST.search(text[max(0, found.start() - 20) : found.start()])
    return not (before and before[1].lower() in LABELS)
