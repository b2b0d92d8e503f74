"""Every command of the documentation runs; and the report is what it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.manual import PAGES, Block, blocks, code, rows

COMMANDS = [block for block in blocks("sh") if not block.marker]
INVOKE = re.compile(r"(?<![\w./-])(?:\.venv/bin/)?invoke(?= )")


def runnable(commands: str) -> str:
    """The commands for the Python that runs the tests."""
    return INVOKE.sub(f"'{sys.executable}' -m invoke", commands)


def run(commands: str, where: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-e"], input=runnable(commands), cwd=where, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("block", COMMANDS, ids=str)
def test_a_block_of_commands_runs(block: Block, copy: Path) -> None:
    done = run(block.text, copy)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_command_that_is_wrong_is_noticed(copy: Path) -> None:
    assert run("invoke glossary.export --format odt\ntrue\n", copy).returncode == 2


def test_every_command_is_recognised_and_no_other_word() -> None:
    assert runnable(".venv/bin/invoke build").endswith("-m invoke build")
    assert runnable("reinvoke x; invoke-y; /bin/invoke z") == "reinvoke x; invoke-y; /bin/invoke z"
    assert any(block.page == page for page in PAGES for block in COMMANDS)


def test_the_report_holds_the_keys_that_are_explained(copy: Path) -> None:
    assert run("invoke convert --force --report kept.json\n", copy).returncode == 0
    report = json.loads((copy / "kept.json").read_text(encoding="utf-8"))
    outcome = report["outcomes"][0]
    explained = {
        span
        for row in rows("docs/reference/findings.md", "## Report, strict, check")
        for span in code(row[0])
    }
    assert outcome.keys() == explained
    assert report["counts"].keys() == {"kinds", "statuses", "variants", "doubtful", "current"}
