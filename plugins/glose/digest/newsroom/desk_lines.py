"""What a desk writes above a story for its clients: slug, priority, lead, correction, routing, kind of release.

None of it is title or text. A public editor's note is: it speaks to readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from glose.digest.newsroom.notices import is_free

Kind = Literal["priority", "lead", "advisory", "slug", "routing", "release", "take", "separator", "label"]

LONGEST = 300
"""Characters of a line to clients."""

LONGEST_NOTE = 500
"""Characters of a note to readers."""

_PRIORITY = (
    r"urgente?s?|alertes?|alert|flash|bulletin|breaking(?:\s+news)?|news\s*alert|snap|priorit[ée]|priority|eilmeldung"
    r"|eil|vorrang|blitz|[úu]ltima\s+hora|ultim['’]ora|rush|achtung|عاجل|خبر\s+عاجل|تنبيه|срочно|dringend|haster|ilta"
)
_NUMBER = (
    r"(?:\d{1,2}\s*(?:st|nd|rd|th|er|e|ème|eme|º|ª|[.°])?"
    r"|first|second|third|fourth|premier|deuxi[èe]me|new|nouveau)"
)
_LEAD_WORD = (
    r"(?:leads?(?:all)?|ld|writethru|write-thru|update[ds]?|maj|mise\s+[àa]\s+jour|actualisation|actualis[ée]e?|take|add"
    r"|net|wrap(?:up)?|papier(?:\s+(?:g[ée]n[ée]ral|d['’]angle|de\s+synth[èe]se))?|synth[èe]se|r[ée]sum[ée]|encadr[ée]"
    r"|zusammenfassung|zsmf|neufassung|aktualisier(?:t|ung)|ampliaci[óo]n|ampl[íi]a|avance|resumen|actualizaci[óo]n"
    r"|sintesi|aggiornamento|riassunto|ampliada|atualiza[çc][ãa]o|bis|ter|refile[ds]?|rpt|repeat(?:ing|ed)?"
    r"|r[ée]p[ée]tition|recast|تحديث|تلخيص|рез(?:юме)?)"
)
_CORRECTION_WORD = (
    r"(?:corrige[rz]?|corrig[ée]e?s?|correctif|corrections?|corrected|corrects|correcting|rectificatifs?|rectification"
    r"|rectifie|erratum|errata|berichtigung|berichtigt|korrektur|korrigiert|correcci[óo]n|corregid[ao]|corrige"
    r"|fe\s+de\s+erratas|correzione|rettifica|corre[çc][ãa]o|تصحيح|تصويب|исправление)"
)
_NOTED = (
    r"(?:actualis\w+|met\s+[àa]\s+jour|mis\s+[àa]\s+jour|mise\s+[àa]\s+jour|ajoute\w*|avec|précise\w*|precise\w*|compl[èe]t\w+"
    r"|r[ée]p[èe]t\w+|enrichi\w*|reprend|refond\w*|updates?|updated|updating|adds?|adding|recasts?|repeats?|refiles?|rewrites?"
    r"|releads?|writes\s+through|changes?|fixes|removes?|deletes?|drops|clarifies|includes|with\s+(?:details|quotes|comments|background"
    r"|photos?|video|graphics?)|restates|neu|aktualisiert|erg[äa]nzt|mit\s+(?:weiteren|mehr|neuen|zitaten?|details?)"
    r"|durchgehend|erweitert|wiederholung|actualiza|ampl[íi]a|a[ñn]ade|agrega|aggiorna|aggiunge|amplia|acrescenta|atualiza"
    r"|يضيف|تضيف|إضافة|يحدث|تحديث)"
)
_LEAD = re.compile(
    rf"\W*(?:(?:{_PRIORITY}|{_CORRECTION_WORD})\W+)?(?:{_NUMBER}\s*[-–]?\s*)?{_LEAD_WORD}(?:\s*[-/]?\s*{_LEAD_WORD})?"
    r"(?:\s*[-:/]?\s*\d{0,2})\W*",
    re.I,
)
_PRIORITIES = re.compile(rf"\W*(?:{_PRIORITY})(?:\W+(?:{_PRIORITY}|\d))*\W*", re.I)
_CORRECTS = re.compile(
    rf"\W*(?:attention\W+)?{_CORRECTION_WORD}(?:\W*|\s*[:\-–—(].{{0,280}}|\s+(?-i:[A-ZÀ-Ý ,'’/0-9:-]{{3,120}})\W*"
    r"|\s+(?:le|la|les|l['’]|the|to|in|day|date|spelling|title|headline|name|typo|style|den|die|das|el|titre|paragraph)\b.{0,200})",
    re.I | re.S,
)
_CORRECTED_TITLE = re.compile(
    rf"(?P<mark>{_CORRECTION_WORD}\s?[-–—:]\s*)(?P<title>\S+(?:\s+\S+){{2,}})", re.I
)
_IN_BRACKETS = re.compile(
    rf"[(\[*]\s*(?:{_NOTED}|{_CORRECTION_WORD}|{_LEAD_WORD}|{_PRIORITY})\b.{{0,280}}[)\]*]\.?", re.I | re.S
)
_ATTENTION = re.compile(
    r"(?:ATTENTION|ATTN|ACHTUNG|ATENCI[ÓO]N|ATTENZIONE|ATEN[ÇC][ÃA]O|EDS|EDITORS|(?:Eds|Editors|Note\s+to\s+editors)(?=\s*[:.]))\b\s*(?:[-–—:,/.]|EDITORS).*"
    r"|.{3,}///\W*",
    re.S,
)
_SHOUTED = re.compile(
    r"\W*(?:/!\\|!!+|\+\+\+|\*\*+|>>>|###|===)\s*(?P<words>.{2,120}?)\s*(?:/!\\|!!+|\+\+\+|\*\*+|<<<|###|===)\W*",
    re.S,
)
_FLASHED = re.compile(r"\+\+\s+(?P<words>[^+]{2,120}?)\s+\+\+", re.S)
"""``++ Ponte chiuso ++``: the story's first alert; above another title it is none."""
_NOTED_ALONE = re.compile(
    r"\W*(?:mise\s+[àa]\s+jour|actualis[ée]e?|maj|updates?|updated|aktualisiert|actualiza(?:do|da)?|ampliad[oa])"
    r"\s+(?:avec|with|mit|con)\s.{2,100}(?<![.!?])",
    re.I,
)
_LABEL = re.compile(r"[(\[=][^()\[\]=.!?]{2,60}[)\]=]")
"""A short line in brackets: ``(Photo, vidéo)``."""
_ANADOLU = re.compile(r"^\s*AA\s+/|/\s*(?:الأناضول|AA|Anadolu)\s*$")
"""The agency that signs with place, writer and itself between slashes."""
_CAPITAL_SLUG = re.compile(
    r"[^\W\d_a-zß-ÿ][^a-zß-ÿ/.!?]{1,25}(?:\s*/\s*[^\W\d_a-zß-ÿ][^a-zß-ÿ/.!?]{1,25}){1,5}/?"
)
_STARRED = re.compile(r"\*\s*(?:adds|updates|recasts|repeats|corrects|ajoute|actualise)\b.{0,200}", re.I)
_TAKE = re.compile(
    r"\W*(?:\(?\s*\d{1,2}\s*(?:de|of|von|sur|di|/)\s*\d{1,2}\s*\)?|[àa]\s+suivre|more\s+to\s+come)\W*"
    r"|\W*(?-i:MORE|MEHR|SIGUE|SEGUE|SUITE|SUIT|CONTINUA|VERVOLG)\W*"
    r"|[(\[*–—-]+\s*(?:more|mehr|sigue|segue|suite|continua|vervolg)\s*[)\]*–—-]+"
    r"|\(\s*(?:fin|suite(?:\s+et\s+fin)?|more|end)\s*\)",
    re.I,
)
_RELEASE = re.compile(
    r"""\W*(?:(?:communiqu[ée]s?(?:\s+de\s+presse)?|information\s+presse|pour\s+(?:diffusion|publication)\s+imm[ée]diate
      | [àa]\s+diffuser\s+imm[ée]diatement|diffusion\s+imm[ée]diate
      | (?:for\s+)?immediate\s+release|(?:press|news|media)\s+release|press\s+(?:statement|notice)
      | pressemitteilung|presseinformation|medienmitteilung|presseaussendung
      | zur\s+sofortigen\s+(?:ver[öo]ffentlichung|freigabe)
      | comunicado(?:\s+de\s+prensa|\s+de\s+imprensa)?|nota\s+de\s+prensa|nota\s+[àa]\s+imprensa
      | para\s+(?:su\s+)?(?:difusi[óo]n|publicaci[óo]n|divulga[çc][ãa]o)\s+in?mediata
      | comunicato\s+stampa|per\s+diffusione\s+immediata|persbericht|pressemeddelelse|pressmeddelande|lehdist[öo]tiedote
      | بيان\s+صحفي|للنشر\s+الفوري)(?:\s*[-–—:/|•]\s*|\s*$)(?:\(?\W*)?)+""",
    re.I | re.X,
)
_ROUTING = re.compile(
    r"(?:\^?BC-[A-Z].*|ZCZC\b.*|[A-Z]{2,4}\d{3,5}(?:\s+[\w/+-]{1,14}){2,10}|[a-z]{1,4}\d{4}(?:\s+\S{1,12}){0,8}"
    r"|\^?(?:AM|PM)-[A-Z][\w-]+(?:,.{0,40})?|[A-Z]{1,3}\s?\d{4}\s+\d\s+[A-Z]\s+\d{2,4}.*|(?:[A-Z0-9/+-]{1,10}\s+){3,8}[A-Z0-9/+-]{1,12})"
)
_SLUG = re.compile(
    r"(?P<parts>[^\W_][\w.'’]*(?:[ ]?[^\W_][\w.'’]*)?(?:[-/][^\W_][\w.'’]*){1,7})/?"
    r"(?:\s*[,(]?\s*(?P<rest>[^()]{1,30}?)\)?)?"
)
_INSIDE_NAMES = frozenset(
    "de du des la le les sur sous en lès aux et l d am an der upon on of saint sainte".split()
)
"""Words inside the names of towns: ``Saint-Jean-de-Luz`` is no slug."""
_COMPOUND = re.compile(r"(?:peut-être|rendez-vous|week-end|vis-à-vis|make-up|check-in)", re.I)
_SLUG_PARTS = re.compile(r"[-/]")
_ROUTED = re.compile(r"\^?(?:BC-\S|(?:AP|AM|PM)-[A-Z]{2,6}-{1,2}[^\W_])")
_WITH = re.compile(
    r"(?:With\s+)?AP\s+(?:Photos?|Videos?|Graphics?|Audio|Interactives?)\b(?:\s+(?:of\s+)?[A-Z]{2,6}\s?\d{1,4}(?:-\d{1,4})?,?)*\.?"
)
"""What comes with a story: ``AP Photo SAM101, SAM102``."""
_SEPARATOR = re.compile(r"[\s*_=~#•·+–—-]{2,}")
_PUBLIC_NOTE = re.compile(
    r"(?:editor['’]s\s+note|note\s+(?:de|du)\s+(?:l['’][ée]diteur|la\s+r[ée]daction|r[ée]dacteur)|ndlr|n\.d\.l\.r\.?"
    r"|note\s+aux\s+lecteurs|anmerkung\s+der\s+redaktion|anm\.\s*d\.\s*red\.?|nota\s+d(?:e|el|a|ella)\s+(?:la\s+)?(?:redacci[óo]n|editor|redazione|reda[çc][ãa]o)"
    r"|ملاحظة\s+(?:من\s+)?المحرر)\s*[:–—-]?\s.*",
    re.I | re.S,
)
_OF_THIS_TEXT = re.compile(
    r"(?:earlier|previous)\s+version|this\s+(?:story|article|report)|version\s+(?:pr[ée]c[ée]dente|ant[ée]rieure)"
    r"|(?:cet|l['’])\s*article|dieses?\s+(?:artikels?|textes?|fassung)|früheren?\s+(?:version|fassung)"
    r"|versi[óo]n\s+anterior|este\s+art[íi]culo|versione\s+precedente|questo\s+articolo",
    re.I,
)
"""A correction that says this speaks to readers."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A line that a desk wrote for its clients."""

    kind: Kind
    tags: tuple[str, ...] = ()
    """The keywords of a slug line, as received."""
    revision: str = ""
    """The words that number the version: ``LEAD 2``."""
    sure: bool = True
    """False for a line that could also be a short title: a slug with one hyphen."""
    titled: bool = False
    """True where what stands behind the mark is the title, if there is no other: ``CORRECTED-A bridge opens``."""


def read(text: str) -> DeskLine | None:
    """What a line says to clients; None for a title or a sentence.

    >>> read("syrie-conflit-russie").tags, read("2nd LEAD").revision, read("Exempleville vote son budget")
    (('syrie', 'conflit', 'russie'), '2nd LEAD', None)
    """
    if not text or len(text) > LONGEST or is_public_note(text):
        return None
    if _SEPARATOR.fullmatch(text):
        return DeskLine("separator")
    if is_free(text):
        return DeskLine("advisory")
    if _PRIORITIES.fullmatch(text):
        return DeskLine("priority")
    if _TAKE.fullmatch(text):
        return DeskLine("take")
    if _LEAD.fullmatch(text):
        return DeskLine("lead", revision=text.strip(" ()[]*.:-"))
    if _RELEASE.fullmatch(text):
        return DeskLine("release")
    shouted = _SHOUTED.fullmatch(text)
    if _ATTENTION.fullmatch(text) or _IN_BRACKETS.fullmatch(text) or _STARRED.fullmatch(text) or shouted:
        return DeskLine("advisory")
    if _CORRECTS.fullmatch(text) or _NOTED_ALONE.fullmatch(text):
        return DeskLine("advisory", titled=bool(_CORRECTED_TITLE.fullmatch(text)))
    if _FLASHED.fullmatch(text):
        return DeskLine("priority", sure=False)
    if is_routing(text):
        return DeskLine("routing")
    if _WITH.fullmatch(text):
        return DeskLine("label")
    if len(text) <= 80 and any(map(str.isdigit, text)) and _ROUTING.fullmatch(text):
        return DeskLine("routing")
    if _LABEL.fullmatch(text):
        return DeskLine("label", sure=False)
    return _slug(text)


def is_routing(text: str) -> bool:
    """True for an agency's own line of routing: ``BC-Sampletown Budget``, ``AP-US--Sampletown Budget``."""
    return bool(_ROUTED.match(text))


def _slug(text: str) -> DeskLine | None:
    if len(text) > 90 or text.endswith((".", "?", "!")) or _ANADOLU.search(text):
        return None
    if _CAPITAL_SLUG.fullmatch(text):
        return DeskLine("slug", tuple(part.strip() for part in text.strip("/").split("/")))
    match = _SLUG.fullmatch(text)
    if match is None:
        return None
    parts = tuple(part for part in _SLUG_PARTS.split(match["parts"].rstrip("/")) if part)
    rest = match["rest"]
    if rest and not (read(rest) or read(rest.split(",")[-1].strip())):
        return None
    if " " in match["parts"].strip() and len(parts) < 3:
        return None
    town = any(part.lower() in _INSIDE_NAMES for part in parts)
    shaped = text.islower() or text.isupper() or "/" in text or (len(parts) > 2 and not town)
    sure = (shaped and not _COMPOUND.fullmatch(text)) or bool(rest)
    revision = rest or ""
    return DeskLine("slug", parts, revision, sure)


def is_public_note(text: str) -> bool:
    """True for a note that an editor writes to readers: it is part of the article.

    >>> is_public_note("Editor's note: names were changed."), is_public_note("Note to editors: more follows")
    (True, False)
    """
    return bool(_PUBLIC_NOTE.match(text) or (40 < len(text) <= LONGEST_NOTE and _OF_THIS_TEXT.search(text)))


_IN_TITLE = re.compile(
    r"(?P<before>(?:(?=[^\W\d_a-z]{3})(?i:(?:" + _PRIORITY + r"))\s*[-–—:]?\s*\d?\s*[-–—:]\s+"
    rf"|(?:{_NUMBER}\s*)?(?:LEAD|UPDATE|WRAPUP|ROUNDUP|REFILE|RPT|WDH)\s*\d*\s*[-–—:]\s*"
    r"|(?:AMP(?:L(?:IACI[ÓO]N)?)?|AV(?:ANCE)?|RESUMEN|PREVISI[ÓO]N)\b\.?\s?[-–—:]+\s*"
    r"|[(\[](?:FOCUS|AMP|AMPLIACI[ÓO]N|AVANCE|RESUMEN|PREVISI[ÓO]N|(?i:cr[óo]nica|previsi[óo]n|ampliaci[óo]n))[)\]]\s+))?"
    r"(?P<title>.+?)"
    rf"(?P<after>\s*[(\[]\s*(?:{_NUMBER}\s*)?(?:LEAD|LD|UPDATE|MAJ|ACTUALIS[ÉE]|PAPIER[^()]*|SYNTH[ÈE]SE|ENCADR[ÉE]|(?i:\d+\s*(?:de|of|von|/)\s*\d+))\s*\d{{0,2}}\s*[)\]])?(?P<end>\s+=+)?",
    re.S,
)


def unmarked_title(text: str) -> tuple[str, str]:
    """A title without the desk's mark around it, and the mark: ``Un titre (LEAD 2)``.

    >>> unmarked_title("Un pont ouvre (LEAD)"), unmarked_title("Le Monde (1944)")
    (('Un pont ouvre', '(LEAD)'), ('Le Monde (1944)', ''))
    """
    if flashed := _FLASHED.fullmatch(text):
        return flashed["words"], "++"
    if corrected := _CORRECTED_TITLE.fullmatch(text):
        return corrected["title"], corrected["mark"].strip()
    match = _IN_TITLE.fullmatch(text)
    if match is None or not (match["after"] or match["before"] or match["end"]):
        return text, ""
    mark = " ".join(part.strip() for part in match.group("before", "after", "end") if part)
    return match["title"].strip(), mark
