"""A theme's files, read once: templates, words, styles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from glose.digest.site.render.assets import assets

if TYPE_CHECKING:
    from glose.digest.edition.catalogue import Catalogue

TEMPLATES = "templates"
"""Folder of the templates."""
OTHERWISE = "en"
"""Whose words an edition speaks of which nobody has translated the interface; the settings' check tells of it."""


@dataclass(frozen=True)
class Theme:
    """Where a theme lies, and what is in it."""

    folder: Path
    shown: str = "theme"
    """The folder as messages name it."""

    @cached_property
    def templates(self) -> dict[str, str]:
        """Their text, by name."""
        files = sorted((self.folder / TEMPLATES).glob("*.html"))
        return {file.name: file.read_text(encoding="utf-8") for file in files}

    def named(self, template: str) -> str:
        """A template's file as messages name it."""
        return f"{self.shown}/{TEMPLATES}/{template}"

    @cached_property
    def assets(self) -> dict[str, str]:
        """What pages hold of styles and scripts."""
        return assets(self.folder / "static")

    def spoken(self, lang: str) -> Path:
        """The catalogue of a language, or the one that stands in for it."""
        own = self.folder / "translations" / f"{lang}.po"
        other = own.with_name(f"{OTHERWISE}.po")
        return own if own.exists() or not other.exists() else other

    def words(self, lang: str) -> str:
        """The text of its catalogue; empty where there is none."""
        file = self.spoken(lang)
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def catalogue(self, lang: str) -> Catalogue:
        """Its words; raises `DigestError` for what is not translated."""
        from glose.digest.edition.catalogue import load_catalogue  # reading one takes Babel's parser

        file = self.spoken(lang)
        found = load_catalogue(file, f"{self.shown}/translations/{file.name}")
        return found if found.lang == lang else replace(found, lang=lang, _set={})
