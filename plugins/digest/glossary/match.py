"""Where the terms of a glossary are mentioned in a text: the longest from the left, in any spelling the rules allow.

Works on offsets of plain text and knows no markup. A blank line, `fold.BREAK` or `fold.OBJECT` ends a phrase.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from plugins.digest.glossary.bounds import bounded
from plugins.digest.glossary.choose import Ambiguity, Mention, Rival, choose
from plugins.digest.glossary.context import fits, renamed
from plugins.digest.glossary.fold import CUT, fold
from plugins.digest.glossary.forms import OF
from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.index import Index
from plugins.digest.glossary.phrases import phrase_end
from plugins.digest.glossary.scripts import Place, arabic_places, unspaced_places
from plugins.digest.glossary.term import base
from plugins.digest.glossary.words import Words

Allowed = Callable[[int, int], bool]


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
            taken = [(one.start, one.end) for one in found]
            joined = self._scan(Words(text, fold(text, join=True)), allowed)
            found += [
                one for one in joined if all(one.end <= low or high <= one.start for low, high in taken)
            ]
            found.sort(key=lambda one: one.start)
        return found

    def _scan(self, words: Words, allowed: Allowed | None) -> Iterator[Mention | Ambiguity]:
        done = 0
        for place in self._places(words):
            if place[0] < done:
                continue
            readings = self._readings(words, place)
            for last in sorted(readings, reverse=True):
                rivals = [
                    fit
                    for rival in readings[last]
                    if (fit := self._fit(rival, words, place, last, allowed)) is not None
                ]
                if rivals:
                    found = choose(rivals, words.text, self.lang)
                    yield found
                    done = found.end
                    break

    def _places(self, words: Words) -> list[Place]:
        """Where names may begin, from the left."""
        keys = self.index.keys
        hits = [at for at, word in enumerate(words.words) if word in keys]
        if self.forced:
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

    def _readings(self, words: Words, place: Place) -> dict[int, list[Rival]]:
        """What may be written there, by the number of the last word."""
        start, first, name, end = place
        readings: dict[int, list[Rival]] = {}
        if end >= 0:
            readings[first] = list(self._named(self.index, name, words.text, start, end))
            return readings
        for index in (self.index,) if self.forced is None else (self.forced, self.index):
            last, key = first, name
            while key in index.keys:
                if index.keys[key] is not None:
                    found = self._named(index, key, words.text, start, words.end(last))
                    readings.setdefault(last, []).extend(found)
                for begun in index.phrases.get(key, ()) if index.phrases else ():
                    final = phrase_end(begun, words, first, last)
                    if final is not None:
                        head = words.end(last)
                        end = head if begun.phrase.mark == "head" else words.end(final)
                        readings.setdefault(final, []).append(Rival(begun.parts[0], start, end, False, head))
                last = words.after(last)
                if last >= len(words.words):
                    break
                word = words.words[last]
                key = f"{key} {'de' if word in OF else word}"
        return readings

    def _named(self, index: Index, key: str, text: str, start: int, end: int) -> Iterator[Rival]:
        """The names with that key that the raw text bears out."""
        for form in index.forms(index.keys[key]):
            span = form.accepts(text, start, end)
            if span:
                yield Rival(form, *span, index is self.forced)

    def _fit(
        self, rival: Rival, words: Words, place: Place, last: int, allowed: Allowed | None
    ) -> Rival | None:
        """The rival where it stands by itself, in its time and among the right words; a phrase perhaps by its head."""
        form = rival.form
        if not rival.forced:
            if not form.usable(self.lang, self.on) or (form.term.status == "draft" and not self.drafts):
                return None
            if not fits(form.rules, words, place[1], last) or renamed(form, words, place[1]):
                return None
        if place[3] < 0 and not bounded(words.text, rival.start, rival.end, self.lang):
            return None
        if allowed is None or allowed(rival.start, rival.end):
            return rival
        return rival._replace(end=rival.head) if rival.head and allowed(rival.start, rival.head) else None
