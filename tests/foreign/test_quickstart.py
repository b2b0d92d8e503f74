"""Two lines in the settings of a stock `pelican-quickstart` site and a folder of terms: tooltips in a foreign theme."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from glose.tasks.listening import serve

ROOT = Path(__file__).parents[2]
ANSWERS = ["", "Essai", "Personne", "fr", "n", "n", "Europe/Paris", "n", "n"]
TERM = """---
type: place
names:
  - {text: Ville-Exemple, lang: fr, role: pref}
  - {text: Exempleville, lang: fr, role: alt}
senses:
  - {until: 2016-01-01, short: {fr: Un village d’essai.}}
  - {from: 2016-01-01, short: {fr: Une ville d’essai.}}
sources: [{title: Registre d’essai, url: https://exemple.test/}]
as_of: 2026-11-22
status: reviewed
---
"""
UNUSED = (
    TERM.replace("Ville-Exemple", "Nulle-Part")
    .replace("Exempleville", "Non-Lieu")
    .replace("Une ville", "Un lieu")
)
ARTICLE = "Title: Un essai\nDate: 2016-03-15 10:00\n\nÀ Ville-Exemple, rien. Exempleville dort.\n"
TWO_LINES = '\nPLUGIN_PATHS = ["plugins"]\nPLUGINS = ["glose.glossary_tooltips", "glose.glossary_pages"]\n'


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as the quickstart makes it, with our plugins beside it, built with Pelican's own command."""
    root = tmp_path_factory.mktemp("quickstart")
    command = [sys.executable, "-m", "pelican.tools.pelican_quickstart", "-p", str(root)]
    subprocess.run(
        command, input="\n".join(ANSWERS) + "\n" * 9, text=True, check=True, capture_output=True, cwd=root
    )
    shutil.copytree(ROOT / "plugins", root / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "content" / "glossary").mkdir()
    (root / "content" / "glossary" / "ville-exemple.md").write_text(TERM, encoding="utf-8")
    (root / "content" / "glossary" / "nulle-part.md").write_text(UNUSED, encoding="utf-8")
    (root / "content" / "essai.md").write_text(ARTICLE, encoding="utf-8")
    older = ARTICLE.replace("Un essai", "Un ancien essai").replace("2016-03-15", "2016-03-14")
    (root / "content" / "ancien.md").write_text(older, encoding="utf-8")
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(TWO_LINES)
    command = [sys.executable, "-m", "pelican", "content", "--fatal", "warnings"]
    done = subprocess.run(command, text=True, capture_output=True, check=False, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "output"


def page(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def test_an_article_marks_the_term_once_and_leads_to_its_page(quickstart: Path) -> None:
    (link,) = page(quickstart / "un-essai.html").select("a.term")
    assert link.text == "Ville-Exemple"
    address, _, sense = link["href"].partition("#")
    assert address.endswith("/glossary/ville-exemple/")
    assert page(quickstart / "glossary" / "ville-exemple" / "index.html").find(id=sense)


def test_the_lexicon_stands_at_the_articles_end_with_the_sense_of_its_day(quickstart: Path) -> None:
    article = page(quickstart / "un-essai.html")
    entry = article.find(id=article.select_one("a.term")["aria-details"])
    assert "Une ville d’essai." in entry.text
    assert "Un village d’essai." not in article.text


def test_the_card_comes_into_the_foreign_themes_head_once(quickstart: Path) -> None:
    article = page(quickstart / "un-essai.html")
    (script,) = article.select('script[src$="theme/glossary/card.js"]')
    (style,) = article.select('link[href$="theme/glossary/card.css"]')
    for name in ("card.js", "card.css"):
        assert (quickstart / "theme" / "glossary" / name).is_file()
    assert script.parent.name == style.parent.name == "head"


def test_a_listing_shows_summaries_without_annotation_and_no_pointer_leads_nowhere(quickstart: Path) -> None:
    home = page(
        quickstart / "index.html"
    )  # this theme shows its newest article whole, the others by their summary
    (older,) = (entry for entry in home.select("article.hentry") if "ancien" in entry.text)
    assert "À Ville-Exemple" in older.text
    assert not older.select("a.term, [aria-details], section.lexicon")
    assert all(len(home.find_all(id=link["aria-details"])) == 1 for link in home.select("[aria-details]"))


def test_the_entries_are_no_articles_of_the_site(quickstart: Path) -> None:
    assert not (quickstart / "ville-exemple.html").exists()
    assert "village" not in page(quickstart / "archives.html").text


def test_the_terms_page_shows_every_sense_in_the_foreign_theme(quickstart: Path) -> None:
    text = page(quickstart / "glossary" / "ville-exemple" / "index.html").text
    assert "Un village d’essai." in text
    assert "Une ville d’essai." in text


def test_the_terms_page_quotes_the_articles_newest_first_and_leads_to_them(quickstart: Path) -> None:
    entry = page(quickstart / "glossary" / "ville-exemple" / "index.html")
    lines = [line for line in entry.select("li") if line.find("b")]
    assert [line.a.text for line in lines] == ["Un essai", "Un ancien essai"]
    assert lines[0].text == "Un essai, 2016-03-15: À Ville-Exemple, rien."
    assert lines[0].a["href"].endswith("/un-essai.html")


def test_a_term_that_no_article_mentions_has_no_list_of_sentences(quickstart: Path) -> None:
    entry = page(quickstart / "glossary" / "nulle-part" / "index.html")
    assert "Un lieu d’essai." in entry.text
    assert "Dans les articles" not in entry.text


@pytest.mark.browser
def test_the_card_opens_on_a_term_in_a_real_browser(quickstart: Path, chromium: Browser) -> None:
    server = serve(quickstart, 0)
    tab = chromium.new_page()
    tab.goto(f"http://127.0.0.1:{server.server_port}/un-essai.html")
    tab.locator("a.term").focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    expect(tab.locator("#card")).to_contain_text("Une ville d’essai.")
    tab.keyboard.press("Escape")
    expect(tab.locator("#card")).to_be_hidden()
    tab.close()
    server.shutdown()
    server.server_close()
