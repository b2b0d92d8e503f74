"""Every key of an article, of an entry and of a report is explained."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any, get_args

import pytest

from glose.digest.batch.report import Kind, Outcome
from glose.digest.glossary.exchange import FORMATS
from glose.digest.glossary.grammar import HEADER as ENTRY
from glose.digest.glossary.policy import OPTIONS, Policy
from glose.digest.glossary.triage import SEVERITY
from glose.digest.model.article import LOW_CONFIDENCE, Finding
from glose.digest.model.errors import Fault
from glose.digest.notes.anchor import FLOOR
from glose.digest.notes.candidates import AROUND, EXACT, NEAR
from glose.digest.notes.doubt import EDITS, TELLING
from glose.digest.notes.grammar import NOTE
from glose.digest.readers.formats import READERS
from glose.digest.rules import RULES
from glose.digest.schema.article import FIELDS, HEADER
from glose.digest.schema.record import Record, documented
from glose.digest.text import similarity
from glose.digest.work import pool
from tests.docs.manual import ROOT, blocks, code, prose, rows, text
from tests.golden import golden

CONVERTING, GLOSSARY, NOTES = "docs/converting.md", "docs/glossary.md", "docs/notes.md"
ARTICLE_KEYS, ENTRY_KEYS, NOTE_KEYS, FINDINGS, FORMATS_PAGE = (
    f"docs/reference/{name}.md" for name in ("article-keys", "entry-keys", "note-keys", "findings", "formats")
)


@pytest.mark.parametrize(
    ("page", "grammar"), [(ARTICLE_KEYS, HEADER), (ENTRY_KEYS, ENTRY), (NOTE_KEYS, NOTE)]
)
def test_the_table_of_keys_is_the_grammars_own(page: str, grammar: Record) -> None:
    """Under GLOSE_ACCEPT=1 the table is written from the grammar."""
    file, heading = ROOT / page, "## Keys"
    before, _, rest = file.read_text(encoding="utf-8").partition(f"{heading}\n")
    opening, _, below = rest.partition("|---|---|\n")
    after = below[below.index("\n\n") :] if "\n\n" in below else "\n"
    table = "\n".join(f"| `{key}` | {field.doc} |" for key, field in documented(grammar))
    golden(file, f"{before}{heading}\n{opening}|---|---|\n{table}{after}")


def test_every_format_is_named_in_the_order_in_which_the_readers_are_asked() -> None:
    assert [code(reader)[0] for *_, reader in rows(FORMATS_PAGE, "## Formats")] == list(READERS)


def test_every_rule_is_named_in_its_order() -> None:
    assert [code(rule)[0] for rule, *_ in rows(FINDINGS, "## Rules")] == [rule.__name__ for rule in RULES]


@pytest.mark.parametrize("kind", [Outcome, Fault, Finding])
def test_every_key_of_the_report_is_explained(kind: Any) -> None:
    explained = {span for row in rows(FINDINGS, "## Report, strict, check") for span in code(" ".join(row))}
    assert {field.name for field in fields(kind)} | set(get_args(Kind)) <= explained


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (similarity.DAYS, "within {} days"),
        (round(similarity.ALIKE * 100), "at least {} % of the words"),
        (similarity.SHORT, "below {} words all must be"),
        (round(pool.SECONDS), "has {} seconds"),
        (round(pool.MEMORY / 1e9), "(on Linux) {} GB of address space"),
        (LOW_CONFIDENCE, "confidence below {}"),
    ],
)
def test_the_figures_of_the_conversion_are_those_of_the_code(figure: float, words: str) -> None:
    assert words.format(figure) in " ".join((text(CONVERTING) + text(FINDINGS)).split())


def test_the_complete_examples_hold_every_key() -> None:
    (article,) = blocks("yaml", ARTICLE_KEYS, kind="article")
    (entry,) = blocks("yaml", ENTRY_KEYS, kind="entry")
    for key in FIELDS:
        assert f"\n{key}:" in article.text
    for key in ENTRY.keys:
        assert f"\n{key}:" in entry.text
    (note,) = blocks("yaml", NOTE_KEYS, kind="notes")
    for path, _ in documented(NOTE):
        key = path.rpartition(".")[2]
        assert re.search(rf"[ {{]{key}: ", note.text.replace(":\n", ": ")), path


def test_every_key_of_the_policy_is_explained() -> None:
    _, _, below = text(GLOSSARY).partition("\n## Policy\n")
    section = below.partition("\n## ")[0]
    for key in (set(Policy.__slots__) - {"href"}) | set(OPTIONS):
        assert f'"{key}":' in section or f"{key}: " in section, key


def test_every_exchange_format_and_every_rule_of_the_lint_is_named() -> None:
    assert [code(name)[0] for name, *_ in rows(GLOSSARY, "## Other formats")] == list(FORMATS)
    assert [code(file)[0] for *_, file in rows(GLOSSARY, "## Other formats")] == [
        end for _, end in FORMATS.values()
    ]
    told = [(code(rules), graves.split(", ")) for rules, graves, _ in rows(GLOSSARY, "## Help for editors")]
    assert {
        rule: grave for names, graves in told for rule, grave in zip(names, graves, strict=True)
    } == SEVERITY


def test_the_glossary_and_its_lint_speak_of_the_same_length_of_definitions() -> None:
    from glose.digest.glossary.lint import LONGEST

    assert f"as the card shows it: {LONGEST} characters" in prose(ENTRY_KEYS)


def test_the_figures_of_anchoring_are_those_of_the_code() -> None:
    page = " ".join(text(NOTES).split())
    assert f"{EXACT} parts the words, {AROUND} what stands before" in page
    assert f"{NEAR} the paragraph's number" in page
    assert f"at most {EDITS:.0%}".replace("%", " % edits") in page
    assert f"Below {FLOOR:.2f} there is no place." in page
    assert f"of fewer than {TELLING} letters both sides" in page
