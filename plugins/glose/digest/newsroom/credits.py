"""Credits: who made and owns a picture, and where a credit begins in a text that is known to be a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glose.digest.newsroom.agencies import NAME

LONGEST = 120
"""Characters of a credit."""

LONGEST_TEXT = 2000
"""Characters of a caption that is searched for one; a longer text is no caption."""

_WORDS = 14
_SENTENCE_TAIL = 3
"""Words after a caption's last full stop that need no further sign of being a credit."""

LABEL = (
    r"(?:(?:photo|image|picture|bild|foto|video|사진)?\s*(?:cr[ée]d(?:it[os]?|itos|iti)|quelle|nachweis|sources?|fuente"
    r"|fonte|bron|출처)\s*(?:photo|image|foto|de\s+la\s+(?:foto|imagen))?s?"
    r"|photos?|foto['’]?s?|bild|bilder|beeld|images?|imagem|imagen|pictures?|fotograf(?:ie|ía|ia|o)?|zdroj|kuva|fotó"
    r"|photographe|photograph|фото|写真|사진|تصوير|الصورة|صورة|المصدر|عدسة)"
)
"""What announces a credit."""
LABELLED = re.compile(
    rf"(?<!\w){LABEL}\s*(?:[:©=]|\b(?:by|von|par|de|di|door)\b(?=\s+(?-i:[^\W\d_a-zß-ÿ])))\s*|©\s*|\(c\)\s*",
    re.I,
)
AGENCY = (
    rf"(?:{NAME}|Getty|GETTY|EPA|EPA-EFE|SIPA|Sipa|ABACA|Abaca|ABACAPRESS|MAXPPP|MaxPPP|IMAGO|imago|KEYSTONE|Keystone"
    r"|NurPhoto|NURPHOTO|ZUMA|Belga|BELGA|LaPresse|picture[\s-]alliance|REX|Rex|WENN|Cuartoscuro)"
)
"""Who sells news pictures."""
STOCK = (
    r"(?:Hans\s+Lucas|Shutterstock|iStock|Alamy|Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Adobe\s?Stock|123RF"
    r"|Depositphotos|Fotolia|Dreamstime|Bigstock|DR|D\.R\.)"
)
_HOUSE = (
    rf"(?<!\w)(?:{AGENCY}|{STOCK}|AP\s+Photo|Hand-?out|HO|POOL|Pool|Archives?|Archiv|Courtesy|Images?|Photo|Screenshot"
    r"|Capture\s+d['’][ée]cran)(?!\w)"
)
_NAME = r"[^\W\d_a-zß-ÿ][\w'’.-]*"
SMALL = r"de|du|des|van|von|der|den|ten|al|el|bin|di|da|do|la|le|of|and|et|und|y|e|en|for|pour|via|&"
NAMES = rf"{_NAME}(?:\s+(?:{SMALL}|{_NAME})){{1,5}}"
_CREDIT = re.compile(rf"[^.!?]*{_HOUSE}[^!?]*|{NAMES}(?:\s*[/,|&]\s*[^!?]+)?|[^\s!?]+\s*/\s*[^!?]+", re.S)
_TAIL = re.compile(r"[.!?…»”\"。]\s+(?=[^.!?…。]+$)")
_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ]\w{0,3}$")
_SEPARATORS = re.compile(r"\s*[|＝]\s*|\s+[/–—-]\s+")
_HOUSE_LAST = re.compile(
    rf"\s(?=(?:AP\s+Photo\s*/|{NAME}\s*/|{AGENCY}\s+via\s|(?<!via\s)(?:Getty|EPA)\b)[^.!?]*$)"
)
_BRACKETS = re.compile(r"[(\[](?P<inside>(?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*)[)\]]\.?$")

_ARCHIVE = re.compile(
    r"(?<!\w)(?:file(?:\s+(?:photo|picture|image))?|archives?|archivo|archiv(?:bild|foto|aufnahme)?|archivio|arquivo"
    r"|archief(?:foto|beeld)?|архив|(?:ال)?[أا]رشيف(?:ية)?)(?!\w)",
    re.I,
)
_FROM_FILES = re.compile(
    r"""(?:[(\[]?FILE(?:\s+PHOTO)?[)\]]?\s*[-–—:.]|FILE\s+PHOTO\b|ARCHIVES?\s*[-–—:])
    | .*(?<!\w)(?i:(?:file|stock|undated|handout)\s+(?:photo(?:graph)?|picture|image)
      |(?:photo|image|vue)s?\s+d['’]archives?
      |archiv(?:bild|foto|aufnahme)|(?:foto(?:graf[íi]a)?|imagen|imagem|immagine)\s+d(?:['’]|(?:e|i|o)\s+)\s*ar(?:chivi?o|quivo)
      |archief(?:foto|beeld)|صور[ةه]\s+(?:من\s+)?(?:ال)?[أا]رشيف(?:ية)?)(?!\w)""",
    re.X | re.S,
)


def is_short(credit: str) -> bool:
    """True for a text no longer than a credit."""
    return len(credit) <= LONGEST and len(credit.split()) <= _WORDS


def split_credit(text: str) -> tuple[str, str]:
    """A caption's text as caption and credit; the credit is empty where the text does not end in one.

    >>> split_credit("Une rue de Ville-Exemple. Photo : Anne Exemple")
    ('Une rue de Ville-Exemple.', 'Anne Exemple')
    >>> split_credit("Le parti (ouest) en 2015")
    ('Le parti (ouest) en 2015', '')
    """
    for start, end, sure in _cuts(text) if len(text) <= LONGEST_TEXT else ():
        credit = text[end:].strip()
        if is_short(credit) and (sure or is_credit(credit)):
            return text[:start].strip(), tidy_credit(credit)
    return text, ""


def _cuts(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a credit may begin, surest first: end of the caption, start of the credit, True when it needs no more."""
    if brackets := _BRACKETS.search(text):
        inside = brackets["inside"].strip()
        yield brackets.start(), brackets.start(), bool(LABELLED.match(inside))
    for label in LABELLED.finditer(text):
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
    while label := LABELLED.match(text):
        text = text[label.end() :]
    return text.strip(" |/–—-") or text


def is_credit(text: str) -> bool:
    """True for a short text that can only be a credit: a label, a house, names."""
    text = text.strip(" ()[]")
    return 1 < len(text) <= LONGEST and bool(LABELLED.match(text) or _CREDIT.fullmatch(text))


def is_archive(caption: str, credit: str) -> bool:
    """True for a picture from the files, as its credit or the caption's first words say."""
    return bool(_ARCHIVE.search(credit) or _FROM_FILES.match(caption))
