"""The photo's caption and credit, which plain text has between the title and the first paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.digest.model.article import Finding, Image
from plugins.digest.model.draft import Draft
from plugins.digest.newsroom.agencies import NAME
from plugins.digest.newsroom.datelines import read as dateline

ZONE = 4
"""Blocks below the title where a caption is looked for; one with a picture agency's credit is found anywhere."""

LONGEST = 700
"""Characters of a caption with its credit; the longest of 110 news pages has 364."""

MOST_WORDS = 12
"""Words of a credit: ``Name Name for The Journal via Picture Agency``."""

_LABEL = (
    r"(?:cr[ée]dits?(?:\s+photos?)?|photos?(?:\s+(?:by|cr[ée]dits?))?|fotos?|bild|images?|imagen|pictures?)"
)
_CREDIT = re.compile(
    rf"""(?P<caption>.+?)\s*(?:
      [(\[](?P<brackets>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\.?  # (AP Photo/Name, File)
    | (?:©|\||(?P<label>{_LABEL})\s*[:©])\s*(?P<sign>(?:(?!\w{{3}}[.!?]\s)[^©|]){{2,120}})  # © Name; Photo : Name
    | (?<=[.\"»”…!?)])\s*/\s+(?P<slash>.{{2,90}})                       # … en 2015. / AFP
    | \s/\s(?P<between>[^/]{{2,60}}(?:/[^/]{{2,40}})*)                  # … en 2015 / Name/AFP
    | \s[-–—]\s(?P<dash>[^–—.]{{2,90}})                                # … en 2015 – Name/AFP
    | (?<=[.\"»”!?])\s+(?P<bare>[^.!?]{{2,60}})                         # … en 2015. NAME NAME / AFP
    )\s*""",
    re.X | re.S | re.I,
)
_HOUSE = (
    rf"(?:{NAME}|Getty|EPA|SIPA|Sipa|MaxPPP|MAXPPP|IMAGO|imago|Keystone|KEYSTONE|NurPhoto|ZUMA|Abaca|ABACA)"
)
_PHOTO = re.compile(
    rf"""(?<!\w)(?:{_HOUSE}|Hans\s+Lucas|Shutterstock|iStock|Alamy|Unsplash|Flickr|Wikimedia|DR|D\.R\.)(?!\w)
    | \b(?:Photos?|PHOTO|Foto|Handout|HANDOUT|[Cc]ourtesy|Images?|IMAGES?)\b
    | \b(?:Archives?|ARCHIVES?|Archivo|Archivbild|Archivfoto|File|FILE)\b
    | \b[A-ZÀ-Ý][\w. '’-]*/\s*[A-ZÀ-Ý]""",
    re.X,
)
_STRONG = re.compile(rf"AP\s+Photo|(?<!\w){_HOUSE}\s*/|/\s*{_HOUSE}(?!\w)|©")
_SMALL = frozenset(
    ["de", "du", "van", "von", "der", "den", "al", "el", "bin", "di", "da", "la", "le", "for", "via", "pour"]
)
_ARCHIVE = re.compile(
    r"\b(?:(?:File|FILE)(?:\s+(?:photo|PHOTO))?|[Aa]rchives?|ARCHIVES?|[Aa]rchivo|ARCHIVO|[Aa]rchivio"
    r"|Archiv(?:bild|foto|aufnahme)?)\b"
)
_FROM_FILES = re.compile(
    r"\W?(?:FILE(?:\s+PHOTO)?\W*\s[-–—:.]|FILE\s+PHOTO|File\s+photo\b|Photo\s+d['’]archives?\b|Archivbild\b)"
)


_OPENING = re.compile(
    r"(?P<label>(?:l[ée]gende|caption|bildunterschrift|photos?|foto|bild|image)\s*:)\s*(?P<caption>\S.+)"
    r"|(?P<whole>(?:FILE\s+PHOTO\b|File\s+photo\b|Photo\s+d['’](?:archives?|illustration)\b|Image\s+d['’]illustration\b"
    r"|Archivbild\b|Symbolbild\b|Photo\s+(?:prise|non\s+dat[ée]e)\b).+)",
    re.I | re.S,
)
"""How a caption begins that names no credit."""


class _Photo(NamedTuple):
    caption: str
    credit: str
    label: str
    strong: bool
    """True where the credit alone shows a photo: it names a picture agency beside a person."""


def caption(draft: Draft) -> Draft:
    """Sets `image` from the first block that ends in a photo credit; its date is never the article's."""
    image, blocks = draft.article.image, draft.blocks
    if image.caption or image.credit:
        return draft
    zone = min(ZONE, len(blocks) - 1)
    for place, block in enumerate(blocks):
        photo = _photo(block.text) if block.kind == "paragraph" else None
        if photo and (photo.strong or place < zone):
            archive = bool(_ARCHIVE.search(photo.credit) or _FROM_FILES.match(photo.caption))
            confidence = 0.95 if photo.strong else 0.7
            findings = [Finding("caption", block.text, "a photo's caption and credit", confidence)]
            if photo.label:
                findings.append(Finding("caption", photo.label, "says that a credit follows", dropped=True))
            return draft.put(
                *findings,
                image=Image(photo.caption, photo.credit, archive, image.src, image.alt),
                blocks=blocks[:place] + blocks[place + 1 :],
            )
    return draft


def _photo(text: str) -> _Photo | None:
    """The caption and credit of a block that ends like one; None for a paragraph."""
    photo = None if len(text) > LONGEST else _credited(text) or _labelled(text)
    return photo if photo and not dateline(text) else None


def _labelled(text: str) -> _Photo | None:
    """The caption of a block that says it is one."""
    match = _OPENING.fullmatch(text)
    return (
        _Photo(match["caption"] or match["whole"], "", match["label"] or "", strong=False) if match else None
    )


def _credited(text: str) -> _Photo | None:
    """The caption and credit of a block that ends in a credit."""
    match = _CREDIT.fullmatch(text)
    if match is None:
        return None
    form = next(name for name in ("brackets", "sign", "slash", "between", "dash", "bare") if match[name])
    credit = match[form].strip()
    strong = bool(_STRONG.search(text, match.start(form) - 2))
    sound = len(credit.split()) <= MOST_WORDS and (
        (form == "sign" and not match["label"])
        or strong
        or (form != "bare" and bool(_PHOTO.search(credit) or _names(credit)))
    )
    return _Photo(match["caption"].strip(), credit, match["label"] or "", strong) if sound else None


def _names(credit: str) -> bool:
    """True for two names or more and nothing else: "(ouest)" and "(la ville)" in a paragraph are no credit."""
    words = credit.replace(",", " ").replace("/", " ").split()
    return (
        2 <= len(words) <= 6 and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)
    )
