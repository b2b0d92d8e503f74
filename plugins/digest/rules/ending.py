"""The last lines of a dispatch: who signs it, desk initials, an end mark."""

from __future__ import annotations

import re

from plugins.digest.model.article import Finding
from plugins.digest.model.draft import Draft
from plugins.digest.newsroom.agencies import NAME, NAMES, code
from plugins.digest.rules.byline import names

MOST = 4
"""Closing lines that are taken off: a signature, initials, a copyright and an end mark may stand together."""

LONGEST = 80
"""Characters of a closing line; a sentence that ends in "AFP" is longer or has a verb before it."""

NAME_WORDS = 3
"""Words of a name that signs alone; more may be a heading."""

_NAME = r"[^\W\d_][\w'’.&-]{0,24}"
_WITH = r"(?:,?\s*\b(?:avec|with|mit|con|et|and|und|y|com|met)\b(?:\s+(?:les\s+agences|l['’]))?|/|,)"
_INITIAL = r"[a-zà-ÿ]{2,5}(?:[-/\s][a-zà-ÿ]{2,5}){0,3}"
_RIGHTS = (
    r"(?:tous\s+droits\s+(?:de\s+\w+\s+et\s+\w+\s+)?r[ée]serv[ée]s|all\s+rights\s+reserved"
    r"|alle\s+rechte\s+vorbehalten)"
)
_SIGNATURE = re.compile(
    rf"""\W{{0,3}}(?:(?:sources?|quelle|fuente|fonte|cr[ée]dit)\s*:\s*)?
    (?:©|\(c\)|copyright)?\s*(?:\d{{4}}\s+)?(?:©\s*)?
    (?:(?:{_NAME}(?:\s+{_NAME}){{0,4}}\s*)?{_WITH}\s*)?(?:l['’])?{NAMES}
    (?:\s*[\\/]\s*{_INITIAL}|\s+{_INITIAL})?(?:\s+\d{{4}})?
    (?:\.?\s*{_RIGHTS}.*)?\W{{0,3}}""",
    re.X | re.I,
)
_AGENCY = re.compile(rf"(?<!\w){NAME}(?!\w)")
_BARE = re.compile(rf"\W{{0,3}}{NAME}\W{{0,3}}")
_INITIALS = re.compile(r"[a-zà-ÿ]{2,5}(?:[-/][a-zà-ÿ]{1,5}){1,8}|/?[a-z]{2,4}\d?/")
_CREDITS = re.compile(
    r"\((?:(?:additional\s+)?reporting|writing|editing|written|edited|compiled|reportage|version\s+fran[çc]aise"
    r"|(?:avec\s+)?(?:la\s+)?contribution|[ée]dit[ée]|r[ée]dig[ée]|service\s+fran[çc]ais)\b(?P<who>.{3,300})\)",
    re.I | re.S,
)
_BY = re.compile(r"\s*(?:by|par)\s+", re.I)
_END_MARK = re.compile(
    r"\W*(?:ends?|fin|ende|fim|fine|einde|-\s*30\s*-)\W*|[#*=~_–—-]{3,}|\W*\bEOM\b\W*", re.I
)


def ending(draft: Draft) -> Draft:
    """Takes the closing lines off; an agency's signature names the source."""
    for _ in range(MOST):
        if len(draft.blocks) < 2 or draft.blocks[-1].kind == "heading":
            break
        shorter = _without_last(draft)
        if shorter is draft:
            break
        draft = shorter
    return draft


def _without_last(draft: Draft) -> Draft:
    """The draft without its last block, where that is a closing line."""
    article, text, rest = draft.article, draft.blocks[-1].text, draft.blocks[:-1]
    if credits := _CREDITS.fullmatch(text):
        return _signed(draft, text, names(_BY.sub("", credits["who"].partition(";")[0]))).put(blocks=rest)
    if len(text) > LONGEST:
        return draft
    source = code(text)
    if _END_MARK.fullmatch(text):
        return draft.put(Finding("signature", text, "end mark", 0.9, dropped=True), blocks=rest)
    if _INITIALS.fullmatch(text):
        found = Finding("signature", text, "desk initials", 0.9, dropped=True)
        return draft.put(found, blocks=rest, source=article.source or source)
    if _alone(draft):
        return _signed(draft, text, names(text)).put(blocks=rest)
    if not (_AGENCY.search(text) and _SIGNATURE.fullmatch(text)):
        return draft
    if article.source not in ("", source) and not _BARE.fullmatch(text):
        return draft
    draft = draft.put(source=article.source or source, blocks=rest)
    if persons := names(text):
        return _signed(draft, text, persons)
    whole = text.strip("().[] ") == source and not article.source
    message = f"signature: the source is {draft.article.source}"
    return draft.put(Finding("signature", text, message, confidence=0.95, dropped=not whole))


def _alone(draft: Draft) -> bool:
    """True where the last block is one person's name and nothing else, below the end of a sentence."""
    text = draft.blocks[-1].text
    one = (
        names(text) == (text,)
        and len(text.split()) <= NAME_WORDS
        and all(w[0].isupper() for w in text.split())
    )
    return one and not draft.article.byline and draft.blocks[-2].text.endswith((".", "!", "?", "»", '"', "”"))


def _signed(draft: Draft, text: str, persons: tuple[str, ...]) -> Draft:
    """The draft with the line that names who wrote it as its byline, if it has no other."""
    if draft.article.byline:
        return draft.put(Finding("signature", text, "names who wrote it", 0.9, dropped=True))
    found = Finding("byline", text, "names who wrote it, below the text", 0.8)
    return draft.put(found, byline=text, authors=draft.article.authors or persons)
