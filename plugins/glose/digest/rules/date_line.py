"""When it was published, where a line says nothing else: ``Publié le 15 mars 2016 à 17h42``."""

from __future__ import annotations

import re

from glose.digest.dates import parse_date, weekday_of
from glose.digest.dates.names import fold, month_of
from glose.digest.model.article import Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.bylines import Byline, is_names
from glose.digest.newsroom.bylines import read as byline
from glose.digest.newsroom.datelines import read as dateline
from glose.digest.newsroom.places import is_place
from glose.digest.rules.desk_lines import text_begins

ZONE = 8
"""Blocks from the first one where a date line is looked for."""

MOST_WORDS = 4
"""Words of a place before a date."""
LONGEST = 120
"""Characters of a date line."""

_UPDATED = (
    r"(?:mise?\s+[àa]\s+jour|modifi[ée]e?|actualis[ée]e?|derni[èe]re\s+(?:mise\s+[àa]\s+jour|modification)"
    r"|(?:last\s+)?(?:updated|modified)|(?:zuletzt\s+)?aktualisiert|letzte\s+aktualisierung|actualizad[oa]|aggiornat[oa]"
    r"|ultimo\s+aggiornamento|bijgewerkt|atualizad[oa]|آخر\s+تحديث|تم\s+التحديث)"
)
_LABEL = (
    r"(?:(?:first\s+)?publi[ée]e?s?|post[ée]e?|mise?\s+en\s+ligne|paru|cr[ée]{1,2}[ée]e?|[ée]crit|published|posted|issued|released"
    r"|ver[öo]ffentlicht|erschienen|stand|vom|publicad[oa]|pubblicat[oa]|gepubliceerd|publi[ée]\s+par|date(?:\s+de\s+publication)?"
    rf"|datum|fecha|data|نُ?شر(?:ت)?|تاريخ\s+النشر|التاريخ|{_UPDATED})"
)
_LABELS = re.compile(rf"(?<!\w){_LABEL}(?!\w)", re.I)
_UPDATE = re.compile(rf"(?<!\w){_UPDATED}(?!\w).*", re.I | re.S)
_WORD = r"[^\W\d_]{3,12}"
_DATES = (
    re.compile(
        rf"\d{{1,2}}(?:er|st|nd|rd|th|[.ºªo])?\s*[ -]?(?:de\s+|of\s+)?(?P<month>{_WORD})\.?(?:\s*/\s*{_WORD})?"
        r"[,-]?\s*(?:de\s+|del\s+)?\d{4}",
        re.I,
    ),
    re.compile(rf"(?P<month>{_WORD})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}", re.I),
    re.compile(rf"\d{{4}}\.?\s+(?P<month>{_WORD})\s+\d{{1,2}}\.?", re.I),
    re.compile(
        r"\d{4}-\d\d-\d\d(?:T[\d:.]{4,12})?|\d{4}[/.]\d\d?[/.]\d\d?|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}"
        r"|\d{4}\s?[年년]\s?\d\d?\s?[月월]\s?\d\d?\s?[日일]"
    ),
)
_TIME = re.compile(
    r"(?<!\d)T?\d{1,2}\s?(?:[h:.]\s?\d{2}(?::\d{2})?|h|uhr)(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?)?(?:\s*(?:min|uhr|uur))?|\d{1,2}\s?[ap]\.?m\.?",
    re.I,
)
_OFFSET = re.compile(
    r"(?<!\w)(?:GMT|UTC|CES?T|MES?Z|EST|EDT|CST|PST|PDT|BST|IST|Z|ET|h)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?(?!\w)"
    r"|[+-]\d{2}:?\d{2}"
)
_READING = re.compile(
    r"(?:temps\s+de\s+lecture|lecture|reading\s+time|lesezeit|lesedauer)?\s*:?\s*\d{1,3}\s*min(?:utes?)?"
    r"(?:\s+(?:de\s+lecture|read|lesen))?\.?",
    re.I,
)
_SMALL = frozenset(
    "le la on am um den der il el em at à a de del du the of et and und y e i às alle ore uhr heures heure hours"
    " o'clock op om kl den no na dia w o dnia في يوم الساعة بتاريخ على vers last first en in"
    " dans par by von por".split()
)


_SIGNED = re.compile(
    r"(?<!\w)(?:Quelle|Source|Fuente|Fonte|Bron|المصدر|Editora?)(?!\w)"
    r"|(?<=Editor )\w{2,4}$|(?<=Editor )[A-Z]\w+ ?\w*$"
)


def date_line(draft: Draft) -> Draft:
    """Sets `date` and `modified` from a line that is nothing but a date; takes the line out in any case.

    A place before the date makes it a dateline, a name behind it a byline.
    """
    blocks = draft.blocks
    above = text_begins(draft)[0]
    for place, block in enumerate(blocks[:ZONE]):
        if place + 1 < len(blocks) and (told := _parts(block, draft)):
            words, where, who = told
            if where and (place > above or draft.article.dateline or draft.article.date is not None):
                continue  # the foot of a picture or of a quotation
            rest = blocks[:place] + blocks[place + 1 :]
            if where and (day := parse_date(words, draft.article.lang)):
                found = Finding("dateline", block.text, "place and date above the text", 0.9)
                return draft.put(found, dateline=block.text, date=day, date_source="dateline", blocks=rest)
            rested = block.text.replace(who.text, " ", 1).strip(" ,|–—•-") if who else block.text
            source = draft.article.source or ("" if who else code(block.text, draft.agencies))
            draft = _dated(draft.put(source=source), rested)
            if who:
                signed = Finding("byline", who.text, "names who wrote it, beside the date", 0.9)
                draft = draft.put(signed, byline=who.text, authors=draft.article.authors or who.persons)
            return draft.put(blocks=rest)
    return draft


def _dated(draft: Draft, text: str) -> Draft:
    article = draft.article
    update = _UPDATE.search(text)
    published = parse_date(text[: update.start()] if update else text, article.lang)
    modified = parse_date(update[0], article.lang) if update else None
    if published is None and modified is None:
        message = "a date line that cannot be read safely; write `date:` into the sidecar"
        return draft.put(Finding("date", text, message, confidence=0.3, dropped=True))
    if published is None and article.date is None and not _dateline_says(draft):
        message = (
            "only the day of an update is told: write `date:` into the sidecar or set `status: published`"
        )
        return draft.put(
            Finding("date", text, message, 0.6, dropped=True, holds=True),
            date=modified,
            date_source="metadata",
            modified=article.modified or modified,
        )
    draft = draft.put(Finding("date", text, "the date line", 0.95, dropped=True))
    if published is not None and article.date is None:
        draft = draft.put(date=published, date_source="metadata")
    return draft.put(modified=modified) if modified is not None and article.modified is None else draft


def _dateline_says(draft: Draft) -> bool:
    """True where the dateline below names the day."""
    line = text_begins(draft)[1]
    return bool(line and line.day)


def _parts(block: Block, draft: Draft) -> tuple[str, str, Byline | None] | None:
    """The words of a date line, the place before its date, and the byline behind it; None for any other line."""
    text = block.text
    if (
        len(text) > LONGEST
        or block.kind == "code"
        or text.endswith(("?", "!"))
        or not any(map(str.isdigit, text))
    ):
        return None
    bare, count = _without_dates(text)
    if not count:
        return None
    labelled = bool(_LABELS.search(text))
    bare = _READING.sub(" ", _OFFSET.sub(" ", _TIME.sub(" ", _LABELS.sub(" ", bare))))
    who = None if draft.article.byline else _who(text)
    if who:
        bare = bare.replace(who.text, " ")
    words = [w for w in re.split(r"[\s,;:|•·()\[\]/\"–—-]+", bare) if any(map(str.isalnum, w))]
    left = [w for w in words if w.lower().strip(".") not in _SMALL and weekday_of(w) is None]
    if not left or _is_stamped(text, left, draft):
        return text, "", who
    before = text[: _first_date(text)].strip(" ,–—-")
    where = re.sub(r",?\s*(?:le|the|den|el|il)?$", "", before, flags=re.I).strip(" ,")
    named = "(" not in before and "@" not in text and text[0].isalpha() and len(where.split()) <= MOST_WORDS
    if (
        not labelled
        and named
        and text.endswith(tuple("0123456789"))
        and "," in text
        and is_place(where, strict=True)
    ):
        proper = all(w in where for w in left)
        return (text, where, None) if proper else None
    if labelled and len(left) <= 4 and all(w[0].isupper() for w in left) and not text.endswith("."):
        return text, "", None
    return None


def _is_stamped(text: str, left: list[str], draft: Draft) -> bool:
    """True where nothing but the agency, and the letters of its editor, is left: ``2016-04-07 Xinhua Editor: js``."""
    rest = " ".join(left)
    source = code(rest, draft.agencies)
    return bool(source) and _SIGNED.sub("", rest).strip() in ("", source) and dateline(text) is None


def _who(text: str) -> Byline | None:
    """The byline on a date line: ``par Anne Exemple``."""
    match = re.search(r"(?:^|[\s|,–—•-])(?P<who>(?:par|by|von|por|di)\s+.{4,60})$", text, re.I)
    before = re.sub(r"[\s,|–—•-]+(?:le|the|on|am|el|il|den)?\s*$", "", text[: _first_date(text)], flags=re.I)
    said = [before, match["who"].strip() if match else ""]
    found = next((one for text in said if not any(map(str.isdigit, text)) and (one := byline(text))), None)
    return found if found and found.persons and (found.sure or is_names(found.text)) else None


def _without_dates(text: str) -> tuple[str, int]:
    """The text without its full dates, and how many these were."""
    count = 0

    def out(match: re.Match[str]) -> str:
        nonlocal count
        month = match.groupdict().get("month")
        if month is not None and month_of(fold(month)) is None:
            return match[0]
        count += 1
        return " "

    for form in _DATES:
        text = form.sub(out, text)
    return text, count


def _first_date(text: str) -> int:
    starts = [
        match.start()
        for form in _DATES
        for match in form.finditer(text)
        if match.groupdict().get("month") is None or month_of(fold(match["month"])) is not None
    ]
    return min(starts, default=0)
