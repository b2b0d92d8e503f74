"""A new key of an entry is a line in the grammar and its home in the value that is made; every format carries it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import make_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from jsonschema import Draft202012Validator

from glose.digest.glossary import Glossary, entry, load_glossary
from glose.digest.glossary.exchange import FORMATS, as_json, export, import_
from glose.digest.glossary.grammar import HEADER, NAME, SENSE
from glose.digest.glossary.record import opened, record
from glose.digest.glossary.record import whole as grammar
from glose.digest.glossary.term import Term
from glose.digest.glossary.write import entry_text
from glose.digest.model.errors import GlossaryError
from glose.digest.schema.kinds import Day, Flag, Kind, Number, Text, Web
from glose.digest.schema.record import Field, ListOf, MapOf, Record, Texts, documented
from tests.aids.made_up import glossaries

PAIR = Record(
    "a shade", (Field("red", Number(0, 255), "how red", required=True), Field("said", Texts(), "how"))
)
KINDS: dict[str, tuple[Kind, Any]] = {
    "text": (Text(), '=rouge, "vif"'),
    "texts": (Texts(), {"en": "red", "fr": "rouge"}),
    "day": (Day(), "2016-03-15"),
    "flag": (Flag(), True),
    "whole number": (Number(-9, 9), -7),
    "number": (Number(0, 1, whole=False), 0.00000025),
    "address": (Web(), "https://couleur.example/?a=1&b=2"),
    "words": (ListOf(Text()), ["un", "a: b", "un"]),
    "record": (PAIR, {"red": 255, "said": {"fr": "vif"}}),
    "records": (ListOf(PAIR), [{"red": 2}, {"red": 1, "said": {"zh-Hant": "紅", "fr": "vif"}}]),
    "mapping": (MapOf(Text()), {"ral": "3000", "b.s[1]": "x"}),
    "mapping of records": (MapOf(PAIR), {"ral": {"red": 1}, "bs": {"red": 0}}),
    "lists of lists": (
        ListOf(Record("a list", (Field("row", ListOf(Text()), "row"),))),
        [{"row": ["a", "b"]}],
    ),
}
PLAIN = """---
type: place
names:
  - {text: Ville-Exemple, lang: fr, role: pref}
senses:
  - short: {fr: Une ville.}
sources:
  - {title: Un titre, url: https://agence.example/1}
as_of: 2026-01-01
status: reviewed
---
"""


@contextmanager
def with_key(holder: Record, field: Field) -> Iterator[None]:
    """The grammar and the dataclasses with one more key: the two places that a new key touches."""
    fields, make, term = holder.fields, holder.make, entry.Term
    grown = (*fields[:-1], field, fields[-1])
    home = Term if holder is HEADER else make
    larger = make_dataclass(home.__name__, [(field.key, Any, None)], bases=(home,), frozen=True)
    grammar.cache_clear()  # a program's grammar never grows while it runs
    try:
        object.__setattr__(holder, "fields", grown)
        if holder is HEADER:
            entry.Term = larger  # type: ignore[misc]
        else:
            object.__setattr__(holder, "make", larger)
        holder.__post_init__()
        yield
    finally:
        object.__setattr__(holder, "fields", fields)
        object.__setattr__(holder, "make", make)
        holder.__post_init__()
        entry.Term = term  # type: ignore[misc]
        grammar.cache_clear()


def placed(holder: Record, value: Any) -> dict[str, Any]:
    """A plain record that holds the value there."""
    whole: dict[str, Any] = {
        "slug": "ville-exemple",
        "type": "place",
        "names": [{"text": "Ville-Exemple", "lang": "fr", "role": "pref"}],
        "senses": [{"short": {"fr": "Une ville."}}],
        "sources": [{"title": "Un titre", "url": "https://agence.example/1"}],
        "as_of": "2026-01-01",
        "status": "reviewed",
    }
    home = {id(HEADER): whole, id(NAME): whole["names"][0], id(SENSE): whole["senses"][0]}[id(holder)]
    home["colour"] = value
    return whole


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("holder", [HEADER, NAME, SENSE], ids=["entry", "name", "sense"])
def test_a_new_key_is_read_written_checked_exchanged_and_documented(
    holder: Record, kind: str, tmp_path: Path
) -> None:
    of_kind, value = KINDS[kind]
    with with_key(holder, Field("colour", of_kind, "what colour it has")):
        whole = placed(holder, value)
        file = tmp_path / "ville-exemple.md"
        file.write_text(text := entry_text(whole), encoding="utf-8")
        glossary = load_glossary(tmp_path)
        assert record(glossary["ville-exemple"]) == whole
        assert entry_text(record(glossary["ville-exemple"])) == text
        for name in FORMATS:
            assert import_(export(glossary, name), name) == {"ville-exemple": text}, name
        schema = Draft202012Validator(json.loads(as_json.schema()))
        schema.validate(json.loads(export(glossary, "json")))
        path = {id(HEADER): "colour", id(NAME): "names.colour", id(SENSE): "senses.colour"}[id(holder)]
        assert dict(documented(HEADER))[path].doc == "what colour it has"


def test_a_wrong_value_of_a_new_key_is_told_by_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "ville-exemple.md"
    file.write_text(PLAIN.replace("status:", "colour: infrarouge\nstatus:"), encoding="utf-8")
    told = r'ville-exemple\.md:10: colour is "infrarouge"'
    with (
        with_key(HEADER, Field("colour", Number(0, 255), "how red it is")),
        pytest.raises(GlossaryError, match=told),
    ):
        load_glossary(tmp_path)


def test_without_the_key_in_the_grammar_the_same_entry_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ville-exemple.md").write_text(entry_text(placed(HEADER, "rouge")), encoding="utf-8")
    with pytest.raises(GlossaryError, match='unknown key "colour"'):
        load_glossary(tmp_path)


def paths(kind: Kind, before: str = "") -> Iterator[str]:
    """The path of every key, as far down as there are keys."""
    kind = opened(kind)
    if isinstance(kind, ListOf | MapOf):
        yield from paths(kind.item, before)
    elif isinstance(kind, Record):
        for field in kind.fields:
            yield f"{before}.{field.key}".strip(".")
            yield from paths(field.kind, f"{before}.{field.key}".strip("."))


def held(value: Any, kind: Kind, before: str = "") -> Iterator[str]:
    """The paths of the keys that a plain value holds."""
    kind = opened(kind)
    if isinstance(kind, ListOf | MapOf):
        for one in value.values() if isinstance(kind, MapOf) else value:
            yield from held(one, kind.item, before)
    elif isinstance(kind, Record) and isinstance(value, dict):
        for field in kind.fields:
            if field.key in value:
                path = f"{before}.{field.key}".strip(".")
                yield path
                yield from held(value[field.key], field.kind, path)


def test_made_up_glossaries_hold_every_key_of_the_grammar() -> None:
    found: set[str] = set()

    @settings(max_examples=60, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(glossaries())
    def look(glossary: Glossary) -> None:
        for one in glossary.terms:
            found.update(held(record(one), HEADER))

    look()
    assert set(paths(HEADER)) - found == set()
