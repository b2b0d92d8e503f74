"""Processes that end between two programs that they start."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable


def killed_before(number: int) -> Callable[[], None]:
    """Ends the process, as ``kill -9`` does, before it starts its `number`-th program."""

    def prepare() -> None:
        left = number

        def watch(event: str, _arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event == "subprocess.Popen":
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)

    return prepare
