"""The command `glose`, for where there is no digest yet; in one, `invoke` has its tasks."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from invoke.exceptions import Exit

from glose import __version__
from glose.tasks import new_site
from glose.tasks.words import spoken
from glose.tasks.words.messages import HELP

ABOUT = "Begin an annotated news digest; inside one, `invoke --list`."


def main(arguments: list[str] | None = None) -> None:
    """``glose new FOLDER``: `arguments` are the command line's."""
    parser = ArgumentParser("glose", description=spoken(ABOUT, HELP))
    parser.add_argument("--version", action="version", version=f"glose {__version__}")
    about = spoken(new_site.site.__doc__ or "", HELP)
    new = parser.add_subparsers(required=True, metavar="new").add_parser("new", help=about, description=about)
    new.add_argument("folder", help=spoken(new_site.HELP["folder"], HELP))
    for option, told in new_site.HELP.items():
        if option != "folder":
            new.add_argument(f"--{option}", default=new_site.USUAL.get(option, ""), help=spoken(told, HELP))
    try:
        new_site.site.body(None, **vars(parser.parse_args(arguments)))
    except Exit as end:
        print(end.message, file=sys.stderr)
        sys.exit(end.code)
