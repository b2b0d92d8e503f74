"""docs/how/upgrade.md: the message is the one that is given, and the template changes its part alone."""

from __future__ import annotations

from pathlib import Path

from glose.digest.check.settings import former
from glose.tasks.new_site import Digest, lay
from glose.tasks.site_build import build
from tests.docs.manual import blocks

PAGE = "docs/how/upgrade.md"
IMPRINT = "---\ntitle: Imprint\nslug: imprint\nlang: en\nstatus: published\n---\n\nWe.\n"


def test_the_message_about_a_former_name_is_the_one_that_is_given() -> None:
    (told,) = blocks("console", PAGE, kind="told")
    ((what, todo),) = former({"PLUGINS": ["plugins.articles"]})
    assert told.text == f"pelicanconf.py: {what}; {todo}\n"


def test_the_template_changes_the_title_and_leaves_the_rest_to_the_engine(tmp_path: Path) -> None:
    (shown,) = blocks("html", PAGE)
    root = tmp_path / "digest"
    lay(Digest("Sample", ("en",), "UTC"), root, "none")
    (root / "content" / "pages").mkdir(exist_ok=True)
    (root / "content" / "pages" / "imprint.md").write_text(IMPRINT, encoding="utf-8")
    build(root, root / "before")
    templates = root / "theme" / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / shown.words[0]).write_text(shown.text, encoding="utf-8")
    build(root, root / "after")
    before, after = (
        (root / folder / "imprint" / "index.html").read_text(encoding="utf-8")
        for folder in ("before", "after")
    )
    assert "<title>Imprint, explained – Sample</title>" in after
    assert after.replace("Imprint, explained", "Imprint") == before
