"""One Pelican run in a process of its own, with everything that it complained of written to a file at the end.

``python -m glose.tasks.pelican_process SETTINGS OUTPUT REPORT [OVERRIDES]``, in the project's folder. The report
is JSON: a list of faults; no report means that the run did not come to its end. Pelican's own command exits 0 on
Ctrl-C, on an article that it could not read and on a plugin that it could not load; ``--fatal warnings`` stops at
the first complaint and does not say which article it was about.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from pathlib import Path

from jinja2 import TemplateSyntaxError
from pelican import Pelican
from pelican.log import init as init_logging
from pelican.settings import read_settings

from glose.digest.model.errors import DigestError, Fault


class Complaints(logging.Handler):
    """Keeps every warning and error of a run, with the reason that Pelican leaves out of its message."""

    def __init__(self, path: str) -> None:
        super().__init__(logging.WARNING)
        self.path = path
        self.faults: list[Fault] = []
        self.ignored: frozenset[tuple[int, str]] = frozenset()
        """Level and text of what ``LOG_FILTER`` lets pass: Pelican's own filter is off where it counts nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        """Called by the logger, inside the ``except`` block where there is one."""
        if (record.levelno, record.msg) not in self.ignored:
            self.add(record.getMessage(), sys.exc_info()[1])

    def add(self, message: str, error: BaseException | None) -> None:
        """One complaint; an error of ours speaks for itself."""
        if isinstance(error, DigestError):
            self.faults += error.faults
        else:
            reason = f" ({type(error).__name__}: {error})" if error else ""
            self.faults.append(Fault(*template_of(error, self.path), f"Pelican says: {message}{reason}"))


def template_of(error: BaseException | None, otherwise: str) -> tuple[str, int | None]:
    """File and line of the template at which an error arose; `otherwise` when it arose in none."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename.removeprefix(f"{Path.cwd()}/"), error.lineno
    frames = traceback.extract_tb(error.__traceback__) if error else []
    for frame in reversed(frames):
        if frame.filename.endswith(".html"):
            return frame.filename.removeprefix(f"{Path.cwd()}/"), frame.lineno
    return otherwise, None


def run(settings: str, output: str, overrides: dict[str, object]) -> list[Fault]:
    """Builds the site and returns what went wrong."""
    complaints = Complaints(settings)
    init_logging(level=logging.WARNING, handler=complaints, logs_dedup_min_level=logging.INFO)
    try:
        known = read_settings(settings, override={"OUTPUT_PATH": output, **overrides})
        complaints.ignored = frozenset(known.get("LOG_FILTER") or ())
        Pelican(known).run()
    except Exception as error:
        complaints.add("the build stopped", error)
        if "--debug" in sys.argv:
            raise
    return complaints.faults


def main(settings: str, output: str, report: str, overrides: str = "{}") -> None:
    """Runs and writes the report."""
    faults = run(settings, output, json.loads(overrides))
    rows = [(fault.path, fault.line, fault.what, fault.todo) for fault in faults]
    Path(report).write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    try:
        main(*(argument for argument in sys.argv[1:] if argument != "--debug"))
    except KeyboardInterrupt:
        sys.exit(130)
