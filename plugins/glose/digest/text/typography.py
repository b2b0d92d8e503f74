"""Display typography: spaces, apostrophes and balanced quotation marks by the language's rules, and nothing else.

The stored text keeps what the agency sent; these rules act on the way to the page. French: Imprimerie nationale,
*Lexique des règles typographiques*, with the no-break space U+00A0 where it wants a thin one: U+202F joins words
(UAX 29, ExtendNumLet), so that a double click takes the sign with the word, and a link to a passage misses it. Between
the digits of a number joining is what is wanted. English: curly quotation marks. German: Duden, *Textverarbeitung und
E-Mails* and DIN 5008: „…“ and ‚…‘ (in Switzerland «…» and ‹…›), thin spaces inside "z. B.". An apostrophe is U+2019 in
every language. Dashes and letters are never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glose.digest.text.bound import NBSP, NNBSP, SPACES, abbreviated, bound


class Marks(NamedTuple):
    """The quotation marks of a language."""

    double: tuple[str, str]
    single: tuple[str, str] = ("", "")
    """Those of a quotation in another one; empty where single straight marks are left as they are."""


QUOTES = {
    "fr": Marks(("«" + NBSP, NBSP + "»")),
    "en": Marks(("“", "”"), ("‘", "’")),
    "de": Marks(("„", "“"), ("‚", "‘")),
    "de-ch": Marks(("«", "»"), ("‹", "›")),
    "de-li": Marks(("«", "»"), ("‹", "›")),
}
"""By language, or by language and country where that country's press has its own."""


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
_POSSESSIVE = {
    "en": re.compile(r"'(?<=[^\W\d_]s')(?=[\s,.;:!?)]|$)"),  # the dogs' names
    "de": re.compile(r"'(?<=[^\W\d_][sßxz]')(?=[\s,.;:!?)]|$)"),  # Marx' Werke
}
_DECADE = {
    "en": re.compile(r"'(?<![^\W_]')(?=\d0s(?![^\W_]))"),  # the '90s
    "de": re.compile(r"'(?<![^\W_]')(?=\d\der(?![^\W_]))"),  # die '68er
}
_ADDRESS = re.compile(r"\S*://\S*")
_OPENS_AFTER = frozenset(SPACES + "\n\t([{—–-'’«“/") | {""}
_CLOSES_BEFORE = frozenset(SPACES + "\n\t)]}.,;:!?…—–-»”/") | {""}
_GERMAN = frozenset("„‚«‹"), frozenset("“‘»›")
"""What stands before a mark that opens, and after one that closes: “ closes there, and opens elsewhere."""


class _Around(NamedTuple):
    """What may stand on the outer side of a quotation mark."""

    before: frozenset[str]
    after: frozenset[str]


_AROUND = _Around(_OPENS_AFTER, _CLOSES_BEFORE)
_AROUND_GERMAN = _Around(_OPENS_AFTER - {"“"} | _GERMAN[0], _CLOSES_BEFORE | _GERMAN[1])


def _quote_edits(
    text: str, pair: tuple[str, str], places: list[int], around: _Around = _AROUND, opened: str = ""
) -> Iterator[_Edit]:
    """The straight quotation marks of one block as `pair`, or nothing at all when they do not balance.

    `opened`: the mark that opens; where it stands before a straight one already, that one closes.
    """
    edits = []
    opening, done = True, 0
    for at in places:
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        opening = opening and not (opened and _is_open(text[done:at], opened))
        if opening and (before not in around.before or after in around.after):
            return
        if not opening and (after not in around.after or before in set(SPACES)):
            return
        edits.append(_Edit(at, at + 1, pair[0] if opening else pair[1]))
        opening, done = not opening, at + 1
    if opening:
        yield from edits


def _is_open(text: str, opened: str) -> bool:
    """True where a mark opens that nothing closes."""
    return text.rfind(opened) > max(map(text.rfind, "“”"))


_SIGNS = {"fr": re.compile("[\"';!?»:«\\d§]"), "de": re.compile("[\"'.\\d§]")}
_SIGN = re.compile("[\"'\\d§]")
"""What stands beside everything that is set otherwise: most paragraphs hold none, and are what they were."""


@lru_cache(maxsize=100)
def _known(lang: str) -> tuple[str, str, re.Pattern[str]]:
    """A language with its region and without it, and the signs that its rules look for."""
    tag = lang.replace("_", "-").lower()
    primary = tag.partition("-")[0]
    return tag, primary, _SIGNS.get(primary, _SIGN)


def _edits(text: str, lang: str) -> list[_Edit]:
    tag, primary, signs = _known(lang)
    if not signs.search(text):
        return []
    marks = QUOTES.get(tag) or QUOTES.get(primary)
    around = _AROUND_GERMAN if primary == "de" else _AROUND
    found: list[_Edit] = []
    if '"' in text and marks:
        places = [match.start() for match in re.finditer('"', text)]
        found += _quote_edits(text, marks.double, places, around, "„" if primary == "de" else "")
    if "'" in text:
        # what stands beside a single mark is known when double ones are set, sign for sign
        single = marks.single if marks and marks.single[0] else None
        found += _apostrophes(_apply(text, found) if single else text, primary, single, around)
    if primary == "fr":
        found += _french_spaces(text)
    if primary == "de":
        found += (_Edit(at, at + 1, NNBSP) for at in abbreviated(text))
    if primary in ("fr", "de"):
        found += _thousands(text)
    found += (_Edit(at, at + 1, NBSP) for at in bound(text, primary))
    return sorted({edit.start: edit for edit in reversed(found)}.values())  # the earlier rule wins a place


def _apostrophes(text: str, lang: str, pair: tuple[str, str] | None, around: _Around) -> Iterator[_Edit]:
    """U+2019 for what is an apostrophe beyond doubt; the language's `pair` for single marks that balance."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []
    sure = {match.start() for match in _APOSTROPHE.finditer(text)}
    if lang == "fr":
        sure |= {match.start() for match in _ELISION.finditer(text)}
    if pair:
        sure |= {match.start() for match in _DECADE[lang].finditer(text)}
        left = [match.start() for match in re.finditer("'", text) if match.start() not in sure]
        pairs = list(_quote_edits(text, pair, left, around))
        if not pairs:
            owned = {match.start() for match in _POSSESSIVE[lang].finditer(text)} - sure
            sure |= owned
            pairs = list(_quote_edits(text, pair, [at for at in left if at not in owned], around))
        yield from pairs
    for at in sure:
        if not any(start <= at < end for start, end in addresses):
            yield _Edit(at, at + 1, "’")


def _french_spaces(text: str) -> Iterator[_Edit]:
    for match in _SPACED.finditer(text):
        at = match.end() - (1 if match[0][0] == "«" else 2)
        yield _Edit(at, at + 1, NBSP)


def _thousands(text: str) -> Iterator[_Edit]:
    for match in _NUMBER.finditer(text):
        for at, sign in enumerate(match[0], match.start()):
            if sign in SPACES:
                yield _Edit(at, at + 1, NNBSP)


def typeset(text: str, lang: str) -> str:
    """Plain text of one block, as the page shows it.

    >>> typeset('Syrie : "non" ?', "fr")
    'Syrie\\xa0: «\\xa0non\\xa0»\\xa0?'
    >>> typeset('"So", sagte sie.', "de"), typeset('"So", sagte sie.', "de-CH")
    ('„So“, sagte sie.', '«So», sagte sie.')
    """
    return _apply(text, _edits(text, lang))


def _apply(text: str, edits: list[_Edit]) -> str:
    if not edits:
        return text
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
