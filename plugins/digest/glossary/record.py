"""A term as plain data (dicts, lists, texts, numbers) with the keys of its file: what formats carry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from plugins.digest.glossary.grammar import HEADER
from plugins.digest.glossary.term import Term

Record = dict[str, Any]
"""Keys and order of the front matter; beside them ``slug``, and ``body`` by language. Days are ISO 8601."""

FIELDS = ("slug", *HEADER.keys, "body")


def record(term: Term) -> Record:
    """All that the term holds but lines and path of its file; empty and default values are left out."""
    whole = {"slug": term.slug} | HEADER.plain(term) | {"body": dict(term.body)}
    found: Record = _days_as_texts(whole)
    return {key: value for key, value in found.items() if value}


def records(terms: Iterable[Term]) -> list[Record]:
    """The records of several terms, by slug."""
    return sorted(map(record, terms), key=lambda entry: str(entry["slug"]))


def _days_as_texts(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _days_as_texts(one) for key, one in value.items()}
    return [_days_as_texts(one) for one in value] if isinstance(value, list) else value
