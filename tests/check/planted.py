"""One built site, kept in memory: a defect is planted in it, looked for, and taken out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from glose.digest.check.site import site_faults
from glose.digest.publish import MANIFEST
from glose.digest.publish.manifest import digest, encode

PNG = b"\x89PNG\r\n\x1a\n"
HOME = "https://news.example/sub/"
ARTICLE = "2016/03/15/essai/index.html"
TWIN = "ar/2016/03/15/essai/index.html"
SECOND = "2016/03/14/autre/index.html"
RETRACTED = "2016/03/10/retiree/index.html"
MOVED = "ancienne/index.html"
TERM = "glossary/ville-exemple/index.html"


class Site:
    """The files of a site on disk, and what they were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        files = (file for file in root.rglob("*") if file.is_file())
        self.before = {file.relative_to(root).as_posix(): file.read_bytes() for file in files}

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, data: str | bytes) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())

    def edit(self, name: str, old: str, new: str) -> None:
        """The first `old` of a file becomes `new`; a plant that finds no place fails."""
        text = self.text(name)
        assert old in text, f"{name} lacks {old}"
        self.write(name, text.replace(old, new, 1))

    def delete(self, *names: str) -> None:
        for name in names:
            (self.root / name).unlink()

    def seal(self) -> None:
        """The manifest says what is there now."""
        files = {
            file.relative_to(self.root).as_posix(): digest(file.read_bytes())
            for file in self.root.rglob("*")
            if file.is_file() and file.name != MANIFEST
        }
        self.write(MANIFEST, encode(files))

    def faults(self) -> list[str]:
        return [f"{one.path}: {one.what}" for one in site_faults(self.root)]

    def restore(self) -> None:
        for file in [one for one in self.root.rglob("*") if one.is_symlink() or not one.is_dir()]:
            if file.is_symlink() or file.relative_to(self.root).as_posix() not in self.before:
                file.unlink()
        for name, data in self.before.items():
            file = self.root / name
            if not file.is_file() or file.read_bytes() != data:
                self.write(name, data)


Do = Callable[[Site], object]


@dataclass(frozen=True)
class Defect:
    """Something wrong, and what must be said of it: nothing more."""

    name: str
    do: Do
    says: tuple[str, ...]
    sealed: bool = True
    """Whether the manifest is made to agree, as if a build had written it so."""

    def check(self, site: Site) -> None:
        self.do(site)
        if self.sealed:
            site.seal()
        found = site.faults()
        assert found, "nothing was said"
        extra = [one for one in found if not any(_matches(one, says) for says in self.says)]
        assert not extra, extra
        assert all(any(_matches(one, says) for one in found) for says in self.says), found


def _matches(fault: str, says: str) -> bool:
    """``path | words``: a star stands for any part of a path; without one, the article's page is meant."""
    path, _, words = says.rpartition(" | ")
    name, _, what = fault.partition(": ")
    return fnmatchcase(name, path or ARTICLE) and what.startswith(words)


@dataclass(frozen=True)
class Right:
    """Something close to a defect, and allowed."""

    name: str
    do: Do

    def check(self, site: Site) -> None:
        self.do(site)
        site.seal()
        assert site.faults() == []


def body(html: str, page: str = ARTICLE) -> Do:
    """Puts HTML at the end of a page's main part."""
    return lambda site: site.edit(page, "</main>", f"{html}</main>")


def head(html: str, page: str = ARTICLE) -> Do:
    """Puts HTML at the end of a page's head."""
    return lambda site: site.edit(page, "</head>", f"{html}</head>")


def swap(old: str, new: str, page: str = ARTICLE) -> Do:
    """Puts something in the place of something else."""
    return lambda site: site.edit(page, old, new)


def both(*steps: Do) -> Do:
    """One after the other."""

    def do(site: Site) -> None:
        for step in steps:
            step(site)

    return do


def wrong(name: str, do: Do, *says: str) -> Defect:
    return Defect(name, do, says)


def names(rows: Iterable[Defect | Right]) -> list[str]:
    return [row.name for row in rows]
