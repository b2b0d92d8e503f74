"""The last lines of a dispatch: who signs it, desk initials, an end mark, whom the press may call."""

from __future__ import annotations

import re

from glose.digest.dates import parse_iptc7901
from glose.digest.model.article import SET, Block, Finding
from glose.digest.model.draft import Draft
from glose.digest.newsroom import signatures
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.bylines import is_name, is_names, names
from glose.digest.newsroom.bylines import read as read_byline
from glose.digest.newsroom.captions import is_credit_alone
from glose.digest.newsroom.contacts import is_contact, reaches
from glose.digest.newsroom.signatures import Signature
from glose.digest.rules.desk_lines import text_begins
from glose.digest.text.blocks import cut

MOST = 8
"""Closing lines that are taken off: a signature, initials, a copyright, an end mark and numbers to call."""
NAME_WORDS = 3
"""Words of a name that signs alone; more may be a heading."""
ABOVE = 6
"""Blocks at the top among which a byline outdoes one below the text."""
BELOW = 0.2
"""Share of the letters below an end mark with which it is none."""
REST, SHORT = 3, 40
"""Lines below a signature that are none of the text, and the characters of one: a rubric, a label."""
LONGEST_CONTACT = 160
"""Characters of a line in a block of contacts."""

_MESSAGES = {"end mark": "end mark", "separator": "end mark", "desk initials": "desk initials"}
_FIRM = re.compile(r"[^.!?]{2,60}\b(?:corp|inc|ltd|co|cie|s\.a|s\.p\.a|s\.l|plc|llc|n\.v|b\.v)\.", re.I)
"""A firm's name, which ends in a full stop and is no sentence."""
_STOPS = (".", "!", "?", "»", '"', "”", "…")
_BARE_INITIALS = re.compile(r"[a-z]{2,4}")
_ABOUT = re.compile(
    r"\W{0,3}(?:about|[àa]\s+propos|über|acerca\s+de|sobre|informazioni\s+su|chi\s+è)\b", re.I
)


def ending(draft: Draft) -> Draft:
    """Takes the closing lines off; an agency's signature names the source, a wire's stamp the date."""
    draft = _below_signature(_contacts(_below_mark(draft)))
    for _ in range(MOST):
        if len(draft.blocks) < 2 or draft.blocks[-1].kind == "heading":
            break
        shorter = _without_last(draft)
        if shorter is draft:
            break
        draft = shorter
    return _glued(draft)


def _below_mark(draft: Draft) -> Draft:
    """Takes out what stands below the sender's end mark, unless that is much of the text."""
    blocks = draft.blocks
    marks = [n for n, block in enumerate(blocks) if n > 1 and signatures.is_last(block.text)]
    if not marks:
        return draft
    total = sum(len(block.text) for block in blocks)
    below = sum(len(block.text) for block in blocks[marks[0] + 1 :])
    if below > BELOW * total and not all(map(_in_contacts, blocks[marks[0] + 1 :])):
        return draft
    mark = Finding("signature", blocks[marks[0]].text, "end mark", 0.9, dropped=True)
    found = (
        Finding("tail", b.text, "below the sender's end mark", 0.8, dropped=True)
        for b in blocks[marks[0] + 1 :]
    )
    return draft.put(mark, *found, blocks=blocks[: marks[0]])


def _below_signature(draft: Draft) -> Draft:
    """Takes out the few short lines below an agency's signature: a section, a label, the letters of a desk."""
    blocks = draft.blocks
    place = len(blocks)
    while place > 1 and len(blocks) - place < REST and _is_rest(draft, blocks[place - 1]):
        place -= 1
    rest = blocks[place:]
    if not rest or len(blocks) <= 2 or not _is_signed(draft, blocks[place - 1], alone=place > 1):
        return draft
    found = (Finding("signature", b.text, "below the agency's signature", 0.6, dropped=True) for b in rest)
    return draft.put(*found, blocks=blocks[:place])


def _is_rest(draft: Draft, block: Block) -> bool:
    """True for a short line that is neither a sentence, a name nor a closing line of its own."""
    text = block.text
    short = block.kind == "paragraph" and len(text) <= SHORT and not text.endswith(_STOPS)
    return short and not is_names(text) and signatures.read(text, draft.agencies) is None


def _is_signed(draft: Draft, block: Block, *, alone: bool) -> bool:
    """True for an agency's signature, alone on its line or behind the last sentence."""
    sign = signatures.read(block.text, draft.agencies) if alone else None
    sign = sign or signatures.behind(block.text, draft.agencies)
    return sign is not None and sign.kind in ("agency", "desk initials")


def _contacts(draft: Draft) -> Draft:
    """Takes out the blocks of names, numbers and addresses for the press; what a firm says of itself stays."""
    blocks = draft.blocks
    out: list[int] = []
    inside = False
    for place, block in enumerate(blocks):
        if place > 1 and is_contact(block.text):
            inside = True
        elif inside:
            inside = _in_contacts(block)
        if inside:
            out.append(place)
    if not out:
        return draft
    found = (
        Finding("contact", blocks[n].text, "whom the press may call, not for readers", 0.9, dropped=True)
        for n in out
    )
    gone = frozenset(out)
    return draft.put(*found, blocks=tuple(block for n, block in enumerate(blocks) if n not in gone))


def _in_contacts(block: Block) -> bool:
    text = block.text
    if _ABOUT.match(text) or block.kind == "heading":
        return False
    return (
        reaches(text)
        or bool(_FIRM.fullmatch(text))
        or (len(text) <= LONGEST_CONTACT and not text.endswith((".", "!", "?", "»", "”")))
    )


def _without_last(draft: Draft) -> Draft:
    """The draft without its last block, where that is a closing line."""
    article, text, rest = draft.article, draft.blocks[-1].text, draft.blocks[:-1]
    sign = signatures.read(text, draft.agencies)
    if sign is None and _BARE_INITIALS.fullmatch(text) and rest[-1].text.endswith(_STOPS):
        return draft.put(Finding("signature", text, "desk initials", 0.7, dropped=True), blocks=rest)
    if sign is None and is_credit_alone(text) and signatures.read(rest[-1].text, draft.agencies):
        found = Finding("signature", text, "a picture's credit below the signature", 0.8, dropped=True)
        return draft.put(found, blocks=rest)
    if sign is None:
        if reaches(text) and len(rest) > 1:
            return draft.put(
                Finding("contact", text, "a number or address to reach", 0.8, dropped=True), blocks=rest
            )
        return _signed(draft, text, names(text)).put(blocks=rest) if _alone(draft) else draft
    if sign.kind == "credits" and sign.persons:
        return _signed(draft, text, sign.persons).put(blocks=rest)
    if sign.kind != "agency":
        found = Finding("signature", text, _MESSAGES.get(sign.kind, sign.kind), 0.9, dropped=True)
        _, line = text_begins(draft)  # whose agency is the text's, where the initials are a sister's
        source = article.source or (line.source if line else "") or sign.source
        return _stamped(draft.put(found, blocks=rest, source=source), sign, text)
    another = article.source not in ("", sign.source) and bool(code(article.source, draft.agencies))
    if another and not sign.bare:
        return draft
    draft = draft.put(source=article.source or sign.source, blocks=rest)
    if sign.persons:
        return _signed(draft, text, sign.persons)
    whole = text.strip("().[] ") == sign.source and not article.source
    message = f"signature: the source is {draft.article.source}"
    return draft.put(Finding("signature", text, message, confidence=0.95, dropped=not whole))


def _stamped(draft: Draft, sign: Signature, text: str) -> Draft:
    """The date in a wire's closing stamp, where nobody else names one."""
    moment = parse_iptc7901(text) if sign.kind == "wire stamp" and draft.article.date is None else None
    return draft.put(date=moment, date_source="metadata") if moment else draft


def _glued(draft: Draft) -> Draft:
    """Takes off what stands behind the last sentence of the last paragraph."""
    if not draft.blocks or draft.blocks[-1].kind in SET:
        return draft
    last = draft.blocks[-1]
    sign = signatures.behind(last.text, draft.agencies)
    source = draft.article.source
    another = sign is not None and source not in ("", sign.source) and bool(code(source, draft.agencies))
    if sign is None or (sign.source and another):
        return draft
    words = last.text[sign.start :]
    found = Finding("signature", words, f"{sign.kind} behind the text", 0.9, dropped=True)
    return draft.put(
        found, source=source or sign.source, blocks=(*draft.blocks[:-1], cut(last, 0, sign.start))
    )


def _alone(draft: Draft) -> bool:
    """True where the last block is the names of one or two persons and nothing else, below the end of a sentence."""
    text = draft.blocks[-1].text
    if len(text) > LONGEST_CONTACT or draft.article.byline or not draft.blocks[-2].text.endswith(_STOPS):
        return False
    one = is_name(text) and names(text) == (text,) and len(text.split()) <= NAME_WORDS
    two = is_names(text) and len(names(text)) == 2 and len(text.split()) <= 2 * NAME_WORDS + 1
    return (one and all(w[0].isupper() for w in text.split())) or (two and text.upper() != text.lower())


def _signed(draft: Draft, text: str, persons: tuple[str, ...]) -> Draft:
    """The draft with the line that names who wrote it as its byline, if it has no other."""
    above = (read_byline(block.text, draft.agencies) for block in draft.blocks[:ABOVE])
    if draft.article.byline or any(line and line.sure and line.persons for line in above):
        return draft.put(Finding("signature", text, "names who wrote it", 0.9, dropped=True))
    found = Finding("byline", text, "names who wrote it, below the text", 0.8)
    return draft.put(found, byline=text, authors=draft.article.authors or persons)
