"""The site that comes with the project: what an editor waits for with few articles."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.place import Place

SAMPLE = {
    "sample-cold": "a cold build",
    "sample-nothing": "nothing changed",
    "sample-body": "one body",
    "sample-serve": "one body under `invoke serve`, from saving to the page",
}
"""By name: what tables call it."""
PATIENCE = 60
"""Seconds after which a page that does not come is given up."""
ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/")


def article(place: Place) -> tuple[str, str]:
    """An article in the site's first language: its file, and its address below the site."""
    for path in sorted((place.folder / "content" / "articles").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        keys = dict(re.findall(r"^(date|slug|lang|status): '?([^\s']+)", text, re.M))
        if (keys.get("lang"), keys.get("status")) == ("fr", "published"):
            return f"content/articles/{path.name}", f"{keys['date'][:10].replace('-', '/')}/{keys['slug']}/"
    raise LookupError("no published article in French")


def edit(place: Place, turn: int) -> str:
    """A sentence more in the last paragraph of that article; returns the sentence."""
    file, mark = article(place)[0], f"Phrase ajoutée numéro {turn}."
    place.change(file, f"{place.read(file).rstrip()} {mark}\n")
    return mark


def served(place: Place, turns: int, log: Path) -> Iterator[float]:
    """Seconds from saving an article until its page under `invoke serve` shows it, as often as asked."""
    with log.open("ab") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "invoke", "serve", "--port", "0"],
            cwd=place.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        try:
            page = address(process) + article(place)[1]
            for turn in range(turns):
                time.sleep(2)  # an editor's pause, so that what follows a rebuild is not counted
                mark = edit(place, 1000 + turn)
                start = time.perf_counter()
                yield wait(page, mark) - start
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def address(process: subprocess.Popen[bytes]) -> str:
    """Where the site is served, once it is."""
    assert process.stdout
    for line in process.stdout:
        if found := ADDRESS.search(line):
            return found[0].decode()
    raise RuntimeError("`invoke serve` ended before it served anything")


def wait(page: str, mark: str) -> float:
    """The moment at which a page shows a text."""
    end = time.perf_counter() + PATIENCE
    while (now := time.perf_counter()) < end:
        try:
            with urlopen(page) as answer:  # noqa: S310  an address of this machine
                if mark in answer.read().decode():
                    return time.perf_counter()
        except (URLError, HTTPException, OSError):
            pass
        time.sleep(max(0.0, 0.01 - (time.perf_counter() - now)))
    raise RuntimeError(f"{page} did not show the edit within {PATIENCE} s")
