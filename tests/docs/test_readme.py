"""The two lines of the README: what CI runs, and that they name what is there. Running them takes an installation."""

from __future__ import annotations

import re
import subprocess

import pytest

from tasks import ns
from tests.docs.manual import ROOT, Block, blocks

LINES = {block.marker: block for block in blocks("sh", "README.md") if block.marker}


def test_there_are_two_marked_blocks_of_one_line_each() -> None:
    assert LINES.keys() == {"build", "test"}
    assert all(len(block.text.splitlines()) == 1 for block in LINES.values())


@pytest.mark.parametrize("block", LINES.values(), ids=str)
def test_a_line_names_a_lock_and_a_task_that_exist(block: Block) -> None:
    (lock,) = re.findall(r"-r (\S+)", block.text)
    assert "--hash=sha256:" in (ROOT / lock).read_text(encoding="utf-8")
    (task,) = re.findall(r"\.venv/bin/invoke (\S+)", block.text)
    assert task == block.marker
    assert task in ns.task_names


def test_ci_takes_its_command_from_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (extraction,) = re.findall(r"^command=.*$", script, re.M)
    done = subprocess.run(
        ["bash", "-c", f'{extraction}\necho "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == LINES["test"].text
    assert script.rstrip().endswith('eval "$command"')
