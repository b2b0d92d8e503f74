"""Display typography: spaces and balanced quotation marks by the language's rules, and nothing else.

The stored text keeps what the agency sent; these rules act on the way to the page. French: Imprimerie nationale,
*Lexique des règles typographiques* (narrow no-break space before ``; ! ?`` and inside guillemets, no-break space
before ``:``), English: curly double quotes. Apostrophes, dashes and letters are never touched.
"""

from __future__ import annotations

import re
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


_FRENCH = (
    (re.compile(rf"(?<=[^\s])[{SPACES}](?=[;!?»])"), NNBSP),  # « quoi ? », « assez ! »
    (re.compile(rf"(?<=«)[{SPACES}]"), NNBSP),
    (re.compile(rf"(?<=[^\s])[{SPACES}](?=:(?:\s|$))"), NBSP),
    (re.compile(rf"(?<=\d)[{SPACES}](?=\d{{3}}(?!\d))"), NNBSP),  # 9 000
    (re.compile(rf"(?<=\d)[{SPACES}](?=[a-zà-ÿ%€$£°])"), NBSP),  # 27 février, 48 heures, 3 %
)
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
    found = list(_quote_edits(text, QUOTES[primary])) if primary in QUOTES else []
    if primary == "fr":
        for pattern, space in _FRENCH:
            found += [_Edit(m.start(), m.end(), space) for m in pattern.finditer(text)]
    return sorted({edit.start: edit for edit in reversed(found)}.values())  # the earlier rule wins a place


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
    places: list[tuple[int, int]] = []  # for each character of the block: its piece and offset in it
    block: list[str] = []
    changed: dict[int, list[_Edit]] = {}
    verbatim = 0

    def close() -> None:
        for edit in _edits("".join(block), lang):
            piece, offset = places[edit.start]
            changed.setdefault(piece, []).append(_Edit(offset, offset + 1, edit.text))
        block.clear()
        places.clear()

    for match in _PIECE.finditer(html):
        piece = match.group()
        number = len(pieces)
        if piece[0] == "<" and len(piece) > 1:
            pieces.append(piece)
            if code := _VERBATIM.match(piece):
                verbatim += -1 if code[1] else 1
            elif not _INLINE.match(piece):
                close()
            continue
        if verbatim:
            block.append("\ufffc" * len(piece))
            places.extend((number, i) for i in range(len(piece)))
        elif piece[0] == "&" and len(piece) > 1:
            piece = _ENTITY_CHARACTERS.get(piece, piece)
            block.append(piece if len(piece) == 1 else "\ufffc")  # another entity is one opaque character
            places.append((number, 0))
        else:
            block.append(piece)
            places.extend((number, i) for i in range(len(piece)))
        pieces.append(piece)
    close()
    return "".join(_apply(p, changed[i]) if i in changed else p for i, p in enumerate(pieces))
