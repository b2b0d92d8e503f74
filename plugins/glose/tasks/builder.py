"""The hold of `invoke serve` on the process that builds for it: one at a time, a fresh one for a changed program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from glose.digest.model.errors import Fault
from glose.digest.publish import MANIFEST
from glose.tasks.child import started
from glose.tasks.frame import DEBUG, told
from glose.tasks.warm import Answer, Request
from glose.tasks.words import say

PATIENCE = 5.0
"""Seconds in which a process that is not wanted any more may take to end."""


class Done(NamedTuple):
    """What became of a request."""

    published: bool
    """True when there is a new site."""
    wrong: tuple[Fault, ...] = ()
    """For which nothing was built."""
    aside: tuple[Fault, ...] = ()
    """What is wrong beside what was built."""
    waits: bool = False
    """Something is published at an hour that is to come."""


class Builder:
    """Builds the project at `root` into `folder` whenever it is told to."""

    def __init__(self, root: Path, folder: Path, drafts: bool = False) -> None:
        self._root, self._folder, self._drafts = root, folder, drafts
        self._held = ExitStack()
        self._process = self._start()

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *why: object) -> None:
        self.close()

    def build(
        self,
        *,
        convert: bool,
        looked_at: Iterable[str] = (),
        show: Callable[[str, bytes], None] = lambda path, page: None,
    ) -> Done:
        """Builds, and converts what is stale before if `convert`.

        `looked_at`: paths of pages that are open; `show` is given those that are new before the site is published.
        The manifest tells what was published, not the answer: what a failed seed leaves out keeps nothing else back.
        """
        before = self._published()
        request = Request(convert=convert, build=True, drafts=self._drafts, looked_at=sorted(looked_at))
        answer = self._ask(request, show)
        wrong, aside = ([Fault(*row) for row in rows] for rows in (answer["wrong"], answer["aside"]))
        return Done(self._published() != before, tuple(wrong), tuple(aside), answer["waits"])

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

    def _ask(self, request: Request, show: Callable[[str, bytes], None]) -> Answer:
        """Waits for the answer. A process that ended is told, and the next request gets another one."""
        if self._process.poll() is not None:
            self.renew()
        sys.stdout.flush()
        if (asking := self._process.stdin) and (answers := self._process.stdout):
            with suppress(BrokenPipeError):
                asking.write(f"{json.dumps(request)}\n".encode())
                asking.flush()
                while answered := answers.readline():
                    said = json.loads(answered)
                    if "path" not in said:
                        return Answer(wrong=said["wrong"], aside=said["aside"], waits=said["waits"])
                    show(said["path"], said["page"].encode())
        what, todo = f"has ended ({self._process.wait()})", "the next change starts another"
        ended = Fault(say("the process that builds"), None, what, todo)
        print(told(ended), file=sys.stderr, flush=True)
        return Answer(wrong=[(ended.path, None, what, todo)], aside=[], waits=False)

    def _published(self) -> tuple[int, int] | None:
        """Tells one published site from the next."""
        try:
            status = (self._folder / MANIFEST).stat()
        except FileNotFoundError:
            return None
        return status.st_ino, status.st_mtime_ns
