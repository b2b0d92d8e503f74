"""A term as plain data (dicts, lists, texts, numbers) with the keys of its file: what formats carry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from glose.digest.glossary.grammar import HEADER
from glose.digest.glossary.term import Term
from glose.digest.schema import record as schema
from glose.digest.schema.kinds import Kind, Slug
from glose.digest.schema.record import Field, ListOf, MapOf, Texts

Record = dict[str, Any]
"""Keys and order of the front matter; beside them ``slug``, and ``body`` by language. Days are ISO 8601."""


@cache
def whole() -> schema.Record:
    """The grammar of a record: that of the front matter, between the file's name and what stands below it."""
    slug = Field("slug", Slug(), "the file's name without its ending", required=True)
    body = Field("body", Texts(), "the long entry, Markdown by language")
    return schema.Record("an entry", (slug, *HEADER.fields, body))


def opened(kind: Kind) -> Kind:
    """What the plain value of that kind is made of: a kind that only reads in its own way gives its `item`."""
    if isinstance(kind, ListOf | MapOf):
        return kind
    item = getattr(kind, "item", None)
    return item if isinstance(item, Kind) else kind


def record(term: Term) -> Record:
    """All that the term holds but lines and path of its file; empty and default values are left out."""
    plain = {"slug": term.slug} | HEADER.plain(term) | {"body": dict(term.body)}
    found: Record = _days_as_texts(plain)
    return {key: value for key, value in found.items() if value}


def partial(values: Mapping[str, Any]) -> Record:
    """What an unfinished entry holds already, from the values that `HEADER` read."""
    written = replace(HEADER, fields=tuple(one for one in HEADER.fields if one.key in values))
    found: Record = _days_as_texts(written.plain(values))
    return {key: value for key, value in found.items() if value}


def records(terms: Iterable[Term]) -> list[Record]:
    """The records of several terms, by slug."""
    return sorted(map(record, terms), key=lambda entry: str(entry["slug"]))


def in_order(value: Any, kind: Kind | None = None) -> Any:
    """The value with its keys in the order of the grammar; what has an unusual shape stays as it is."""
    kind = opened(kind or whole())
    if isinstance(kind, schema.Record) and isinstance(value, dict):
        kinds = {one.key: one.kind for one in kind.fields}
        known = {key: in_order(value[key], kinds[key]) for key in kinds if key in value}
        return known | {key: one for key, one in value.items() if key not in kinds}
    if isinstance(kind, ListOf) and isinstance(value, list):
        return [in_order(one, kind.item) for one in value]
    if isinstance(kind, MapOf) and isinstance(value, dict):
        return {key: in_order(one, kind.item) for key, one in value.items()}
    return value


def _days_as_texts(value: Any) -> Any:
    if isinstance(value, str):
        return value  # as most are
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _days_as_texts(one) for key, one in value.items()}
    return [_days_as_texts(one) for one in value] if isinstance(value, list) else value
