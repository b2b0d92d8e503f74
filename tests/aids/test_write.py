"""An entry written by the program reads like one written by hand, and loads as what it was."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings

from glose.digest.glossary import Glossary
from glose.digest.glossary.record import record
from glose.digest.glossary.term import Change, Name, Sense
from glose.digest.glossary.write import entry_text
from tests.aids.made_up import glossaries, loaded, term


@settings(max_examples=25, deadline=None)
@given(glossaries())
def test_every_term_loads_from_its_text_as_it_was(glossary: Glossary) -> None:
    files = {one.slug: entry_text(record(one)) for one in glossary.terms}
    with tempfile.TemporaryDirectory() as folder:
        assert dict(loaded(files, Path(folder))) == dict(glossary)


def test_names_and_changes_stand_on_one_line_and_long_definitions_are_folded() -> None:
    whole = term(
        names=(Name("Ville-Exemple", "fr", "pref", dt.date(2016, 1, 2)),),
        senses=(Sense(None, None, {"fr": "Une ville. " * 11 + "Fin."}),),
        changes=(Change(dt.date(2026, 1, 1), {"fr": "Relu : tout."}),),
        body={"fr": "Un texte."},
    )
    assert entry_text(record(whole)) == (
        "---\n"
        "type: place\n"
        "names:\n"
        "  - {text: Ville-Exemple, lang: fr, role: pref, from: 2016-01-02}\n"
        "senses:\n"
        "  - short:\n"
        "      fr: >-\n"
        "        Une ville. Une ville. Une ville. Une ville. Une ville. Une ville. Une ville. Une ville. Une ville. "
        "Une ville.\n"
        "        Une ville. Fin.\n"
        "sources:\n"
        "  - title: Un titre\n"
        "    url: https://agence.example/1\n"
        "as_of: 2026-01-01\n"
        "status: reviewed\n"
        "changes:\n"
        "  - {date: 2026-01-01, what: {fr: 'Relu : tout.'}}\n"
        "---\n"
        "## fr\n\nUn texte.\n"
    )


def test_a_term_without_a_body_ends_with_its_header() -> None:
    assert entry_text(record(term())).endswith("status: reviewed\n---\n")


def test_default_rules_are_not_written() -> None:
    assert "match" not in record(term())
