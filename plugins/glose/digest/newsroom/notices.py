"""What a desk says of its story in a line of its own: embargo, kill, takes.

One block at a time, in any language of `status_words`. Words inside the prose of an article mean nothing: a notice
is the whole block, its first words in capitals, or a sentence to editors; who asks says where the block stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from glose.digest.dates import parse_date, weekday_of
from glose.digest.dates.names import fold, month_of
from glose.digest.newsroom import status_words as words

LONGEST = 600
"""Characters of a notice; a kill gives its reason."""
LONGEST_LINE = 200
"""Characters of a line that is nothing but a mark."""
FEW_STRANGE, MOST_STRANGE = 4, 12
"""Words in the notice of an embargo that belong to no moment: with more, its date may be another's, or it is prose."""
EVERYWHERE = "Etc/GMT+12"
"""The zone in which an hour comes last: what is over there is over everywhere (IANA's sign is the other way round)."""

Kind = Literal["embargo", "kill", "unusable", "part", "goes on", "goes on from", "last"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What one block says of the story."""

    kind: Kind
    text: str
    """Its words, as received."""
    rest: str = ""
    """What else stands on the line: a title."""
    until: datetime | None = None
    """Of an embargo: its moment, None when it is not certain."""
    zoned: bool = True
    """False where no zone is named: `until` is then the moment at which that hour, or day, is over everywhere."""
    part: tuple[int, int] = (0, 0)
    """Which part of how many."""
    names: str = ""
    """Of a kill: the title that it names, in quotation marks or behind a colon."""
    sure: bool = True
    """False where the words may mean something else."""


_MARKS = r"[\W_]*"
_STEMS = tuple(
    "embarg sperr frei publi releas diffus kill annul retir retrac retrait withdr zurück zuruck storn wider rück ruck "
    "anul ritir cancel intrek ingetr verval utili verwen verwert veröf verof use usar run disreg ignor hold confid "
    "draft vertrau brouillon entwurf borrador test nicht niet elimin reprend attente error streich nulle "
    "نشر لغا سحب ملغ خبر برقي نبأ ماد تستخ تستع".split()
)
"""One of these is in every embargo and kill: spares the patterns on other text, which need it folded."""
SHORTEST = 45
"""Characters of a mark without brackets or bars."""
_EMBARGO = {
    lang: re.compile(rf"{_MARKS}(?:\w+\W+){{0,3}}?(?<!\w)(?P<form>{form})(?!\w)")
    for lang, form in words.EMBARGO.items()
}
_NO_EMBARGO = re.compile(rf"{_MARKS}{words.NO_EMBARGO}{_MARKS}")
_UNTIL = re.compile(rf"\W{{0,4}}(?:\w+\W+){{0,2}}?(?:{words.UNTIL})(?!\w)")
_OPEN_ENDED = re.compile(rf"(?<!\w)(?:{words.OPEN_ENDED})(?!\w)")
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CLOCK = re.compile(r"\d\s?(?:h\b|h\d|:\d|\.\d|uhr|[ap]\.?\s?m\b)|\d[/.-]\d")
_NUMERIC = re.compile(r"\d[./-]\d{1,2}[./-]\d")
_SELF_EVIDENT = ("", "ar")
"""Languages of words that need no moment to be a notice."""
_FIRST_PART = re.compile(r"(?P<part>.{5,120}?)\s?(?:\s[–—|/-]{1,3}|\s?:|//)\s+(?P<rest>\S.*)", re.S)
_PARTS = re.compile(r"[(\[](?P<in>[^()\[\]]+)[)\]]|\s[–—|/-]{1,3}\s*(?P<behind>[^–—|]+)$")
_ZONES = tuple(
    (re.compile(form.format(place=re.escape(place))), zone)
    for place, zone in words.ZONES.items()
    for form in words.ZONE_FORMS
)
_BEFORE = re.compile(
    r"(?:\W*(?:attention|achtung|atencion|attenzione|strict\w*|sous|under|bajo|unter|sotto|sob|onder|note|avis|hinweis|nota|rappel"
    r"|reminder|urgent|text\w*|story|document|communique|press|presse|release|dossier|de|pressemitteilung|important|news|embargo|تنبيه)\b)*\W*"
)
_KILL_ALONE = re.compile(rf"{_MARKS}{words.KILL}(?:\s*(?:nr|no|n°)?\s*[\w-]*\d[\w-]*)?{_MARKS}")
_KILL_FIRST = re.compile(rf"{_MARKS}{words.KILL}(?:\s+[\w-]*\d[\w-]*)?\s*[:/(–—-]\s*(?P<names>.+)", re.S)
_KILL_LAST = re.compile(
    r"(?:[A-Z]{2}-|\S*--?\S*|.*[,/–—]).*[,/–—-]\s*(?:KILL|WITHDRAWAL|ELIMINATION|ANNULATION|RETRAIT|ANULACIÓN)\W*",
    re.S,
)
_KILL_SENTENCE = re.compile(rf"\W*{words.ADDRESS}(?:{'|'.join(words.KILL_SENTENCES)})")
_KILL_IF_NAMED = re.compile(rf"\W*(?P<to>{words.ADDRESS}){words.KILL_IF_NAMED}")
_UNUSABLE = re.compile(rf"{_MARKS}(?:{words.UNUSABLE}){_MARKS}")
_NAMED = re.compile(r"[\"“”«»„]\s*(?P<title>[^\"“”«»„]{8,200}?)\s*[\"“”«»„]")
_PART = re.compile(rf"\W*{words.TAKE}\W*")
_PART_LAST = re.compile(rf"(?P<title>.+?)\s*[(\[/–—-]+\s*{words.TAKE}\s*[)\]]?", re.S)
_GOES_ON = re.compile(rf"{_MARKS}(?:{words.GOES_ON}){_MARKS}")
_GOES_ON_FROM = re.compile(rf"{_MARKS}(?:{words.GOES_ON_FROM}){_MARKS}")
_LAST = re.compile(rf"{_MARKS}(?:{words.LAST}){_MARKS}")
_MARKED = re.compile(r"\s*(?:[(\[].+[)\]]|[-–—=/*.]+.+[-–—=/*.]+)\s*", re.S)
_PUBLIC = re.compile(words.PUBLIC)
_MARKED_LINE = re.compile(r"^[^\w«“\"]|[^\w.?!»”\"…]$|\d\W{0,2}$")


def notice(text: str, lang: str = "") -> Notice | None:
    """What a block says of its story; None for a block of the story itself.

    `lang`: the article's, for the moment of an embargo.

    >>> notice("EMBARGOED UNTIL 00:01 GMT TUESDAY 15 MARCH 2016").until.isoformat()
    '2016-03-15T00:01:00+00:00'
    >>> notice("L'embargo sur les armes est levé.")
    """
    if len(text) > LONGEST:
        return None
    short, stem = len(text) <= LONGEST_LINE, may_be_notice(text)
    if not stem and not (short and (len(text) <= SHORTEST or _MARKED_LINE.search(text))):
        return None
    folded = plain(text)
    if stem:
        found = (short and (_embargo(text, folded, lang) or _in_part(text, lang))) or _kill(text, folded)
        if found:
            return found
        if short and _UNUSABLE.fullmatch(folded):
            return Notice("unusable", text)
    return _take(text, folded) if short else None


def may_be_notice(text: str) -> bool:
    """False for a text that holds no word of an embargo or a kill."""
    return any(map(text.lower().__contains__, _STEMS))


def kill_mark(folded: str) -> bool:
    """True for a line that begins with the word of a kill and a colon or dash, whatever its capitals."""
    return bool(_KILL_FIRST.fullmatch(folded))


def is_free(text: str) -> bool:
    """True for a line that says there is no embargo: ``Sperrfrist: keine``."""
    return len(text) <= LONGEST_LINE and bool(_NO_EMBARGO.fullmatch(plain(text)))


def title_named(text: str) -> str:
    """The title in quotation marks; empty without one."""
    return next(titles_named(text), "")


def titles_named(text: str) -> Iterator[str]:
    """What stands in quotation marks, if it is as long as a title."""
    return (match["title"] for match in _NAMED.finditer(text))


def names_moment(folded: str) -> bool:
    """True where an hour, a day or another moment is named."""
    return bool(
        _CLOCK.search(folded) or _OPEN_ENDED.search(folded) or any(map(_names_day, _TOKEN.findall(folded)))
    )


def is_public(text: str) -> bool:
    """True for a note of the newsroom's to its readers; a note *to* editors is none."""
    return bool(_PUBLIC.match(plain(text)))


def plain(text: str) -> str:
    """The text as the patterns read it."""
    return fold(text).replace("’", "'")


def _embargo(text: str, folded: str, lang: str) -> Notice | None:
    """An embargo: its word opens the line, and what follows is a moment or nothing."""
    if _NO_EMBARGO.fullmatch(folded):
        return None
    for own, pattern in _EMBARGO.items():
        match = pattern.match(folded)
        if match is None or not _BEFORE.fullmatch(folded, 0, match.start("form")):
            continue
        behind = _OPEN_ENDED.sub(" ", folded[match.end() :])
        tokens = _TOKEN.findall(behind)
        timed = behind != folded[match.end() :] or bool(_CLOCK.search(behind) or any(map(_names_day, tokens)))
        strange = sum(not _of_moment(word) for word in tokens)
        aimed = bool(own or _UNTIL.match(behind))
        allowed = (FEW_STRANGE if own else MOST_STRANGE) if aimed and timed else 0
        if strange > allowed or not (timed or own in _SELF_EVIDENT):
            continue
        until, zoned = _moment(folded, own or lang)
        return Notice("embargo", text, until=until if strange <= FEW_STRANGE else None, zoned=zoned)
    return None


def _of_moment(word: str) -> bool:
    return word in words.MOMENT_WORDS or word in words.ZONES or _names_day(word)


def _names_day(word: str) -> bool:
    return month_of(word) is not None or weekday_of(word) is not None


def _moment(folded: str, lang: str) -> tuple[datetime | None, bool]:
    """The moment of an embargo, and True where its zone is named."""
    zone = next((zone for pattern, zone in _ZONES if pattern.search(folded)), "")
    tongues = (lang,) if _NUMERIC.search(folded) else dict.fromkeys((lang, *words.EMBARGO))
    found = {moment for tongue in tongues if (moment := parse_date(folded, tongue, zone or EVERYWHERE))}
    if len(found) != 1:
        return None, False
    moment = found.pop()
    if isinstance(moment, datetime):
        return moment, bool(zone) or moment.utcoffset() != timedelta(hours=-12)
    return day_over(moment), False


def day_over(day: date) -> datetime:
    """The moment at which a day is over everywhere on earth."""
    return datetime.combine(day + timedelta(days=1), time(12), UTC)


def _in_part(text: str, lang: str) -> Notice | None:
    """An embargo in brackets, or before or behind a dash, on a line with something else."""
    if first := _FIRST_PART.fullmatch(text):
        part, found = first["part"], _embargo(first["part"], plain(first["part"]), lang)
        if found and (found.until or part.isupper() or _UNTIL.search(plain(part))):
            return replace(found, text=part, rest=first["rest"].strip())
    for match in _PARTS.finditer(text):
        said = match["in"] or match["behind"] or ""
        found = _embargo(said, plain(said), lang)
        if found and (match["in"] or found.until or _UNTIL.search(plain(said))):
            rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
            return replace(found, text=said, rest=rest)
    return None


def _kill(text: str, folded: str) -> Notice | None:
    """A kill: its mark alone or in capitals, or a sentence to editors."""
    named = title_named(text)
    if _KILL_ALONE.fullmatch(folded):
        return Notice("kill", text, sure=text.isupper() or not text.isascii())
    if (first := _KILL_FIRST.fullmatch(folded)) and _capitals(text):
        behind = text[-len(first["names"]) :].strip(" )")
        return Notice("kill", text, names=named or ("" if _KILL_ALONE.fullmatch(plain(behind)) else behind))
    if _KILL_LAST.fullmatch(text):
        return Notice("kill", text)
    weaker = _KILL_IF_NAMED.match(folded)
    if _KILL_SENTENCE.match(folded) or (weaker and (named or weaker["to"])):
        return Notice("kill", text, names=named)
    return None


def _capitals(text: str) -> bool:
    """True where the first words are in capitals, or of a script without them."""
    opening = re.split(r"[:/(–—-]", text.strip("*/ -–—[]("), maxsplit=1)[0]
    return opening.upper() == opening and any(map(str.isalpha, opening))


def _take(text: str, folded: str) -> Notice | None:
    """A mark that this is one part of several."""
    if (part := _PART.fullmatch(folded)) and _is_part(part):
        return Notice("part", text, part=(int(part["nth"]), int(part["total"])))
    if (part := _PART_LAST.fullmatch(folded)) and _is_part(part) and not text.endswith("."):
        return Notice(
            "part",
            text[part.end("title") :].strip(),
            rest=text[: part.end("title")],
            part=(int(part["nth"]), int(part["total"])),
        )
    if not (
        _MARKED.fullmatch(text)
        or text.isupper()
        or not text.isascii()
        or " " in folded.strip()
        or _LAST.fullmatch(folded)
    ):
        return None
    if _GOES_ON_FROM.fullmatch(folded) and (_MARKED.fullmatch(text) or text.isupper()):
        return Notice("goes on from", text)
    if _GOES_ON.fullmatch(folded):
        return Notice("goes on", text)
    return Notice("last", text) if _LAST.fullmatch(folded) else None


def _is_part(match: re.Match[str]) -> bool:
    return 1 <= int(match["nth"]) <= int(match["total"]) > 1
