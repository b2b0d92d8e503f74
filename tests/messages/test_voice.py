"""How much tasks say and how: quiet, verbose, coloured or not, and a bar where somebody looks at a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import suppress

import pytest

from glose.digest.model.errors import Fault
from glose.tasks import voice
from tests.digest import ROOT

BAR = """
import sys
from glose.tasks.bar import bar
with bar() as move:
    for line in sys.stdin:  # until nobody asks any more
        move("pages", int(line), 400)
    print("done")
"""


def invoke(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *words]
    env = os.environ | environment
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_quiet_results_are_not_told_and_others_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    voice.result("3 pages")
    monkeypatch.setenv("GLOSE_QUIET", "1")
    voice.result("4 pages")
    assert capsys.readouterr() == ("3 pages\n", "")


def test_only_those_who_ask_are_told_how_it_went_and_beside_the_results(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    voice.detail("pages: 0.3 s")
    monkeypatch.setenv("GLOSE_VERBOSE", "1")
    voice.detail("pages: 0.4 s")
    monkeypatch.setenv("GLOSE_QUIET", "1")
    voice.detail("pages: 0.5 s")
    assert capsys.readouterr() == ("", "pages: 0.4 s\n")


@pytest.mark.parametrize("words", [("--quiet", "--verbose", "build"), ("build", "--verbose", "--quiet")])
def test_both_at_once_are_wrong_usage_before_the_task_or_behind_it(words: tuple[str, ...]) -> None:
    done = invoke(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--quiet and --verbose: choose one\n"


def test_wrong_usage_is_told_in_the_language_of_the_locale() -> None:
    done = invoke("chekc", GLOSE_LANG="", LC_ALL="de_DE.UTF-8")
    assert (done.returncode, done.stderr) == (
        2,
        "chekc: diese Aufgabe gibt es nicht; schreiben Sie check\n",
    )


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
    ids=str,
)
def test_a_pipe_is_coloured_by_force_alone_and_nothing_that_refuses_colours(
    environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert voice.is_coloured(sys.stderr) is coloured


def test_of_a_fault_only_what_is_wrong_is_coloured() -> None:
    fault = Fault("content/x.md", 3, "no title", "add one")
    assert fault.shown(voice.painted) == "content/x.md:3: \x1b[31mno title\x1b[0m; add one"
    assert fault.shown(voice.plain) == str(fault)


def test_a_bar_with_its_numbers_is_drawn_on_a_terminal() -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    child = subprocess.Popen(
        [sys.executable, "-c", BAR],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env=environment,
    )
    os.close(theirs)
    assert child.stdin
    child.stdin.write(b"130\n")
    child.stdin.flush()
    seen = b""
    while b"130/400" not in seen:
        seen += os.read(ours, 4096)
    assert b"pages" in seen
    child.stdin.close()
    with suppress(OSError):  # nobody writes any more
        while os.read(ours, 4096):
            pass
    assert child.stdout
    assert child.stdout.read() == b"done\n"
    assert child.wait() == 0
    os.close(ours)


def test_no_bar_is_drawn_into_a_pipe() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BAR], input="130\n", capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("done\n", "")
