"""The pages are byte for byte those that the first build of this theme wrote, which Pelican's contexts went through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.golden import golden
from tests.render.conftest import Read

GOLDEN = Path(__file__).parent / "golden"
FILES = (
    "2016/03/17/photo/index.html",
    "2016/03/16/halle/index.html",
    "2016/03/16/suite/index.html",
    "2016/03/15/marche/index.html",
    "en/2016/03/15/marche/index.html",
    "ar/2016/03/15/marche/index.html",
    "de/2016/03/10/deutsch/index.html",
    "2016/03/12/lien/index.html",
    "2016/03/11/vide/index.html",
    "2016/03/09/autre/index.html",
    "2015/12/31/extrait/index.html",
    "2016/03/16/cache/index.html",
    "en/2016/03/16/cache/index.html",
    "2016/03/14/retire/index.html",
    "about/index.html",
    "en/about/index.html",
    "ar/rights/index.html",
    "halle.html",
    "vieux/été/index.html",
    "_redirects",
)
_STYLE = re.compile(r"<style>.*?</style>|'sha256-[^']*'|<script type=\"module\">.*?</script>", re.S)


@pytest.mark.parametrize("file", FILES)
def test_a_page_is_what_it_was(small: Read, file: str) -> None:
    shown = _STYLE.sub("", small.render(file))
    golden(GOLDEN / f"{file.replace('/', '~').replace('é', 'e')}.golden", shown)


def test_nothing_that_is_listed_leads_to_what_is_hidden(small: Read) -> None:
    page = small.render("en/2016/03/16/cache/index.html")
    assert 'href="../../../../../en/2016/03/16/cache/' in page, "it names itself"
    assert 'href="../../../../../2016/03/16/cache/' not in page


def test_a_retracted_article_shows_its_title_and_its_corrections(small: Read) -> None:
    shown = small.render("2016/03/14/retire/index.html")
    assert "Retirée par l’agence." in shown
    assert "Ce texte ne paraît plus" not in shown
    assert "application/ld+json" not in shown
    assert "data-pagefind-body" not in shown


def test_a_text_that_may_not_be_shown_is_not_shown(small: Read) -> None:
    assert "Port-Exemple n’est pas montré" not in small.render("2015/12/31/extrait/index.html")
    shown = small.render("2016/03/12/lien/index.html")
    assert "Le Conseil, mardi" not in shown
    assert "Une légende" not in shown
    assert "https://agli.invalid/x" in shown


def test_structured_data_of_a_language_without_an_edition_names_a_front_page_that_exists(small: Read) -> None:
    assert '"item":"https://exemple.invalid/"}' in small.render("de/2016/03/10/deutsch/index.html")
    assert '"item":"https://exemple.invalid/en/"}' in small.render("en/2016/03/15/marche/index.html")
