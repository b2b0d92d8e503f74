"""The hold of `invoke serve` on the process that builds for it: one at a time, a fresh one for a changed program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from glose.digest.publish import MANIFEST
from glose.tasks.child import started
from glose.tasks.frame import DEBUG
from glose.tasks.warm import Request

PATIENCE = 5.0
"""Seconds in which a process that is not wanted any more may take to end."""


class Builder:
    """Builds the project at `root` into `folder` whenever it is told to."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._held = ExitStack()
        self._process = self._start()

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *why: object) -> None:
        self.close()

    def build(self, *, convert: bool) -> bool:
        """Builds, and converts what is stale before if `convert`; True when a new site was published.

        The manifest tells, not the answer: what a failed seed leaves out keeps nothing else from being published.
        """
        before = self._published()
        self._ask(Request(convert=convert, build=True))
        return self._published() != before

    def convert(self) -> None:
        """Only converts what is stale."""
        self._ask(Request(convert=True, build=False))

    def renew(self) -> None:
        """Takes a process that imports the program as it is now."""
        self.close()
        self._process = self._start()

    def close(self) -> None:
        """Ends the process, and what it has begun."""
        self._process.terminate()  # it ends what it has begun, and gives the lock back
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._held.close()

    def _start(self) -> subprocess.Popen[bytes]:
        stdout = os.dup(1) if os.name == "posix" else 2
        try:
            return self._held.enter_context(
                started(
                    self._root,
                    (stdout,) if stdout != 2 else (),
                    "glose.tasks.warm",
                    str(self._root),
                    str(self._folder),
                    str(stdout),
                    *(["--debug"] if DEBUG else []),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            )
        finally:
            if stdout != 2:
                os.close(stdout)

    def _ask(self, request: Request) -> None:
        """Waits for the answer. A process that ended is told, and the next request gets another one."""
        if self._process.poll() is not None:
            self.renew()
        sys.stdout.flush()
        answered = b""
        if (asking := self._process.stdin) and (answers := self._process.stdout):
            with suppress(BrokenPipeError):
                asking.write(f"{json.dumps(request)}\n".encode())
                asking.flush()
                answered = answers.readline()
        if not answered:
            code = self._process.wait()
            print(
                f"the process that builds has ended ({code}); the next change starts another",
                file=sys.stderr,
                flush=True,
            )

    def _published(self) -> tuple[int, int] | None:
        """Tells one published site from the next."""
        try:
            status = (self._folder / MANIFEST).stat()
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_mtime_ns
