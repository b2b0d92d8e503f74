"""The photo's caption and credit, which plain text has between the title and the first paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.digest.article import Finding, Image
from plugins.digest.seeds.agencies import NAME
from plugins.digest.seeds.draft import Draft
from plugins.digest.seeds.rules.dateline import DATELINE

ZONE = 4
"""Blocks below the title where a caption is looked for."""

LONGEST = 700
"""Characters of a caption with its credit."""

_CREDIT = re.compile(
    r"""(?P<caption>.+?)\s*(?:
      [(\[](?P<brackets>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\.?   # (AP Photo/Name, File)
    | (?P<sign>(?:©|\(c\)|\|)\s*[^©|]{2,90})                            # © Name, | Name/AGENCY
    | (?P<label>(?:cr[ée]dits?|credit|photos?|foto|fotos|bild|image|picture|imagen|fonte|photographe)s?(?:\s+by|\s+cr[ée]dit)?\s*[:©]\s*.{2,120})
    | (?<=[.\"»”…!?)])\s*/\s+(?P<slash>.{2,90})                         # … en 2015. / AFP
    | \s/\s(?P<between>[^/]{2,60}(?:/[^/]{2,40})*)                      # … en 2015 / Name/AFP
    | \s[-–—]\s(?P<dash>[^-–—.]{2,60})                                 # … en 2015 – Name/AFP
    | (?<=[.\"»”!?])\s+(?P<bare>[^.!?]{2,60})                           # … en 2015. NOM NOM / AFP
    )\s*""",
    re.X | re.S | re.I,
)  # fmt: skip
_PERSON = r"[A-ZÀ-Ý][\w.'’-]*(?:\s+(?:de|du|van|von|der|den|al|el|bin|di|da|la|le))*\s+[A-ZÀ-Ý][\w'’-]+"
_PHOTO = re.compile(
    rf"""(?<!\w)(?:{NAME}|Getty(?:\s+Images)?|EPA|Sipa|SIPA|Abaca|ABACA|MaxPPP|MAXPPP|IMAGO|imago|Keystone|KEYSTONE
        |NurPhoto|ZUMA|Hans\s+Lucas|HANS\s+LUCAS|Shutterstock|iStock|Alamy|Unsplash|Flickr|Wikimedia|DR|D\.R\.)(?!\w)
    |\b(?:Photos?|PHOTO|Foto|Handout|HANDOUT|Archives?|ARCHIVES?|Archivo|Archivbild|Archivfoto|File|FILE|courtesy|Courtesy|Images?)\b
    |\b[A-ZÀ-Ý][\w. '’-]*/\s*[A-ZÀ-Ý]""",
    re.X,
)  # fmt: skip
_NAMED = re.compile(_PERSON)
_STRONG = re.compile(
    rf"(?:AP\s+Photo|(?<!\w)(?:{NAME}|Getty|EPA|SIPA|Sipa)\s*/|/\s*(?:{NAME}|Getty|EPA|SIPA|Sipa)(?!\w)|©)"
)
_ARCHIVE = re.compile(
    r"\b(?:File(?:\s+photo)?|FILE(?:\s+PHOTO)?|[Aa]rchives?|ARCHIVES?|[Aa]rchivo|ARCHIVO|Archiv(?:bild|foto|aufnahme)?|archivio|Archivio)\b"
)
_FILE_PHOTO = re.compile(
    r"(?:\(?FILE(?:\s+PHOTO)?\)?\s*[-–—:.]|File\s+photo\b|Photo\s+d['’]archives?\b|Archivbild\b)", re.I
)


class _Photo(NamedTuple):
    caption: str
    credit: str
    strong: bool


def caption(draft: Draft) -> Draft:
    """Sets `image` from the first block of the header that ends in a credit; its date is never the article's."""
    if draft.article.image.caption or draft.article.image.credit:
        return draft
    zone = min(ZONE, len(draft.blocks))
    for place, block in enumerate(draft.blocks):
        photo = _photo(block.text) if block.kind == "paragraph" else None
        if photo and (photo.strong or (place < zone and place + 1 < len(draft.blocks))):
            image = Image(photo.caption, photo.credit, archive=_from_files(photo))
            found = Finding(
                "caption", block.text, "caption and credit of a photo", 0.95 if photo.strong else 0.7
            )
            return draft.put(found, image=image, blocks=draft.blocks[:place] + draft.blocks[place + 1 :])
    return draft


def _photo(text: str) -> _Photo | None:
    """The caption and credit of a block that ends like one; None for a paragraph."""
    match = _CREDIT.fullmatch(text) if len(text) <= LONGEST and not DATELINE.match(text) else None
    if match is None:
        return None
    form = str(match.lastgroup)
    credit = match[form].strip()
    words = credit.split()
    strong = bool(_STRONG.search(credit))
    if form in ("sign", "label"):
        sound = len(words) <= 14
    elif form == "brackets":  # "(ouest)" in a paragraph is no credit
        sound = len(words) <= 14 and bool(_PHOTO.search(credit) or _NAMED.fullmatch(credit))
    elif form == "bare":
        sound = strong and len(words) <= 8
    else:
        sound = bool(_PHOTO.search(credit)) and len(words) <= 8
    return _Photo(match["caption"].strip(), credit, strong) if sound else None


def _from_files(photo: _Photo) -> bool:
    """True for a picture from the files, as its credit or the caption's first words say."""
    return bool(_ARCHIVE.search(photo.credit) or _FILE_PHOTO.match(photo.caption))
