"""What one process has built is not taken for the work of a program that was saved meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.tasks.builder import Builder
from glose.tasks.warm import Request, answer

FEATURE = '''"""A page of our own."""
from glose.digest.site.values import Page


def pages(site):
    yield Page("greeting.txt", "greeting", site.settings.lang, "greeting.txt", (), {})


WRITERS = {"greeting": lambda page, room: "Bonjour"}
'''


def test_a_program_saved_while_a_build_runs_is_built_with_by_the_next_process(project: Path) -> None:
    file, folder = project / "plugins" / "greeting.py", project / "output"
    file.parent.mkdir(exist_ok=True)
    file.write_text(FEATURE, encoding="utf-8")
    settings = project / "pelicanconf.py"
    more = 'PLUGIN_PATHS = ["plugins"]\nPLUGINS.append("greeting")\n'
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    with Builder(project, folder) as builder:
        assert builder.build(convert=False).published
        file.write_text(FEATURE.replace("Bonjour", "Bonsoir"), encoding="utf-8")
        about = project / "content" / "pages" / "neuf.md"
        about.parent.mkdir(exist_ok=True)
        about.write_text(
            "---\ntitle: Neuf\nslug: neuf\nlang: fr\nstatus: published\n---\n\nTexte.\n", encoding="utf-8"
        )
        assert builder.build(convert=False).published  # by the process that has imported the one before
        assert (folder / "greeting.txt").read_text(encoding="utf-8") == "Bonjour"
        builder.renew()
        assert builder.build(convert=False).published
    assert (folder / "greeting.txt").read_text(encoding="utf-8") == "Bonsoir"


def test_what_is_wrong_is_said_once_a_save_and_that_it_is_mended_too(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a save, everything is looked through once more when it is quiet, seeds too: that has nothing to add."""

    def said(body: str, *, again: bool = False) -> str:
        page.write_text(
            f"---\ntitle: Neuf\nslug: neuf\nlang: fr\nstatus: published\n---\n\n{body}\n", encoding="utf-8"
        )
        request = Request(convert=again, build=True, drafts=False, looked_at=[])
        answer(project, project / "output", request)
        return "".join(capfd.readouterr())

    page = project / "content" / "pages" / "neuf.md"
    page.parent.mkdir(exist_ok=True)
    assert "pages" in said("Texte.")
    assert "<b> is HTML" in said("<b>Texte</b>")
    assert "HTML" not in said("<b>Texte</b>", again=True)
    assert "<b> is HTML" in said("<b>Texte</b>")
    assert "pages" in said("Texte.")
    assert "pages" not in said("Texte.", again=True)
    monkeypatch.setenv("GLOSE_QUIET", "1")
    assert "HTML" in said("<b>Texte</b>")
    assert said("Texte.") == ""
