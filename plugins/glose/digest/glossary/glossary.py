"""All entries together, and the index over their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from glose.digest.glossary.index import Index
from glose.digest.glossary.term import Name, Rules, Term
from glose.digest.model.errors import Fault


class Glossary(Mapping[str, Term]):
    """The terms by slug, in the order of the slugs. Immutable; the index is compiled on first use and kept."""

    def __init__(self, terms: Iterable[Term] = (), warnings: Iterable[Fault] = ()) -> None:
        self._terms = {term.slug: term for term in sorted(terms, key=lambda term: term.slug)}
        self.warnings = tuple(warnings)
        """What is doubtful in the entries, and does not keep them from being used."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, in the order of their slugs."""
        return tuple(self._terms.values())

    @cached_property
    def index(self) -> Index:
        """The names, compiled."""
        return Index(self._terms.values())

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What readers of texts work out of these terms again and again."""
        return {}

    def naming(self, force: Mapping[str, str]) -> Index:
        """An index of the given words alone, each for the term of its slug. Raises KeyError for an unknown slug."""
        return Index(
            replace(self[slug], names=(Name(words, "mul", "hidden"),), phrases=(), rules=Rules())
            for words, slug in force.items()
        )

    def __getitem__(self, slug: str) -> Term:
        return self._terms[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __getstate__(self) -> dict[str, object]:
        """Without the index: a worker process compiles its own, which is faster than to send it."""
        return {name: value for name, value in self.__dict__.items() if name not in ("index", "memo")}
