"""Forks for `tests.publish.faults`: ``python -m tests.publish.nursery``.

On standard input come pairs of what is to be done and how to prepare for it, pickled; for each, a line goes out with
how the process ended that did it.
"""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from contextlib import suppress

from glose.digest.model.errors import DigestError
from tests.publish.faults import FAILED, REFUSED


def main() -> None:
    """Serves until standard input ends."""
    with suppress(EOFError):
        while True:
            action, prepare = pickle.load(sys.stdin.buffer)  # noqa: S301  from our own process
            if pid := os.fork():
                print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
                continue
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # no order is for it
            os.dup2(2, 1)  # what it prints is no answer
            try:
                prepare()
                action()
                os._exit(0)
            except DigestError:
                os._exit(REFUSED)
            except BaseException:
                traceback.print_exc()
                os._exit(FAILED)


if __name__ == "__main__":
    main()
