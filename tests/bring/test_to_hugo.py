"""Articles go out as pages of Hugo; what came from Hugo goes back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glose.digest.bring import front_matter
from glose.digest.bring.fields import dated
from glose.digest.bring.outgo import export
from tests.bring.desk import brought, picture, site, written
from tests.bring.export import item, wxr

CONFIG = 'baseURL = "https://old.example/blog/"\ntimeZone = "Europe/Berlin"\ndefaultContentLanguage = "en"\n'
RICH = """---
title: "Rich: and more"
date: 2016-03-15T10:00:00+01:00
lastmod: 2016-03-16
expiryDate: 2099-01-01
tags: [harbour, sea side]
categories: [News, Ports]
author: Anne Exemple
description: What it is.
slug: reich
aliases: [/old/rich/, near]
weight: 10
toc: true
ratio: 1.5
number: "10"
params:
  mood: calm
  list: [1, "2", null]
---

Words with *stress*, [[brackets]] and {{< youtube a_b >}}.

<!--more-->

```go
x := "{{ y }}"
```

{{% note %}}
Inside.
{{% /note %}}

- one
    - two

Note[^1].

[^1]: Below.
"""
PLAIN = """+++
title = "Plain"
date = 2016-03-17
draft = true
summary = "In short"
[params]
mood = "calm"
+++

Text.
"""
HELD = "---\ntitle: Held\n---\n\nText.\n"
PAGE = "---\ntitle: About\n---\n\nWe.\n"


def same(values: dict[str, Any]) -> dict[str, Any]:
    """The values with dates as moments, whichever way they are written."""
    dates = ("date", "lastmod", "expiryDate")
    return {key: dated(str(one), "", "Europe/Berlin") if key in dates else one for key, one in values.items()}


@pytest.mark.parametrize(
    ("path", "text"),
    [("posts/rich.md", RICH), ("posts/plain/index.md", PLAIN), ("posts/held.md", HELD), ("about.md", PAGE)],
    ids=["rich", "toml", "held", "page"],
)
def test_what_came_from_hugo_goes_back_as_it_was(tmp_path: Path, path: str, text: str) -> None:
    _, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, f"content/{path}": text})
    gone = export(content, "content", tmp_path / "back")
    assert (gone.pages, gone.faults) == (1, [])
    back = front_matter.read((tmp_path / "back/content" / path).read_text(encoding="utf-8"), path)
    was = front_matter.read(text, path)
    assert same(back.values) == same(was.values)
    assert back.body == was.body


def test_a_second_way_round_changes_nothing(tmp_path: Path) -> None:
    _, content = site("hugo", tmp_path, {"hugo.toml": CONFIG, "content/posts/rich.md": RICH})
    export(content, "content", tmp_path / "back")
    written(tmp_path / "back", {"hugo.toml": CONFIG})
    brought("hugo", tmp_path / "back", tmp_path / "again")
    first, second = (
        (place / "articles/reich.md").read_text(encoding="utf-8") for place in (content, tmp_path / "again")
    )
    assert first == second


def test_links_lead_to_the_pages_and_pictures_come_along(tmp_path: Path) -> None:
    text = (
        "---\ntitle: {}\ndate: 2016-03-15\nimages: [/sea.png]\n---\n\n[b](/blog/posts/b/) ![Sea](/sea.png)\n"
    )
    files = {
        "hugo.toml": CONFIG,
        "content/posts/a.md": text.format("A"),
        "content/posts/b.md": text.format("B"),
        "static/sea.png": picture(),
    }
    _, content = site("hugo", tmp_path, files)
    gone = export(content, "content", tmp_path / "back")
    back = front_matter.read((tmp_path / "back/content/posts/a.md").read_text(encoding="utf-8"), "a.md")
    (src,) = back.values["images"]
    assert back.body == f'[b]({{{{< relref "/posts/b.md" >}}}}) ![Sea]({src})'
    assert (tmp_path / f"back/static{src}").is_file()
    assert gone.pictures == 2


def test_an_article_of_another_program_loses_nothing_on_the_way_out(tmp_path: Path) -> None:
    root = written(
        tmp_path, {"export.xml": wxr(item(1, "First", "<p>x</p>", meta={"mood": "calm"}, excerpt="Short"))}
    )
    brought("wordpress", root / "export.xml", tmp_path / "content")
    export(tmp_path / "content", "content", tmp_path / "out")
    page = front_matter.read((tmp_path / "out/content/posts/first.en.md").read_text(encoding="utf-8"), "x")
    assert (page.values["slug"], page.values["summary"]) == ("first", "Short")
    assert page.values["params"]["glose"]["kept"]["mood"] == "calm"


def test_marks_of_the_glossary_are_their_words(tmp_path: Path) -> None:
    own = (
        "---\ntitle: Ours\nslug: ours\nlang: en\ndate: 2016-03-15\nstatus: published\n"
        "source: AGEX\nbyline: By A. Exemple\n---\n\nThe [[port]], [[port-of-x|that port]], [[!port]] and \\[[x]].\n"
    )
    content = written(tmp_path / "content", {"articles/ours.md": own})
    export(content, "content", tmp_path / "out")
    page = front_matter.read((tmp_path / "out/content/posts/ours.en.md").read_text(encoding="utf-8"), "x")
    assert page.body == "The port, that port, port and [[x]]."
    assert page.values["params"]["glose"] == {"source": "AGEX", "byline": "By A. Exemple"}


def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    own = (
        "---\ntitle: X\nslug: x\nlang: en\ndate: 2016-03-15\nstatus: published\n"
        "brought:\n  by: hugo\n  id: ../../x.md\n---\n\nx\n"
    )
    content = written(tmp_path / "content", {"articles/x.md": own})
    gone = export(content, "content", tmp_path / "a/b/out")
    assert gone.pages == 0
    assert "would be ../../x.md" in str(gone.faults[0])
    assert not list(tmp_path.glob("a/**/x.md"))
