"""The terms of an edition as its indexes show them."""

from __future__ import annotations

from collections.abc import Iterable

from glose.digest.edition.collate import sort_key
from glose.digest.editions import Editions
from glose.digest.glossary.term import Term, base, in_language
from glose.digest.site.lexicon import native_names
from glose.digest.site.values import Value
from glose.digest.text.typography import typeset


class Listed(Value, frozen=True):
    """A term as an index shows it."""

    slug: str
    type: str
    name: str
    lang: str
    """Language of the definition."""
    definition: str
    native: tuple[tuple[str, str, str], ...]
    """Preferred names in other scripts: text, language, direction."""
    url: str


def listed(term: Term, lang: str, editions: Editions) -> Listed:
    """The term with its newest definition, in the edition's language or else in the site's."""
    newest = term.senses[-1].short
    shown = next((one for one in (lang, editions.root) if in_language(newest, one)), next(iter(newest)))
    native = tuple(name for name in native_names(term) if base(name[1]) != base(lang))
    return Listed(
        term.slug,
        term.type,
        typeset(term.label(lang), lang),
        shown,
        typeset(in_language(newest, shown) or "", shown),
        native,
        editions.term(lang, term.slug),
    )


def in_order(terms: Iterable[Term], lang: str, editions: Editions) -> list[tuple[Listed, Term]]:
    """Terms as the edition lists them, by name."""
    found = [(listed(term, lang, editions), term) for term in terms]
    return sorted(found, key=lambda one: sort_key(one[0].name))
