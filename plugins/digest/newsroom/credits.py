"""Where a caption ends and its credit begins, in a text that is known to be a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.digest.newsroom.agencies import NAME

LONGEST = 120
"""Characters of a credit."""

_WORDS = 14
_SENTENCE_TAIL = 3
"""Words after a caption's last full stop that need no further sign of being a credit."""

_LABEL = (
    r"(?:(?:photo|image|picture|bild|foto|video|사진)?\s*(?:cr[ée]dits?|quelle|nachweis|sources?|fuente|fonte|출처)\s*(?:photo|image)?"
    r"|photos?|foto|fotos|bild|bilder|images?|imagem|imagen|pictures?|fotograf(?:ie|ía|ia)?|zdroj|kuva|fotó|photographe"
    r"|фото|写真|사진|تصوير|الصورة|صورة)"
)
_LABELLED = re.compile(rf"(?<!\w){_LABEL}\s*(?:[:©=]|\bby\b)\s*|©\s*|\(c\)\s*", re.I)
_HOUSE = (
    rf"(?<!\w)(?:{NAME}|AP\s+Photo|Getty|EPA|SIPA|Sipa|ABACA|Abaca|MAXPPP|MaxPPP|IMAGO|imago|KEYSTONE|Keystone|NurPhoto"
    r"|ZUMA|Hans\s+Lucas|Shutterstock|iStock|Alamy|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|picture[\s-]alliance"
    r"|Adobe\s?Stock|Hand-?out|HO|POOL|Pool|Archives?|Archiv|Courtesy|Images?|Photo|Screenshot)(?!\w)"
)
_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_NAMES = rf"{_NAME}(?:\s+(?:de|du|van|von|der|den|al|el|bin|di|da|la|le|of|and|et|und|{_NAME})){{1,5}}"
_CREDIT = re.compile(rf"[^.!?]*{_HOUSE}[^!?]*|{_NAMES}(?:\s*[/,|&]\s*[^!?]+)?|[^\s!?]+\s*/\s*[^!?]+", re.S)
_TAIL = re.compile(r"[.!?…»”\"。]\s+(?=[^.!?…。]+$)")
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]\w{0,3}$")
_SEPARATORS = re.compile(r"\s*[|＝]\s*|\s+[/–—-]\s+")
_HOUSE_LAST = re.compile(rf"\s(?=(?:AP\s+Photo\s*/|{NAME}\s*/|(?:Getty|EPA)\b)[^.!?]*$)")
_BRACKETS = re.compile(r"[(\[](?P<inside>(?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*)[)\]]\.?$")
_ARCHIVE = re.compile(
    r"(?<!\w)(?:file(?:\s+photo)?|archives?|archivo|archiv(?:bild|foto|aufnahme)?|archivio|arquivo|архив|أرشيف)(?!\w)",
    re.I,
)
_FROM_FILES = re.compile(
    r"(?:\(?FILE(?:\s+PHOTO)?\)?\s*[-–—:.]|file\s+photo\b|photo\s+d['’]archives?\b|archivbild\b|archivfoto\b)",
    re.I,
)


def split_credit(text: str) -> tuple[str, str]:
    """A caption's text as caption and credit; the credit is empty where the text does not end in one.

    >>> split_credit("Une rue de Ville-Exemple. Photo : Anne Exemple")
    ('Une rue de Ville-Exemple.', 'Anne Exemple')
    >>> split_credit("Le parti (ouest) en 2015")
    ('Le parti (ouest) en 2015', '')
    """
    for start, end, sure in _cuts(text):
        credit = text[end:].strip()
        if len(credit) <= LONGEST and len(credit.split()) <= _WORDS and (sure or is_credit(credit)):
            return text[:start].strip(), tidy_credit(credit)
    return text, ""


def _cuts(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a credit may begin, surest first: end of the caption, start of the credit, True when it needs no more."""
    if brackets := _BRACKETS.search(text):
        inside = brackets["inside"].strip()
        yield brackets.start(), brackets.start(), bool(_LABELLED.match(inside))
    for label in _LABELLED.finditer(text):
        yield label.start(), label.start(), True
    if house := _HOUSE_LAST.search(text):
        yield house.start(), house.end(), True
    if (tail := _TAIL.search(text)) and not _ABBREVIATION.search(text[: tail.start()]):
        few = len(text[tail.end() :].split()) <= _SENTENCE_TAIL
        yield tail.start() + 1, tail.end(), few
    if separators := list(_SEPARATORS.finditer(text)):
        yield separators[-1].start(), separators[-1].end(), "＝" in separators[-1][0]


def tidy_credit(text: str) -> str:
    """A credit without the brackets around it and the word that announces it.

    >>> tidy_credit("(Photo : AP Photo/Anne Exemple, File)")
    'AP Photo/Anne Exemple, File'
    """
    text = text.strip()
    if match := _BRACKETS.match(text):
        text = match["inside"].strip()
    while label := _LABELLED.match(text):
        text = text[label.end() :]
    return text.strip(" |/–—-") or text


def is_credit(text: str) -> bool:
    """True for a short text that can only be a credit: a label, a house, names."""
    text = text.strip(" ()[]")
    return 1 < len(text) <= LONGEST and bool(_LABELLED.match(text) or _CREDIT.fullmatch(text))


def is_archive(caption: str, credit: str) -> bool:
    """True for a picture from the files, as its credit or the caption's first words say."""
    return bool(_ARCHIVE.search(credit) or _FROM_FILES.match(caption))
