"""The search index, made by Pagefind from the finished pages and read by the browser without a server."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from glose.digest.model.errors import DigestError, Fault
from glose.tasks.child import run_module
from glose.tasks.site_build import Step
from glose.tasks.words import later

FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"
"""What the browser reads first: the languages, and the files of each."""
MARK = b"data-pagefind-body"
"""Stands in the pages that are to be found, where their text begins."""
NO_TEXT = ".vh, .meta, .more, .note"
"""What stands inside of a text and is not of it: no excerpt shows it."""
PLAIN = {"’": "'", "\u00a0": " ", "\u202f": " "}
"""Pagefind takes "l’ONU" and a title's "27\N{NO-BREAK SPACE}février" for one word: search.js sets apostrophes again."""
ADDRESS = re.compile(rb">\s*https?://[^<\s]+\s*<")
"""An address that is shown as one: letters, and no words."""
UNUSED = ("*ui*", "*highlight*", "pagefind-worker.js.map")
"""Pagefind's own interface, 0.4 MB: the theme has its own."""


def index(site: Path, lock: int | None = None) -> None:
    """Adds ``pagefind/`` to `site`; raises `DigestError` with what Pagefind says when it fails.

    `lock`: descriptor of the build's lock, which Pagefind holds as long as it runs.
    """
    index_of(site, site / FOLDER, lock)


def index_of(site: Path, folder: Path, lock: int | None = None) -> None:
    """Makes the index of `site` in `folder`; raises as `index` does."""
    todo = "build with --no-search to go on"
    index_pages(_searched(site), folder, beside=site.parent, no_text=NO_TEXT, lock=lock, todo=todo)


def index_pages(
    pages: Iterable[tuple[str, bytes]],
    folder: Path,
    *,
    beside: Path,
    no_text: str,
    lock: int | None = None,
    todo: str = "",
) -> None:
    """Makes the index of these pages in `folder`: each by the file that a browser asks for, and its HTML.

    They come in the order of their names: Pagefind numbers them as the disk lists them, often as written.
    `beside`: a folder in which there is room to lay them out. `no_text`: selectors of what stands inside of a text and
    is not of it. `todo`: what to do when Pagefind fails.
    """
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with TemporaryDirectory(dir=beside, prefix="pages-") as laid:
        if not _lay(pages, Path(laid)):
            return  # Pagefind refuses to make an index of nothing
        places = ("--site", laid, "--output-path", str(folder))
        arguments = (*places, "--quiet", "--exclude-selectors", no_text)
        code, said = run_module(beside, lock, "pagefind", *arguments, **streams)
    if code:
        what = f"no search index was made: {' '.join(said.splitlines()[-1:])}"
        raise DigestError(Fault(FOLDER, None, what, todo))
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    _put_in_order(folder / ENTRY)


def _searched(site: Path) -> Iterator[tuple[str, bytes]]:
    """The pages of the site that are to be found."""
    for file in sorted(site.rglob("*.html")):
        text = file.read_bytes()
        if MARK in text:
            yield file.relative_to(site).as_posix(), text


def _lay(pages: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Lays out the pages in their order; returns how many there are."""
    laid = 0
    for name, text in pages:
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        for sign, plain in PLAIN.items():
            text = text.replace(sign.encode(), plain.encode())
        page.write_bytes(ADDRESS.sub(b"><", text))
        laid += 1
    return laid


def _put_in_order(entry: Path) -> None:
    """Pagefind names the languages in another order each time: two builds of one site must be the same bytes."""
    found = json.loads(entry.read_bytes())
    text = json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    entry.write_text(text, encoding="utf-8", newline="")


INDEX = Step(FOLDER, index, later("search index"))
"""The index as a step of a build."""
