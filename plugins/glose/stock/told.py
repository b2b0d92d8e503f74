"""How a site's maintainer is told what is wrong: in Pelican's log, one line a fault, without a traceback."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from glose.digest.model.errors import DigestError, Fault

log = logging.getLogger(__name__)


def warn(faults: Iterable[Fault]) -> None:
    """Tells what is left out of the site; ``--fatal warnings`` stops there."""
    for fault in faults:
        log.warning("%s", fault)


def plainly(record: logging.LogRecord) -> bool:
    """Takes the traceback from the line in which Pelican tells an error of ours: the fault is in the site's files."""
    if record.exc_info and isinstance(record.exc_info[1], DigestError):
        record.exc_info = None
    return True
