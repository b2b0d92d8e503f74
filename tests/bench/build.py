"""What a build costs: pages a second, and Pelican with its own theme on the same articles."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from plugins.tasks.site_build import build
from tests.bench.corpus import names, paragraphs

ROOT = Path(__file__).parents[2]
ARTICLES = 500
HEADER = """---
title: Essai {n}
date: 2016-{m:02}-{d:02}T00:00:00+01:00
slug: essai-{n}
lang: fr
status: published
---

"""
STOCK = "Title: Essai {n}\nDate: 2016-{m:02}-{d:02}\nSlug: essai-{n}\n\n"


def children() -> float:
    """CPU seconds of the processes started so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints one table."""
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder, "ours"), Path(folder, "stock")
        for root in (ours, stock):
            (root / "content" / "articles").mkdir(parents=True)
        for part in ("plugins", "theme", "content/glossary"):
            shutil.copytree(ROOT / part, ours / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pelicanconf.py", ours)
        for n, article in enumerate(paragraphs(ARTICLES, names(1000))):
            when = {"n": n, "m": n % 12 + 1, "d": n % 28 + 1}
            for root, header in ((ours, HEADER), (stock, STOCK)):
                text = header.format(**when) + "\n\n".join(article) + "\n"
                (root / "content" / "articles" / f"{n}.md").write_text(text, encoding="utf-8")
        before = children()
        manifest = build(ours, ours / "output")
        spent = children() - before
        print(
            f"ours: {ARTICLES} articles, {len(manifest)} files, {spent:.1f} s CPU, {spent / ARTICLES * 1e3:.1f} ms each"
        )
        before = children()
        command = [sys.executable, "-m", "pelican", "content", "-o", "output", "-q", "-e", 'TIMEZONE="UTC"']
        subprocess.run(command, cwd=stock, check=True, capture_output=True)
        peer = children() - before
        print(f"Pelican alone, its simple theme, no glossary: {peer:.1f} s CPU; ratio {spent / peer:.2f}")


if __name__ == "__main__":
    main()
