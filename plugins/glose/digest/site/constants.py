"""What of the site every page of an edition shows beside its own values: the ways that each footer and menu leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from glose.digest.site.site import Site


@dataclass(frozen=True, slots=True)
class Constants:
    """Plain data, the same for all pages of a build; what else an edition always says is the theme's."""

    sheets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language and slug of each page of the editors to its address: ``{"fr": {"about": "about/"}}``."""
    has_map: bool = False
    """True where the places of the glossary are drawn."""

    @classmethod
    def of(cls, site: Site) -> Constants:
        """Of a site."""
        found: dict[str, dict[str, str]] = {}
        for sheet in site.sheets:
            found.setdefault(sheet.lang, {})[sheet.slug] = sheet.url
        return cls(found, site.outline is not None)

    def in_language(self, lang: str, default: str) -> dict[str, str]:
        """Slug of each of the editors' pages to its address in a language, else in the site's."""
        return {**self.sheets.get(default, {}), **self.sheets.get(lang, {})}
