"""Where the terms of a glossary are mentioned in a text: the longest from the left, in any spelling the rules allow.

Works on offsets of plain text and knows no markup. A blank line, `fold.BREAK` or `fold.OBJECT` ends a phrase.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.digest.glossary.bounds import bounded
from plugins.digest.glossary.choose import Ambiguity, Mention, Rival, choose
from plugins.digest.glossary.context import fits, renamed
from plugins.digest.glossary.fold import CUT, fold
from plugins.digest.glossary.forms import OF
from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.index import Index
from plugins.digest.glossary.phrases import Opening, phrase_end
from plugins.digest.glossary.scripts import Place, arabic_places, unspaced_places
from plugins.digest.glossary.term import base
from plugins.digest.glossary.words import Words

Allowed = Callable[[int, int], bool]
Reading = tuple[int, list[Rival]]
"""The number of the last word, and the names that the words up to it may be."""


class Matcher:
    """A view of a glossary for the articles of one language and day. Cheap: the index is the glossary's.

    Without a day every name is looked for, whatever its dates. With `drafts` false, entries that no one has
    reviewed are passed over. `force` says of some words which term they mean here, by slug.
    """

    __slots__ = ("drafts", "forced", "glossary", "index", "lang", "on")

    def __init__(
        self,
        glossary: Glossary,
        lang: str,
        on: dt.date | None,
        *,
        drafts: bool = True,
        force: Mapping[str, str] | None = None,
    ) -> None:
        self.glossary = glossary
        self.lang = base(lang)
        self.on = on.date() if isinstance(on, dt.datetime) else on
        self.drafts = drafts
        self.index: Index = glossary.index
        self.forced = glossary.naming(force) if force else None

    def speaking(self, lang: str) -> Matcher:
        """The same view for text in another language."""
        return Matcher(self.glossary, lang, self.on, drafts=self.drafts)

    def forcing(self, force: Mapping[str, str]) -> Matcher:
        """The same view, in which these words mean the terms of these slugs."""
        return Matcher(self.glossary, self.lang, self.on, drafts=self.drafts, force=force)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in `text`, in order, disjoint, without the ambiguous ones. Offsets are code points."""
        return tuple(found for found in self.scan(text) if isinstance(found, Mention))

    def ambiguous(self, text: str) -> tuple[Ambiguity, ...]:
        """The places that several terms claim and no rule decides."""
        return tuple(found for found in self.scan(text) if isinstance(found, Ambiguity))

    def scan(self, text: str, allowed: Allowed | None = None) -> list[Mention | Ambiguity]:
        """Mentions and ambiguous places, in order, disjoint; a span not `allowed` is as if it were not there."""
        found = list(self._scan(Words(text, fold(text)), allowed))
        if "\n" in text and CUT.search(text):
            ends = [one.end for one in found]
            for one in list(self._scan(Words(text, fold(text, join=True)), allowed)):
                after = bisect_right(ends, one.start)
                if after == len(ends) or one.end <= found[after].start:
                    found.insert(after, one)
                    ends.insert(after, one.end)
        return found

    def _scan(self, words: Words, allowed: Allowed | None) -> Iterator[Mention | Ambiguity]:
        done = 0
        for place in self._places(words):
            if place[0] < done:
                continue
            for last, rivals in reversed(self._readings(words, place)):
                fit = [
                    kept
                    for rival in rivals
                    if (kept := self._fit(rival, words, place, last, allowed)) is not None
                ]
                if fit:
                    found = choose(fit, words.text, self.lang)
                    yield found
                    done = found.end
                    break

    def _places(self, words: Words) -> list[Place]:
        """Where names may begin, from the left."""
        keys = self.index.keys
        if self.forced is None:
            hits = [at for at, word in enumerate(words.words) if word in keys]
        else:
            more = self.forced.keys
            hits = [at for at, word in enumerate(words.words) if word in keys or word in more]
        places = [(words.start(at), at, words.words[at], -1) for at in hits]
        if not words.folded.western:
            if self.lang == "ar":
                places += arabic_places(words, keys)
            if self.index.longest_unspaced:
                places += unspaced_places(words, keys, self.index.longest_unspaced)
            places.sort(key=lambda place: (place[0], -place[3]))
        return places

    def _readings(self, words: Words, place: Place) -> list[Reading]:
        """What may be written there, from the shortest to the longest."""
        start, first, name, end = place
        if end >= 0:
            return [(first, self._named(self.index, name, words.text, start, end))]
        found = self._walk(self.index, words, place)
        if self.forced is not None:
            found += self._walk(
                self.forced, words, place
            )  # after the others, so that of two as long it is tried first
        if len(found) > 1:
            found.sort(key=lambda reading: reading[0])
        return found

    def _walk(self, index: Index, words: Words, place: Place) -> list[Reading]:
        """The names and phrases of `index` that begin there."""
        start, first, key, _ = place
        found: list[Reading] = []
        last = first
        folded, keys = words.words, index.keys
        while key in keys:
            if keys[key] is not None:
                found.append((last, self._named(index, key, words.text, start, words.end(last))))
            if key in index.phrases:
                found += self._phrases(index.phrases[key], words, place, last)
            last = words.after(last)
            if last >= len(folded):
                break
            word = folded[last]
            key = f"{key} {'de' if word in OF else word}"
        return found

    def _named(self, index: Index, key: str, text: str, start: int, end: int) -> list[Rival]:
        """The names with that key that the raw text bears out."""
        forced = index is self.forced
        return [
            Rival(form, *span, forced)
            for form in index.forms(index.keys[key])
            if (span := form.accepts(text, start, end)) is not None
        ]

    def _phrases(
        self, openings: Iterable[Opening], words: Words, place: Place, last: int
    ) -> Iterator[Reading]:
        """The phrases whose head is the words from the place to `last`."""
        head = words.end(last)
        for begun in openings:
            final = phrase_end(begun, words, place[1], last)
            if final is not None:
                end = head if begun.phrase.mark == "head" else words.end(final)
                yield final, [Rival(begun.parts[0], place[0], end, head=head)]

    def _fit(
        self, rival: Rival, words: Words, place: Place, last: int, allowed: Allowed | None
    ) -> Rival | None:
        """The rival, where it stands by itself, in its time and among the right words; a phrase perhaps by its head."""
        form = rival.form
        if not rival.forced:
            if not form.usable(self.lang, self.on) or (form.term.status == "draft" and not self.drafts):
                return None
            if form.choosy and not (
                fits(form.rules, words, place[1], last) and not renamed(form, words, place[1])
            ):
                return None
        if place[3] < 0 and not bounded(words.text, rival.start, rival.end, self.lang):
            return None
        if allowed is None or allowed(rival.start, rival.end):
            return rival
        return rival._replace(end=rival.head) if rival.head and allowed(rival.start, rival.head) else None
