"""Wrong usage is a sentence with what was probably meant and exit code 2, whoever notices it; a right call is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.digest import ROOT


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], "chekc: there is no such task; write check"),
        (["frobnicate"], "frobnicate: there is no such task; `invoke --list` names them"),
        (["check", "nothing"], "nothing: there is no such task; `invoke --list` names them"),
        (["check", "--formt", "json"], "--formt: check has no such option; write --format"),
        (
            ["check", "--frobnicate=1"],
            "--frobnicate: check has no such option; `invoke --help check` names them",
        ),
        (["--frobnicate"], "--frobnicate: invoke has no such option; `invoke --help` names them"),
        (["check", "--format"], "--format: needs a value; `invoke --help check` says which"),
        (["check", "--format", "xml"], "--format xml: choose one of text, json, sarif, github"),
        (
            ["glossary.import"],
            "glossary.import: needs 'file'; `invoke --help glossary.import` says what that is",
        ),
        (["--help", "chekc"], "chekc: there is no such task; write check"),
        (["serve", "--port", "many"], "'many' is not a whole number; write one like 2"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_wrong_usage_is_one_sentence_and_exit_2(words: list[str], said: str) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", said)


def test_right_usage_is_no_wrong_one() -> None:
    done = run("--help", "check")
    assert (done.returncode, done.stderr, "--format" in done.stdout) == (0, "", True)
