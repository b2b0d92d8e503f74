"""`invoke serve` as an editor has it: a terminal, a browser that hears of builds, and Ctrl-C."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glose.tasks.dev_server import RELOAD_PATH

PATIENCE = 40.0
"""Seconds after which what does not come is given up."""


class Served:
    """A running server."""

    def __init__(self, root: Path, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "invoke", "serve", *(options or ("--port", "0"))],
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said: list[str] = []
        """Every line on the terminal."""
        self.told = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        self.port = int(self.hear("(Ctrl-C ends)").split(":")[2].split("/")[0])
        self._events = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._events.request("GET", RELOAD_PATH)
        self._reloads = self._events.getresponse()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self.told:
                self.said.append(line)
                self.told.notify_all()

    def hear(self, words: str, after: int = 0) -> str:
        """The first line on the terminal that holds `words`, of those after the first `after`."""
        with self.told:
            self.told.wait_for(lambda: any(words in line for line in self.said[after:]), PATIENCE)
            found = [line for line in self.said[after:] if words in line]
        assert found, f"{words!r} is not in {self.said[after:]}"
        return found[0]

    def get(self, path: str) -> str:
        """What a page shows."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        body = connection.getresponse().read().decode()
        connection.close()
        return body

    def news(self, words: str) -> str:
        """What an open page is told of what is wrong, as soon as that holds `words`; the first such news."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", RELOAD_PATH)
        answer, deadline = connection.getresponse(), time.monotonic() + PATIENCE
        said = ""
        while time.monotonic() < deadline and (line := answer.readline().decode()):
            if line.startswith('data: {"wrong"'):
                said = line.removeprefix("data: ")
                if words in said:
                    connection.close()
                    return said
        raise AssertionError(f"{words!r} is not told, but {said!r}")

    def reloaded(self) -> None:
        """Waits until an open page is told to load again."""
        deadline = time.monotonic() + PATIENCE
        while (line := self._reloads.readline()) != b"data: built\n":
            assert line, "the stream of events has ended"
            assert time.monotonic() < deadline, f"no page is told; the terminal says {self.said[-5:]}"

    def shown(self, path: str, words: str) -> str:
        """The page as it is loaded again until it shows `words`: a save may be told in two."""
        deadline = time.monotonic() + PATIENCE
        while words not in (page := self.get(path)):
            assert time.monotonic() < deadline, f"{words!r} is not shown; the terminal says {self.said[-5:]}"
            self.reloaded()
        return page

    def until(self, file: Path) -> None:
        """Waits until there is a file."""
        deadline = time.monotonic() + PATIENCE
        while not file.exists():
            assert time.monotonic() < deadline, f"{file} does not come; the terminal says {self.said[-5:]}"
            time.sleep(0.01)

    def stop(self, by: signal.Signals, everybody: bool = True) -> int:
        """Ends it as Ctrl-C does, or the server's own process alone; its exit code, once nobody works any more."""
        (os.killpg if everybody else os.kill)(self.process.pid, by)
        code = self.process.wait(PATIENCE)
        deadline = time.monotonic() + PATIENCE
        while self.works():
            assert time.monotonic() < deadline, "a process outlives the server"
            time.sleep(0.02)
        return code

    def works(self) -> bool:
        """True while any process that it has started lives."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def close(self) -> None:
        """Ends whatever is left."""
        self._events.close()
        if self.works():
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@contextmanager
def served(root: Path, *options: str) -> Iterator[Served]:
    """The project at `root`, served while the block runs. `options`: of the task, in the place of any port."""
    server = Served(root, *options)
    try:
        yield server
    finally:
        server.close()
