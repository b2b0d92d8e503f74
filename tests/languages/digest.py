"""A digest of its own beside the engine: three small files and what a test puts there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ARTICLE = """---
title: {title}
slug: {slug}
lang: {lang}
date: 2016-03-15
status: published
---

{text}
"""


def digest(root: Path, settings: str = "") -> Path:
    """The settings and tasks of a digest at `root`."""
    (root / "pelicanconf.py").write_text(f"from glose.defaults import *\n\n{settings}\n", encoding="utf-8")
    tasks = "from glose.tasks import tasks_of\n\nns = tasks_of(__file__)\n"
    (root / "tasks.py").write_text(tasks, encoding="utf-8")
    for folder in ("articles", "glossary"):
        (root / "content" / folder).mkdir(parents=True)
    return root


def article(root: Path, slug: str, lang: str, title: str, text: str) -> None:
    """An article in a language."""
    file = root / "content" / "articles" / f"{slug}.md"
    file.write_text(ARTICLE.format(title=title, slug=slug, lang=lang, text=text), encoding="utf-8")


def invoke(root: Path, *arguments: str) -> tuple[int, str]:
    """What a task answers: its exit code, and everything that it says."""
    command = [sys.executable, "-m", "invoke", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr
