"""docs/reference/settings.md is what the defaults say of themselves. Under GLOSE_ACCEPT=1 it is written."""

from __future__ import annotations

import ast

from glose import defaults
from tests.docs import settings_page
from tests.docs.manual import ROOT
from tests.golden import golden

PELICANS = {
    *("TAG_URL", "CATEGORY_URL", "AUTHOR_URL", "DIRECT_TEMPLATES", "LOCALE", "LOAD_CONTENT_CACHE"),
    *("CACHE_CONTENT", "FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS"),
    "TRANSLATION_FEED_ATOM",
}
"""What Pelican is told and nobody changes."""


def test_the_page_is_written_from_the_defaults() -> None:
    golden(ROOT / "docs" / "reference" / "settings.md", settings_page.page())


def test_every_setting_has_words_of_its_own() -> None:
    names = {name for name in vars(defaults) if name.isupper() and not name.startswith("_")} - {"UTC"}
    assert names - PELICANS == {name for _, name, _, _ in settings_page.explained()}


def test_a_default_that_a_machine_decides_is_told_by_its_rule() -> None:
    def told(source: str) -> str:
        return settings_page.default("SITENAME", ast.parse(source, mode="eval").body)

    assert told("str(_HERE / 'theme')") == "Default: the engine's own."
    assert told("datetime.now(UTC)") == "Default: `datetime.now(UTC)`"
    assert told("'Digest'") == 'Default: `"Digest"`'


def test_a_page_that_a_docstring_names_is_a_link_and_code_stays_whole() -> None:
    assert (
        settings_page.linked("As\n``a b`` in docs/how/publish.md")
        == "As `a b` in [publish.md](../how/publish.md)"
    )
    assert "`a b c`" in settings_page.wrapped("word " * 22 + "`a b c` end")
