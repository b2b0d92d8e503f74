"""Furniture: what a website says in its own voice between the paragraphs of an article, told by its words.

Wording is evidence only for a block that is nothing else. The phrases stand in ``wording/``, a file a language; all
are asked of every text, since a page in one language carries the buttons of another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from glose.digest.newsroom.phrases import Phrase, folded, opening, openings, read

LONGEST = 260
"""Characters; a longer block says more than a prompt does, unless much of it is links."""

LONGEST_KNOWN = 400
"""Characters of a notice whose words leave no doubt: a consent banner, a disclosure."""

MOST = 0.2
"""Share of an article's letters that one kind may take when its phrases go on freely: more is no furniture."""

MOST_KNOWN = 0.5
"""The same for phrases that leave no doubt: a brief may well be shorter than the notices below it."""

PARAGRAPH = 120
"""Characters from which what is left out may be a paragraph: seven in ten of those in 110 news pages are as long, and
one in sixteen lines of furniture."""

KINDS = {
    "related": "a link to another article",
    "advertising": "advertising",
    "paywall": "a prompt to subscribe",
    "newsletter": "a prompt to subscribe to a newsletter or an app",
    "share": "a prompt to share",
    "label": "a button or a label of the page",
    "comments": "a prompt to comment",
    "embed": "a prompt to accept cookies or foreign content",
    "disclaimer": "a notice of the outlet about itself",
    "contact": "a prompt to write to the outlet",
}
"""The kinds of furniture, as a maintainer reads them."""

_PLACEHOLDER = re.compile(r"\s*[$%{\[#@]{2}\s*[\w.:-]{2,40}\s*[$%}\]#@]{2}\s*")
"""What a template would have put an advertisement in the place of."""
_PARTS = re.compile(r"(?<=[.!?؟])\s+|\s*[|•·]\s*")
_ASIDE = re.compile(
    r""",?\s\(?(?:opens\s+(?:in\s+)?(?:a\s+)?new\s+(?:tab|window)|[öo]ffnet\s+(?:in\s+)?(?:einem\s+)?neue[mns]
        \s+(?:fenster|tab)|[öo]ffnet\s+im\s+neuen\s+(?:fenster|tab)|(?:s['’]ouvre\s+dans\s+une\s+)?nouvel(?:le)?
        \s+(?:fen[êe]tre|onglet)|(?:se\s+)?abre\s+en\s+(?:una\s+)?nueva\s+(?:ventana|pesta[ñn]a)
        |si\s+apre\s+in\s+una\s+nuova\s+(?:finestra|scheda)|abre\s+(?:em|numa)\s+nova\s+(?:janela|aba)
        |opent\s+in\s+(?:een\s+)?nieuw\s+(?:venster|tabblad))\)?(?=$|[\s.,;:!?)»”"])""",
    re.I | re.X,
)
"""What a link says of itself to those who cannot see it, and a browser copies into the sentence."""
_NEW = ("new", "neue", "nouvel", "nuev", "nuov", "nova", "euw")
"""One of these is in each: spares the pattern, which tries every space, on other text."""
_STUB = re.compile(
    r"il\s+vous\s+reste\s+[\d.,]+\s*%|r[ée]serv[ée]e?s?\s+(?:aux|[àa]\s+(?:tous\s+)?nos)\s+abonn|to\s+(?:continue|keep)\s+reading"
    r"|pour\s+(?:lire|continuer)\s+(?:la\s+suite|la\s+lecture)|(?:nur|exklusiv)\s+f[üu]r\s+abonnent|jetzt\s+weiterlesen"
    r"|para\s+(?:seguir|continuar)\s+(?:a\s+)?l(?:eyendo|endo|er)\b|per\s+continuare\s+a\s+leggere"
    r"|om\s+(?:dit\s+artikel\s+)?verder\s+te\s+lezen|لمواصلة\s+القراءة",
    re.I,
)


class Furniture(NamedTuple):
    """What a block was recognised as."""

    kind: str
    """One of `KINDS`."""
    known: bool
    """True where the phrase leaves no doubt; False where it goes on freely."""


def furniture(text: str, linked: float = 0.0) -> Furniture | None:
    """What kind of furniture a block is, by its words; None for a paragraph of the article.

    `linked` is the share of its letters inside links: a sentence without a link is one of the article's, even if
    it begins like an invitation ("More on that is expected on Monday.").

    >>> furniture("Lire aussi : La halle attend son toit")
    Furniture(kind='related', known=False)
    >>> furniture("Lire aussi aux enfants est utile")
    """
    if _PLACEHOLDER.fullmatch(text):
        return Furniture("advertising", known=True)
    if len(text) > max(LONGEST_KNOWN, LONGEST * (1 + linked)):
        return None
    if opening(text) not in _PHRASES:
        return None
    text = folded(text)
    if whole := _read(text, linked):
        return whole
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return None
    found = [_read(part, linked) for part in parts]
    first = found[0]
    if first is None or None in found:
        return None
    return Furniture(first.kind, all(part.known for part in found if part))


def kind(text: str, linked: float = 0.0) -> str:
    """The kind alone; empty for a paragraph of the article."""
    found = furniture(text, linked)
    return found.kind if found else ""


def asides(text: str) -> Iterator[tuple[int, int]]:
    """Where a link's note to the blind stands within a sentence, as start and end."""
    lower = text.lower()
    if not any(word in lower for word in _NEW):
        return iter(())
    return (match.span() for match in _ASIDE.finditer(text))


def too_much(taken: Iterable[tuple[Furniture, int]], letters: int) -> frozenset[str]:
    """The kinds that would take more of an article's `letters` than furniture does.

    `taken`: what each block was recognised as, with its letters. Less than a paragraph is never too much.

    >>> too_much([(Furniture("related", known=False), 300)], 1000)
    frozenset({'related'})
    """
    sums: Mapping[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for found, size in taken:
        sums[True][found.kind] += size
        sums[False][found.kind] += 0 if found.known else size
    return frozenset(
        name
        for known, most in ((True, MOST_KNOWN), (False, MOST))
        for name, size in sums[known].items()
        if size > max(most * letters, PARAGRAPH)
    )


def is_stub(text: str) -> bool:
    """True for the line with which a paywall cuts an article short."""
    return len(text) <= LONGEST and bool(_STUB.search(text))


def _read(text: str, linked: float) -> Furniture | None:
    """The phrase that a folded text is."""
    for phrase in _PHRASES.get(opening(text), ()):
        reads, known = phrase.reads(text, loose=linked > 0)
        if reads and (known or len(text) <= LONGEST * (1 + linked)):
            return Furniture(phrase.kind, known)
    return None


def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Every phrase of every language, by the letters that a text of it begins with."""
    found: defaultdict[str, list[Phrase]] = defaultdict(list)
    for file in sorted((Path(__file__).parent / "wording").glob("*.txt")):
        for phrase in read(file.read_text(encoding="utf-8")):
            for key in openings(phrase):
                found[key].append(phrase)
    return {key: tuple(phrases) for key, phrases in found.items()}


_PHRASES = _phrases()
