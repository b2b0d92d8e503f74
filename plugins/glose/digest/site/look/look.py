"""What the settings say of a site's look, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from glose.digest.site.look.menu import FOOTER, MENU, Item, Spoken, items, spoken
from glose.digest.site.look.signs import ACCENT_ICON, THEME_ICON
from glose.digest.site.look.tones import SIDES, Wanted
from glose.digest.site.look.typefaces import DISPLAYS, Cut, cuts

FACES: Mapping[str, str] = {"TEXT_TYPEFACE": "text", "INTERFACE_TYPEFACE": "ours"}
"""Setting to the custom property of the theme's style that it decides."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, typefaces, signs, menus, and the house's own words."""

    tagline: Spoken = field(default_factory=dict)
    """TAGLINE."""
    heading: Spoken = field(default_factory=dict)
    """HOME_HEADING."""
    house: Spoken = field(default_factory=dict)
    """EDITORS, where they are told by language: who stands over what no agency wrote."""
    logo: tuple[str, str] = ("", "")
    """LOGO: files below the content, on light paper and on dark."""
    favicon: str = ""
    """FAVICON."""
    wanted: Wanted = field(default_factory=Wanted)
    """ACCENT, NOTES_COLOUR, PAPER."""
    faces: Mapping[str, str] = field(default_factory=dict)
    """TEXT_TYPEFACE and INTERFACE_TYPEFACE, by custom property."""
    fonts: tuple[Cut, ...] = ()
    """FONTS."""
    display: str = DISPLAYS[0]
    """FONT_DISPLAY."""
    menu: tuple[Item, ...] = items(MENU)
    """MENU and MENUITEMS."""
    footer: tuple[Item, ...] = items(FOOTER)
    """FOOTER, LINKS and SOCIAL."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Look:
        """From Pelican's settings, or ours, by name."""
        faces = {name: str(settings[key]) for key, name in FACES.items() if settings.get(key)}
        menu, footer = settings.get("MENU"), settings.get("FOOTER")
        return cls(
            spoken(settings.get("TAGLINE")),
            spoken(settings.get("HOME_HEADING")),
            house(settings.get("EDITORS")),
            pair(settings.get("LOGO")),
            str(settings.get("FAVICON") or ""),
            wanted(settings),
            faces,
            tuple(cuts(settings.get("FONTS") or {})),
            str(settings.get("FONT_DISPLAY") or DISPLAYS[0]),
            items((*(MENU if menu is None else menu), *(settings.get("MENUITEMS") or ()))),
            items((
                *(FOOTER if footer is None else footer),
                *(settings.get("LINKS") or ()),
                *(one[:2] for one in settings.get("SOCIAL") or ()),
            )),
        )  # fmt: skip

    @property
    def icon(self) -> str:
        """The file that stands for the site, below its root."""
        return self.favicon or (ACCENT_ICON if any(self.wanted.accent) else THEME_ICON)

    @property
    def files(self) -> tuple[str, ...]:
        """What is published because a setting names it."""
        return tuple(filter(None, (*self.logo, self.favicon, *(one.file for one in self.fonts))))


def signing(value: Any) -> tuple[str, ...]:
    """EDITORS as names by which the house signs, whatever the language.

    >>> signing({"de": ("Die Redaktion", "Redaktion"), "en": "The editors"})
    ('Die Redaktion', 'Redaktion', 'The editors')
    """
    each = value.values() if isinstance(value, Mapping) else (value or (),)
    return tuple(name for names in each for name in ((names,) if isinstance(names, str) else names))


def house(value: Any) -> Spoken:
    """Language to the first of the names by which the house signs in it; nothing where no language is told."""
    if not isinstance(value, Mapping):
        return {}
    return {lang: names if isinstance(names, str) else next(iter(names), "") for lang, names in value.items()}


def wanted(settings: Mapping[str, Any]) -> Wanted:
    """What the settings say of colours."""
    return Wanted(
        pair(settings.get("ACCENT")), pair(settings.get("NOTES_COLOUR")), str(settings.get("PAPER") or "")
    )


def pair(value: Any) -> tuple[str, str]:
    """A value for light paper and one for dark: a text is that for light paper."""
    if isinstance(value, Mapping):
        return str(value.get(SIDES[0]) or ""), str(value.get(SIDES[1]) or "")
    return str(value or ""), ""
