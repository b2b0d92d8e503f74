"""The lexicon of an article: its terms as they were on its day, in its language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from glose.digest.editions import Editions
from glose.digest.glossary import Glossary, Mention
from glose.digest.glossary.term import Sense, Term, in_force, in_language
from glose.digest.site.values import LexiconEntry
from glose.digest.text.typography import typeset as set_text

_SENTENCE = re.compile(r".{20,}?[.!?؟…](?=\s+[^\W\da-zà-ÿ])", re.S)
"""Shorter than that, a full stop ends an abbreviation."""
typeset = lru_cache(20_000)(set_text)
"""The same terms stand in thousands of articles."""


def lexicon(
    mentions: Iterable[Mention], glossary: Glossary, lang: str, day: date | None, editions: Editions
) -> tuple[LexiconEntry, ...]:
    """An entry for each term, in the order of first mention.

    `day`: the article's; None for a text of no day. The site's language explains what the article's own does not.
    """
    first: dict[str, str] = {}
    for mention in mentions:
        first.setdefault(mention.term, mention.form)
    known, beside = glossary.memo, (lang, editions)
    found: list[LexiconEntry] = []
    for slug, form in first.items():
        entry = known.get((slug, beside))
        if entry is None:
            entry = _entry(term := glossary[slug], form, lang, day, editions)
            if term.timeless:
                known[slug, beside] = entry
        found.append(entry if entry.form == form else replace(entry, form=form))
    return tuple(found)


def explained(terms: Iterable[Term], lang: str, day: date, editions: Editions) -> tuple[LexiconEntry, ...]:
    """The terms of an article as an edition in another language explains them."""
    return tuple(_entry(term, term.label(lang, day), lang, day, editions) for term in terms)


def _entry(term: Term, form: str, lang: str, day: date | None, editions: Editions) -> LexiconEntry:
    own = lang if term.definition(lang, day) else editions.root
    sense = term.sense(day)
    return LexiconEntry(
        slug=term.slug,
        type=term.type,
        name=typeset(term.label(own, day), own),
        lang=own,
        native=native_names(term, day),
        definition=typeset(term.definition(own, day) or "", own),
        gloss=typeset((sense and in_language(sense.gloss, own)) or "", own),
        later=typeset(later(term, sense, own), own),
        url=editions.term(lang, term.slug),
        anchor=term.fragment(day),
        form=form,
    )


def later(term: Term, sense: Sense | None, lang: str) -> str:
    """What became of the term after that sense: in the entry's own words, else what the next sense begins with."""
    if sense is None:
        return ""
    if told := in_language(sense.later, lang):
        return told
    following = term.senses[term.senses.index(sense) + 1 :]
    return first_sentence(in_language(following[0].short, lang) or "") if following else ""


def first_sentence(text: str) -> str:
    """The text up to the first full stop that a capital letter follows, or all of it."""
    found = _SENTENCE.match(text)
    return found[0] if found else text


def native_names(term: Term, day: date | None = None) -> tuple[tuple[str, str, str], ...]:
    """Preferred names that are written from right to left, as of the day or all: text, language, direction."""
    names = (n for n in term.names if n.role == "pref" and n.dir == "rtl")
    return tuple((n.text, n.lang, n.dir) for n in names if in_force(n.since, n.until, day))
