"""The posts of another program are brought: looked at once to give each its place, and once more to be written.

Two walks over the source instead of one list of posts: ten thousand of them are never in memory together. What is
there is never overwritten, and what was brought before is passed over: a second import brings what is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from glose.digest.bring.body_text import Body
from glose.digest.bring.header_text import Place, file_text
from glose.digest.bring.links import Index, Links
from glose.digest.bring.markup import safely
from glose.digest.bring.mended import mended
from glose.digest.bring.places import Placed, Places, is_shown
from glose.digest.bring.post import Note, Post
from glose.digest.bring.rest import to_html
from glose.digest.bring.source import Source
from glose.digest.bring.there import There, scan
from glose.digest.editions import Editions
from glose.digest.files.atomic import flush, write
from glose.digest.model.article import Image
from glose.digest.model.errors import DigestError, Fault
from glose.digest.schema.kinds import LANG
from glose.digest.text.clean import line


@dataclass(slots=True)
class Brought:
    """What became of everything."""

    files: list[tuple[str, str, int, str]] = field(default_factory=list)
    """Of each new file: its path below content/, where it comes from, with the line, and its status."""
    there: int = 0
    """Posts that were brought before."""
    pictures: int = 0
    notes: list[Note] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Digest:
    """What has to be known of the digest that they are brought to."""

    content: Path
    name: str
    """The folder of its content, as messages name it."""
    zone: str
    editions: Editions


def bring(
    source: Source,
    digest: Digest,
    *,
    dry: bool = False,
    step: Callable[[str, int], None] = lambda what, of: None,
) -> Brought:
    """Brings what is new; `dry`: only says what would be. `step` is told of each post, with their number once known.

    Raises `DigestError` where the source cannot be read at all, before anything is written.
    """
    there = scan(digest.content, digest.name, digest.editions)
    brought = Brought(refused=list(there.faults))
    index = Index()
    plan = _plan(source, digest, there, index, brought, step)
    written: set[str] = set()
    for post in _posts(source, digest, []):
        place = None if isinstance(post, Fault) else plan.pop(post.id, None)
        if isinstance(post, Fault) or place is None:
            continue
        try:
            _bring(post, place, source, digest, index, brought, dry)
        except DigestError as error:
            brought.refused += error.faults
            continue
        written.add(place.file.partition("/")[0])
        step(post.title, len(plan))
    if not dry:
        flush(digest.content / folder for folder in sorted(written))
    brought.notes = [*dict.fromkeys(source.notes), *brought.notes]
    return brought


def _posts(source: Source, digest: Digest, notes: list[Note]) -> Iterator[Post | Fault]:
    """The posts, each in a language of the digest where one of them is its own, whatever the region."""
    for post in source.posts():
        if isinstance(post, Post):
            post = replace(post, id=line(post.id), lang=_language(post, digest.editions, notes))
        yield post


def _language(post: Post, editions: Editions, notes: list[Note]) -> str:
    """The post's language, as the digest has it."""
    own = editions.own(post.lang)
    if not own and not LANG.fullmatch(post.lang):
        notes.append(Note(f"`lang` is no language tag: read as {editions.root}", post.path, post.line))
        return editions.root
    if own and own != post.lang:
        what = f"its language is {post.lang}: read as {own}, of this digest"
        notes.append(Note(what, post.path, post.line))
    return own or post.lang


def _plan(
    source: Source,
    digest: Digest,
    there: There,
    index: Index,
    brought: Brought,
    step: Callable[[str, int], None],
) -> dict[str, Place]:
    """A place for every post that is new, by its identifier."""
    places = Places(there, digest.editions, ZoneInfo(digest.zone))
    placed: dict[str, Placed] = {}
    seen: set[str] = set()
    for post in _posts(source, digest, brought.notes):
        if isinstance(post, Fault):
            brought.refused.append(post)
            continue
        if post.id in seen:
            what = f"has the identifier of another ({post.id[:80]})"
            brought.refused.append(
                Fault(post.path, post.line, what, "one of the two is left out: change it there")
            )
            continue
        seen.add(post.id)
        step(post.title, 0)
        addresses = tuple(filter(None, (post.address, *post.former)))
        before = there.brought.get((source.program, post.id))
        if before is not None:
            brought.there += 1
            if before[1]:
                index.add(before[0], addresses, source.names(post))
            continue
        one = places.give(post)
        placed[post.id] = one
        if is_shown(one.place):
            index.add(one.place.file, addresses, source.names(post))
    return {name: places.led(one, brought.notes) for name, one in placed.items()}


def _bring(
    post: Post, place: Place, source: Source, digest: Digest, index: Index, brought: Brought, dry: bool
) -> None:
    links = Links(post, source, index, digest.content, dry)
    body = mended(_body(post, source, links), links, post.first)
    post = _pictured(post, links)
    text = file_text(post, place, body, post.image, source.program, digest.zone)
    if not dry:
        write(digest.content / place.file, text.encode("utf-8"), None)
    brought.files.append((place.file, post.path, post.line, place.status))
    brought.pictures += sum(map(bool, links.copied.values()))
    brought.notes += (*post.notes, *links.notes)


def _body(post: Post, source: Source, links: Links) -> str:
    prepared = source.prepared(post.text)
    if post.markup == "markdown":
        return Body(links, source.shortcode).read(prepared, post.first).strip("\n")
    if post.markup == "rest":
        prepared, told = to_html(post.text, post.path)
        for what, line in told:
            links.note(what, line)
        return safely(prepared, links, post.first)
    prepared, lines = source.prepared_html(prepared, links, post.first)
    return safely(prepared, links, post.first, lines=lines)


def _pictured(post: Post, links: Links) -> Post:
    """The post with its picture as it is here; one that did not come along is kept by its name."""
    if not post.image.src:
        return post
    if kept := links.picture(post.image.src, post.line):
        return replace(post, image=replace(post.image, src=kept))
    return replace(post, image=Image(alt=post.image.alt), kept={**post.kept, "_image": post.image.src})


def told(notes: list[Note]) -> Iterator[tuple[str, list[Note]]]:
    """The notes that say the same together, those with most places last."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.what, []).append(note)
    yield from sorted(groups.items(), key=lambda group: (len(group[1]), group[0]))
