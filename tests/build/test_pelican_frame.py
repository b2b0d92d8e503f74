"""Pelican as the frame: its own command builds the same site, and plugins made for it have their say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.model.errors import DigestError
from glose.digest.publish import MANIFEST
from glose.tasks.site_build import build
from tests.features.content import write

PAGE = "2016/03/15/marche/index.html"
HEAD = "---\ntitle: Titre\nslug: {slug}\ndate: {day}\nlang: fr\nstatus: published\n---\n\n"
ORPHAN = """- id: nulle-part
  kind: context
  on: des mots que personne n'a écrits
  body: {fr: Un mot.}
  by: Anne Exemple
  created: 2016-03-16
  sources: [{title: Registre, url: "https://registre.invalid/"}]
"""
SHOUTING = """
from pelican import contents, signals

def shout(content):
    if isinstance(content, contents.Article) and content.lang == "fr":
        content._content += f"<p>Relu par un greffon, le {content.date:%d/%m/%Y}.</p>"

def register():
    signals.content_object_init.connect(shout)
"""


def files(root: Path) -> dict[str, bytes]:
    """Path to bytes, without the manifest, which is the publication's."""
    found = {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}
    found.pop(MANIFEST, None)
    return found


def test_pelicans_own_command_builds_the_same_site_byte_for_byte(project: Path) -> None:
    write(project / "content")
    for slug, day, text in (
        (
            "a-la-main",
            "2016-03-20",
            "Un[^1].\n\n[^1]: Une note.\n\n~~~sh\nls\n~~~\n\nMot\n: Ce qu'il veut dire.",
        ),
        ("demain", "2999-03-20", "Plus tard."),
    ):
        file = project / f"content/articles/{slug}.md"
        file.write_text(HEAD.format(slug=slug, day=day) + text, encoding="utf-8")
    built = build(project, project / "output")
    assert [fault.path for fault in built.held] == ["content/articles/demain.md"]
    command = [sys.executable, "-m", "pelican", "content", "-o", "pelican-output", "--fatal", "warnings"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = files(project / "output"), files(project / "pelican-output")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert PAGE in ours
    assert "2016/03/20/a-la-main/index.html" in ours
    assert not any(b"demain" in path.encode() or b"/demain/" in data for path, data in ours.items())


def test_what_a_plugin_of_others_makes_of_a_text_is_published_and_gone_when_the_plugin_is(
    checkout: Path,
) -> None:
    write(checkout / "content")
    settings = checkout / "pelicanconf.py"
    without = settings.read_text(encoding="utf-8")
    (checkout / "plugins" / "glose" / "shouting.py").write_text(SHOUTING, encoding="utf-8")
    settings.write_text(without + "PLUGINS.append('glose.shouting')\n", encoding="utf-8")
    notes = checkout / "content/notes"
    notes.mkdir()
    (notes / "marche.yaml").write_text(ORPHAN, encoding="utf-8")
    (lost,) = build(checkout, checkout / "output").lost
    assert (lost.path, lost.line) == ("content/notes/marche.yaml", 1)
    with pytest.raises(DigestError, match=r"marche\.yaml:1: note nulle-part"):
        build(checkout, checkout / "output", overrides={"ALLOW_ORPHANS": False})
    with_plugin = files(checkout / "output")
    assert "Relu par un greffon, le 15/03/2016." in with_plugin[PAGE].decode()
    assert "Relu par un greffon" not in with_plugin[f"en/{PAGE}"].decode()
    settings.write_text(without, encoding="utf-8")
    build(checkout, checkout / "output")
    assert "Relu par un greffon" not in (checkout / "output" / PAGE).read_text(encoding="utf-8")
