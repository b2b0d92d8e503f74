"""The search index of a site is a matter of its pages alone."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.tasks.search_index import INDEX, index
from plugins.tasks.site_build import build
from tests.features.content import write

PAGE = (
    '<!doctype html><html lang="{lang}"><title>Essai</title>'
    "<body data-pagefind-body><h1>Essai</h1><p>Un texte d’essai en {lang}.</p>"
)
LANGUAGES = ("ar", "de", "en", "es", "fr", "it")


def indexed(site: Path) -> dict[str, bytes]:
    """The files of the index of a site with a page in each language."""
    site.mkdir()
    for lang in LANGUAGES:
        (site / f"{lang}.html").write_text(PAGE.format(lang=lang), encoding="utf-8")
    index(site)
    folder = site / "pagefind"
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_two_indexes_of_one_site_are_the_same_bytes(tmp_path: Path) -> None:
    first, second = (indexed(tmp_path / name) for name in ("one", "two"))
    assert first == second
    entry = json.loads(first["pagefind-entry.json"])
    assert tuple(entry["languages"]) == LANGUAGES  # Pagefind's own order is another in every run
    assert {one["page_count"] for one in entry["languages"].values()} == {1}


def test_an_index_comes_to_a_site_that_was_built_without_one_and_goes_again(project: Path) -> None:
    write(project / "content")
    output = project / "output"
    for steps in ((), (INDEX,), ()):  # nothing else is new each time
        build(project, output, finish=steps)
        assert (output / "pagefind" / "pagefind-entry.json").exists() == bool(steps)
