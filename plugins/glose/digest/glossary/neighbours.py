"""Whose name it is: a capitalised word beside a name, which no name of the term has, makes another name of it.

"Igor Poutine" is no Vladimir, "François Hollande" no country, "Paris Hilton" no town. Titles, words that open a
sentence, and other known names do not: "M. Poutine", "Selon Poutine", "le président Poutine". Given names are too many
to be listed, so every other capitalised word counts as one: what is left unmarked is told by the lint.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glose.digest.glossary.adjacent import FARTHEST, GAP, RIGHT, SHORT, bare, left_of
from glose.digest.glossary.adjacent import folded as key
from glose.digest.glossary.bounds import ARTICLES, HYPHEN
from glose.digest.glossary.called import called_after, held, of_couple, of_somebody, thing_after
from glose.digest.glossary.company import ANYWHERE, COMPANY, Company, given, monuments
from glose.digest.glossary.elsewhere import elsewhere
from glose.digest.glossary.fold import APOSTROPHES, BREAK, OBJECT, word_set
from glose.digest.glossary.forms import Form
from glose.digest.glossary.skeleton import sound
from glose.digest.glossary.words import Words, page_words

PARTICLES = word_set("van von der den ter bin ben ibn bint abu abou abd") | ARTICLES
"""Small words between a given name and a surname."""
GENERATIONS = word_set("jr junior senior sr fils père pere ii iii iv")
STEPS = 4
"""Words before a name that are looked at, as long as they are the term's own."""
LINE = 300
"""Characters before and after a name that may belong to its line."""
WRAPPED = 60
"""Characters of a line from which on the next one may go on with a name."""
TELLING = 3
"""Long words that a line must have for its capitals to say that it is a headline."""
_ARTICLE = re.compile(rf"(?<![^\W_])([^\W\d_]{{2,4}})[{HYPHEN}]\Z")
_OPENS = re.compile(rf"(?:\A|[.!?…:;]|\n|[«\"“”„(\[{BREAK}{OBJECT}])[\s«\"“”„(\[–—•*>#-]*\Z")
_ARTICLE_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?:le|la|un|une|du|au|der|die|den|dem|des|das|im|am|zum|zur|vom|beim){GAP}|l['’])\Z",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_PAIRS = re.compile(r"[^\W\d_]{2,}")
Known = Callable[[Form, int], bool]
"""Says whether another name than the form, one that the glossary knows, ends or begins at that offset."""


class Beside:
    """What stands beside the names of one text, in one language."""

    __slots__ = ("bearer", "company", "lang", "text")

    def __init__(self, words: Words, lang: str) -> None:
        self.text = words.text
        self.lang = lang
        self.company: Company = COMPANY.get(lang, ANYWHERE)
        self.bearer = False
        """True when the stranger found last is named there: who goes by the name alone further on may be meant."""

    def stranger(self, form: Form, start: int, end: int, left: Known, right: Known) -> bool:
        """True when the words around text[start:end] make it the name of somebody or something else."""
        self.bearer = False
        if form.term.type == "person" and called_after(self.text, start, end, form, self.company, self.lang):
            return True
        if form.term.type == "place" and elsewhere(self.text, start, end):
            return True
        if form.bare and self._before(form, start, end, left):
            return True
        return self._after(form, start, end, right)

    def _before(self, form: Form, start: int, end: int, known: Known) -> bool:
        text, company = self.text, self.company
        person = form.term.type == "person"
        if start and text[start - 1] in HYPHEN:
            article = _ARTICLE.search(text, max(0, start - FARTHEST), start)
            if article is None or key(article[1]) not in ARTICLES:
                return False
            start = article.start()
        owned = of_somebody(text, start, company, person=person)
        if owned is not None:
            return owned
        whole, own = text[start:end], form.own
        for step in range(STEPS):
            found = left_of(text, start)
            if found is None:
                return False
            word, stop = bare(found[1]), found[2]
            if not word:
                return False
            folded = key(word)
            parts = folded.split()
            if not parts:
                return False
            if step == 0 and ((person and folded in company.kin) or folded in company.streets):
                return not text.startswith(tuple(HYPHEN), end)  # "le couple Merkel-Sarkozy" is of two
            if person and of_couple(text, found.start(), folded, company):
                return True
            if not word[0].isupper():
                if person and folded in company.titles and self._other_sex(folded, form.givens):
                    return True
                if self.lang == "ar" and person and parts[-1] in given.ARABIC:
                    self.bearer = parts[-1] not in own
                    return self.bearer
                if (
                    folded not in PARTICLES
                    or not person
                    or (folded in ARTICLES and self.lang in ("es", "it"))
                ):
                    self.bearer = not person and len(folded) > SHORT and folded in company.titles
                    return self.bearer
                start = found.start()
                continue
            if stop and not (len(word) == 1 or folded in company.titles or folded in ANYWHERE.titles):
                return False  # the end of a sentence
            if form.term.type == "place" and parts[0] in monuments.ANOTHER:
                return True
            if (
                not person
                and company.nouns
                and (folded in company.kinds or (company.things and folded.endswith(company.things)))
            ):
                return False
            if folded in company.titles or parts[-1] in company.titles or self._office(parts[-1]):
                self.bearer = not person
                return not person or self._other_sex(folded, form.givens)
            if len(parts) > 1 and parts[0] in company.titles and parts[-1] in company.kinds:
                return not person  # "President-elect"
            if len(word) == 1 and stop:
                if not person or not (
                    any(name.startswith(folded) for name in own) or self._given_before(form, found.start())
                ):
                    self.bearer = True
                    return True
            elif folded in company.kinds:
                return False
            elif person and (own.issuperset(parts) or form.sounds.issuperset(map(sound, parts))):
                if company.nouns:
                    return False  # what stands before a whole name is any noun
            elif word.isupper() and len(word) > 1 and not whole.isupper():
                return not person and (folded in monuments.CLUBS or folded in monuments.SHIPS)
            else:
                self.bearer = not (
                    known(form, found.end(1))
                    or self._noun(folded, found.start(1) + len(found[1]) - len(word), person=person)
                    or self._common(word, folded, parts, found.start())
                    or own.issuperset(parts)
                )
                strange = self.bearer
                self.bearer = strange and (person or given.is_given(parts[-1]))
                return strange
            start = found.start()
        return False

    def _after(self, form: Form, start: int, end: int, known: Known) -> bool:
        text, company = self.text, self.company
        found = RIGHT.match(text, end, end + FARTHEST)
        if found is None:
            return False
        if "\n" in found[0] and end - text.rfind("\n", 0, end) < WRAPPED:
            return False
        person = form.term.type == "person"
        if not person and not found[1][0].isupper():
            return False
        word = _APOSTROPHE.split(found[1], 1)[0]
        folded = key(word)
        if person and folded in GENERATIONS:
            return True
        if person and form.bare and folded in monuments.SIBLINGS:
            return True
        if not word[0].isupper():
            return False
        if thing_after(text, folded, found.end()) and not known(form, found.start(1)):
            return True
        if not form.bare and form.term.type != "place" and not (person and company.surnames > 1):
            return False
        parts = folded.split()
        if form.own.issuperset(parts) or not parts:
            return False
        name = text[start:end]
        if not person and held(text, start, key(name), company):
            return False
        if word.isupper() and len(word) > 1 and not name.isupper():
            return not person and folded in monuments.CLUBS
        if any(folded in kept for kept in (company.titles, company.kinds, company.sides)):
            return False
        if folded in company.openers and not (person and company.surnames > 1):
            return False
        if known(form, found.start(1)):
            return False
        if "\n" in found[0] and not person:
            return key(name) in given.PLACES
        if person and (company.nouns or self._headline(start, end)):
            return company.surnames > 1 and folded not in company.openers
        if company.nouns or (name.isupper() and self._headline(start, end)):
            return key(name) in given.PLACES
        return True

    def _noun(self, folded: str, at: int, *, person: bool) -> bool:
        """True for a capitalised noun after an article, which no given name has: "le Russe", "die Achse"."""
        words, endings = monuments.PEOPLES.get(self.lang, (frozenset(), ()))
        if not words or not _ARTICLE_BEFORE.search(self.text, max(0, at - SHORT - 2), at):
            return False
        if any(folded in names for names in (given.MEN, given.WOMEN, given.WORDS)):
            return False
        return folded in words or folded.endswith(endings or ("\n",)) or (self.company.nouns and not person)

    def _given_before(self, form: Form, start: int) -> bool:
        """True for an initial after a given name of the term's: "Joe Q. Sample"."""
        found = left_of(self.text, start)
        return found is not None and not found[2] and key(bare(found[1])) in form.givens

    def _office(self, word: str) -> bool:
        endings = self.company.endings
        return bool(endings) and (
            word.endswith(endings) or (word.endswith("in") and word[:-2].endswith(endings))
        )

    def _other_sex(self, title: str, givens: frozenset[str]) -> bool:
        """True for the title of a woman before a man's name, and the other way round."""
        if title in self.company.feminine or (
            self.company.nouns and title.endswith("in") and self._office(title.removesuffix("in"))
        ):
            return bool(givens & given.MEN) and not givens & given.WOMEN
        return title in self.company.masculine and bool(givens & given.WOMEN) and not givens & given.MEN

    def _common(self, word: str, folded: str, parts: list[str], at: int) -> bool:
        """True for a word that has its capital for its place alone."""
        company = self.company
        given_name = any(parts[-1] in names for names in (given.MEN, given.WOMEN, given.WORDS))
        opener = folded in company.openers or (len(parts) > 1 and parts[0] in company.openers)
        if opener and not given_name:
            return True
        if not (
            company.nouns
            or _OPENS.search(self.text, max(0, at - 12), at)
            or self._headline(at, at + len(word))
        ):
            return False
        if opener or given_name:
            return opener
        return page_words(self.text).has_small(folded)

    def _line(self, start: int, end: int) -> str:
        """The line of text[start:end], as far as it is looked at."""
        text = self.text
        low = max(text.rfind(sign, max(0, start - LINE), start) for sign in ("\n", BREAK)) + 1
        stops = [at for sign in ("\n", BREAK) if (at := text.find(sign, end, end + LINE)) >= 0]
        return text[max(low, start - LINE) : min([*stops, end + LINE, len(text)])]

    def shouting(self, start: int, end: int) -> bool:
        """True where the whole line is in capitals."""
        words = _PAIRS.findall(self._line(start, end))
        return len(words) >= TELLING and all(map(str.isupper, words))

    def _headline(self, start: int, end: int) -> bool:
        """True where the line is in capitals, or (English) all its long words have one: they say nothing."""
        line = self._line(start, end)
        words: list[str] = []
        for found in _LETTERS.finditer(line):
            if found[0][0].islower():
                return False  # as nearly every line has it
            words.append(found[0])
        if self.lang == "en" and len(words) >= TELLING:
            return any(key(word) in self.company.openers for word in line.split())
        return len(words) > 1 and all(map(str.isupper, words))
