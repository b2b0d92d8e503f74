"""Other people's sites: made by Pelican's own quickstart, built by Pelican's own command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag

ROOT = Path(__file__).parents[2]
ANSWERS = ["", "Essai", "Personne", "fr", "n", "n", "Europe/Paris", "n", "n"]
TERM = """---
type: place
names:
  - {text: Ville-Exemple, lang: fr, role: pref}
  - {text: Exempleville, lang: fr, role: alt}
  - {text: Sampletown, lang: en, role: pref}
  - {text: بلدة المثال, lang: ar, role: pref}
senses:
  - {until: 2016-01-01, short: {fr: Un village d’essai., en: A village.}}
  - {from: 2016-01-01, short: {fr: Une ville d’essai., en: A town.}}
sources: [{title: Registre d’essai, url: https://exemple.test/}]
as_of: 2026-11-22
status: reviewed
---
"""
UNUSED = (
    TERM.replace("Ville-Exemple", "Nulle-Part")
    .replace("Exempleville", "Non-Lieu")
    .replace("Une ville", "Un lieu")
    .replace("Sampletown", "Nowhere")
    .replace("بلدة المثال", "لا مكان")
)
ARTICLE = """Title: Un essai
Date: 2016-03-15 10:00

À Ville-Exemple, le maire a dit que le pont restera fermé. Exempleville dort.

Rien d’autre n’est arrivé.
"""
ENGLISH = "Title: A trial\nDate: 2016-03-16 10:00\nLang: en\nSlug: un-essai\n\nSampletown is quiet.\n"
NOTE = """- id: pont
  kind: claim
  on: "a dit que |le pont restera fermé|. Exempleville"
  body: {fr: "Le pont a rouvert le 12 mars, voir [avant]({filename}/ancien.md)."}
  by: Anne Exemple
  created: 2026-11-22
  sources: [{title: Registre, publisher: Ville d’Exempleville, url: https://registre.example/pont}]
  claim: {speaker: {fr: le maire}, result: contradicted}
"""
FILES = {
    "glossary/ville-exemple.md": TERM,
    "glossary/nulle-part.md": UNUSED,
    "essai.md": ARTICLE,
    "essai-en.md": ENGLISH,
    "ancien.md": ARTICLE.replace("Un essai", "Un ancien essai").replace("2016-03-15", "2016-03-14"),
    "notes/un-essai.yaml": NOTE,
    "pages/qui.md": "Title: Qui nous sommes\n\nDes gens de Ville-Exemple.\n",
}
"""A content folder, by file."""
QUIET = {"FEED_ALL_ATOM": "feeds/all.atom.xml", "FEED_DOMAIN": "https://essai.example"}


@dataclass(frozen=True)
class Run:
    """What Pelican's command did."""

    root: Path
    code: int
    said: str

    @property
    def output(self) -> Path:
        return self.root / "output"

    def page(self, path: str) -> BeautifulSoup:
        parser = "xml" if path.endswith(".xml") else "html.parser"
        return BeautifulSoup((self.output / path).read_text(encoding="utf-8"), parser)


@dataclass(frozen=True)
class Site:
    """A site as the quickstart makes it."""

    root: Path
    python: Path
    """Folder in which Python finds Pelican and our plugins, as `pip install` lays them."""
    settings: Mapping[str, object] = field(default_factory=dict)
    """What its pelicanconf.py says beside the quickstart's words; `PLUGINS` is not among it."""

    def write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            file = self.root / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def build(self, *arguments: str, **settings: object) -> Run:
        own = "".join(f"{name} = {value!r}\n" for name, value in {**self.settings, **settings}.items())
        file = self.root / "pelicanconf.py"
        plain = file.read_text(encoding="utf-8").partition("# ours\n")[0]
        file.write_text(f"{plain}# ours\n{own}", encoding="utf-8")
        command = [sys.executable, "-m", "pelican", "content", *arguments]
        done = subprocess.run(
            command, text=True, capture_output=True, check=False, cwd=self.root, env=environment(self.python)
        )
        return Run(self.root, done.returncode, " ".join((done.stdout + done.stderr).split()))


def environment(python: Path) -> dict[str, str]:
    """Variables of a shell in which that folder is where packages are; wide, so that no message is cut in two."""
    return {**os.environ, "PYTHONPATH": str(python), "COLUMNS": "10000", "NO_COLOR": "1"}


def quickstart(root: Path, python: Path, **settings: object) -> Site:
    """A new site, with a folder of content of its own."""
    root.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pelican.tools.pelican_quickstart", "-p", str(root)]
    answers = "\n".join(ANSWERS) + "\n" * 9
    subprocess.run(command, input=answers, text=True, check=True, capture_output=True, cwd=root)
    return Site(root, python, {**QUIET, **settings})


def bare(text: Tag) -> str:
    """The text of a page without all that the plugins have added to it."""
    ours = "section.lexicon, .glose-note, .glose-endnotes, .glose-ref, div.glose"
    for added in text.select(ours):
        added.decompose()
    return text.get_text()
