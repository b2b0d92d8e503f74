"""A small site with something of each kind to bring up to date, and the build as a fault meets it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from invoke.context import Context

from glose.digest.build.hands import Hands
from glose.digest.publish import MANIFEST
from glose.tasks import frame
from glose.tasks.settings import FILE
from glose.tasks.site_build import build as build_site
from tests.digest import ROOT, source
from tests.faults.answered import answered

ARTICLE = """---
title: {title}
date: 2016-03-{day:02}T00:00:00+01:00
date_precision: day
date_source: supplied
slug: {slug}
lang: fr
status: published
tags: [essai]
---

{body}
"""
TERM = """---
type: place
names: [{{text: {name}, lang: fr, role: pref}}, {{text: {name}, lang: en, role: pref}}]
senses: [{{short: {{fr: "{short}", en: A sample town.}}}}]
sources: [{{title: Registre, url: https://registre.invalid/}}]
as_of: 2026-11-22
status: reviewed
---
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
HANDS = Hands(1)
PLACE = "project"
"""Where a project lies: what a build remembers is true of one place only, and elsewhere everything is made anew."""
GONE = ("articles/retire.md", "glossary/ancienville.md", "images/retiree.png")


def article(root: Path, slug: str, day: int, body: str) -> None:
    """Writes an article."""
    file = root / "content/articles" / f"{slug}.md"
    text = ARTICLE.format(title=f"Un essai, {slug}", slug=slug, day=day, body=body)
    file.write_text(text, encoding="utf-8")


def term(root: Path, slug: str, short: str) -> None:
    """Writes an entry."""
    text = TERM.format(name=slug.title(), short=short)
    (root / f"content/glossary/{slug}.md").write_text(text, encoding="utf-8")


def prepare(root: Path, first: Callable[[str], int] | None = None, more: int = 0) -> None:
    """A site that was published, and then edited: something new, changed and gone of each kind.

    `first`: the build before the edits. `more`: how many articles there are besides.
    """
    for folder in ("content/articles", "content/pages", "content/glossary", "content/images"):
        (root / folder).mkdir(parents=True)
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copy(source(FILE), root / FILE)
    article(root, "garde", 15, "Rien ne change à Exempleville.")
    article(root, "change", 16, "Avant, à Exempleville et à Ancienville.")
    article(root, "retire", 17, "Ce texte est retiré : Ancienville.")
    term(root, "exempleville", "Ville d’essai.")
    term(root, "ancienville", "Ville qui s’en va.")
    (root / "content/images/retiree.png").write_bytes(PICTURE)
    for number in range(more):
        article(root, f"autre-{number}", 1 + number % 9, f"Le texte numéro {number} d’Exempleville.")
    assert (first or build)(str(root)) == 0
    article(root, "change", 16, "Après, à Exempleville et à Neuville.")
    article(root, "neuf", 18, "Un texte tout neuf : Exempleville, [garde]({filename}garde.md).")
    term(root, "exempleville", "Ville d’essai, décrite autrement.")
    term(root, "neuville", "Ville nouvelle.")
    (root / "content/images/neuve.png").write_bytes(PICTURE + b"neuve")
    for name in GONE:
        (root / "content" / name).unlink()


def prepared(folder: Path) -> Path:
    """`prepare`, kept as ``start``: copied to `PLACE` beside it, it is the project that the memory is of."""
    prepare(folder / PLACE)
    return (folder / PLACE).rename(folder / "start")


def copy(start: Path, folder: Path) -> Path:
    """The same project elsewhere; its theme shares files where that is the same disk."""
    folder.mkdir()
    near = start.stat().st_dev == folder.stat().st_dev
    shutil.copytree(start / "content", folder / "content")
    shutil.copytree(start / "theme", folder / "theme", copy_function=os.link if near else shutil.copy2)
    shutil.copy(start / FILE, folder / FILE)
    for name in ("output", ".glose"):
        if (start / name).exists():
            shutil.copytree(start / name, folder / name)
    return folder


def without_memory(root: Path) -> Path:
    """The project as it would be if nothing had ever been built."""
    shutil.rmtree(root / ".glose")
    shutil.rmtree(root / "output")
    return root


def files(folder: Path) -> dict[str, bytes]:
    """Everything below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def site(root: Path) -> Mapping[str, bytes]:
    """What readers see."""
    return files(root / "output")


def litter(root: Path) -> list[str]:
    """What lies beside the trees and is not meant to."""
    work = root / ".glose/output"
    known = {"lock", "spare", "state.db"}
    return sorted(
        file.relative_to(root).as_posix()
        for file in (*root.iterdir(), *(root / ".glose").iterdir(), *work.iterdir())
        if file.name
        not in known | {"content", "theme", "output", ".glose", "__pycache__", "plugins", "seeds", "tmp"}
        and file.suffix != ".py"
    )


@frame.task()
def whole(c: Context, folder: str) -> None:
    """What `invoke build --no-search` does with the project in `folder`, in this process."""
    root = Path(folder)
    done = build_site(root, root / "output", hands=HANDS)
    assert (root / "output" / MANIFEST).is_file(), done


def build(folder: str) -> int:
    """Its exit code, after what it says."""
    return answered(whole, folder)
