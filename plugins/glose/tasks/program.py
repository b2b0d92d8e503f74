"""The command `glose`, for where there is no digest yet; in one, `invoke` has its tasks."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any, NoReturn

from invoke.exceptions import Exit

from glose import __version__
from glose.tasks import new_site
from glose.tasks.frame import USAGE
from glose.tasks.words import say, spoken
from glose.tasks.words.messages import HELP

ABOUT = "Begin an annotated news digest; inside one, `invoke --list`."


class Told(ArgumentParser):
    """A parser that tells of itself in the language of whoever asks."""

    def add_argument(self, *names: Any, **options: Any) -> Any:
        """Takes one of ours, or its own."""
        return super().add_argument(*names, **{**options, "help": spoken(options.get("help") or "", HELP)})

    def error(self, message: str) -> NoReturn:
        """Wrong usage, in one line: a task of a digest's, most of the time."""
        self.exit(
            USAGE,
            say(
                "glose: {why}; begin a digest with `glose new FOLDER`, inside one run `invoke`",
                why=message,
            )
            + "\n",
        )

    def format_help(self) -> str:
        """What has no margin is a heading."""
        lines = super().format_help().splitlines()
        return "".join(f"{one if one.startswith(' ') else spoken(one, HELP)}\n" for one in lines)


def main(arguments: list[str] | None = None) -> None:
    """``glose new FOLDER``: `arguments` are the command line's."""
    parser = Told("glose", description=spoken(ABOUT, HELP))
    version = "show program's version number and exit"
    parser.add_argument("--version", action="version", version=f"glose {__version__}", help=version)
    about = spoken(new_site.site.__doc__ or "", HELP)
    new = parser.add_subparsers(required=True, metavar="new").add_parser("new", help=about, description=about)
    new.add_argument("folder", help=new_site.HELP["folder"])
    for option, told in new_site.HELP.items():
        if option != "folder":
            new.add_argument(f"--{option}", default=new_site.USUAL.get(option, ""), help=told)
    try:
        new_site.site.body(None, **vars(parser.parse_args(arguments)))
    except Exit as end:
        print(end.message, file=sys.stderr)
        sys.exit(end.code)
