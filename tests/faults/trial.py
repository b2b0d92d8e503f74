"""Runs one command many times, each time in a process of its own with one fault more: a fork costs no import.

    python -m tests.faults.trial TARGET FOLDER

`TARGET`: ``module:function``, which is called in each fork with a folder, and returns or raises its exit code; before
that once with `FOLDER`, a copy to warm it up. Reads orders from standard input, one JSON object a line with the keys of
`Order`, and answers each with one line: the exit code, what was said, the calls there were, or the fatal one's name.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import sys
from dataclasses import dataclass
from typing import Any

from tests.faults.failing import Failing


@dataclass(frozen=True)
class Order:
    """One run."""

    folder: str
    fatal: int = 0
    error: str = "EIO"
    times: int = 1


def main() -> None:
    """Serves orders until standard input ends."""
    module, _, name = sys.argv[1].partition(":")
    target = getattr(importlib.import_module(module), name)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
        target(*sys.argv[2:])  # which imports what is imported late, so that no fork does
    print("ready", flush=True)
    for line in sys.stdin:
        order = Order(**json.loads(line))
        receiver, sender = os.pipe()
        if child := os.fork():
            os.close(sender)
            with os.fdopen(receiver, "rb") as stream:
                answer = stream.read()
            os.waitpid(child, 0)
            print(
                answer.decode() or json.dumps({"code": -1, "said": "it died", "names": [], "name": ""}),
                flush=True,
            )
        else:
            os.close(receiver)
            _write(sender, json.dumps(run(target, order)).encode())
            os._exit(0)


def run(target: Any, order: Order) -> dict[str, Any]:
    """One run of the target, in a process that ends afterwards."""
    write = os.write
    globals()["_write"] = lambda file, data: write(file, data)
    failing, said = Failing(order.folder, order.fatal, order.error, order.times), io.StringIO()
    failing.begin()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = target(order.folder)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
            print(stop.code if isinstance(stop.code, str) else "")
        except BaseException as error:
            code = -2
            print(f"escaped: {type(error).__name__}: {error}")
    names = failing.names
    name = names[order.fatal - 1] if 0 < order.fatal <= len(names) else ""
    return {"code": code or 0, "said": said.getvalue(), "names": [] if name else names, "name": name}


def _write(file: int, data: bytes) -> None:
    os.write(file, data)


if __name__ == "__main__":
    main()
