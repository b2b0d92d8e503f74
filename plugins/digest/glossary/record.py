"""A term as plain data (dicts, lists, texts, numbers) with the keys of its file: what formats carry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from plugins.digest.glossary.term import Identifier, Name, Phrase, Relations, Rules, Source, Term

Record = dict[str, Any]
"""Keys and order of the front matter; beside them ``slug``, and ``body`` by language. Days are ISO 8601."""

FIELDS = (
    "slug", "type", "names", "match", "patterns", "senses", "same_as", "relations", "sources", "as_of",
    "review_after", "status", "contested", "changes", "body",
)  # fmt: skip


def record(term: Term) -> Record:
    """All that the term holds but lines and path of its file; empty and default values are left out."""
    whole = {
        "slug": term.slug,
        "type": term.type,
        "names": [_name(name) for name in term.names],
        "match": _rules(term.rules),
        "patterns": [_phrase(phrase) for phrase in term.phrases],
        "senses": [
            _filled(("from", sense.since), ("until", sense.until), ("short", dict(sense.short)))
            for sense in term.senses
        ],
        "same_as": {identifier.scheme: _identifier(identifier) for identifier in term.same_as},
        "relations": _relations(term.relations),
        "sources": [_source(source) for source in term.sources],
        "as_of": term.as_of.isoformat(),
        "review_after": _day(term.review_after),
        "status": term.status,
        "contested": dict(term.contested),
        "changes": [{"date": change.date.isoformat(), "what": dict(change.what)} for change in term.changes],
        "body": dict(term.body),
    }
    return {key: value for key, value in whole.items() if value}


def records(terms: Iterable[Term]) -> list[Record]:
    """The records of several terms, by slug."""
    return sorted(map(record, terms), key=lambda entry: str(entry["slug"]))


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _filled(*pairs: tuple[str, object]) -> Record:
    """The pairs that hold something, days as text."""
    texts = ((key, _day(value) if isinstance(value, dt.date) else value) for key, value in pairs)
    return {key: value for key, value in texts if value}


def _name(name: Name) -> Record:
    return (
        {"text": name.text, "lang": name.lang, "role": name.role}
        | _filled(("from", name.since), ("until", name.until), ("witness", name.witness))
        | ({} if name.rules is None else {"match": _rules(name.rules) or {"case": "smart"}})
    )


def _rules(rules: Rules) -> Record:
    plain = Rules()
    values = {
        "case": rules.case,
        "inflect": rules.inflect,
        "near": list(rules.near),
        "not_near": list(rules.not_near),
        "within": rules.within,
        "priority": rules.priority,
    }
    return {
        key: value
        for key, value in values.items()
        if value != (list(getattr(plain, key)) if isinstance(value, list) else getattr(plain, key))
    }


def _phrase(phrase: Phrase) -> Record:
    seq: list[str | Record] = [phrase.words[0]]
    for gap, word in zip(phrase.gaps, phrase.words[1:], strict=True):
        seq += [{"gap": gap}, word]
    mark = phrase.mark if phrase.mark != "whole" else ""
    return {"seq": seq} | _filled(("mark", mark), ("lang", phrase.lang))


def _identifier(identifier: Identifier) -> Record:
    return {"id": identifier.id} | _filled(("checked", identifier.checked), ("how", identifier.how))


def _relations(relations: Relations) -> Record:
    return _filled(
        ("part_of", list(relations.part_of)),
        ("replaced_by", list(relations.replaced_by)),
        ("see", list(relations.see)),
    )


def _source(source: Source) -> Record:
    return {"title": source.title} | _filled(
        ("publisher", source.publisher), ("date", source.date), ("url", source.url)
    )
