"""How a dispatch ends: who signs it, desk initials, end marks, wire stamps, and whom to call about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from glose.digest.dates import parse_iptc7901
from glose.digest.newsroom.agencies import Own, agencies, code
from glose.digest.newsroom.bylines import names

Kind = Literal[
    "end mark",
    "desk initials",
    "agency",
    "credits",
    "copyright",
    "wire stamp",
    "separator",
    "who helped",
    "whose release",
]

LONGEST = 80
"""Characters of a signature; a sentence that ends in "AFP" is longer or has a verb before it."""
LONGEST_NOTICE = 400
"""Characters of a notice of copyright, and of a line that names reporters and editors."""

_NAME = r"[^\W\d_][\w'’.&-]{0,24}"
_WITH = r"(?:,?\s*\b(?:avec|with|mit|con|et|and|und|y|com|met)\b(?:\s+(?:les\s+agences|l['’]))?|/|,)"
_SMALL = r"[^\W\d_A-ZÀ-Þ]{2,5}"
_INITIAL = rf"{_SMALL}(?:[-/\s]{_SMALL}){{0,3}}"
_RIGHTS = (
    r"(?:tous\s+droits\s+(?:de\s+\w+\s+et\s+\w+\s+)?r[ée]serv[ée]s|all\s+rights\s+reserved"
    r"|alle\s+rechte\s+vorbehalten|todos\s+los\s+derechos\s+reservados|tutti\s+i\s+diritti\s+riservati)"
)
_DESK = re.compile(
    rf"""/?{_SMALL}(?:[-/]/?\s?[^\W\d_]{{1,5}}){{1,8}}/?   # bur-dar/fz, abc/ def/
      | /?[a-z]{{2,4}}\d?/
      | [A-Z]{{2,5}}(?:-{{2,3}}[A-Z]{{1,4}}){{1,4}}-*   # ABC---DE, CRO LOM abc/de
      | (?:[A-Z]{{3}}\s){{1,3}}[a-z]{{2,3}}/[a-z]{{2,3}}
      | \(?[^\W\d_]{{1,4}}(?:[/\\]+[^\W\d_]{{1,4}}){{1,6}}\)?/?   # ABC/de, أب/جد
      | (?:/[A-Z]{{2,4}}){{2,4}}/?|[A-Z]{{1,4}}(?:\s\([A-Z]{{1,4}}\))?\s//?\s[A-Z]{{1,4}}   # /ABC/DEF, AB // CD
      | [^\W\d_]{{1,5}}(?:-[^\W\d_]{{1,5}})?(?:/[^\W\d_]{{1,5}}(?:-[^\W\d_]{{1,5}})?)+/?""",
    re.X,
)
_DESK_ABROAD = re.compile(
    r"[^\W\d_]{1,5}(?:[ -][^\W\d_]{1,5})?(?: ?/ ?[^\W\d_]{1,5}(?:[ -][^\W\d_]{1,5})?)+/?"
)
"""The same in scripts whose initials stand apart."""
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?…]\s+[^\W\d_/(]{0,2}(?:/|\(|[^\W\d_]{2})")
"""The end of a sentence before the signature: that one is behind the text, and the sentence is none of it."""
_DOMAIN = re.compile(r"(?:www\.)?(?P<name>[a-z-]{2,20})\.(?:com|fr|de|org|net|at|ch|be|es|it)", re.I)
_WORDS = re.compile(r"(?:et/ou|and/or|oui/non|he/she|und/oder|y/o|km/h)", re.I)
_CREDIT_VERB = (
    r"(?:(?:additional\s+)?reporting|reported|writing|written|editing|edited|compiled|translated|reportage|reporteros?"
    r"|reporte\s+de|version\s+fran[çc]aise|(?:avec\s+)?(?:la\s+)?contribution|[ée]dit(?:é|e|ée|ion|ado|ing|eur)?"
    r"|r[ée]dig[ée]|traduit|r[ée]vis[ée]|relu|service\s+fran[çc]ais|bearbeitet|redigiert|geschrieben|mitarbeit|bericht"
    r"|editado|redacci[óo]n|edici[óo]n|traducido|informaci[óo]n\s+de|a\s+cura|redazione|montaggio|edi[çc][ãa]o|reportagem"
    r"|إعداد|تحرير|كتابة|تغطية(?:\s+صحفية)?|ترجمة|شارك)"
)
_CREDITS = re.compile(
    rf"\((?=[^()]{{0,200}}?(?<!\w){_CREDIT_VERB}(?!\w))(?P<who>[^()]{{3,400}}(?:\([^()]{{1,40}}\)[^()]{{0,200}})?)\)"
    r"|(?P<line>(?:(?:additional\s+)?reporting|writing|editing|written|edited|[ée]dit[ée]|reportage|r[ée]dig[ée]"
    r"|bearbeitet|redigiert|editado|reporte)\s+(?:and\s+\w+\s+)?(?:by|par|von|por|de)\s+(?-i:[^\W\d_a-zß-ÿ]).{2,200})",
    re.I | re.S,
)
_EDITS = re.compile(
    r"(?<!\w)(?:(?:sous\s+la\s+direction|[ée]dit\w*|edited|editing|bearbeitet|redigiert|edici[óo]n|traduit\w*|relu"
    r"|r[ée]vis[ée]\w*|translated|translating|version|montaggio|edi[çc][ãa]o|تحرير|ترجمة))(?!\w)",
    re.I,
)
_VERBS = re.compile(
    rf"(?<!\w){_CREDIT_VERB}(?:\s+and\s+\w+)?(?!\w)\s*(?:by|par|von|por|de|di|da|:)?\s*|\s+للنشرة\s+العربية",
    re.I,
)
_END_MARK = re.compile(
    r"""\W*(?:ends?|/ends|enditem|fin|fine|ende|fim|einde|slut|loppu|koniec|eom|[-–—]{1,3}\s*30\s*[-–—]{1,3}
      |einde\s+(?:pers)?bericht|fin\s+d(?:e\s+la\s+d[ée]p[êe]che|u\s+communiqu[ée]|el\s+comunicado)
      |end\s+of\s+(?:release|statement|story|text|message)|ende\s+der\s+(?:mitteilung|meldung)
      |fine\s+(?:del\s+)?(?:comunicato|notizia)|fim\s+d[ao]\s+(?:not[íi]cia|comunicado)|\[editor:\s[^\]]{2,40}\]|\(?schluss\)?(?:\s+[a-z]{2,4}(?:/[a-z]{2,4})*)?|نهاية|انتهى|النهاية|конец|nnnn|終|\(?完\)?)\W*""",
    re.I | re.X,
)
_SEPARATOR = re.compile(r"[\s#*=~_–—•·+-]{3,}")
_STRONG_END = re.compile(
    r"[-–—]{1,3}\s*30\s*[-–—]{1,3}|\#\s?\#\s?\#|ENDS|/ENDS|-\s*ENDS?\s*-|Enditem|\[ENDS?\]|\(ENDS?\)|NNNN|\bEOM\b"
)
_STAMP = re.compile(
    r"(?:[A-Z]{2,8}[ -])?\d{6}\s+(?:(?:GMT|UTC|[A-Z]{3,4})\s+)?[A-Za-zÀ-ÿ]{3,9}\.?\s+\d{2,4}"
    r"|(?:[A-Za-z]{2,4}(?:/[A-Za-z]{2,4})*\s+)?\d{8}T\d{4,6}Z?|[ء-ي]{2,8}\s+\d{6}\s+[ء-ي]{2,4}\s+[ء-ي]{3,9}\s+\d{2,4}"
    r"|[A-Z]{3,5}\d{4,5}\s+\d{4}-\d\d-\d\d/\d\d:\d\d"
    r"|AP-[A-Z]{2}-\d\d-\d\d-\d\d\s+\d{4}(?:GMT|[A-Z]{3})?|\d{4}(?:GMT|UTC)\s+\d{1,2}\s\w{3,9}\s\d{2,4}",
)
_NUMBER = re.compile(r"\d{6,10}|ISSN:?\s*\d{4}\s*[-–]\s*\d{3}[\dXx]")
_CONTRIBUTED = re.compile(
    r"[^\W\d_][^.!?]{4,240}?(?:,?\s+(?:also\s+)?contributed\s+(?:to\s+(?:this|the)\s+(?:report|story|article)|reporting)"
    r"|\s+(?:a|ont)\s+contribué\s+à\s+(?:cet?\s+(?:article|texte|reportage)|cette\s+dépêche)"
    r"|\s+contribuy(?:ó|eron)\s+(?:a|con|en)\s+est[ea]\s+(?:despacho|informe|reportaje|nota|artículo|información)"
    r"|\s+(?:ha|hanno)\s+contribuito\s+a\s+quest[oa]\s+\w+|\s+contribu(?:iu|íram)\s+para\s+est[ea]\s+\w+"
    r"|\s+(?:hat|haben)\s+zu\s+diese[rm]\s+(?:bericht|artikel|meldung|text)\s+beigetragen"
    r"|\s+(?:heeft|hebben)\s+bijgedragen\s+aan\s+dit\s+\w+)\W*",
    re.I | re.S,
)
"""Who helped: ``Agency writer Anne Exemple contributed to this report.``"""
_REPORTED = re.compile(
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?:\sand\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})?\sreported\sfrom\s[A-Z][^.!?;]{2,60}\."
)
"""How a wire says from where: ``Example reported from Sampletown.``"""
_MATERIAL = re.compile(
    r"\W{0,2}(?:com\s+informa[çc][õo]es\s+d|con\s+informaci[óo]n\s+de|with\s+(?:files|information|inputs?)\s+from"
    r"|avec\s+(?:des\s+)?informations?\s+d|mit\s+material\s+(?:von|der))\w{0,3}['’\s]+(?:l['’])?(?-i:[A-ZÀ-Þ])[^.!?;]{1,60}",
    re.I,
)
"""Whose material it has: ``*Com informações da Agência Exemplo``."""
_EDITED = re.compile(
    r"(?:edi[çc][ãa]o|edici[óo]n|edizione|editing|editor|éditing|redaktion|redacci[óo]n|montaggio)\s?:\s(?P<who>\S.{2,50})",
    re.I,
)
"""Who edited it, on a line of its own: ``Edição: Paulo Modelo``."""
_HANDED_IN = re.compile(r"SOURCE:?\s+[^\W\d_a-zß-ÿ][^.!?]{2,80}\.?")
"""Whose press release it is, behind a distributor's text."""
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)\s|copyright\b|⧸).{2,}", re.I | re.S)
_SERIAL = re.compile(
    r"\W{0,3}(?P<agency>[A-Za-z-]{2,12})(?::\d{6}-\d{2}-\d{3,}(?:/\d+)?|\s-\s[a-z]{3,8}(?:-\d{2,6}){1,3})\W*"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """A closing line, or the closing words of the last paragraph."""

    kind: Kind
    source: str = ""
    """The code of the agency that signs."""
    persons: tuple[str, ...] = ()
    """Who wrote it, where it names persons."""
    start: int = 0
    """Where it begins: above 0 behind the last sentence of a paragraph."""
    bare: bool = False
    """True for an agency's name and nothing else."""


@dataclass(frozen=True, slots=True)
class _Signed:
    line: re.Pattern[str]
    bare: re.Pattern[str]
    desk: re.Pattern[str]
    glued: re.Pattern[str]


@lru_cache(maxsize=16)
def _signed(own: Own) -> _Signed:
    name, names_ = agencies(own).name, agencies(own).names
    return _Signed(
        line=re.compile(
            rf"""\W{{0,3}}(?:(?:sources?|quelle|fuente|fonte|cr[ée]dit|المصدر)\s*:\s*)?
            (?:©|\(c\)|copyright)?\s*(?:\d{{4}}\s+)?(?:©\s*)?
            (?:(?:{_NAME}(?:\s+{_NAME}){{0,4}}\s*)?{_WITH}\s*)?(?:l['’])?{names_}
            (?:\s*[\\/]+\s*[^\W\d_]{{2,5}}(?:[-/\s][^\W\d_]{{2,5}}){{0,3}}|\s+{_INITIAL})?(?:\s+\d{{4}})?
            (?:\.?\s*{_RIGHTS}.*)?\W{{0,3}}""",
            re.X | re.I,
        ),
        bare=re.compile(rf"\W{{0,3}}{name}\W{{0,3}}"),
        desk=re.compile(
            rf"\W?{names_}(?:(?:\s+[a-z]{{1,4}}\d?|\s+[a-z]{{2,5}}[/-][a-z]{{2,5}}){{1,6}}|(?:\s+[A-Z]{{2,4}}){{1,4}})\W?"
        ),
        glued=re.compile(
            rf"""[.!?…]['\"»”’)]?(?P<gap>\s+)(?:
              [-–—]?\s*[(\[/]\s*{names_}(?:\s*[/\\-]+\s*[^\W\d_]{{1,5}}(?:[/-][^\W\d_]{{1,5}})*)?\s*[)\]/]\s*\.?
              | [-–—]\s*{names_}\.?
              | {names_}\.?
              | [a-z]{{2,4}}(?:[-/][a-z]{{1,4}}){{1,6}}/?
              | (?:[-–—]{{1,3}}\s*30\s*[-–—]{{1,3}}|\#\s?\#\s?\#|ENDS|Enditem|\((?:النهاية|انتهى)\)|\(END\)|\(ENDS\))\.?
              )\s*$""",
            re.X,
        ),
    )


def read(text: str, own: Own = ()) -> Signature | None:
    """The closing line that a block is; None for a sentence.

    >>> read("(Anne Exemple, édité par Paul Essai)").persons, read("AFP").source, read("Il l'a dit à l'AFP.")
    (('Anne Exemple',), 'AFP', None)
    """
    if len(text) > LONGEST_NOTICE:
        return None
    source = code(text, own)
    if text[:1] in "(EÉRWARrewéBbA" and (credits := _CREDITS.fullmatch(text)):
        who = credits["who"] or credits["line"]
        return Signature("credits", persons=writers(who, own))
    if _CONTRIBUTED.fullmatch(text) or _REPORTED.fullmatch(text) or _MATERIAL.fullmatch(text):
        return Signature("who helped", source)
    if _COPYRIGHT.fullmatch(text) and (source or len(text) <= LONGEST or re.search(_RIGHTS, text, re.I)):
        return Signature("copyright", source)
    if len(text) > LONGEST:
        return None
    if _END_MARK.fullmatch(text):
        return Signature("end mark")
    if (edited := _EDITED.fullmatch(text)) and names(edited["who"], own):
        return Signature("who helped")
    if _SEPARATOR.fullmatch(text):
        return Signature("separator")
    if _HANDED_IN.fullmatch(text):
        return Signature("whose release")
    if _NUMBER.fullmatch(text):
        return Signature("wire stamp")
    if _STAMP.fullmatch(text):
        return Signature("wire stamp", source)
    if serial := _SERIAL.fullmatch(text):
        return Signature("wire stamp", code(serial["agency"], own))
    if (
        _DESK.fullmatch(text) or (not text.isascii() and _DESK_ABROAD.fullmatch(text))
    ) and not _WORDS.fullmatch(text):
        return Signature("desk initials", source)
    if (site := _DOMAIN.fullmatch(text)) and (
        owner := code(site["name"].upper(), own) or code(site["name"], own)
    ):
        return Signature("agency", owner)
    signed = _signed(own)
    if source and signed.desk.fullmatch(text):
        return Signature("agency", source)
    if source and not _SENTENCES.search(text) and signed.line.fullmatch(text):
        return Signature("agency", source, names(text, own), bare=bool(signed.bare.fullmatch(text)))
    return None


def behind(text: str, own: Own = ()) -> Signature | None:
    """What is glued to the end of the last paragraph: an agency, desk initials, an end mark.

    >>> text = "« Non », a dit le maire. (AFP)"
    >>> text[behind(text).start :]
    '(AFP)'
    """
    if not text or len(text) < 12:
        return None
    tail = max(0, len(text) - 90)
    match = _signed(own).glued.search(text, tail)
    if match is None:
        return None
    start = match.end("gap")
    words = text[start:]
    source = code(words, own)
    kind: Kind = "agency" if source else "end mark" if _STRONG_END.search(words) else "desk initials"
    return Signature(kind, source, start=start)


def is_last(text: str) -> bool:
    """True for a mark below which the sender says there is no text: ``-30-``, ``###``, ``ENDS``."""
    return len(text) <= 20 and bool(_STRONG_END.fullmatch(text.strip()))


def stamped(text: str) -> str:
    """The wire's closing stamp in a line, as `parse_iptc7901` reads it; empty without one."""
    return text if _STAMP.fullmatch(text) and parse_iptc7901(text) else ""


def writers(text: str, own: Own = ()) -> tuple[str, ...]:
    """The persons of a line like ``(Reporting by A and B; Editing by C)`` who wrote: no editors.

    >>> writers("Reporting by Anne Example and Paul Sample; Editing by Ann Other")
    ('Anne Example', 'Paul Sample')
    """
    edit = _EDITS.search(text)
    told = text[: edit.start()] if edit and edit.start() > 2 else text
    if edit and edit.start() <= 2:
        rest = re.split(r"[;.]\s", text, maxsplit=1)
        told = rest[1] if len(rest) > 1 and not _EDITS.match(rest[1].strip()) else ""
    return names(_VERBS.sub(" ", told).strip(" ,;.-"), own)
