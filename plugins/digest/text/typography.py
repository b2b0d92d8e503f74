"""Display typography: spaces and balanced quotation marks by the language's rules, and nothing else.

The stored text keeps what the agency sent; these rules act on the way to the page. French: Imprimerie nationale,
*Lexique des règles typographiques* (narrow no-break space before ``; ! ?`` and inside guillemets, no-break space
before ``:``), English: curly double quotes. Apostrophes, dashes and letters are never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

NBSP = "\u00a0"
NNBSP = "\u202f"
SPACES = " " + NBSP + NNBSP
QUOTES = {"fr": ("«" + NNBSP, NNBSP + "»"), "en": ("“", "”")}


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


_SPACED = re.compile(
    rf"(?P<sign>[;!?»:])(?<=\S[{SPACES}].)(?:(?<!:)|(?=\s|$))"  # « quoi ? », « assez ! », oui : non
    rf"|(?P<narrow>«|\d(?=[{SPACES}]\d{{3}}(?!\d)))[{SPACES}]"  # « quoi, 9 000
    rf"|\d[{SPACES}](?=[a-zà-ÿ%€$£°])"  # 27 février, 48 heures, 3 %
)
"""Each begins with the rarer sign, not with the space: a search stops at few places."""
_OPENS_AFTER = set(SPACES + "\n\t([{—–-'’«“/") | {""}
_CLOSES_BEFORE = set(SPACES + "\n\t)]}.,;:!?…—–-»”/") | {""}


def _quote_edits(text: str, pair: tuple[str, str]) -> Iterator[_Edit]:
    """Straight double quotes of one block as `pair`, or nothing at all when they do not balance."""
    edits = []
    opening = True
    for match in re.finditer('"', text):
        at = match.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if opening and (before not in _OPENS_AFTER or after in _CLOSES_BEFORE):
            return
        if not opening and (after not in _CLOSES_BEFORE or before in set(SPACES)):
            return
        edits.append(_Edit(at, at + 1, pair[0] if opening else pair[1]))
        opening = not opening
    if opening:
        yield from edits


def _edits(text: str, lang: str) -> list[_Edit]:
    primary = lang.partition("-")[0].lower()
    found = list(_quote_edits(text, QUOTES[primary])) if '"' in text and primary in QUOTES else []
    if primary == "fr":
        found += _french_spaces(text)
    return sorted({edit.start: edit for edit in reversed(found)}.values())  # the earlier rule wins a place


def _french_spaces(text: str) -> Iterator[_Edit]:
    for match in _SPACED.finditer(text):
        sign, end = match["sign"], match.end()
        if sign:
            yield _Edit(end - 2, end - 1, NBSP if sign == ":" else NNBSP)
        else:
            yield _Edit(end - 1, end, NNBSP if match["narrow"] else NBSP)


def typeset(text: str, lang: str) -> str:
    """Plain text of one block, as the page shows it.

    >>> typeset('Syrie : "non" ?', "fr")
    'Syrie\\xa0: «\\u202fnon\\u202f»\\u202f?'
    """
    return _apply(text, _edits(text, lang))


def _apply(text: str, edits: list[_Edit]) -> str:
    out: list[str] = []
    at = 0
    for edit in edits:
        out += text[at : edit.start], edit.text
        at = edit.end
    return "".join(out) + text[at:]


_PIECE = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[^<&]+|[<&]")
_INLINE = re.compile(r"</?(?:a|em|strong|sup|sub|span|i|b)\b")
_VERBATIM = re.compile(r"<(/?)(?:code|pre)\b")
_ENTITY_CHARACTERS = {"&quot;": '"', "&nbsp;": NBSP, "&#160;": NBSP, "&#8239;": NNBSP}


def typeset_html(html: str, lang: str) -> str:
    """The same for sanitised HTML: a block's text is seen whole, across its inline tags; code is left alone.

    Assumes that no ``>`` stands inside an attribute's value, which holds for what `render.sanitise` returns.
    """
    pieces: list[str] = []  # the page in order
    block: list[str] = []  # what is seen of its pieces
    places: list[tuple[int, int]] = []  # for each of them: where it begins in the block, and its number
    changed: dict[int, list[_Edit]] = {}
    length = verbatim = 0

    def close() -> None:
        nonlocal length
        for edit in _edits("".join(block), lang):
            start, number = places[bisect_right(places, (edit.start, len(pieces))) - 1]
            offset = edit.start - start
            changed.setdefault(number, []).append(_Edit(offset, offset + 1, edit.text))
        block.clear()
        places.clear()
        length = 0

    for piece in _PIECE.findall(html):
        if piece[0] == "<" and len(piece) > 1:
            pieces.append(piece)
            if code := _VERBATIM.match(piece):
                verbatim += -1 if code[1] else 1
            elif block and not _INLINE.match(piece):
                close()
            continue
        seen = piece
        if verbatim:
            seen = "\ufffc" * len(piece)
        elif piece[0] == "&" and len(piece) > 1:
            piece = _ENTITY_CHARACTERS.get(piece, piece)
            seen = piece if len(piece) == 1 else "\ufffc"  # another entity is one opaque character
        places.append((length, len(pieces)))
        block.append(seen)
        length += len(seen)
        pieces.append(piece)
    close()
    for number, edits in changed.items():
        pieces[number] = _apply(pieces[number], edits)
    return "".join(pieces)
