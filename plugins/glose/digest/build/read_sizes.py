"""How large the pictures of texts are, so that a page keeps their room free while they are on their way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from glose.digest.build.records import Record
from glose.digest.build.sources import Found, Sources, read
from glose.digest.build.state import State
from glose.digest.site.look.signs import Size, size_of

Known = dict[str, tuple[str, int, int]]
"""Picture to its stamp and size; 0 for one that does not say."""
KEY = "sizes"
MOST = 20_000_000
"""Bytes of a picture that is looked at."""


def read_sizes(
    records: Iterable[Record], found: Found, sources: Sources, state: State
) -> dict[str, dict[str, Size]]:
    """By file of each text that shows pictures, these with their sizes: read again where one was written to."""
    shown = {one.file: names for one in records if (names := pictures(one, found.files))}
    before = state.get(KEY, Known, {})
    known: Known = {}
    for name in dict.fromkeys(name for names in shown.values() for name in names):
        stamp = found.files[name]
        kept = before.get(name)
        if kept is None or not stamp or kept[0] != stamp:
            kept = stamp, *(_size(name, sources) or (0, 0))
        known[name] = kept
    if known != before:
        state.put(KEY, known)
    return {
        file: {name: Size(*known[name][1:]) for name in names if known[name][1]}
        for file, names in shown.items()
    }


def pictures(record: Record, files: Mapping[str, str]) -> list[str]:
    """Files that a text may show as pictures."""
    named = [record.picture[0]] if record.picture else []
    named += [ref.target for ref in record.references if ref.what == "static"]
    return [name for name in dict.fromkeys(named) if name in files and name.lower().endswith(ENDS)]


ENDS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")


def _size(name: str, sources: Sources) -> Size | None:
    file = sources.content / name
    return size_of(read(file, sources.path(name)), name) if file.stat().st_size <= MOST else None
