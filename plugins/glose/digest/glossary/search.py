"""One pass over one text: where names may begin, how far they reach, and which of them are meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from glose.digest.glossary.bounds import (
    HYPHEN,
    free_after,
    free_before,
    initials_after,
    initials_before,
    one_place,
)
from glose.digest.glossary.choose import Ambiguity, Mention, Refusal, Rival, choose
from glose.digest.glossary.company import ANYWHERE, COMPANY
from glose.digest.glossary.context import fits, follows, renamed
from glose.digest.glossary.forms import Form
from glose.digest.glossary.inclusive import inclusive_end
from glose.digest.glossary.index import Index, Node, inner
from glose.digest.glossary.namesakes import Namesakes
from glose.digest.glossary.neighbours import Beside
from glose.digest.glossary.phrases import Opening, phrase_end
from glose.digest.glossary.scripts import Place, arabic_places, unspaced_places
from glose.digest.glossary.signatures import signs
from glose.digest.glossary.words import Words

if TYPE_CHECKING:
    from glose.digest.glossary.match import Matcher

Allowed = Callable[[int, int], bool]
Reading = tuple[int, list[Rival]]
"""The number of the last word, and the names that the words up to it may be."""
FARTHEST_CUT = 120
"""Characters from the beginning of a name to a line's end in it."""
LONGEST_SMALL = 4
"""Letters of a small word that may be taken for an acronym."""
LONGEST_PAIR = 6
"""Names joined by hyphens that are looked at."""


class _Left(NamedTuple):
    """The mention found last."""

    end: int = -1
    place: bool = False
    """True for a place."""
    whole: bool = False
    """True for a name of several words or an acronym: no given name."""


class Search:
    """The search for the names of one matcher in one text."""

    def __init__(
        self, matcher: Matcher, words: Words, allowed: Allowed | None, cuts: Sequence[int] = ()
    ) -> None:
        """`cuts`: offsets at which lines end in a word; when there are any, only names across one are looked for."""
        self.matcher = matcher
        self.words = words
        self.allowed = allowed
        self.cuts = cuts
        self.lang = matcher.lang
        self.index = matcher.index
        self.left = _Left()
        self.beside: Beside | None = None
        self.barred = False
        """True where the page alone bars a name: a shorter one inside it may stand."""
        self.namesakes = Namesakes()
        self.refused: list[Refusal] = []
        """Names left unmarked because the words beside them make them somebody else's."""

    def run(self) -> Iterator[Mention | Ambiguity]:
        """Mentions and ambiguous places, in order, disjoint."""
        done = hidden = 0
        for place in self._places():
            if place[0] < done:
                continue
            for last, rivals in reversed(self._readings(place)):
                if not rivals:
                    continue
                if rivals[0].end <= hidden and not any(rival.forced for rival in rivals):
                    continue  # inside a longer name that is none here
                self.barred = False
                fit = [kept for rival in rivals if (kept := self._fit(rival, place, last)) is not None]
                if fit:
                    found = choose(fit, self.words.text, self.lang)
                    if not self.cuts or self._across(found.start, found.end):
                        yield found
                    done = found.end
                    self.left = _Left(found.end, fit[0].form.term.type == "place", fit[0].form.whole)
                    break
                if not self.barred and any(rival.form.usable(self.lang, None) for rival in rivals):
                    hidden = max(hidden, *(rival.end for rival in rivals))

    def _places(self) -> list[Place]:
        """Where names may begin, from the left."""
        words, begun, forced = self.words, self.index.begun, self.matcher.forced
        known = begun if forced is None else begun.keys() | forced.begun.keys()
        hits = compress(range(len(words.words)), map(known.__contains__, words.words))
        places = [
            (words.start(at), at, words.words[at], -1)
            for at in hits
            if forced is not None or self.index.begins(words, at)
        ]
        if self.cuts:
            return [place for place in places if self._across(place[0], place[0] + FARTHEST_CUT)]
        if not words.folded.western:
            if self.lang == "ar":
                places += arabic_places(words, self.index)
            if self.index.longest_unspaced:
                places += unspaced_places(words, self.index)
            places.sort(key=lambda place: (place[0], -place[3]))
        return places

    def _across(self, start: int, end: int) -> bool:
        """True when a line ends between those offsets."""
        after = bisect_right(self.cuts, start)
        return after < len(self.cuts) and self.cuts[after] < end

    def _readings(self, place: Place) -> list[Reading]:
        """What may be written there, from the shortest to the longest."""
        start, first, name, end = place
        if end >= 0:
            return [(first, self._named(self.index.names[name], start, end))]
        found = self._walk(self.index, place)
        if self.matcher.forced is not None:  # after the others: of two as long it is tried first
            found += self._walk(self.matcher.forced, place, forced=True)
        if len(found) > 1:
            found.sort(key=lambda reading: reading[0])
        return found

    def _walk(self, index: Index, place: Place, *, forced: bool = False) -> list[Reading]:
        """The names and phrases of `index` that begin there."""
        start, last, word, _ = place
        found: list[Reading] = []
        words, node = self.words, index.begun.get(word)
        folded = words.words
        while node is not None:
            if node.spellings:
                found.append((last, self._named(node, start, words.end(last), forced=forced)))
            if node.openings:
                found += self._phrases(node.openings, place, last)
            if not node.after:
                break
            last = words.after(last)
            if last >= len(folded):
                break
            node = node.after.get(inner(folded[last]))
        return found

    def _named(self, node: Node, start: int, end: int, *, forced: bool = False) -> list[Rival]:
        """The names that end there which the raw text bears out."""
        text = self.words.text
        surface = text[start:end]
        small = surface.islower()
        found: list[Rival] = []
        for form in node.forms:
            refused = small and form.capital and surface != form.spelling
            span = None if refused else form.accepts(text, start, end)
            if span is None:
                if small and form.acronym and signs(text, start, end, form, self.lang):
                    span = start, end
                else:
                    continue
            elif form.rules.inflect:
                span = span[0], inclusive_end(text, span[1], self.lang)
            found.append(Rival(form, *span, forced))
        return found

    def _phrases(self, openings: Iterable[Opening], place: Place, last: int) -> Iterator[Reading]:
        """The phrases whose head is the words from the place to `last`."""
        words = self.words
        head = words.end(last)
        for begun in openings:
            final = phrase_end(begun, words, place[1], last)
            if final is not None:
                end = head if begun.phrase.mark == "head" else words.end(final)
                yield final, [Rival(begun.parts[0], place[0], end, head=head)]

    def _fit(self, rival: Rival, place: Place, last: int) -> Rival | None:
        """The rival, where it stands by itself, in its time and among the right words; a phrase perhaps by its head."""
        form = rival.form
        if not rival.forced and not self._meant(form, place[1], last):
            return None
        start, end = rival.start, rival.end
        if place[3] < 0 and not self._stands(form, start, end):
            return None
        if not rival.forced and (
            (form.named and self._strange(form, start, end)) or self._shouted(form, start, end)
        ):
            return None
        if self.allowed is None or self.allowed(start, end):
            return rival
        if rival.head and self.allowed(start, rival.head):
            return rival._replace(end=rival.head)
        self.barred = True
        return None

    def _meant(self, form: Form, first: int, last: int) -> bool:
        """True when the name is looked for here: language, day, and the words that its rules ask for."""
        matcher, words = self.matcher, self.words
        if not form.usable(self.lang, matcher.on) or (not matcher.drafts and form.term.status == "draft"):
            return False
        if not form.choosy:
            return True
        if form.after and not follows(form.after, words, first):
            return False
        return fits(form.rules, words, first, last) and not renamed(form, words, first)

    def _strange(self, form: Form, start: int, end: int) -> bool:
        """True when the words beside the name, or a namesake before it, make it somebody else's; for the lint too."""
        if self.beside is None:
            self.beside = Beside(self.words, self.lang)
        strange = self.beside.stranger(form, start, end, self._known_left, self._known_right)
        strange = self.namesakes.other(form, strange, self.beside.bearer, self.words.text, start)
        if strange:
            self.refused.append(Refusal(start, end, form.term.slug, form.name))
        return strange

    def _shouted(self, form: Form, start: int, end: int) -> bool:
        """True for a small word among capitals that looks like an acronym: "UN" in "UN MORT À EXEMPLEVILLE"."""
        word = self.words.text[start:end]
        return (
            len(word) <= LONGEST_SMALL
            and word.isupper()
            and form.term.type != "place"
            and word.lower() in COMPANY.get(self.lang, ANYWHERE).openers
            and Beside(self.words, self.lang).shouting(start, end)
        )

    def _known_left(self, form: Form, at: int) -> bool:
        """True when another name that the glossary knows ends there, and is not a given name before this one."""
        return self.left.end == at and (self.left.whole or (self.left.place and form.term.type == "place"))

    def _known_right(self, form: Form, at: int) -> bool:
        """True when another name that the glossary knows begins there, and does not go on with this one."""
        place = form.term.type == "place"
        return any(
            rival.form.whole or (place and rival.form.term.type == "place")
            for _, rivals in self._readings_at(at)
            for rival in rivals
        )

    def _stands(self, form: Form, start: int, end: int) -> bool:
        """True when the name is no part of a longer word, address or compound; of two known names each stands."""
        text = self.words.text
        before, after = free_before(text, start), free_after(text, start, end, self.lang)
        if before and after:
            return True
        if form.spelling.islower():
            return False
        if not before and not (
            start
            and text[start - 1] in HYPHEN
            and (self.left.end == start - 1 or initials_before(text, start - 1))
        ):
            return False
        if not after and not (
            text[end : end + 1] in HYPHEN and (initials_after(text, end + 1) or self._goes_on(end + 1))
        ):
            return False
        return not one_place(text, start, end)

    def _goes_on(self, at: int, most: int = LONGEST_PAIR) -> bool:
        """True when known names stand there to the end of the hyphened words."""
        text = self.words.text
        for _, rivals in reversed(self._readings_at(at)):
            for rival in rivals:
                if rival.form.spelling.islower():
                    continue
                if free_after(text, rival.start, rival.end, self.lang):
                    return True
                if (
                    most
                    and text[rival.end : rival.end + 1] in HYPHEN
                    and self._goes_on(rival.end + 1, most - 1)
                ):
                    return True
        return False

    def _readings_at(self, at: int) -> list[Reading]:
        """What of the glossary is written at that offset, as far as language and day go."""
        number = self.words.number(at)
        if number < 0 or self.words.words[number] not in self.index.begun:
            return []
        place: Place = (at, number, self.words.words[number], -1)
        return [
            (last, kept)
            for last, rivals in self._walk(self.index, place)
            if (kept := [rival for rival in rivals if self._meant(rival.form, number, last)])
        ]
