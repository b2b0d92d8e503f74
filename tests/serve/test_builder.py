"""What one process has built is not taken for the work of a program that was saved meanwhile."""

from __future__ import annotations

from pathlib import Path

from glose.tasks.builder import Builder

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
