"""What of the site every page of an edition shows beside its own values: the ways that each footer and menu leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from glose.digest.site.look.menu import Sheets
from glose.digest.site.look.signs import Size
from glose.digest.site.site import Site
from glose.digest.site.values import READ


@dataclass(frozen=True, slots=True)
class Constants:
    """Plain data, the same for all pages of a build; what else an edition always says is the theme's."""

    sheets: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language and slug of each page of the editors to its address: ``{"fr": {"about": "about/"}}``."""
    has_map: bool = False
    """True where the places of the glossary are drawn."""
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language and slug of each page of the editors to its title."""
    logo: Size | None = None
    """How large the house's sign is; None for a house without one."""

    @classmethod
    def of(cls, site: Site, logo: Size | None = None) -> Constants:
        """Of a site."""
        found: dict[str, dict[str, str]] = {}
        titles: dict[str, dict[str, str]] = {}
        for sheet in (one for one in site.sheets if one.status in READ):
            found.setdefault(sheet.lang, {})[sheet.slug] = sheet.url
            titles.setdefault(sheet.lang, {})[sheet.slug] = sheet.title
        return cls(found, site.outline is not None, titles, logo)

    def led(self, lang: str, default: str) -> Sheets:
        """The pages of the editors as an edition leads to them: in its language, else in the site's."""
        there = {slug: one for one in (default, lang) for slug in self.sheets.get(one, {})}
        ways = self.in_language(lang, default)
        titles = {slug: self.titles[one][slug] for slug, one in there.items()}
        return Sheets(dict(sorted(ways.items())), titles, there)

    def in_language(self, lang: str, default: str) -> dict[str, str]:
        """Slug of each of the editors' pages to its address in a language, else in the site's."""
        return {**self.sheets.get(default, {}), **self.sheets.get(lang, {})}
