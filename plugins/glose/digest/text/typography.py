"""Display typography: spaces, apostrophes and balanced quotation marks by the language's rules, and nothing else.

The stored text keeps what the agency sent; these rules act on the way to the page. French: Imprimerie nationale,
*Lexique des règles typographiques*, with the no-break space U+00A0 where it wants a thin one: U+202F joins words
(UAX 29, ExtendNumLet), so that a double click takes the sign with the word, and a link to a passage misses it. Between
the digits of a number joining is what is wanted. English: curly quotation marks. An apostrophe is U+2019 in every
language. Dashes and letters are never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from glose.digest.text.bound import NBSP, NNBSP, SPACES, bound

QUOTES = {"fr": ("«" + NBSP, NBSP + "»"), "en": ("“", "”")}


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


_SPACED = re.compile(
    rf"[;!?»:](?<=\S[{SPACES}].)(?:(?<!:)|(?=\s|$))|«[{SPACES}]"  # « quoi ? », « assez ! », oui : non
)
_NUMBER = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)")  # 9 000, and not 2016 300
"""Each begins with the rarer sign, not with the space: a search stops at few places."""
_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_ELISION = re.compile(
    r"'(?=[\"«“\d])(?:(?<=(?<![^\W_])[cdjlmnst]')|(?<=(?<![^\W_])qu')|(?<=(?:jus|ors|uis|uoi)qu'))", re.I
)
"""Before a quotation or a number: l'"accord", d'1,5 million."""
_POSSESSIVE = re.compile(r"'(?<=[^\W\d_]s')(?=[\s,.;:!?)]|$)")  # the dogs' names
_DECADE = re.compile(r"'(?<![^\W_]')(?=\d0s(?![^\W_]))")  # the '90s
_ADDRESS = re.compile(r"\S*://\S*")
_OPENS_AFTER = set(SPACES + "\n\t([{—–-'’«“/") | {""}
_CLOSES_BEFORE = set(SPACES + "\n\t)]}.,;:!?…—–-»”/") | {""}


def _quote_edits(text: str, pair: tuple[str, str], places: list[int]) -> Iterator[_Edit]:
    """The straight quotation marks of one block as `pair`, or nothing at all when they do not balance."""
    edits = []
    opening = True
    for at in places:
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
    found: list[_Edit] = []
    if '"' in text and primary in QUOTES:
        found += _quote_edits(text, QUOTES[primary], [match.start() for match in re.finditer('"', text)])
    if "'" in text:
        # English: what stands beside a single mark is known when double ones are set, sign for sign
        found += _apostrophes(_apply(text, found) if primary == "en" else text, primary)
    if primary == "fr":
        found += _french_spaces(text)
    found += (_Edit(at, at + 1, NBSP) for at in bound(text, primary))
    return sorted({edit.start: edit for edit in reversed(found)}.values())  # the earlier rule wins a place


def _apostrophes(text: str, lang: str) -> Iterator[_Edit]:
    """U+2019 for what is an apostrophe beyond doubt; in English, curly quotation marks for single ones that balance."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []
    sure = {match.start() for match in _APOSTROPHE.finditer(text)}
    if lang == "fr":
        sure |= {match.start() for match in _ELISION.finditer(text)}
    elif lang == "en":
        sure |= {match.start() for match in _DECADE.finditer(text)}
        left = [match.start() for match in re.finditer("'", text) if match.start() not in sure]
        pairs = list(_quote_edits(text, ("‘", "’"), left))
        if not pairs:
            owned = {match.start() for match in _POSSESSIVE.finditer(text)} - sure
            sure |= owned
            pairs = list(_quote_edits(text, ("‘", "’"), [at for at in left if at not in owned]))
        yield from pairs
    for at in sure:
        if not any(start <= at < end for start, end in addresses):
            yield _Edit(at, at + 1, "’")


def _french_spaces(text: str) -> Iterator[_Edit]:
    for match in _SPACED.finditer(text):
        at = match.end() - (1 if match[0][0] == "«" else 2)
        yield _Edit(at, at + 1, NBSP)
    for match in _NUMBER.finditer(text):
        for at, sign in enumerate(match[0], match.start()):
            if sign in SPACES:
                yield _Edit(at, at + 1, NNBSP)


def typeset(text: str, lang: str) -> str:
    """Plain text of one block, as the page shows it.

    >>> typeset('Syrie : "non" ?', "fr")
    'Syrie\\xa0: «\\xa0non\\xa0»\\xa0?'
    """
    return _apply(text, _edits(text, lang))


def _apply(text: str, edits: list[_Edit]) -> str:
    out: list[str] = []
    at = 0
    for edit in edits:
        out += text[at : edit.start], edit.text
        at = edit.end
    return "".join(out) + text[at:]


_ENTITY_CHARACTERS = {"&quot;": '"', "&nbsp;": NBSP, "&#160;": NBSP, "&#8239;": NNBSP}
_PIECE = re.compile(
    rf"<[^>]*>|(?:{'|'.join(_ENTITY_CHARACTERS)})|(?:(?!{'|'.join(_ENTITY_CHARACTERS)})&(?:#\d+|#x[0-9a-fA-F]+|\w+);)++"
    r"|[^<&]++|[<&]"
)
"""A run of entities that are no sign of ours is one piece: 100,000 ``<`` in a text are 100,000 of them."""
_INLINE = re.compile(r"</?(?:a|em|strong|sup|sub|span|i|b)\b")
_VERBATIM = re.compile(r"<(/?)(?:code|pre)\b")


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

    for match in _PIECE.finditer(html):
        piece = match[0]
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
            seen = piece if len(piece) == 1 else "\ufffc"  # other entities are one opaque character
        places.append((length, len(pieces)))
        block.append(seen)
        length += len(seen)
        pieces.append(piece)
    close()
    for number, edits in changed.items():
        pieces[number] = _apply(pieces[number], edits)
    return "".join(pieces)
