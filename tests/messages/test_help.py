"""What tasks and options do is told in French and German, by `invoke --help`, `--list` and `glose new --help`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from invoke.collection import Collection
from invoke.program import Program
from invoke.tasks import task

from glose.tasks import program, usage, voice
from glose.tasks.words import messages, read
from tests.docs.test_tasks import ARGUMENTS, tasks

OTHERS = "# What invoke says of itself."
"""Stands in a catalogue before what no task of ours says."""


def said() -> Iterator[str]:
    """What our tasks and their options say."""
    for name, one in tasks().items():
        yield inspect.getdoc(one) or ""
        yield from (str(argument.help) for argument in ARGUMENTS[name])
    yield from (one.help for one in voice.OPTIONS)
    yield program.ABOUT


def translations(lang: str) -> dict[str, str]:
    text = (messages.HERE / f"help/{lang}.po").read_text(encoding="utf-8").partition(OTHERS)[0]
    return {message.format(): forms[0].format() for message, forms in read(text).items()}


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_every_task_and_option_is_told_in_french_and_german_and_nothing_else(lang: str) -> None:
    assert translations(lang).keys() == set(said())
    assert all(one.strip() for one in translations(lang).values())


@task(help={"all": "look at everything again, whatever earlier checks and builds have seen"})
def clean(c: Any, all: bool = False) -> None:
    """Remove what can be made again: output/, its previous site, caches."""


@pytest.fixture
def invoke() -> Program:
    """A program of its own, which is asked as `invoke` is."""
    found = Program(
        namespace=Collection(deepcopy(clean)), name="Invoke", binary="inv[oke]", binary_names=["invoke"]
    )
    for step in ("print_task_help", "list_tasks"):
        setattr(found, step, usage._translating(getattr(found, step), found))
    return found


@pytest.mark.parametrize(
    ("lang", "command", "words"),
    [
        ("fr", "--help clean", "Emploi\u00a0: inv[oke] [--core-opts] clean [--options] [autres tâches ...]"),
        ("fr", "--help clean", "Options\u00a0:"),
        ("fr", "--help clean", "--all tout examiner de nouveau, quoi qu’aient vu"),
        ("de", "--help clean", "Was sie tut: Entfernen, was neu gemacht werden kann: output/"),
        ("de", "--list", "clean Entfernen, was neu gemacht werden kann: output/"),
        ("en", "--help clean", "Docstring: Remove what can be made again: output/"),
    ],
)
def test_help_is_told_in_the_language_of_whoever_asks(
    lang: str,
    command: str,
    words: str,
    invoke: Program,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GLOSE_LANG", lang)
    invoke.run(["invoke", *command.split()], exit=False)
    told = capsys.readouterr().out
    assert words in re.sub(r"[ \n]+", " ", told)


def test_a_list_for_programs_stays_english(
    invoke: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GLOSE_LANG", "de")
    invoke.run(["invoke", "--list", "--list-format", "json"], exit=False)
    assert "Remove what can be made again" in capsys.readouterr().out


def test_the_command_for_where_there_is_no_digest_tells_of_itself_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GLOSE_LANG", "fr")
    with pytest.raises(SystemExit):
        program.main(["new", "--help"])
    told = re.sub(r"[ \n]+", " ", capsys.readouterr().out)
    assert told.startswith("emploi\u00a0: glose new")
    assert "options\u00a0: -h, --help montrer cette aide et finir" in told
    assert "--name NAME comment s’appelle le site" in told
