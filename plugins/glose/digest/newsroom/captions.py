"""Captions: how the words of a picture are told from a paragraph, in a text where nothing marks them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glose.digest.newsroom.credits import (
    AGENCY,
    LABEL,
    LABELLED,
    LONGEST,
    NAMES,
    SMALL,
    STOCK,
    is_archive,
    is_short,
    tidy_credit,
)

LONGEST_CAPTION = 700
"""Characters of a caption with its credit that nothing marks as one; the longest of 110 news pages has 364."""

SHORT = 60
"""Characters below which a last block with a credit is a caption, not the last paragraph with a credit behind it."""

_MOST_NAMES = 6
_FEWEST_WORDS = 4

_OPENING = re.compile(
    r"""(?P<label>(?i:l[ée]gende|caption|bildunterschrift|photos?|foto|bild|image|pie\s+de\s+foto|didascalia|legenda
        |bijschrift|onderschrift|تعليق\s+الصورة|صورة|في\s+الصورة)\s*:)\s*(?P<caption>\S.+)
    | (?P<whole>(?:[(\[]?FILE[)\]]?\s*[-–—]|[(\[]?FILE\s+PHOTO\b|ARCHIVES?\s*[-–—:]|VID[ÉE]O\s*[-–—:](?=.*[^.]\Z)
        |(?i:file\s+(?:photo|picture)\b|undated\s+(?:photo|handout)|(?:photo|image)\s+d['’](?:archives?|illustration)\b
        |archiv(?:bild|foto)\b|symbol(?:bild|foto)\b|photo\s+(?:prise|non\s+dat[ée]e)\b
        |(?:foto(?:graf[íi]a)?|imagen|imagem|immagine)\s+d(?:['’]|(?:e|i|o)\s+)\s*ar(?:chivi?o|quivo)\b|archief(?:foto|beeld)\b
        |صور[ةه]\s+(?:من\s+)?(?:ال)?[أا]رشيف)).+)""",
    re.X | re.S,
)
"""How a caption begins that may name no credit."""
_SURE_OPENING = re.compile(r"[(\[]?FILE(?:[)\]]?\s*[-–—]|\s+PHOTO)")

_FORMS = tuple(
    re.compile(form + r"\s*\Z", re.X | re.S | re.I)
    for form in (
        r"[(\[](?P<credit>[^()\[\]]+(?:\([^()]*\)[^()\[\]]*)?)[)\]]\.?",  # (AP Photo/Name, File)
        rf"(?:©|\(c\)|\||(?P<label>(?<!\w){LABEL})\s*[:©])\s*"
        r"(?P<credit>(?:(?!\w{3}[.!?]\s)[^|]){2,120})",  # © Name
        r"(?<=[.\"»”…!?)])\s*/\s+(?P<credit>.{2,90})",  # … en 2015. / AFP
        r"\s/\s(?P<credit>[^/]{2,60}(?:/[^/]{2,40})*)",  # … en 2015 / Name/AFP
        r"\s[-–—]\s(?P<credit>[^–—.]{2,90})",  # … en 2015 – Name/AFP
        rf"\s(?P<credit>(?-i:(?:[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+\s+){{1,4}})/\s*(?-i:{AGENCY}).{{0,40}})",  # … en 2015 NAME / AFP
        r"(?<=[.\"»”!?…])\s+(?P<credit>[^.!?]{2,70})",  # … en 2015. NAME NAME / AFP
    )
)
"""How a credit stands behind a caption; the last is the weakest."""
_SLASH, _DASH, _BARE = _FORMS[3], _FORMS[4], _FORMS[-1]
_UNANNOUNCED = (_FORMS[0], *_FORMS[2:])
"""Those that a text can have without a colon or a sign: the other one is slow, and asks every place for a label."""
_PICTURE = re.compile(
    rf"""(?<!\w)(?:{AGENCY}|{STOCK})(?!\w)
    | \b(?:Photos?|PHOTO|Foto|Handout|HANDOUT|[Cc]ourtesy|Images?|IMAGES?)\b
    | \b(?:Archives?|ARCHIVES?|Archivo|Archivbild|Archivfoto|File|FILE)\b
    | \b[A-ZÀ-Ý][\w. '’-]*/\s*[A-ZÀ-Ý]""",
    re.X,
)
_STRONG = re.compile(
    rf"AP\s+Photo|(?<!\w){AGENCY}\s*/\s*\w|\w\s*/\s*{AGENCY}(?!\w)|\bvia\s+{AGENCY}|Getty\s+Images|©"
    r"|(?:photo|foto|bild)\s*:\s*dpa(?!\w)"
)
_AGENCY_FIRST = re.compile(rf"[(\[]?(?:AP\s+Photo|{AGENCY})\s*/\s*{NAMES}[^.!?]*[)\]]?", re.S)
"""``REUTERS/Name``, which nothing else looks like."""
_NO_CREDIT = re.compile(r"[\d\W]+|.*\d{3,}.*\d{3,}.*", re.S)
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s*(?:copyright\s+)?(?:19|20)\d\d|©.*(?<!\d)(?:19|20)\d\d\W*\Z", re.I)
"""``© 2024 Agence``: who owns the text."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Caption(NamedTuple):
    """What a block says of a picture."""

    caption: str
    credit: str
    label: str
    """The word that announces one of them, which belongs to neither."""
    sure: bool
    """True where the words alone show a picture: an agency beside a person, ``FILE -``."""
    opens: bool = False
    """True where its first words say what it is, which a place before a dash does not."""

    @property
    def archive(self) -> bool:
        return is_archive(self.caption, self.credit)


def read(text: str) -> Caption | None:
    """The caption and credit of a block that nothing marks as one; None for a paragraph.

    >>> read("FILE - A street in Sampletown. (AP Photo/Jane Sample, File)")[:2]
    ('FILE - A street in Sampletown.', 'AP Photo/Jane Sample, File')
    >>> read("Le parti a perdu des secteurs (ouest).")
    """
    if len(text) > LONGEST_CAPTION:
        return None
    if alone := _alone(text):
        return alone
    opening, filed = _OPENING.fullmatch(text), bool(_SURE_OPENING.match(text))
    for start, credit, label, sure in _credits(text):
        caption = text[:start].strip()
        if caption:
            return Caption(caption, credit, label, sure or filed, bool(opening))
    if opening:
        caption = opening["caption"] or opening["whole"]
        return Caption(caption, "", opening["label"] or "", filed, opens=True)
    return None


def opens(text: str) -> bool:
    """True for a block whose first words say that it is a caption."""
    return len(text) <= LONGEST_CAPTION and _OPENING.fullmatch(text) is not None


def glued(text: str) -> tuple[int, str] | None:
    """Where a picture's credit stands behind an article's last sentence, and the credit.

    None where there is none, or where what stands before it is a caption: short, of a year, or from the files.

    >>> glued("Le vote doit encore être confirmé par la préfecture de Valfictif. Photo : Anne Exemple/AFP")
    (65, 'Anne Exemple/AFP')
    """
    found = next((one for one in _credits(text) if one[3]), None)
    if found is None or found[0] < SHORT:
        return None
    start, credit, _, _ = found
    before = text[:start].rstrip()
    whole = before.endswith((".", "!", "?", "»", "”", '"', "…", "؟", "。"))
    caption = _OPENING.fullmatch(text) or _YEAR.search(before) or is_archive(before, credit)
    return (len(before), credit) if whole and not caption else None


def _alone(text: str) -> Caption | None:
    """A block that is a credit and nothing else."""
    label = LABELLED.match(text)
    if len(text) <= LONGEST and _AGENCY_FIRST.fullmatch(text):
        return Caption("", tidy_credit(text), "", sure=True)
    if len(text) > LONGEST or label is None or _COPYRIGHT.search(text):
        return None
    credit = tidy_credit(text)
    sound = bool(
        _STRONG.search(text) or _names(credit) or (_PICTURE.search(credit) and len(credit.split()) <= 4)
    )
    announced = label[0].strip() if any(map(str.isalpha, label[0])) else ""
    return Caption("", credit, announced, bool(_STRONG.search(text))) if sound and is_short(credit) else None


def _credits(text: str) -> Iterator[tuple[int, str, str, bool]]:
    """Every credit that `text` may end in, longest first: its start, itself, what announces it, whether it is sure."""
    tail = max(0, len(text) - LONGEST - 40)
    forms = _FORMS if any(sign in text for sign in ("©", "|", ":", "(c)", "(C)")) else _UNANNOUNCED
    matches = [match for form in forms if (match := form.search(text, tail))]
    for match in sorted(matches, key=lambda found: found.start()):
        credit, label = match["credit"].strip(), match.groupdict().get("label") or ""
        inside = LABELLED.match(credit) if not label else None
        sure = bool(_STRONG.search(text, max(0, match.start("credit") - 3)))
        signed = text[match.start() : match.start("credit")].strip() in ("©", "(c)")
        plain = match.re not in (_BARE, _DASH, _SLASH) or _is_sentence(text[: match.start()])
        named = plain and _names(credit, announced=bool(label or inside))
        sound = sure or (match.re is not _BARE and (signed or bool(_PICTURE.search(credit)) or named))
        if sound and is_short(credit) and not _NO_CREDIT.fullmatch(credit):
            announced = label or (inside[0].strip() if inside and any(map(str.isalpha, inside[0])) else "")
            yield match.start(), tidy_credit(credit), announced, sure


def _is_sentence(caption: str) -> bool:
    """True for the words of a caption, not a label or an item of a list: "1. Camera - Best Buy"."""
    words = caption.split()
    return len(words) >= _FEWEST_WORDS and words[0][0] not in "-–—0123456789" and any(map(str.islower, words))


def _names(credit: str, *, announced: bool = False) -> bool:
    """True for two names or more and nothing else: "(ouest)" and "(la ville)" in a paragraph are no credit."""
    words = re.sub(r"[,/;]", " ", credit).split()
    few = (1 if announced else 2) <= len(words) <= _MOST_NAMES and not re.search(r"[.!?؟:&|]$|:\s", credit)
    return few and all(_is_name(word, announced) for word in words) and not words[0].islower()


def _is_name(word: str, announced: bool) -> bool:
    """A word of a name; scripts without capitals have one only behind a label."""
    if word in SMALL.split("|"):
        return True
    return len(word) > 1 and (
        word[0].isupper() or (announced and word[0].isalpha() and not word[0].islower())
    )


def is_credit_alone(text: str) -> bool:
    """True for words that announce themselves as a credit: "Photo: Anne Exemple", "© Agence"."""
    return _alone(text) is not None
