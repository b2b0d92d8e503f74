"""The search index of a site is a matter of its pages alone."""

from __future__ import annotations

import json
from pathlib import Path

from glose.tasks.search_index import INDEX, index
from glose.tasks.site_build import build
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


def test_the_order_in_which_pages_were_written_is_not_in_the_index(tmp_path: Path) -> None:
    found = []
    for step in (1, -1):
        site = tmp_path / f"site{step}"
        for name in [f"{number}/{part}" for number in range(12) for part in ("a", "b")][::step]:
            file = site / name / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(PAGE.format(lang="fr") + name, encoding="utf-8")
        index(site)
        found.append({one.name: one.read_bytes() for one in (site / "pagefind").rglob("*") if one.is_file()})
    assert found[0] == found[1]
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("pages-")] == []
