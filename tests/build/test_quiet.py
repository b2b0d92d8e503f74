"""A build asks the converter only where it may have something to do or to say, and always then."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from glose.tasks import convert
from glose.tasks.quiet import Look
from glose.tasks.settings import Site, read_site
from tests.build.test_site_build import article

SEED = "Un titre d’essai\n\nUn premier paragraphe d’essai.\n\nUn second paragraphe d’essai.\n\nAFP\n"
OTHER = "Un autre sujet\n\nRien de semblable ne se lit ici.\n\nNi là non plus.\n\nAFP\n"
MADE, HAND = "content/articles/un-titre-d-essai.md", "content/articles/essai.md"
LATER = 10**10
"""Nanoseconds after which every stamp is old enough to say something."""


def seed(root: Path, name: str, text: str, more: str = "") -> None:
    (root / "seeds" / name).write_text(text, encoding="utf-8")
    (root / "seeds" / f"{name}.meta.yaml").write_text(f"date: 2016-03-15\nlang: fr\n{more}", encoding="utf-8")


def look(site: Site) -> Look:
    return Look(site, time.time_ns() + LATER)


def settle(site: Site) -> None:
    """Converts until nothing is left to do, as builds would."""
    for _ in range(2):
        found = look(site)
        done = convert.run(site, stands=found.saw)
        if not any(done.kinds.values()):
            found.remember()


@pytest.fixture
def site(project: Path) -> Site:
    """Two articles that were converted and one written by hand, with nothing to do."""
    seed(project, "x.txt", SEED)
    seed(project, "y.txt", OTHER)
    article(project)
    found = read_site(project)
    settle(found)
    assert look(found).is_quiet()
    return found


def idle(site: Site) -> bool:
    """Whether the converter itself, asked anew, does nothing and says nothing."""
    done = convert.run(site, check=True)
    return done.ok and not done.held and not any(done.kinds.values())


def replace(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def correct(root: Path) -> None:
    """A first edit of what was converted: the converter looks once whether its address has changed."""
    replace(root, MADE, "second", "deuxième")


Edit = Callable[[Path], object]
NO_MATTER: dict[str, Edit] = {
    "a body": lambda root: article(root, body="Un autre texte."),
    "a title": lambda root: replace(root, HAND, "title: ", "title: Un autre "),
    "a second one by hand": lambda root: article(root, "deux"),
    "an entry": lambda root: (root / "content/glossary/x.md").write_text("no matter what", encoding="utf-8"),
    "a note": lambda root: _write(root / "content/notes/x.yaml", "no matter what"),
    "a page": lambda root: _write(root / "content/pages/about.fr.md", "no matter what"),
}
MATTER: dict[str, Edit] = {
    "a seed": lambda root: replace(root, "seeds/x.txt", "second", "deuxième"),
    "a new seed": lambda root: seed(root, "z.txt", "Un sujet à part\n\nUn texte à part.\n\nAFP\n"),
    "a sidecar": lambda root: seed(root, "x.txt", SEED, "category: Essai\n"),
    "a seed less": lambda root: [one.unlink() for one in (root / "seeds").glob("x.txt*")],
    "an article less": lambda root: (root / MADE).unlink(),
    "one by hand less": lambda root: (root / HAND).unlink(),
    "a first edit": correct,
    "a new address": lambda root: replace(root, MADE, "slug: un-titre-d-essai", "slug: ailleurs"),
    "another status": lambda root: replace(root, MADE, "status: published", "status: retracted"),
    "a draft": lambda root: replace(root, HAND, "status: published", "status: draft"),
    "a broken header": lambda root: replace(root, HAND, "slug:", "slug"),
    "a seed's key less": lambda root: replace(root, MADE, "seed:", "sede:"),
    "an older converter": lambda root: replace(root, MADE, "version: '2'", "version: '1'"),
    "a former address": lambda root: replace(root, MADE, "status:", "aliases: [/x/]\nstatus:"),
    "a file beside": lambda root: (root / "content/articles/x.txt").write_text("x"),
    "a generated text": lambda root: shutil.rmtree(root / "content/.generated"),
    "a setting": lambda root: _append(root / "pelicanconf.py", '\nTIMEZONE = "Asia/Tokyo"\n'),
}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize("edit", NO_MATTER.values(), ids=NO_MATTER)
def test_what_cannot_matter_to_a_seed_asks_nobody(site: Site, edit: Edit) -> None:
    edit(site.root)
    assert look(site).is_quiet()
    assert idle(site)


@pytest.mark.parametrize("edit", MATTER.values(), ids=MATTER)
def test_what_may_matter_asks_the_converter(site: Site, edit: Edit) -> None:
    edit(site.root)
    assert not look(read_site(site.root)).is_quiet()


def test_what_was_edited_once_is_edited_again_without_asking(site: Site) -> None:
    correct(site.root)
    settle(site)
    replace(site.root, MADE, "deuxième", "troisième")
    assert look(site).is_quiet()
    assert idle(site)


def test_a_stamp_that_says_nothing_yet_makes_the_article_be_read_again(site: Site) -> None:
    article(site.root, body="Un autre texte.")
    assert Look(site, time.time_ns()).is_quiet() in (
        False,
        True,
    )  # the seeds are young, too, on a quick machine
    article(site.root, slug="ailleurs")
    (site.root / HAND).write_bytes((site.root / "content/articles/ailleurs.md").read_bytes())
    assert not look(site).is_quiet()


@pytest.mark.parametrize("at", [0, 5, 40, -1])
def test_a_damaged_memory_asks_the_converter(site: Site, at: int) -> None:
    file = site.root / ".glose" / "converted"
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert not look(site).is_quiet()
    file.unlink()
    assert not look(site).is_quiet()


def test_the_end_of_an_embargo_asks_the_converter(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seed(project, "x.txt", SEED, "embargo_until: 2999-01-01T00:00:00+00:00\n")
    site = read_site(project)
    settle(site)
    assert "status: withheld" in (project / MADE).read_text(encoding="utf-8")
    assert look(site).is_quiet()
    monkeypatch.setattr("glose.tasks.quiet._is_over", lambda until: until == "2999-01-01T00:00:00+00:00")
    assert not look(site).is_quiet()
