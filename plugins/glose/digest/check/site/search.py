"""The search index: Pagefind's entry, what it names, and that it holds each page that is to be found."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from glose.digest.check.site.files import Files, Place
from glose.digest.check.site.page import Facts, briefly
from glose.digest.model.errors import Fault
from glose.digest.site.value import Value

FOLDER = "pagefind/"
ENTRY = FOLDER + "pagefind-entry.json"
CODE = FOLDER + "pagefind.js"
MARK = b"pagefind_dcd"
"""How each part of an index begins, unpacked."""
BUILD = "build again"


def search_faults(
    files: Files, pages: Collection[Facts], parts: Mapping[str, Part], wanted: bool
) -> Iterator[Fault]:
    """What would keep a reader's words from being found.

    `parts`: what those of the index tell. `wanted`: whether the build made an index.
    """
    names = [name for name in files.names if name.startswith(FOLDER)]
    if not names:  # `invoke build --no-search`
        if wanted and any(page.searched for page in pages):  # an empty site has none
            yield Fault(FOLDER, None, "search: the index is missing", BUILD)
        return
    if CODE not in files.names:
        yield Fault(CODE, None, "search: is missing", BUILD)
    if ENTRY not in files.names:
        yield Fault(ENTRY, None, "search: is missing", BUILD)
        return
    try:
        languages = _languages(json.loads(files.read(ENTRY)))
    except (ValueError, TypeError, KeyError) as error:
        yield Fault(ENTRY, None, f"search: cannot be read ({briefly(str(error), 80)})", BUILD)
        return
    for lang, (metadata, code, _) in sorted(languages.items()):
        for name in (f"{FOLDER}pagefind.{metadata}.pf_meta", f"{FOLDER}wasm.{code}.pagefind"):
            if name not in files.names:
                yield Fault(ENTRY, None, f"search: {lang} lacks {name}", BUILD)
    yield from _part_faults(parts, pages)
    told = Counter({lang: number for lang, (_, _, number) in languages.items()})
    there = Counter(page.lang.lower() for page in pages if page.searched)
    for lang in sorted(told.keys() | there.keys()):
        if told[lang] != there[lang]:
            what = f"search: holds {told[lang]} pages in {briefly(lang)}, the site has {there[lang]}"
            yield Fault(ENTRY, None, what, BUILD)


def _languages(entry: Any) -> dict[str, tuple[str, str, int]]:
    """Each language's metadata, code and number of pages."""
    found = {
        str(lang): (str(one["hash"]), str(one["wasm"] or "unknown"), int(one["page_count"]))
        for lang, one in entry["languages"].items()
    }
    if not found:
        raise ValueError("it names no language")
    return found


def _part_faults(parts: Mapping[str, Part], pages: Collection[Facts]) -> Iterator[Fault]:
    searched = {page.name for page in pages if page.searched}
    broken = sorted(name for name, part in parts.items() if part.broken)
    for name in broken:
        yield Fault(name, None, "search: this part of the index is broken", BUILD)
    if not broken:
        held = {part.page for part in parts.values() if part.page is not None}
        for name in sorted(searched - held):
            yield Fault(name, None, "search: the page is not in the index", BUILD)
        for name in sorted(held - searched):
            yield Fault(name, None, "search: is in the index, and no page to be found", BUILD)


class Part(Value, frozen=True):
    """What one part of an index tells."""

    page: str | None = None
    """Whose words a fragment holds."""
    broken: bool = False


def is_part(name: str) -> bool:
    """Whether a file is a part of an index, by its name."""
    return name.startswith(FOLDER) and name.endswith((".pf_meta", ".pf_index", ".pf_fragment"))


def read_part(name: str, data: bytes, place: Place) -> Part:
    """The page of a fragment; nothing for another part, which is only unpacked."""
    try:
        text = gzip.decompress(data)
        if not text.startswith(MARK):
            return Part(broken=True)
        if not name.endswith(".pf_fragment"):
            return Part()
        found = place.target("", str(json.loads(text[len(MARK) :])["url"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, RecursionError, zlib.error):
        return Part(broken=True)
    return Part(found.name if found else "")
