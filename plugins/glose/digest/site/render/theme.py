"""A theme's files, read once: templates, words, styles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glose.digest.edition.spoken import spoken
from glose.digest.layers import UNDER, Layers
from glose.digest.model.errors import DigestError, Fault
from glose.digest.site.look.look import Look
from glose.digest.site.render.assets import assets

if TYPE_CHECKING:
    from glose.digest.edition.catalogue import Catalogue

TEMPLATES = "templates"
"""Folder of the templates."""


@dataclass(frozen=True)
class Theme:
    """Where a theme lies, and what is in it."""

    layers: Layers
    look: Look = field(default_factory=Look)
    """What the house has instead of the theme's own."""
    trees: dict[str, Any] = field(default_factory=dict, compare=False)
    """Its templates as Jinja has read them, by text, for the next edition."""

    @cached_property
    def templates(self) -> dict[str, str]:
        """Their text, by name; what a nearer one hides can still be extended, as `UNDER` and its name."""
        return {name: self._text(file) for name, file in self._files.items()}

    def _text(self, file: Path) -> str:
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise DigestError(
                Fault(self.layers.named(file), line, "is not UTF-8", "save it as UTF-8")
            ) from None

    @cached_property
    def _files(self) -> dict[str, Path]:
        _, *under = self.layers.folders
        files = {name: file for name, file in self.layers.files(TEMPLATES).items() if name.endswith(".html")}
        below = Layers(tuple(under)).files(TEMPLATES)
        hidden = {name: below[name] for name, file in files.items() if below.get(name, file) != file}
        return files | {UNDER + name: file for name, file in hidden.items()}

    def named(self, template: str) -> str:
        """A template's file as messages name it."""
        return self.layers.named(self._files[template])

    @cached_property
    def assets(self) -> dict[str, str]:
        """What pages hold of styles and scripts."""
        return assets(self.layers, self.look)

    def spoken(self, lang: str) -> list[Path]:
        """The catalogues that say an edition's words: what the first leaves out, the next says, and English all."""
        return spoken(self.layers, lang)

    def words(self, lang: str) -> str:
        """The text of its catalogues; empty where there is none."""
        return "\n".join(file.read_text(encoding="utf-8") for file in self.spoken(lang))

    def catalogue(self, lang: str) -> Catalogue:
        """Its words; raises `DigestError` for what no language says."""
        from glose.digest.edition.catalogue import load_catalogue  # reading one takes Babel's parser

        files = self.spoken(lang) or [self.layers.file(f"translations/{lang}.po")]
        found = load_catalogue(*((file, self.layers.named(file)) for file in files))
        return found if found.lang == lang else replace(found, lang=lang, _set={})
