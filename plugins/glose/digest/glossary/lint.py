"""What an editor should look at in the glossary. Nothing here is an error: the site can be built with all of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.skeleton import SLIP, likeness, skeleton
from glose.digest.glossary.term import ANY_LANGUAGE, Name, Rules, Term, base, in_force
from glose.digest.glossary.usage import Usage, usages
from glose.digest.model.errors import Fault

LONGEST = 300
"""Characters of a definition that a card shows without scrolling on a phone 360 px wide."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the rules look at."""

    glossary: Glossary
    found: tuple[Usage, ...]
    today: dt.date
    languages: tuple[str, ...]


def lint(
    glossary: Glossary,
    articles: Iterable[tuple[str, str, dt.date | None, str]],
    today: dt.date,
    languages: tuple[str, ...],
) -> tuple[Fault, ...]:
    """Everything worth a look, by file and line; ``what`` begins with the rule's name and a colon.

    `articles`: path, language, date and plain text of each article. `languages`: those of the site's editions, in
    which every entry should have a name and definitions; no other is asked for.
    """
    desk = Desk(glossary, usages(glossary, articles), today, tuple(dict.fromkeys(map(base, languages))))
    return tuple(sorted((fault for rule in RULES for fault in rule(desk)), key=_place))


def _place(fault: Fault) -> tuple[str, int, str]:
    return fault.path, fault.line or 0, fault.what


def unused(desk: Desk) -> Iterator[Fault]:
    """A term that no article mentions: too early, or written otherwise in the articles."""
    used = {slug for usage in desk.found for slug in usage.counts}
    passed = _passed_over(desk)
    for term in desk.glossary.terms:
        if term.slug in passed and term.slug not in used:
            words, path = passed[term.slug]
            what = f'unused: its name "{words}" stands in {path}, and its rules leave it unmarked there'
            yield Fault(term.path, None, what, "widen near, not_near or the dates if it is meant, or wait")
        elif term.slug not in used:
            yield Fault(
                term.path, None, "unused: no article mentions it", "add the form the articles use, or wait"
            )


def _passed_over(desk: Desk) -> dict[str, tuple[str, str]]:
    """By slug: a name that an article has as a whole run of words without a mention, and the article."""
    places: dict[str, tuple[str, str]] = {}
    for usage in desk.found:
        for run in usage.unknown:
            for slug in desk.glossary.index.owners(run.text):
                places.setdefault(slug, (run.text, usage.reading.path))
    return places


def drafts(desk: Desk) -> Iterator[Fault]:
    """A draft that an article would show if it were reviewed."""
    places = _first_places(desk)
    for term in desk.glossary.terms:
        if term.status == "draft" and term.slug in places:
            yield Fault(
                term.path, None, f"draft: {places[term.slug]} mentions it", "review it: status: reviewed"
            )


def _first_places(desk: Desk) -> dict[str, str]:
    places: dict[str, str] = {}
    for usage in desk.found:
        for slug in usage.counts:
            places.setdefault(slug, usage.reading.path)
    return places


def overdue(desk: Desk) -> Iterator[Fault]:
    """An entry that was to be looked at again by now."""
    for term in desk.glossary.terms:
        if term.review_after and term.review_after < desk.today:
            todo = "check it against its sources, then set as_of and review_after anew"
            yield Fault(term.path, None, f"overdue: was to be reviewed after {term.review_after}", todo)


def long_definitions(desk: Desk) -> Iterator[Fault]:
    """A definition that does not fit a card."""
    for term in desk.glossary.terms:
        for sense in term.senses:
            for lang, text in sense.short.items():
                if len(text) > LONGEST:
                    what = (
                        f'long: the definition in "{lang}" has {len(text)} characters, a card shows {LONGEST}'
                    )
                    yield Fault(term.path, sense.line or None, what, "move the rest into the body")


def missing_languages(desk: Desk) -> Iterator[Fault]:
    """A term that an edition could not name or define."""
    for term in desk.glossary.terms:
        named = {base(name.lang) for name in term.names if name.role == "pref"}
        for lang in desk.languages:
            if lang not in named and not named & set(ANY_LANGUAGE):
                yield Fault(
                    term.path, None, f'language: no preferred name in "{lang}"', "add one, role: pref"
                )
            for sense in term.senses:
                if lang not in map(base, sense.short):
                    what = f'language: a sense has no definition in "{lang}"'
                    yield Fault(term.path, sense.line or None, what, f"add short: {{{lang}: …}}")


def ambiguous(desk: Desk) -> Iterator[Fault]:
    """Words that several terms claim in an article; they stay unmarked."""
    for usage in desk.found:
        claims = {(usage.reading.text[one.start : one.end], one.terms) for one in usage.ambiguous}
        for words, terms in sorted(claims):
            what = f'ambiguous: "{words}" may be {" or ".join(terms)}, and is left unmarked'
            todo = "give one of them near, not_near or a priority"
            if any(_rules_of(desk.glossary[slug], words).near for slug in terms):
                todo = f"the words around suit both: narrow one's near, or write [[{terms[0]}|{words}]]"
            yield Fault(usage.reading.path, None, what, todo)


def _rules_of(term: Term, words: str) -> Rules:
    """The rules that hold for a name of a term: its own, else the term's."""
    own = next((name.rules for name in term.names if name.text == words and name.rules), None)
    return own or term.rules


def namesakes(desk: Desk) -> Iterator[Fault]:
    """A name of a term with another name's word beside it: it is taken for somebody else, and stays unmarked."""
    for usage in desk.found:
        for (words, slug), count in sorted(Counter(usage.namesakes).items()):
            often = f" ({count} times)" if count > 1 else ""
            what = f'namesake: "{words}"{often} is taken for somebody or something else than {slug}, and left unmarked'
            yield Fault(usage.reading.path, None, what, f"if it is {slug}, add it there as a name")


def slips(desk: Desk) -> Iterator[Fault]:
    """A name in an article that looks like one in the glossary: a slip, or another transliteration."""
    known: dict[str, list[tuple[Term, Name]]] = {}
    for term in desk.glossary.terms:
        for name in term.names:
            if (name.rules or term.rules).near:
                continue  # where its surroundings are missing, a like word is another word
            if any(letter.isupper() for letter in name.text) and (bones := skeleton(name.text)):
                known.setdefault(bones, []).append((term, name))
    for usage in desk.found:
        for text, count in sorted(Counter(run.text for run in usage.unknown).items()):
            if desk.glossary.index.owners(text):
                continue  # the name itself, left unmarked by a rule of its entry
            near = [
                (term, name)
                for term, name in known.get(skeleton(text), ())
                if in_force(name.since, name.until, usage.reading.date)
            ]
            if near:
                yield _slip(usage.reading.path, text, count, near)


def _slip(path: str, text: str, count: int, near: list[tuple[Term, Name]]) -> Fault:
    term, name = max(near, key=lambda pair: (likeness(text, pair[1].text), pair[1].text))
    kind = "slip" if likeness(text, name.text) >= SLIP else "variant"
    often = f" ({count} times)" if count > 1 else ""
    what = f'{kind}: "{text}"{often} looks like "{name.text}" of {term.slug}'
    return Fault(
        path, None, what, f"if it is, add it there with role: {'hidden' if kind == 'slip' else 'alt'}"
    )


def duplicates(desk: Desk) -> Iterator[Fault]:
    """Two entries that may be one: names all but alike, or one identifier."""
    alike: dict[str, dict[str, tuple[Term, Name]]] = {}
    same: dict[tuple[str, str], list[Term]] = {}
    for term in desk.glossary.terms:
        for name in term.names:
            if bones := skeleton(name.text):
                alike.setdefault(f"{base(name.lang)} {bones}", {}).setdefault(term.slug, (term, name))
        for identifier in term.same_as:
            same.setdefault((identifier.scheme, identifier.id), []).append(term)
    pairs: dict[tuple[str, str], Fault] = {}
    for group in alike.values():
        for (one, name), (other, twin) in combinations(group.values(), 2):
            if _told_apart(one, name, other, twin):
                continue
            if likeness(name.text, twin.text) >= SLIP and not _never_together(name, twin):
                what = f'duplicate: "{twin.text}" looks like "{name.text}" of {one.slug}'
                pairs.setdefault((one.slug, other.slug), Fault(other.path, twin.line or None, what, _JOIN))
    for (scheme, number), terms in same.items():
        for one, other in combinations(terms, 2):
            what = f"duplicate: {scheme} {number} is also that of {one.slug}"
            pairs.setdefault((one.slug, other.slug), Fault(other.path, None, what, _JOIN))
    yield from pairs.values()


_JOIN = "join the two entries, or make their names tell them apart"


def _told_apart(one: Term, name: Name, other: Term, twin: Name) -> bool:
    """True when their rules say which of the two is meant where."""
    rules, others = name.rules or one.rules, twin.rules or other.rules
    return bool(
        rules.near or rules.not_near or others.near or others.not_near or rules.priority != others.priority
    )


def _never_together(name: Name, twin: Name) -> bool:
    """True when the two names were never in use on one day."""
    return bool(
        (name.until and twin.since and name.until <= twin.since)
        or (twin.until and name.since and twin.until <= name.since)
    )


RULES = (
    unused,
    drafts,
    overdue,
    long_definitions,
    missing_languages,
    ambiguous,
    namesakes,
    slips,
    duplicates,
)
"""Independent of each other; the findings are sorted afterwards. `triage.SEVERITY` says how grave each is."""
