"""Every key of an article, of an entry and of a report is explained."""

from __future__ import annotations

import ast
from dataclasses import fields
from typing import Any, get_args

import pytest

from plugins.digest.batch import pool
from plugins.digest.batch.report import Kind, Outcome
from plugins.digest.frontmatter import FIELDS
from plugins.digest.glossary.entry import KEYS
from plugins.digest.glossary.exchange import FORMATS
from plugins.digest.glossary.policy import OPTIONS, Policy
from plugins.digest.model.article import LOW_CONFIDENCE, Finding
from plugins.digest.model.errors import Fault
from plugins.digest.readers.formats import READERS
from plugins.digest.rules import RULES
from plugins.digest.text import similarity
from tests.docs.manual import ROOT, blocks, code, prose, rows, text

CONVERTING, GLOSSARY = "docs/converting.md", "docs/glossary.md"


def keys_of(page: str, heading: str) -> set[str]:
    return {key for first, *_ in rows(page, heading) for key in code(first)}


def test_every_key_of_the_front_matter_is_explained_and_no_other() -> None:
    nested = {f"{key}.{inner}" for key, field in FIELDS.items() for inner in field.keys or ()}
    assert keys_of(CONVERTING, "## Front matter") == FIELDS.keys() | nested


def test_every_format_is_named_in_the_order_in_which_the_readers_are_asked() -> None:
    assert [code(reader)[0] for *_, reader in rows(CONVERTING, "## Formats")] == list(READERS)


def test_every_rule_is_named_in_its_order() -> None:
    assert [code(rule)[0] for rule, *_ in rows(CONVERTING, "## Rules")] == [rule.__name__ for rule in RULES]


@pytest.mark.parametrize("kind", [Outcome, Fault, Finding])
def test_every_key_of_the_report_is_explained(kind: Any) -> None:
    explained = {span for row in rows(CONVERTING, "## Report, strict, check") for span in code(" ".join(row))}
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
    assert words.format(figure) in " ".join(text(CONVERTING).split())


def test_every_key_of_an_entry_is_explained_and_no_other() -> None:
    assert keys_of(GLOSSARY, "## An entry") == set(KEYS) | nested_keys()


def nested_keys() -> set[str]:
    """The keys inside an entry's keys, read off the loader's calls of ``header.mapping``."""
    homes = {
        "a name": "names", "match": "match", "a pattern": "patterns", "a gap": "patterns", "a sense": "senses",
        "relations": "relations", "a source": "sources", "a change": "changes",
    }  # fmt: skip
    found: set[str] = set()
    for name in ("entry", "entry_names", "entry_rules"):
        tree = ast.parse((ROOT / f"plugins/digest/glossary/{name}.py").read_text(encoding="utf-8"))
        constants = {
            node.targets[0].id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "mapping"):
                continue
            where, known = node.args[1], node.args[2]
            known = constants.get(known.id, known) if isinstance(known, ast.Name) else known
            words = [str(one.value) for one in getattr(known, "elts", ()) if isinstance(one, ast.Constant)]
            if isinstance(where, ast.Constant) and where.value in homes:
                found |= {f"{homes[str(where.value)]}.{word}" for word in words}
            elif isinstance(where, ast.Name):  # each register of same_as by its own name
                found |= {f"same_as.{word}" for word in words}
    return found


def test_the_complete_examples_hold_every_key() -> None:
    (article, *_) = blocks("yaml", CONVERTING, kind="article")
    (*_, entry) = blocks("yaml", GLOSSARY, kind="entry")
    for key in FIELDS:
        assert f"\n{key}:" in article.text
    for key in KEYS:
        assert f"\n{key}:" in entry.text


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
    source = (ROOT / "plugins/digest/glossary/lint.py").read_text(encoding="utf-8")
    for name in keys_of(GLOSSARY, "## Help for editors"):
        assert f"{name}: " in source or f'"{name}"' in source, name


def test_the_glossary_and_its_lint_speak_of_the_same_length_of_definitions() -> None:
    from plugins.digest.glossary.lint import LONGEST

    assert f"as the card shows it: {LONGEST} characters" in prose(GLOSSARY)
