"""What a program's module offers: the site of another program, as far as it is brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from glose.digest.bring.post import Note, Post, Program
from glose.digest.model.errors import Fault

if TYPE_CHECKING:
    from glose.digest.bring.links import Links


class Source(Protocol):
    """The site of another program."""

    program: Program
    hosts: tuple[str, ...]
    """Hosts under which it was on the web: an address there is one of its own."""
    notes: list[Note]
    """What is told of the site as a whole."""

    def posts(self) -> Iterator[Post | Fault]:
        """Its posts and pages in one order, each time anew; what cannot be read as a fault."""

    def names(self, post: Post) -> Iterator[str]:
        """What its other posts may call it by, beside its address."""

    def picture(self, src: str, post: Post) -> Path | None:
        """The file that a post names as a picture, where it is one below the site's own folder."""

    def expression(self, href: str, post: Post) -> str:
        """The address that the program makes of what is written in place of one; any other as it is."""

    def shortcode(self, written: str, links: Links, line: int) -> str | None:
        """Our notation for what the program would run; None where it is to stand as text."""

    def prepared(self, text: str) -> str:
        """The text with what is written otherwise there and means the same here."""

    def prepared_html(self, text: str, links: Links, first: int) -> tuple[str, bool]:
        """HTML with what the program would run told, and whether a line break in it is one in the text."""
