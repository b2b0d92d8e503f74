"""Former addresses: what may be one, and what stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.former import file_of
from glose.digest.model.errors import DigestError
from glose.tasks.site_build import build

ARTICLE = """---
title: Une dépêche d’essai
date: 2016-03-15
slug: depeche
lang: fr
status: published
aliases: [{alias}]
---

Texte d’essai.
"""


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("/2016/03/15/ancienne/", "2016/03/15/ancienne/index.html"),
        ("/ancienne.html", "ancienne.html"),
        ("/caf%C3%A9/", "café/index.html"),
        ("/", ""),
        ("/%2e%2e/ailleurs/", ""),
    ],
)
def test_an_address_is_answered_by_a_file_inside_the_site(alias: str, file: str) -> None:
    assert file_of(alias) == file


def test_a_former_address_does_not_take_the_place_of_a_page(project: Path) -> None:
    article = project / "content" / "articles" / "depeche.md"
    article.write_text(ARTICLE.format(alias="/ancienne/"), encoding="utf-8")
    build(project, project / "output")
    article.write_text(ARTICLE.format(alias="/glossary/"), encoding="utf-8")
    with pytest.raises(DigestError, match="another page stands at the alias /glossary/"):
        build(project, project / "output")
    assert (project / "output" / "ancienne" / "index.html").is_file(), "the site before the fault is gone"
