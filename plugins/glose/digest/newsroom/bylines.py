"""Bylines: who wrote a story, in the forms that desks and websites put it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from glose.digest.newsroom.agencies import Own, agencies, code
from glose.digest.newsroom.places import is_place

LONGEST = 120
"""Characters of a byline."""
MOST_WORDS = 5
"""Words of a person's name."""

PARTICLES = frozenset(
    "de du des la le van von der den het ten ter zu zum zur el al bin ibn ben y"
    " e da do dos das di del della av af abu abou ould".split()
)
"""Small words inside a name."""
_STRONG = (
    r"(?:(?:written|reporting|story|words|text|reported|compiled)\s+by|by|par|von|por"
    r"|propos\s+recueillis\s+(?:[àa]\s+[^\W\d_]+\s+)?par|recueilli\s+par|entretien\s+r[ée]alis[ée]\s+par"
    r"|un\s+(?:article|reportage|r[ée]cit|texte)\s+(?:de\b|d['’])|a\s+cura\s+di|aufgezeichnet\s+von|entrevista\s+de"
    r"|(?:textes?|text|texto|testo|bericht|author|auteure?|autore?|autorin|redacción)(?:\s+(?:et|and|und|y|e)\s+\w+)?\s*:"
    r"|بقلم\s*:?|(?:كتب|كتبت|كتبه|إعداد|تقرير|تحقيق|حوار)\s*[:\-–]?)"
)
_WEAK = r"(?:de|di|da|door|av|af|od|przez|oleh|pelo|pela|texte?|text|από)"
_LEAD = re.compile(rf"(?P<strong>{_STRONG})\s*(?<=[\s:'’])|(?P<weak>{_WEAK})\s+", re.I)
_CORRESPONDENT = re.compile(
    r"""\(?(?:(?:de|par)\s+(?:notre|nos)\s+(?:correspondante?s?|envoy[ée]e?s?)(?:\s+sp[ée]ciale?(?:s|aux)?)?
      | (?:from|by)\s+our\s+(?:own\s+)?(?:\w+\s+)?correspondents?
      | (?:von\s+)?unser(?:er|em|en)?\s+(?:\w+)?(?:korrespondent(?:in|en)?|reporter(?:in)?|mitarbeiter(?:in)?)
      | (?:de|por)\s+nuestr[oa]s?\s+(?:corresponsal(?:es)?|enviad[oa]s?)(?:\s+especial(?:es)?)?
      | da(?:l|lla)\s+nostr[oa]\s+(?:corrispondente|inviat[oa])(?:\s+special[ei])?
      | van\s+onze\s+(?:correspondente?|verslaggever)
      | من\s+مراسل(?:نا|تنا)|مراسل(?:نا|تنا))
      (?P<where>\s+(?:permanente?\s+)?(?:[àa]|en|au|aux|in|aus|at|في|من|d['’])\s*[^,:–—\n]{2,40}?)?
      (?:\s*[,:–—]\s*|\s+-\s+|\s+(?-i:(?=[A-ZÀ-Þ]))|(?=\)?$))\)?\s*""",
    re.I | re.X,
)
"""``De notre correspondante à Exempleville, ``: the name stands behind it, if at all."""
_POST = (
    r"(?:(?:notre|our|nuestr[oa]|unser\w*|il\s+nostro)\s+)?(?:(?:grande?|senior|special|chief|staff|political|business"
    r"|science|sports|ap|afp|reuters|foreign|national)\s+)*"
    r"(?:envoy[ée]e?s?(?:\s+sp[ée]ciale?s?)?|correspondance|correspondante?s?|correspondents?|korrespondent(?:in)?|reporter(?:in)?s?"
    r"|corresponsal|enviad[oa](?:\s+especial)?|corrispondente|inviat[oa]|journalistes?|journalists?|r[ée]dactrice"
    r"|r[ée]dacteur|redakteur(?:in)?|periodista|giornalista|editor|writers?|chef\w*|مراسل\w*|صحفي\w*)"
)
_POSTED = re.compile(rf"(?i:{_POST})\b.{{0,60}}", re.S)
_DESK = re.compile(
    r"(?:l[ae]s?\s+)?(?:r[ée]daction|redazione|redacci[óo]n|redaktion|newsroom|staff(?:\s+(?:writer|reporter)s?)?"
    r"|(?:our\s+)?correspondents?|the\s+editors)\b.{0,30}",
    re.I,
)
_ADDRESS = re.compile(
    r"\s*[|,–—-]?\s*[<(\[]?\s*(?:e-?mail\s*:?\s*)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+\s*[>)\]]?", re.I
)
_PICTURES = re.compile(
    r"(?:\s*,\s*|\s(?:et|and|und|y|e)\s)?[^,()]{3,50}?\s*"
    r"\((?:photos?|fotos?|images?|bilder|vid[ée]os?|illustrations?|dessins?|infographies?|صور)\)",
    re.I,
)
"""Who made the pictures has not written the text."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_PLACED = re.compile(
    r"\s*\s(?:à|a|in|aus|at|from|bei|pour|for|für|en|em|au|aux|في|من)\s+(?=[^\W\d_a-zß-ÿ]).*$", re.S
)
_JOINT = re.compile(
    r"\s*[;&|/,•·]\s*|\s[–—-]\s|\s(?:et|and|und|y|e|och|og|en|i|și|avec|with|mit|con|com|met)\s|\sو\s?(?=[^\W\d_]{2,}\s)"
)
_OUTLET = re.compile(r"(?:Le|La|Les|The|Der|Die|Das|El|Los|Il)\s|L['’]|R[ée]daction\b")
"""How the name of a paper begins, and no person's."""
_NO_NAME = re.compile(
    r"[\d:?!()@]|^(?:avec|with|mit|con|com|met|et|and|und)\b|\b(?:min|minutes?|uhr|stand|updated?|aktualisiert|publié|published|posted|agences?|agencies|agenturen)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote the story."""

    text: str
    """As received, without an address."""
    persons: tuple[str, ...]
    source: str = ""
    """The code of the agency that it names."""
    address: str = ""
    """An e-mail address that stood in it: not for publication."""
    sure: bool = True
    """False for a line that is nothing but a name: only its place shows that it is a byline."""


@lru_cache(maxsize=16)
def _signed(own: Own) -> re.Pattern[str]:
    """An outlet or nobody, with agencies: ``Le Journal avec AFP``, ``AFP et Reuters``."""
    names = agencies(own).names
    return re.compile(
        rf"(?:[^\W\d_a-zß-ÿ][\w'’.-]*(?:\s+[\w'’.-]+){{0,3}}\s+(?:avec|with|mit|con|et|and|und)\s+)?"
        rf"(?:(?:les\s+agences|agencies|agenturen)\s*[(,]?\s*|l['’])?{names}\)?"
    )


def read(text: str, own: Own = ()) -> Byline | None:
    """The byline that a line of text is; None for any other.

    >>> read("Par Anne Exemple (à Ville-Exemple) et Paul Essai").persons
    ('Anne Exemple', 'Paul Essai')
    >>> read("Par ailleurs, une place ouvre") is None
    True
    """
    if not 3 < len(text) <= LONGEST:
        return None
    shown = _ADDRESS.sub("", text).strip(" ,|–—-") if "@" in text else text
    address = " ".join(part.strip() for part in _ADDRESS.findall(text)) if "@" in text else ""
    if not shown or _is_sentence(shown):
        return None
    lead, posted = _LEAD.match(shown), _CORRESPONDENT.match(shown)
    persons, source = names(shown, own), code(shown, own)
    if posted and (persons or posted.end() == len(shown)):
        return Byline(shown, persons, source, address)
    if lead and lead["strong"]:
        rest = shown[lead.end() :].strip()
        proper = rest[:1].isalpha() and not rest[0].islower()
        desk = _DESK.fullmatch(rest) or (source and _POSTED.search(rest))
        if (proper and (persons or (source and len(rest) <= 60))) or desk:
            return Byline(shown, persons, source, address)
        short = proper and len(rest.split()) <= 2 and rest.replace(" ", "").isalpha()
        return Byline(shown, (), source, address, sure=False) if short else None
    if lead and is_names(shown[lead.end() :]):
        return Byline(shown, persons, source, address, sure=lead["weak"].lower() not in ("de", "da", "di"))
    if source in ("AA", "Anadolu") and shown.count("/") == 2:  # its form: place / writer / agency
        parts = [part.strip() for part in shown.split("/")]
        who = next((part for part in reversed(parts) if is_names(part) and not code(part, own)), "")
        if who:
            return Byline(shown, names(who, own), source, address)
    if source and _signed(own).fullmatch(shown):
        return Byline(shown, persons, source, address)
    first, _, rest = (
        re.split(r"(\s*[,(|–—]\s*|\s-\s)", shown, maxsplit=1) if _PARTED.search(shown) else (shown, "", "")
    )
    if is_names(first) and rest and _POSTED.fullmatch(rest.strip(" ()")):
        return Byline(shown, persons, source, address)
    if is_names(first) and source and _signed(own).fullmatch(rest.strip(" ()")):
        return Byline(shown, persons, source, address)
    if rest and _POSTED.fullmatch(first) and is_names(rest.strip(" ()")):
        return Byline(shown, names(rest, own), source, address)
    if (
        rest
        and is_names(rest.strip())
        and is_place(first, strict=True)
        and not code(first, own)
        and " " not in first
    ):
        return Byline(shown, names(rest, own), source, address, sure=False)
    if is_names(first) and rest and _PLACE_ALONE.fullmatch(rest.strip()):
        return Byline(shown, persons, source, address, sure=False)
    if is_names(first) and _TOWN.fullmatch(rest):
        return Byline(shown, names(first, own), source, address, sure=False)
    if is_names(shown):
        return Byline(shown, persons, source, address, sure=bool(address) or len(persons) > 1)
    return None


_TOWN = re.compile(r"[^\W\d_a-zß-ÿ][\w'’-]{2,30}(?: [^\W\d_a-zß-ÿ][\w'’-]{2,30})?")
_PLACE_ALONE = re.compile(r"\(?(?:à|in|en|a|aus|at|em)\s+[^\W\d_a-zß-ÿ][\w'’ -]{1,40}\)?")
_PARTED = re.compile(r"\s*[,(|–—]|\s-\s")


def names(text: str, own: Own = ()) -> tuple[str, ...]:
    """The persons that a byline names, in its order: no agency, place or post.

    >>> names("Par Anne Exemple et Paul Essai, à Ville-Exemple"), names("Par Agence France-Presse")
    (('Anne Exemple', 'Paul Essai'), ())
    """
    text = _ADDRESS.sub("", text) if "@" in text else text
    posted = _CORRESPONDENT.match(text)
    text = text[posted.end() :] if posted else _unled(text)
    if "(" in text:
        text = _BRACKETS.sub("", re.sub(r"\)\s*", ") ", _pictured(text)))
    found: list[str] = []
    for part in _JOINT.split(text):
        name = _PLACED.sub("", part.strip(" .,()")).strip(" .,()")
        if is_name(name) and not (code(name, own) or _OUTLET.match(name) or _POSTED.fullmatch(name)):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _pictured(text: str) -> str:
    parts = re.split(r"(?<=\))", text)
    return "".join(part for part in parts if not _PICTURES.fullmatch(part))


def _unled(text: str) -> str:
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def is_name(text: str) -> bool:
    """True for two to five words, each with a capital (or of a script that has none) but for particles."""
    words = text.replace("’", "'").split()
    if not 2 <= len(words) <= MOST_WORDS or _NO_NAME.search(text):
        return False
    proper = [_proper(word) for word in words]
    joined = all(own or word.lower() in PARTICLES for word, own in zip(words, proper, strict=True))
    return joined and proper[0] and proper[-1] and len(text) <= 60


def _proper(word: str) -> bool:
    if word[:2] in ("l'", "d'"):
        word = word[2:]
    return word[:1].isalpha() and not word[0].islower()


def is_names(text: str) -> bool:
    """True for a line that holds nothing but the names of persons.

    >>> is_names("Anne Exemple et Paul de la Tour"), is_names("Passer la publicité")
    (True, False)
    """
    parts = [part for part in _JOINT.split(text.strip()) if part]
    return 0 < len(parts) <= 4 and len(text) <= LONGEST and all(is_name(part.strip()) for part in parts)


def is_post(text: str) -> bool:
    """True for a line below a byline that says what post its bearer has: ``AP Business Writer``."""
    return len(text) <= 80 and bool(_POSTED.fullmatch(text.strip(" ()")) or _DESK.fullmatch(text.strip()))


def is_address(text: str) -> bool:
    """True for a line that is an e-mail address or a handle and nothing else."""
    return bool(_ADDRESS.fullmatch(text.strip()) or re.fullmatch(r"@\w{2,30}", text.strip()))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and len(text.split()[-1]) > len("Jr.")
