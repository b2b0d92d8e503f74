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
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glose.digest.build.warm import Warm
    from glose.digest.model.errors import Fault


EDITORS = {"DRAFT_NOTES": True}
"""Settings of the site as its editors see it."""
Row = tuple[str, int | None, str, str]
"""A fault, as JSON has it."""


class Request(TypedDict):
    """What is to be done, in this order."""

    convert: bool
    """Convert what is stale in seeds/."""
    build: bool
    drafts: bool
    """Show what is not published yet, too."""
    looked_at: list[str]
    """Paths of the pages that are open: new ones are to be shown before the site is published."""


class Answer(TypedDict):
    """What became of it; all of it has been said on the terminal, too."""

    wrong: list[Row]
    """For which nothing was built."""
    aside: list[Row]
    """What is wrong beside what was built."""
    waits: bool
    """Something is published at an hour that is to come."""


class Shown(TypedDict):
    """A page that is new, before the site is published."""

    path: str
    page: str


def answer(
    root: Path, folder: Path, request: Request, show: Callable[[Shown], None] = lambda shown: None
) -> Answer:
    """Does what is asked, and says what is wrong as `invoke build` says it. `show`: is given pages that come early."""
    aside: list[Fault] = []
    waits = False
    try:
        from glose.digest.build.early import Early
        from glose.digest.check.styles import style_faults
        from glose.tasks.convert import stale
        from glose.tasks.frame import tell, within
        from glose.tasks.settings import read_site
        from glose.tasks.site_build import build, check_output
        from glose.tasks.voice import result
        from glose.tasks.words import say

        site = read_site(root)
        check_output(site, folder)
        if request["convert"]:
            done = stale(site, force=False)
            _unconverted[:] = [] if done is None or done.ok else done.faults()
            tell(site.notes())
        aside += _unconverted
        if request["build"]:
            overrides: dict[str, object] = {**EDITORS}
            if request["drafts"]:
                overrides |= {"DRAFTS": True, "PLUGINS": [*site.values["PLUGINS"], "glose.drafts"]}
            warm = _kept()
            warm.early = Early(
                frozenset(request["looked_at"]), lambda path, page: show(Shown(path=path, page=page.decode()))
            )
            built = build(root, folder, settings=site.file, overrides=overrides, warm=warm)
            beside = [*style_faults(site.theme), *built.left_out, *built.lost]
            aside += beside
            waits = bool(built.held)
            count = sum(name.endswith(".html") for name in built.files)
            pages = f"{folder}: {say('{count} pages', count=str(count))}"
            told = [*beside, *built.held], built.files
            if [told] != _news:  # a look that found nothing new says nothing
                tell(told[0])
                result(within(pages))
                _news[:] = [told]
    except Exception as error:
        _wrong[:] = _told(error, known=_wrong if request["convert"] else ())
        _news.clear()  # what is mended is told, though the site may be what it was
        return Answer(wrong=_rows(_wrong), aside=_rows(aside), waits=waits)
    _wrong.clear()
    return Answer(wrong=[], aside=_rows(aside), waits=waits)


_wrong: list[Fault] = []
"""What kept the last build from being one: everything is looked through a second time after a save."""
_news: list[tuple[list[Fault], Mapping[str, str]]] = []
"""What the last build said, and the files of its site."""
_unconverted: list[Fault] = []
"""What was wrong with the seeds when they were last looked through."""


@cache
def _kept() -> Warm:
    """From one build to the next."""
    from glose.digest.build.warm import Warm

    return Warm()


def _told(error: Exception, known: Sequence[Fault]) -> tuple[Fault, ...]:
    """One sentence a fault, unless all are `known`; `invoke --debug` shows where it arose."""
    try:
        from glose.tasks.frame import DEBUG, faults_in, said_of
    except Exception as other:  # the module that would say it is the one that is broken
        from glose.digest.model.errors import Fault

        said = Fault(type(other).__name__, None, str(other))
        print(said, file=sys.stderr, flush=True)
        return (said,)
    faults = faults_in(error)
    if tuple(known) != faults:
        if DEBUG:
            traceback.print_exception(error)
        print(said_of(error)[0], file=sys.stderr, flush=True)
    return faults


def _rows(faults: Iterable[Fault]) -> list[Row]:
    return [(one.path, one.line, one.what, one.todo) for one in faults]


def main(root: Path, folder: Path, stdout: int) -> None:
    """Answers until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(stdout, 1)  # a library that prints must not be taken for an answer

    def say(what: Answer | Shown) -> None:
        answers.write(f"{json.dumps(what)}\n")
        answers.flush()

    with suppress(Exception):  # the first request says what is wrong
        from glose.tasks.own_code import program

        program()  # before more of it is imported
        from glose.digest.build import build  # noqa: F401
        from glose.tasks import convert, site_build  # noqa: F401
    for line in sys.stdin:
        done = answer(root, folder, json.loads(line), say)
        sys.stdout.flush()
        say(done)


if __name__ == "__main__":
    from glose.tasks.child import stopped_by_sigterm

    with suppress(KeyboardInterrupt, BrokenPipeError), stopped_by_sigterm():
        main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
