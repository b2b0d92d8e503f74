"""The tasks' words: every sentence is translated, the values stay, and what programs read is not touched."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from glose.digest.build import read_terms, read_texts, render_pages
from glose.digest.check import formats
from glose.digest.glossary.triage import COUNTED, HEADINGS
from glose.tasks import words
from glose.tasks.words import language, read, say
from tests.digest import ROOT

LANGS = ("de", "fr")
TASKS = sorted((ROOT / "plugins/glose/tasks").rglob("*.py"))
STAGES = tuple(task.stage for task in (read_terms.Reading, read_texts.Kit, render_pages.Rendering))
"""Of the library, which names them by themselves."""


def calls(*names: str) -> Iterator[tuple[tuple[str, ...], ast.Call]]:
    """Where something is said, with the texts that are given."""
    for file in (*TASKS, ROOT / "plugins/glose/digest/check/formats.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names:
                texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
                yield tuple(text for text in texts if isinstance(text, str)), call


def said() -> Iterator[tuple[str, ...]]:
    """Every message that the tasks say, with its plural where it has one."""
    yield from (texts for texts, _ in calls("say", "speak", "later"))
    yield from ((text,) for text in (*formats.TITLES.values(), *HEADINGS.values(), *STAGES))
    yield from (*formats.COUNTED.values(), *COUNTED.values())


SAID = {texts[0]: texts for texts in said() if texts}


def values(text: str) -> list[str]:
    return sorted(re.findall(r"{\w+(?:!r)?}", text))


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_of_the_tasks_is_translated_and_no_other(lang: str) -> None:
    translated = read((words.HERE / f"{lang}.po").read_text(encoding="utf-8"))
    assert translated.keys() == SAID.keys()
    for message, forms in translated.items():
        assert len(forms) == len(SAID[message]), message
        for form in forms:
            assert values(form) == values(message), message


def test_every_sentence_is_given_the_values_that_it_asks_for_and_no_other() -> None:
    for texts, call in calls("say", "speak"):
        given = {str(one.arg) for one in call.keywords}
        for text in texts:
            known = given | {"number"} if len(call.args) > 2 else given
            assert {one.strip("{}").removesuffix("!r") for one in values(text)} == known, text


@pytest.mark.parametrize("lang", LANGS)
def test_our_reader_reads_what_babel_reads(lang: str) -> None:
    file = words.HERE / f"{lang}.po"
    with file.open("rb") as stream:
        catalogue = read_po(stream, locale=lang, abort_invalid=True)
    babel = {
        one.id if isinstance(one.id, str) else one.id[0]: one.string
        if isinstance(one.string, tuple)
        else (one.string,)
        for one in catalogue
        if one.id
    }
    assert read(file.read_text(encoding="utf-8")) == babel


def test_what_is_empty_or_fuzzy_is_not_said() -> None:
    text = '#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n\nmsgid "d\\n"\n"e"\nmsgstr "f\\"g"\n'
    assert read(text) == {"d\ne": ('f"g',)}


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        ({"LC_MESSAGES": "de_AT", "LC_ALL": "en_GB"}, "en"),
        ({"LC_ALL": "de_DE", "GLOSE_LANG": "fr"}, "fr"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_the_language_is_asked_for_or_the_locales(
    environment: dict[str, str], lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GLOSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == lang


@pytest.mark.parametrize(
    ("lang", "none", "many"),
    [
        ("en", "0 pages", "1,200 pages"),
        ("de", "0 Seiten", "1.200 Seiten"),
        ("fr", "0 page", "1\u202f200 pages"),
    ],
)
def test_numbers_are_written_and_counted_as_the_language_does(
    lang: str, none: str, many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLOSE_LANG", lang)
    assert [say("{number} page", "{number} pages", number) for number in (0, 1200)] == [none, many]
    assert "65535" in say("--port {port}: choose one from 0 to 65535", port="70000")
