"""Where the terms of a glossary are mentioned in a text: the longest from the left, in any spelling the rules allow.

Works on offsets of plain text and knows no markup. A blank line or `BREAK` ends a paragraph.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from plugins.digest.glossary.fold import APOSTROPHES, Folded, fold, key
from plugins.digest.glossary.forms import OF, Form
from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.index import ELISIONS
from plugins.digest.glossary.term import base

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a term is meant."""

    start: int
    """First code point of the mention in the text."""
    end: int
    """One past the last code point."""
    term: str
    """The term's slug."""
    form: str
    """The name by which it was found, as the entry writes it."""


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A place that several terms claim with equal right; it is left unmarked."""

    start: int
    end: int
    terms: tuple[str, ...]
    """The slugs, sorted."""


class Matcher:
    """A view of a glossary for the articles of one language and day. Cheap: the index is the glossary's."""

    def __init__(self, glossary: Glossary, lang: str, on: dt.date | None) -> None:
        self.glossary = glossary
        self.lang = base(lang)
        self.on = on.date() if isinstance(on, dt.datetime) else on
        self.index = glossary.index

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in `text`, sorted, disjoint, without the ambiguous ones."""
        return tuple(found for found in self.scan(text) if isinstance(found, Mention))

    def ambiguous(self, text: str) -> tuple[Ambiguity, ...]:
        """The places that several terms claim and no rule decides."""
        return tuple(found for found in self.scan(text) if isinstance(found, Ambiguity))

    def scan(
        self, text: str, allowed: Callable[[int, int], bool] | None = None
    ) -> Iterator[Mention | Ambiguity]:
        """Mentions and ambiguities in order; spans that are not `allowed` count as no mention at all."""
        folded = fold(text)
        words = folded.text.split(" ")
        keys = self.index.keys
        heads = [at for at, word in enumerate(words) if word in keys]
        if not heads:
            return
        ends = list(accumulate(map(len, words)))
        done = 0
        for head in heads:
            start = folded.raw(ends[head] + head - len(words[head]))
            if start < done:
                continue
            for last, numbers in self._longest(words, head):
                end = _whole(text, folded, ends[last] + last)
                rivals = self._rivals(text, start, end, numbers, words, head, allowed)
                if rivals:
                    found = choose(rivals, self.lang)
                    yield found
                    done = found.end
                    break

    def _longest(self, words: list[str], head: int) -> list[tuple[int, int | tuple[int, ...]]]:
        keys = self.index.keys
        found = []
        at, name = head, words[head]
        count = len(words)
        while True:
            if name not in keys:
                break
            numbers = keys[name]
            if numbers is not None:
                found.append((at, numbers))
            at += 1
            while at < count and not words[at]:
                at += 1
            if at >= count:
                break
            word = words[at]
            name = f"{name} {'de' if word in OF else word}"
        found.reverse()
        return found

    def _rivals(self, text, start, end, numbers, words, head, allowed):
        rivals = []
        for form in self.index.forms(numbers):
            if form.usable(self.lang, self.on):
                span = form.accepts(text, start, end)
                if span and bounded(text, *span) and (allowed is None or allowed(*span)):
                    rivals.append((form, span))
        return rivals


def _whole(text: str, folded: Folded, offset: int) -> int:
    """The raw end of a word, with the marks that belong to its last letter."""
    end = folded.raw_end(offset)
    if folded.at:
        import unicodedata

        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
    return end


def choose(rivals: list[tuple[Form, Span]], lang: str) -> Mention | Ambiguity:
    best = rivals
    slugs = sorted({form.term.slug for form, _ in best})
    form, (start, end) = best[0]
    if len(slugs) > 1:
        own = [r for r in best if r[0].lang == lang] or best
        top = max(r[0].rules.priority for r in own)
        best = [r for r in own if r[0].rules.priority == top]
        slugs = sorted({form.term.slug for form, _ in best})
        form, (start, end) = best[0]
        if len(slugs) > 1:
            return Ambiguity(start, end, tuple(slugs))
    return Mention(start, end, form.term.slug, form.name)


def bounded(text: str, start: int, end: int) -> bool:
    """True when text[start:end] is not part of a longer word."""
    if start and text[start - 1] in APOSTROPHES:
        before = start - 1
        while before and text[before - 1].isalpha():
            before -= 1
        if before < start - 1 and key(text[before : start - 1]) not in ELISIONS:
            return False
    if end < len(text) and text[end] in APOSTROPHES:
        after = end + 1
        while after < len(text) and text[after].isalpha():
            after += 1
        if after > end + 1 and text[end + 1 : after].lower() != "s":
            return False
    return True
