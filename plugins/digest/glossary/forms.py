"""A spelling made ready for comparison: which case, accents and punctuation the text must have to be a mention.

The index finds words by their folded keys; a form then looks at the raw text. Capitals in the name need
capitals in the text (all capitals pass), an acronym needs all of them, punctuation inside a name ("U.S.",
"C++", "n° 2268") must stand in the text too, spaces and hyphens may take each other's place.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from plugins.digest.glossary.fold import APOSTROPHES, HYPHENS, INVISIBLE, MARKS, RINGS, SPACE, key
from plugins.digest.glossary.term import Phrase, Rules, Term, base, in_force

WORD = re.compile(rf"(?:[^\W_]|[{RINGS}])(?:[^\W_ªº]|[{MARKS}{INVISIBLE}{RINGS}]|¬\s*)*")
"""A word as the text has it, with the marks and invisible characters inside it."""
GLUE = re.compile(rf"{SPACE}*\r?\n?{SPACE}*|[{HYPHENS}](?:{SPACE}|{SPACE}*\r?\n{SPACE}*)?|{SPACE}[{HYPHENS}]")
"""What may stand between two words of a name: spaces, at most one line break, a hyphen without spaces around."""
APOSTROPHE = re.compile(rf"[{APOSTROPHES}]{SPACE}?")
ARTICLES = frozenset(["al", "el", "an", "en", "ash", "ach", "as", "ar", "ad", "at", "az", "ul"])
"""The Arabic article in its transliterations; its case is free."""
OF = frozenset(("de", "du", "des", "d"))
"""French ``de`` in all its shapes: "province d’Alep" and "province de Lattaquié" follow one rule."""
_NO_SIGNS = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "º": "°"})
_FRENCH_E = re.compile(r"[ée]e?s?$")


class Form:
    """One spelling of one name of one term."""

    __slots__ = ("always", "exact", "glues", "lang", "lead", "name", "needs", "own", "rules", "since", "spelling",
                 "term", "trail", "until", "words")  # fmt: skip

    def __init__(
        self, term: Term, name: str, spelling: str, lang: str, since: dt.date | None, until: dt.date | None
    ) -> None:
        self.term = term
        self.rules: Rules = term.rules
        self.name = name
        self.lang = base(lang)
        self.since, self.until = since, until
        found = list(WORD.finditer(spelling))
        self.words = [unicodedata.normalize("NFC", word[0]) for word in found]
        self.glues = [
            _sign(spelling[one.end() : two.start()]) for one, two in zip(found, found[1:], strict=False)
        ]
        self.lead = _sign(spelling[: found[0].start()])
        self.trail = _sign(spelling[found[-1].end() :])
        self.spelling = spelling[found[0].start() : found[-1].end()]
        self.exact = self.rules.case == "exact"
        self.needs = [self._need(word, alone=len(found) == 1) for word in self.words]
        # Foreign common nouns are other words in this language ("pain"): only names travel.
        self.own = (
            bool(self.lang)
            and self.lang != "mul"
            and (
                self.rules.inflect
                or not any(c.isupper() or not (c.islower() or c.isascii()) for c in spelling)
            )
        )
        self.always = since is None and until is None and all(term.sense(day) for day in _days(term))

    def _need(self, word: str, *, alone: bool) -> int:
        """0 free, 1 a capital first, 2 all capitals, 3 as written or all capitals."""
        case = self.rules.case
        if case == "any":
            return 0
        if case == "acronym":
            return 2
        if word.isupper() and len(word) > 1:
            return 2
        if word[:1].isupper():
            return 0 if key(word) in ARTICLES and not alone else 1
        return 3 if any(c.isupper() for c in word) else 0

    def usable(self, lang: str, on: dt.date | None) -> bool:
        """True when the name is looked for in articles of that language and day."""
        if self.own and self.lang != lang:
            return False
        return (
            self.always
            or on is None
            or (in_force(self.since, self.until, on) and self.term.sense(on) is not None)
        )

    def accepts(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The span of the mention when the words in text[start:end] are this form as it may be written."""
        surface = text[start:end]
        if surface != self.spelling and not self._same(surface, text):
            return None
        if self.lead:
            begin = _back(text, start, self.lead)
            if begin is None:
                return None
            start = begin
        if self.trail:
            stop = _forth(text, end, self.trail)
            if stop is not None:
                end = stop
            elif self.trail != "." or "." not in self.glues:
                return None
        return start, end

    def _same(self, surface: str, text: str) -> bool:
        found = list(WORD.finditer(surface))
        if len(found) != len(self.words):
            return False
        for glue, one, two in zip(self.glues, found, found[1:], strict=False):
            if not _glued(surface[one.end() : two.start()], glue, key(one[0]) if glue in "'- " else ""):
                return False
        return all(
            self._word(want, need, got[0], text)
            for want, need, got in zip(self.words, self.needs, found, strict=True)
        )

    def _word(self, want: str, need: int, got: str, text: str) -> bool:
        if "¬" in got or not got.isalnum():
            got = "".join(c for c in got if c.isalnum() or unicodedata.combining(c))
        got = unicodedata.normalize("NFC", got)
        if want == got:
            return True
        if self.exact:
            return False
        if key(want) != key(got) and not (self.lang in ("fr", "mul", "") and {key(want), key(got)} <= OF):
            return False
        if need == 1:
            return got[:1].isupper()
        if need == 2:
            return got.isupper()
        if need == 3:
            return got.isupper()
        return got.isupper() or self.lang == "en" or not want.islower() or _same_accents(want, got, text)


def _days(term: Term) -> list[dt.date]:
    """Days that between them lie in every gap the senses may leave."""
    edges = [day for sense in term.senses for day in (sense.since, sense.until) if day]
    return [dt.date.min, dt.date.max, *edges]


def _sign(glue: str) -> str:
    """The punctuation of a glue in one customary shape, without spaces; one space when there is nothing else."""
    signs = "".join(re.sub(rf"[{INVISIBLE}]", "", glue).split()).translate(_NO_SIGNS)
    return signs or (" " if glue else "")


def _glued(between: str, want: str, before: str) -> bool:
    """True when what stands between two words may stand there; `before` is the folded word before it."""
    if want in ("'", "-", " "):
        if before in OF and want != "-":
            return bool(APOSTROPHE.fullmatch(between) if before == "d" else GLUE.fullmatch(between))
        if want == "'":
            return bool(APOSTROPHE.fullmatch(between))
        return bool(GLUE.fullmatch(re.sub(rf"[{INVISIBLE}]", "", between)))
    return _sign(between) == want


def _back(text: str, start: int, signs: str) -> int | None:
    """Where `signs` begin that end right before `start`, spaces allowed."""
    return next(
        (
            at
            for at in range(max(0, start - 2 * len(signs) - 1), start)
            if _sign(text[at:start]) == signs and not text[at].isspace()
        ),
        None,
    )


def _forth(text: str, end: int, signs: str) -> int | None:
    """Where `signs` stop that begin right after `end`."""
    for stop in range(end + 1, min(len(text), end + len(signs) + 1) + 1):
        if _sign(text[end:stop]) == signs:
            return stop
    return None


def _same_accents(want: str, got: str, text: str) -> bool:
    """True when a small word differs by accents that may be missing, not by ones that make it another word.

    "treve" is a trêve; "côté" is no cote and "marche" no marché, unless the text has no accents at all.
    """
    plain = {unicodedata.normalize("NFD", c) for c in got.lower()}
    del plain
    one, two = (unicodedata.normalize("NFD", word.lower()) for word in (want, got))
    if len(two) > len(one) or (len(two) == len(one) and one != two):
        return False
    if got[0].isupper() and unicodedata.normalize("NFC", one)[1:] == unicodedata.normalize("NFC", two)[1:]:
        return True
    final = _FRENCH_E.search(want)
    if final and final[0][0] == "é" and not got.endswith(final[0]):
        return not re.search("[à-öø-ÿ]", text)
    return True


def phrase_forms(term: Term, phrase: Phrase) -> list[Form]:
    """A form for each fixed part of a phrase."""
    return [
        Form(term, " … ".join(phrase.words), part, phrase.lang or "mul", None, None) for part in phrase.words
    ]
