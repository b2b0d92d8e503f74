"""A spelling made ready for comparison: which case, accents and punctuation the text must have to be a mention.

The index finds words by their folded keys; a form then looks at the raw text. Capitals in the name need capitals in
the text (all capitals pass), an acronym needs all of them, punctuation inside a name ("U.S.", "C++", "n° 2268") must
stand in the text too, spaces and hyphens may take each other's place.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from glose.digest.glossary.accents import PLAIN, same_word
from glose.digest.glossary.bounds import ARTICLES
from glose.digest.glossary.fold import (
    APOSTROPHES,
    CUT,
    CUT_SIGN,
    DIGITS,
    INVISIBLE,
    MARKS,
    RINGS,
    key,
    word_set,
)
from glose.digest.glossary.joints import HIDDEN, OF, SHORTENED, glued, joint, sign
from glose.digest.glossary.needs import Need, needed
from glose.digest.glossary.skeleton import sound
from glose.digest.glossary.term import ANY_LANGUAGE, Name, Rules, Term, base, in_force

WORD = re.compile(rf"[^\W_ªº{APOSTROPHES}](?:[^\W_ªº{APOSTROPHES}]|[{MARKS}{INVISIBLE}{RINGS}]|{CUT_SIGN})*")
"""A word as the text has it, with the marks and invisible characters inside it."""
LEADING = word_set("le la les the el los las il lo gli der die das o os het de")
"""Articles that begin a name."""
FREE_ACCENTS = ("en", *ANY_LANGUAGE)
"""Languages in which an accent does not make another word: "façade", "facade"."""
FARTHEST_SIGN = 8
"""Characters, spaces among them, in which the punctuation before or after a name must stand."""
_SPOKEN = re.compile("[A-Z]{4,6}")
"""Acronyms that are spoken as words are also written as names: Otan, Unesco (AFP's and Le Monde's usage)."""
_WITH_NUMBER = re.compile(r"[A-Z]{3,6}\d{1,4}")
"""Acronyms whose number makes them no other word: "Cop21" for COP21."""
_SMALL = word_set("de du des d la le les l et en sur aux au a of the and von der die das del y e") | LEADING
"""Words of a name that stay small in it."""
_LONG = re.compile("[A-ZÀ-ÖØ-Þ]{4,}")
"""Words in capitals that are no acronyms when they name a place."""
_VOWEL = re.compile("[AEIOUYÀ-Ý]")


NAMED = frozenset(("person", "place", "org", "agency"))
"""Types of terms whose names others bear too."""
PARTICLES = (
    word_set("van von der den ter de da di del della du le la bin ben ibn bint abu abou abd") | ARTICLES
)
"""What stands before a surname and belongs to it."""


class Parts(NamedTuple):
    """A spelling taken apart, for the texts that do not have it letter by letter."""

    words: tuple[str, ...]
    glues: tuple[str, ...]
    """What stands between the words, as `sign` has it."""
    needs: tuple[Need, ...]


class Form:
    """One spelling of one name of one term. Made for every name that is met: what is seldom needed comes later."""

    __slots__ = (
        "_acronym", "_givens", "_own", "_parts", "_sounds", "after", "always", "bare", "capital", "choosy", "lang",
        "langs", "lead", "local", "name", "named", "proper", "rules", "since", "spelling", "term", "trail", "until",
    )  # fmt: skip

    def __init__(
        self,
        term: Term,
        name: Name,
        spelling: str,
        only: str = "",
        after: frozenset[str] = frozenset(),
        also: Iterable[str] = (),
    ) -> None:
        """`only`: the one language of articles in which it is looked for; `after`: words one of which stands before.

        `also`: the languages of other names that are found in the same places (`asked`).
        """
        rules = name.rules or term.rules
        self.term = term
        self.rules: Rules = rules
        self.name = name.text
        self.lang = only or base(name.lang)
        self.langs = frozenset((self.lang, *map(base, also)))
        self.since, self.until = name.since, name.until
        self.after = after
        if rules.case == "acronym":
            spelling = spelling.upper()
        self.lead = self.trail = ""
        found = () if spelling[0].isalnum() and spelling[-1].isalnum() else tuple(WORD.finditer(spelling))
        if found:
            self.lead = sign(spelling[: found[0].start()])
            self.trail = sign(spelling[found[-1].end() :])
            spelling = spelling[found[0].start() : found[-1].end()]
        self.spelling = spelling
        self._parts: Parts | None = None
        self._acronym: bool | None = None
        self.capital = rules.case != "any" and spelling != spelling.lower()
        # A foreign common noun is another word here ("pain"): only names travel.
        common = spelling.islower() and not any(map(str.isdigit, spelling))
        self.local = (bool(only) or rules.inflect or common) and self.lang not in ANY_LANGUAGE
        self.proper = (
            spelling.isalnum()
            and needed(spelling, rules.case, alone=True) is Need.CAPITAL
            and term.type != "person"
        )
        self.choosy = self.proper or bool(rules.near or rules.not_near or after)
        self.named = (
            term.type in NAMED
            and not spelling.islower()
            and (term.type == "person" or " " in spelling or not spelling.isupper())
        )
        self.bare = self.named and _is_bare(spelling, term)
        self.always = self.since is None and self.until is None and _always(term)
        self._own: frozenset[str] | None = None
        self._sounds: frozenset[str] | None = None
        self._givens: frozenset[str] | None = None

    @property
    def own(self) -> frozenset[str]:
        """The folded words of all names of the term."""
        if self._own is None:
            self._own = frozenset(word for name in self.term.names for word in key(name.text).split())
        return self._own

    @property
    def sounds(self) -> frozenset[str]:
        """Those words as other languages write them: "Wladimir" is Vladimir."""
        if self._sounds is None:
            self._sounds = frozenset(map(sound, self.own))
        return self._sounds

    @property
    def givens(self) -> frozenset[str]:
        """The first words of the term's names of several words: of a person, the given names."""
        if self._givens is None:
            names = (key(name.text).split() for name in self.term.names)
            self._givens = frozenset(words[0] for words in names if len(words) > 1)
        return self._givens

    @property
    def whole(self) -> bool:
        """True for several words or an acronym: no given name and no bare surname."""
        return " " in self.spelling or self.spelling.isupper()

    @property
    def acronym(self) -> bool:
        """True for one word that needs all its capitals."""
        if self._acronym is None:
            self._acronym = len(self.parts.words) == 1 and self.parts.needs[0] is Need.CAPITALS
        return self._acronym

    @property
    def parts(self) -> Parts:
        """The words of the spelling, and what they ask of the text."""
        if self._parts is None:
            found = list(WORD.finditer(self.spelling))
            words = tuple(unicodedata.normalize("NFC", word[0]) for word in found)
            self._parts = Parts(
                words,
                tuple(
                    joint(one[0], sign(self.spelling[one.end() : two.start()]))
                    for one, two in pairwise(found)
                ),
                tuple(self._needs(words)),
            )
        return self._parts

    def _needs(self, words: tuple[str, ...]) -> Iterator[Need]:
        headline = len(words) > 1 and self.spelling.isupper() and any(map(_LONG.fullmatch, words))
        for at, word in enumerate(words):
            if headline and self.rules.case == "smart":  # a name taken from a headline is no row of acronyms
                small = key(word) in _SMALL
                yield Need.NOTHING if small else Need.CAPITAL if _VOWEL.search(word) else Need.CAPITALS
                continue
            need = needed(word, self.rules.case, alone=len(words) == 1)
            article = at == 0 and len(words) > 1 and self.term.type == "place" and word.lower() in LEADING
            yield Need.NOTHING if article and need is Need.CAPITAL else need

    def usable(self, lang: str, on: dt.date | None) -> bool:
        """True when the name is looked for in articles of that language and day."""
        if self.local and self.lang != lang:
            return False
        if self.always or on is None:
            return True
        return in_force(self.since, self.until, on) and self.term.sense(on) is not None

    def accepts(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The span of the mention, when the words in text[start:end] are this form as it may be written."""
        surface = text[start:end]
        if surface != self.spelling and (
            (self.capital and surface.islower()) or not self._same(surface, text)
        ):
            return None
        if self.lead:
            begins = range(start - 1, max(0, start - FARTHEST_SIGN) - 1, -1)
            begin = next((at for at in begins if sign(text[at:start]) == self.lead), None)
            if begin is None:
                return None
            start = begin
        if self.trail:
            stops = range(end + 1, min(len(text), end + FARTHEST_SIGN) + 1)
            stop = next((at for at in stops if sign(text[end:at]) == self.trail), None)
            if stop is not None:
                end = stop
            elif self.trail != "." or not ("." in self.parts.glues or key(self.parts.words[0]) in SHORTENED):
                return None  # only the last stop of "U.S." may be missing
        return start, end

    def _same(self, surface: str, text: str) -> bool:
        words, glues, needs = self.parts
        found = list(WORD.finditer(surface))
        if len(found) != len(words):
            surface = CUT.sub("", surface)
            found = list(WORD.finditer(surface))
            if len(found) != len(words):
                return False
        for glue, (one, two) in zip(glues, pairwise(found), strict=True):
            if not glued(surface[one.end() : two.start()], glue, one[0]):
                return False
        rows = zip(words, needs, found, strict=True)
        return all(self._word(want, need, _shown(got[0]), text) for want, need, got in rows)

    def _word(self, want: str, need: Need, got: str, text: str) -> bool:
        if want == got:
            return True
        if self.rules.case == "exact":
            return False
        if key(want) != key(got):
            return self.lang in ("fr", *ANY_LANGUAGE) and {want.lower(), got.lower()} <= OF
        if (need is Need.SAME and want[-1] in DIGITS) or (want[-1] == "s" and want[:-1].isupper()):
            return want.translate(PLAIN) == got.translate(PLAIN)  # km², MPs
        if got.isupper() and (len(got) > 1 or need is Need.CAPITAL):
            return True
        if need is Need.CAPITAL:
            return got[:1].isupper()
        if need is Need.CAPITALS:
            spoken = _LONG if self.term.type == "place" else _SPOKEN
            if _WITH_NUMBER.fullmatch(want):
                return got.istitle()
            return self.rules.case == "smart" and bool(spoken.fullmatch(want)) and got.istitle()
        if need is Need.SAME:
            return [c.isupper() for c in want] == [c.isupper() for c in got]
        return self.lang in FREE_ACCENTS or not want.islower() or same_word(want, got, text)


def _is_bare(spelling: str, term: Term) -> bool:
    """True for a name that others bear as well: one word, or a surname with its particles."""
    words = [word for word in re.split(r"[\s-]+", spelling) if word]
    if term.type == "person":
        words = [word for word in words if key(word) not in PARTICLES] or words
    return len(words) == 1 and "." not in spelling


def _always(term: Term) -> bool:
    """True when the term has a sense on every day."""
    if len(term.senses) == 1:
        return term.senses[0].since is None and term.senses[0].until is None
    ends = {sense.until for sense in term.senses if sense.until}
    return all(term.sense(day) for day in (dt.date.min, dt.date.max, *ends))


def _shown(word: str) -> str:
    """A word of the text without what a reader does not see in it."""
    return unicodedata.normalize("NFC", re.sub(r"¬\s*", "", HIDDEN.sub("", word)))
