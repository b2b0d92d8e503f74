"""Agencies of the house's own reach every seed of a batch."""

from __future__ import annotations

import pytest

from tests.batch.digest import Digest, sentences

SEED = "Ville-Exemple ouvre son pont\n\nVille-Exemple, 12 mars 2016 (Agence Exemple) - " + sentences(60)


@pytest.mark.parametrize("jobs", [0, 1])
def test_an_agency_of_the_setting_is_the_source(digest: Digest, jobs: int) -> None:
    digest.seed("a.txt", SEED)
    digest.convert(agencies={"Agence Exemple": "AGEX"}, jobs=jobs)
    (file,) = digest.articles.glob("*.md")
    assert digest.header(file.name)["source"] == "AGEX"


def test_without_the_setting_nobody_is(digest: Digest) -> None:
    digest.seed("a.txt", SEED)
    digest.convert()
    (file,) = digest.articles.glob("*.md")
    header = digest.header(file.name)
    assert "source" not in header
    assert header["dateline"] == "Ville-Exemple, 12 mars 2016 (Agence Exemple)"
