"""Every post gets a file and an address that nothing else has; what led to it before leads to it still."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from urllib.parse import quote

from glose.digest.bring.header_text import Place, status_of
from glose.digest.bring.post import Note, Post
from glose.digest.bring.there import There
from glose.digest.editions import Editions
from glose.digest.former import Place as Taken
from glose.digest.former import address_faults, file_of, key, wrong
from glose.digest.markdown import moment
from glose.digest.schema.article import UNPUBLISHED
from glose.digest.text.slug import slugify

_UNSAFE = re.compile(r"[\\\s<>\"{}|?#]")


@dataclass(slots=True)
class Placed:
    """A post with its place, until all have one."""

    place: Place
    address: str
    """Of its page; empty where it has none yet."""
    former: tuple[str, ...]
    path: str
    line: int


class Places:
    """Gives out places; those of `there` are taken."""

    def __init__(self, there: There, editions: Editions, zone: object) -> None:
        self.there, self.editions, self.zone = there, editions, zone
        self.groups: dict[tuple[str, bool], str] = {}
        """Slug of the posts that are one in several languages."""
        self.tried: dict[tuple[str, str], int] = {}

    def give(self, post: Post) -> Placed:
        """A place for a post that is new."""
        wish = self.groups.get((post.version_of, post.page), "") if post.version_of else ""
        wish = wish or slugify(post.slug.strip("/").rpartition("/")[2] or post.title)
        slug = self._slug(wish, post)
        if post.version_of:
            self.groups.setdefault((post.version_of, post.page), slug)
        self.there.slugs.add((slug, post.lang))
        folder = "pages" if post.page else "articles"
        names = chain(
            (f"{folder}/{slug}.md", f"{folder}/{slug}.{post.lang}.md"),
            (f"{folder}/{slug}.{post.lang}-{number}.md" for number in count(2)),
        )
        file = next(name for name in names if key(name) not in self.there.files)
        self.there.files.add(key(file))
        address = self.address(post, slug)
        if address:
            self.there.addresses.add(key(file_of(address)))
        place = Place(file, slug, post.lang, status_of(post))
        return Placed(place, address, (post.address, *post.former), post.path, post.line)

    def address(self, post: Post, slug: str) -> str:
        """Where its page stands; "" for one without a date that needs one."""
        if post.page:
            return f"/{self.editions.sheet(post.lang, slug)}"
        when = moment(post.when, self.zone)  # type: ignore[arg-type]
        return f"/{self.editions.article(post.lang, when, slug)}" if when else ""

    def _slug(self, wish: str, post: Post) -> str:
        start = self.tried.get((wish, post.lang), 1)
        for number in count(start):
            slug = wish if number == 1 else f"{wish}-{number}"
            address = self.address(post, slug)
            free = (slug, post.lang) not in self.there.slugs and key(
                file_of(address)
            ) not in self.there.addresses
            if free and not (address and self._own(file_of(address), ())):
                self.tried[wish, post.lang] = number
                return slug
        return wish  # never: there is always one more number

    def _own(self, file: str, aliases: tuple[str, ...]) -> bool:
        """True for an address that the site needs for itself."""
        taken = Taken("", file, tuple((alias, None) for alias in aliases))
        return any(True for _ in address_faults([taken], self.editions.languages))

    def led(self, placed: Placed, notes: list[Note]) -> Place:
        """The place with the former addresses that may lead to it; the others are told."""
        own = key(file_of(placed.address)) if placed.address else ""
        found: dict[str, str] = {}
        for address in self._written(placed.former):
            file = key(file_of(address))
            if not file or file == own or file in found:
                continue
            if why := self._against(address, file, placed):
                notes.append(
                    Note(f"its old address {why}, so that nothing leads from it", placed.path, placed.line)
                )
                continue
            found[file] = address
            self.there.addresses.add(file)
        return replace(placed.place, aliases=tuple(found.values()))

    def _written(self, former: tuple[str, ...]) -> Iterator[str]:
        for one in former:
            if one.strip("/"):
                yield "/" + _UNSAFE.sub(lambda sign: quote(sign[0], safe=""), one.strip().lstrip("/"))

    def _against(self, address: str, file: str, placed: Placed) -> str:
        if wrong(address):
            return "cannot be a file's name"
        if file in self.there.addresses:
            return "is taken by another page"
        if self._own(file_of(placed.address) if placed.address else "x/index.html", (address,)):
            return "is one that the site needs for itself"
        return ""


def is_shown(place: Place) -> bool:
    """Whether a place has a page."""
    return place.status not in UNPUBLISHED
