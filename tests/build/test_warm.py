"""A process that builds again keeps the compiled templates while they would say the same, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.build.warm import Warm
from glose.digest.site.render.edition import Templates
from glose.tasks.site_build import build
from tests.build.test_site_build import article

ABOUT = "---\ntitle: Autre\nslug: about\nlang: fr\nstatus: published\n---\n\nTexte.\n"
TERM = """---
type: concept
names: [{text: texte, lang: fr, role: pref}]
senses: [{short: {fr: Une suite de mots.}}]
sources: [{title: Registre, url: "https://registre.example/"}]
as_of: 2026-11-22
status: reviewed
---
"""


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages whose templates were made ready, in this process."""
    found: list[str] = []
    make = Templates.__init__

    def noted(self: Templates, lang: str, *rest: object, **more: object) -> None:
        found.append(lang)
        make(self, lang, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Templates, "__init__", noted)
    return found


def shown(root: Path, warm: Warm) -> dict[str, bytes]:
    """Every page of a warm build, which is that of a clean one."""
    build(root, root / "output", warm=warm)
    build(root, root / "clean", fresh=True)
    pages = {
        str(one.relative_to(root / "output")): one.read_bytes() for one in (root / "output").rglob("*.html")
    }
    for name, data in pages.items():
        assert (root / "clean" / name).read_bytes() == data, name
    return pages


def test_an_edit_of_a_text_compiles_no_template_again(project: Path, compiled: list[str]) -> None:
    warm = Warm()
    article(project)
    build(project, project / "output", warm=warm)
    before = len(compiled)
    article(project, body="Un autre texte.")
    build(project, project / "output", warm=warm)
    assert before
    assert len(compiled) == before
    assert "Un autre texte." in (project / "output/2016/03/15/essai/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("theme/templates/base.html", "</body>", "<!-- pied --></body>"),
        ("theme/static/style.css", "", "\nbody { color: #123 }\n"),
        ("theme/translations/fr.po", 'msgid "Glossary"\nmsgstr "', 'msgid "Glossary"\nmsgstr "Autre '),
        ("pelicanconf.py", 'SITENAME = "Glose"', 'SITENAME = "Essai"'),
        ("content/pages/about.fr.md", "", ABOUT),
        ("content/glossary/texte.md", "", TERM),
    ],
)
def test_what_templates_say_beside_a_page_is_never_kept_too_long(
    checkout: Path, file: str, old: str, new: str
) -> None:
    warm = Warm()
    article(checkout)
    before = shown(checkout, warm)
    place = checkout / file
    place.parent.mkdir(exist_ok=True)
    text = place.read_text(encoding="utf-8") if place.exists() else ""
    assert old in text
    place.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    after = shown(checkout, warm)
    assert after != before


def test_an_edited_entry_is_marked_as_it_is_now_and_a_deleted_one_no_more(project: Path) -> None:
    warm = Warm()
    article(project)
    entry, page = project / "content/glossary/texte.md", "2016/03/15/essai/index.html"
    entry.write_text(TERM, encoding="utf-8")
    assert "Une suite de mots." in shown(project, warm)[page].decode()
    entry.write_text(TERM.replace("Une suite", "Un tissu"), encoding="utf-8")
    assert "Un tissu de mots." in shown(project, warm)[page].decode()
    article(project, body="Un autre texte.")
    assert "Un tissu de mots." in shown(project, warm)[page].decode()
    entry.unlink()
    assert "Un tissu de mots." not in shown(project, warm)[page].decode()
