"""The process that `invoke serve` keeps: everything is imported, and a build begins when a line asks for it.

``python -m glose.tasks.warm ROOT FOLDER STDOUT``. On its standard input comes a JSON object a line, `Request`'s keys;
on its standard output goes one back. What a build says goes to the descriptor STDOUT and to standard error. It imports
the rest of plugins/ late, so that a plugin that cannot be imported is told as any other fault.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from glose.digest.build.warm import Warm


EDITORS = {"DRAFT_NOTES": True}
"""Settings of the site as its editors see it."""


EDITORS = {"DRAFT_NOTES": True}
"""Settings of the site as its editors see it."""


class Request(TypedDict):
    """What is to be done, in this order."""

    convert: bool
    """Convert what is stale in seeds/."""
    build: bool


class Answer(TypedDict):
    """What became of it."""

    ok: bool
    """False where something was wrong, which has been said."""


def answer(root: Path, folder: Path, request: Request) -> Answer:
    """Does what is asked, and says what is wrong as `invoke build` says it."""
    try:
        from glose.digest.check.settings import settings_notes
        from glose.tasks.convert import convert_stale
        from glose.tasks.frame import tell
        from glose.tasks.settings import read_site
        from glose.tasks.site_build import build, check_output

        site = read_site(root)
        check_output(site, folder)
        ok = True
        if request["convert"]:
            ok = convert_stale(site, force=False)
            tell(settings_notes(site.values, site.file, site.theme))
        if request["build"]:
            built = build(root, folder, settings=site.file, overrides=EDITORS, warm=_kept())
            tell([*built.left_out, *built.lost])
            print(f"{folder}: {sum(name.endswith('.html') for name in built.files)} pages")
            ok = ok and not built.left_out
    except Exception as error:
        _tell(error)
        return Answer(ok=False)
    return Answer(ok=ok)


@cache
def _kept() -> Warm:
    """From one build to the next."""
    from glose.digest.build.warm import Warm

    return Warm()


def _tell(error: Exception) -> None:
    """One sentence a fault; `invoke --debug` shows where it arose."""
    try:
        from glose.tasks.frame import DEBUG, said_of
    except Exception as other:  # the module that would say it is the one that is broken
        print(f"{type(other).__name__}: {other}", file=sys.stderr, flush=True)
    else:
        if DEBUG:
            traceback.print_exception(error)
        print(said_of(error)[0], file=sys.stderr, flush=True)


def main(root: Path, folder: Path, stdout: int) -> None:
    """Answers until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(stdout, 1)  # a library that prints must not be taken for an answer
    with suppress(Exception):  # the first request says what is wrong
        from glose.digest.build import build  # noqa: F401
        from glose.tasks import convert, site_build  # noqa: F401
    for line in sys.stdin:
        done = answer(root, folder, json.loads(line))
        sys.stdout.flush()
        answers.write(f"{json.dumps(done)}\n")
        answers.flush()


if __name__ == "__main__":
    from glose.tasks.child import stopped_by_sigterm

    with suppress(KeyboardInterrupt, BrokenPipeError), stopped_by_sigterm():
        main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
