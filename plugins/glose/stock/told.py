"""How a site's maintainer is told what is wrong: in Pelican's log, one line a fault, without a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from glose.digest.model.errors import DigestError, Fault

log = logging.getLogger(__name__)
BY_HAND = "write the words as they stand there into `on:`, or delete the note"
"""What to do about a note's words where there is no task that would do it."""


def warn(faults: Iterable[Fault]) -> None:
    """Tells what is left out of the site. Raises `DigestError` with it where Pelican was told to stop at warnings."""
    for fault in map(_by_hand, faults):
        try:
            log.warning("%s", fault)
        except RuntimeError:  # how Pelican's logger stops: with a traceback that leads to itself
            raise DigestError(fault) from None


def _by_hand(fault: Fault) -> Fault:
    """The same with advice that holds in a site of anybody's, which has none of a digest's tasks."""
    return replace(fault, todo=BY_HAND) if "`invoke notes." in fault.todo else fault


def plainly(record: logging.LogRecord) -> bool:
    """Takes the traceback from the line in which Pelican tells an error of ours: the fault is in the site's files."""
    if record.exc_info and isinstance(record.exc_info[1], DigestError):
        record.exc_info = None
    return True
