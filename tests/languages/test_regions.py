"""Texts in a country's form of a language are shown by the language's edition, and the map is there or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.digest import ROOT
from tests.languages.digest import article, digest, invoke

PLACE = """---
type: place
names:
  - {text: Beispielheim, lang: en, role: pref}
  - {text: Beispielheim, lang: de, role: pref}
senses:
  - short: {en: A town of examples., de: Eine Stadt der Beispiele.}
position: {lat: 35.5, lon: 38.5, checked: 2026-11-22, how: read off a map}
sources: [{title: Register, publisher: Sampletown, date: 2026-11-22, url: "https://register.example/"}]
as_of: 2026-11-22
status: reviewed
changes:
  - {date: 2026-11-22, what: {en: First version.}}
---
"""


@pytest.fixture
def two_languages(tmp_path: Path) -> Path:
    root = digest(tmp_path, 'EDITIONS = ("en", "de")')
    (root / "content/glossary/beispielheim.md").write_text(PLACE, encoding="utf-8")
    article(root, "bruecke", "de-AT", "Die Brücke", 'Die Brücke Beispielheims ist "offen".')
    article(root, "bridge", "en-GB", "The bridge", "The bridge of Beispielheim is open.")
    return root


def pages(root: Path) -> dict[str, str]:
    output = root / "output"
    return {
        str(file.relative_to(output)): file.read_text(encoding="utf-8") for file in output.rglob("*.html")
    }


def test_a_country_s_texts_stand_in_the_edition_of_their_language_and_pass_the_check(
    two_languages: Path,
) -> None:
    code, told = invoke(two_languages, "build", "--no-search")
    assert code == 0, told
    assert invoke(two_languages, "check")[0] == 0
    made = pages(two_languages)
    page = made["de-AT/2016/03/15/bruecke/index.html"]
    assert "„offen“" in page
    assert "Lexikon" in page  # the genitive "Beispielheims" is found
    assert "Die Brücke" in made["de/index.html"]
    assert not [name for name, text in made.items() if "/map/" in text or name.endswith("map/index.html")]


def test_with_an_outline_there_is_a_map_in_every_edition_and_its_credit_on_it(two_languages: Path) -> None:
    (two_languages / "theme/outlines").mkdir(parents=True)
    shutil.copy(ROOT / "theme/outlines/levant.json", two_languages / "theme/outlines/nearby.json")
    with (two_languages / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('MAP = "nearby.json"\n')
    code, told = invoke(two_languages, "build", "--no-search")
    assert code == 0, told
    made = pages(two_languages)
    for name in ("map/index.html", "de/map/index.html"):
        assert "Natural Earth" in made[name]
        assert "Beispielheim" in made[name]
    assert "map/" in made["de/index.html"]
