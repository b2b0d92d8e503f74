"""Which of several terms a place is about: the rules in their order, and no guess when they do not decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from glose.digest.glossary.forms import Form


class Mention(NamedTuple):
    """A place where a term is meant."""

    start: int
    """First code point of the mention in the text."""
    end: int
    """One past the last code point."""
    term: str
    """The term's slug."""
    form: str
    """The name by which it was found, as the entry writes it."""


class Ambiguity(NamedTuple):
    """A place that several terms claim with equal right; it is left unmarked."""

    start: int
    end: int
    terms: tuple[str, ...]
    """The slugs, sorted."""


class Refusal(NamedTuple):
    """A place that has a term's name, left unmarked because the words beside it make it the name of another."""

    start: int
    end: int
    term: str
    """The slug of the term that is not meant."""
    form: str
    """Its name, as the entry writes it."""


class Rival(NamedTuple):
    """A form that a place may have."""

    form: Form
    start: int
    end: int
    forced: bool = False
    """True where the article's editor said that these words mean this term."""
    head: int = 0
    """Of a phrase, where its first fixed part ends; else 0."""


def choose(rivals: list[Rival], text: str, lang: str) -> Mention | Ambiguity:
    """The term that the best of the rivals belong to; an `Ambiguity` when they belong to several."""

    if len(rivals) == 1:
        ((form, start, end, _, _),) = rivals
        return Mention(start, end, form.term.slug, form.name)

    def spelled(rival: Rival) -> bool:
        return text[rival.start : rival.end] == rival.form.name

    rules: tuple[Callable[[Rival], int], ...] = (
        lambda rival: rival.forced,  # an editor's word is law
        lambda rival: lang in rival.form.langs,  # a name in the article's language before a foreign one
        lambda rival: bool(rival.form.rules.near),  # surroundings that an entry asks for before none
        lambda rival: rival.form.rules.priority,  # then what the entries say
        spelled,  # "Péché" is no "Pêche"
    )
    best = rivals
    slugs = {rival.form.term.slug for rival in best}
    for rule in rules if len(slugs) > 1 else ():
        top = max(map(rule, best))
        best = [rival for rival in best if rule(rival) == top]
        slugs = {rival.form.term.slug for rival in best}
    first = best[0]
    if len(slugs) > 1:
        return Ambiguity(first.start, first.end, tuple(sorted(slugs)))
    first = next(filter(spelled, best), first)
    return Mention(first.start, first.end, first.form.term.slug, first.form.name)
