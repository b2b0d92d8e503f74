"""A version of a template says when its pages must be rendered again, and which need not be."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from glose.digest.layers import Layers
from glose.digest.site.constants import Constants
from glose.digest.site.look.menu import items
from glose.digest.site.render import Renderer
from glose.digest.site.render.theme import TEMPLATES
from glose.digest.site.site import Settings
from tests.digest import ROOT
from tests.render.conftest import VIEWS, WRITERS

SETTINGS = Settings("Exemple", "fr", ("fr", "en"), feed_domain="https://exemple.invalid")
CONSTANTS = Constants({"fr": {"about": "about/"}}, has_map=True, titles={"fr": {"about": "Méthode"}})
NAMES = sorted(file.name for file in (ROOT / "theme" / TEMPLATES).glob("*.html"))
PAGES = {name for name in NAMES if name not in ("parts.html", "notes.html", "maps.html", "asking.html")}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    return tmp_path / "theme"


def versions(
    theme: Path, settings: Settings = SETTINGS, constants: Constants = CONSTANTS
) -> dict[tuple[str, str], bytes]:
    renderer = Renderer(settings, Layers.of(theme), constants, VIEWS, WRITERS)
    return {
        (name, lang): renderer.version(name, lang)
        for name in (*NAMES, *WRITERS)
        for lang in settings.languages
    }


def changed(
    before: dict[tuple[str, str], bytes], after: dict[tuple[str, str], bytes]
) -> set[tuple[str, str]]:
    assert before.keys() == after.keys()
    return {key for key in before if before[key] != after[key]}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def both(*names: str) -> set[tuple[str, str]]:
    return {(name, lang) for name in names for lang in SETTINGS.languages}


def test_nothing_changed_is_nothing_changed(theme: Path) -> None:
    assert changed(versions(theme), versions(theme)) == set()


def test_a_template_and_no_other(theme: Path) -> None:
    before = versions(theme)
    edit(theme / TEMPLATES / "article.html", "<article", "<article id='x'")
    assert changed(before, versions(theme)) == both("article.html")


def test_a_template_that_all_extend(theme: Path) -> None:
    before = versions(theme)
    edit(theme / TEMPLATES / "base.html", "<main", "<main id='x'")
    assert changed(before, versions(theme)) == both(*PAGES)


def test_a_template_that_some_import_or_call_a_macro_of(theme: Path) -> None:
    before = versions(theme)
    edit(theme / TEMPLATES / "parts.html", "<dl>", "<dl id='x'>")
    found = changed(before, versions(theme))
    assert both("article.html", "parts.html", "home.html", "redirect.html") <= found
    assert not both("asking.html", "maps.html") & found


def test_a_word_in_its_language_and_where_it_is_said(theme: Path) -> None:
    before = versions(theme)
    edit(theme / "translations" / "fr.po", "À propos de ce texte", "Sur ce texte")
    assert changed(before, versions(theme)) == {("article.html", "fr")}


def test_a_word_that_every_page_says(theme: Path) -> None:
    before = versions(theme)
    edit(theme / "translations" / "en.po", 'msgstr "Skip to the text"', 'msgstr "Go to the text"')
    found = changed(before, versions(theme))
    assert {(name, "en") for name in PAGES} <= found  # and others: English is what no translation says


def test_a_style_that_every_page_holds(theme: Path) -> None:
    before = versions(theme)
    (theme / "static" / "style.css").open("a", encoding="utf-8").write("b{color:red}")
    assert changed(before, versions(theme)) == both(*PAGES, *WRITERS)


def test_a_script_that_no_page_holds_changes_none(theme: Path) -> None:
    before = versions(theme)
    (theme / "static" / "search.js").open("a", encoding="utf-8").write("// more")
    assert changed(before, versions(theme)) == set()


def test_a_comment_in_a_style_changes_nothing_that_is_said(theme: Path) -> None:
    before = versions(theme)
    (theme / "static" / "style.css").open("a", encoding="utf-8").write("/* more */")
    assert changed(before, versions(theme)) == set()


def test_a_page_of_the_editors_in_its_language(theme: Path) -> None:
    before = versions(theme)
    more = replace(
        CONSTANTS,
        sheets={**CONSTANTS.sheets, "en": {"rights": "en/rights/"}},
        titles={**CONSTANTS.titles, "en": {"rights": "Rights"}},
    )
    found = changed(before, versions(theme, constants=more))
    assert {lang for _, lang in found} == {"en"}
    assert {(name, "en") for name in PAGES} <= found


def test_a_page_of_the_editors_that_no_page_leads_to_changes_nothing(theme: Path) -> None:
    more = replace(
        CONSTANTS,
        sheets={"fr": {"about": "about/", "contact": "contact/"}},
        titles={"fr": {"about": "Méthode", "contact": "Contact"}},
    )
    named = replace(SETTINGS, look=replace(SETTINGS.look, footer=items(("about",))))
    before, after = versions(theme, named), versions(theme, named, more)
    assert not both(*NAMES) & changed(before, after)


def test_the_map(theme: Path) -> None:
    found = changed(versions(theme), versions(theme, constants=replace(CONSTANTS, has_map=False)))
    assert both(*PAGES) <= found


def test_a_setting_that_views_may_show(theme: Path) -> None:
    found = changed(versions(theme), versions(theme, replace(SETTINGS, editors=("La rédaction",))))
    assert both(*NAMES, *WRITERS) == found


def test_an_escaped_message_counts_as_said_everywhere(theme: Path) -> None:
    edit(theme / TEMPLATES / "404.html", "t('Page not found')", "t('Page not \\x66ound')")
    before = versions(theme)
    edit(theme / "translations" / "fr.po", 'msgstr "Glossaire"', 'msgstr "Lexique"')
    assert ("404.html", "fr") in changed(before, versions(theme))
