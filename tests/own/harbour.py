"""A small digest of a harbour in English and German, in which nothing is wrong."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

SETTINGS = """from glose.defaults import *  # noqa: F403

SITENAME = "Harbour Watch"
DEFAULT_LANG = "en"
EDITIONS = ("en", "de")
TIMEZONE = "Europe/Berlin"
"""
PUBLISHED = """from pelicanconf import *  # noqa: F403

SITEURL = "https://harbour.test/digest"
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False
"""
TASKS = """from glose.tasks import tasks_of

ns = tasks_of(__file__)
"""
ARTICLE = """---
title: The old quay closes
date: 2026-06-01
slug: quay
lang: en
category: Town
tags: [quay]
status: published
---
The old quay is closed, says [the town](https://town.example/quay)[^register].
Nobody may go to the long mole, as [the imprint]({filename}/pages/imprint.md) says.

![Ships at a quay]({static}/images/quay.png)
The old quay on its last day.

[^register]: Register of the town, page 3.
"""
PAGE = """---
title: Imprint
slug: imprint
lang: en
status: published
---
Who we are.
"""
TERM = """---
type: place
names:
  - {text: Long mole, lang: en, role: pref}
senses:
  - short: {en: A wall against the sea., de: Eine Mauer gegen das Meer.}
sources:
  - {title: Town register, url: "https://register.example/mole"}
relations: {see: [quay]}
as_of: 2026-06-01
status: reviewed
---
It is long.
"""
OTHER = TERM.replace("Long mole", "Old quay").replace("[quay]", "[long-mole]")
NOTES = """- id: built
  kind: context
  on: "The |old quay| is closed"
  body: {en: Built in 1900.}
  by: Anne Exemple
  created: 2026-06-02
  sources:
    - {title: Town register, url: "https://register.example/quay"}
"""
QUAY, MOLE = "content/articles/quay.md", "content/glossary/long-mole.md"
NOTED, IMPRINT = "content/notes/quay.yaml", "content/pages/imprint.md"
FILES = {
    "pelicanconf.py": SETTINGS,
    "publishconf.py": PUBLISHED,
    "tasks.py": TASKS,
    QUAY: ARTICLE,
    IMPRINT: PAGE,
    MOLE: TERM,
    "content/glossary/quay.md": OTHER,
    NOTED: NOTES,
}


def lay(root: Path) -> None:
    """Writes the digest into `root`."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "seeds").mkdir()
    (root / "content/images").mkdir()
    picture = io.BytesIO()
    Image.new("RGB", (2, 2), "white").save(picture, "PNG")
    (root / "content/images/quay.png").write_bytes(picture.getvalue())
