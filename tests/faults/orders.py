"""Gives orders to `trial`, and reads the answers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from tests.faults.trial import Order

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """How a run ended."""

    code: int
    said: str
    names: list[str]
    """The calls, where none failed."""
    name: str
    """The call that failed."""


class Trials:
    """One process that has imported a target, and forks for each order."""

    def __init__(self, orders: IO[str], answers: IO[str]) -> None:
        self.orders, self.answers = orders, answers

    def run(self, order: Order) -> Answer:
        """Carries an order out."""
        self.orders.write(json.dumps(asdict(order)) + "\n")
        self.orders.flush()
        return Answer(**json.loads(self.answers.readline()))


@contextmanager
def trials(target: str, warm: Path) -> Iterator[Trials]:
    """`target`: ``module:function``. `warm`: a folder for it to begin with."""
    command = [sys.executable, "-m", "tests.faults.trial", target, str(warm)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield Trials(process.stdin, process.stdout)
        process.stdin.close()
