"""What every page of an edition says, by the names that templates have for it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from glose.digest.edition.edition import Edition
from glose.digest.site.constants import Constants
from glose.digest.site.look.menu import REPORT, said, shown
from glose.digest.site.render.theme import Theme
from glose.digest.site.site import Settings
from glose.digest.site.values import ROOT


def constants_of(lang: str, settings: Settings, theme: Theme, constants: Constants) -> dict[str, Any]:
    """By name, what every template of the edition may say; nothing else of the site is the same on all pages."""
    editions = {one: Edition(one, where, ()) for one, where in settings.editions.prefixes.items()}
    return {
        **theme.assets,
        "SITENAME": settings.name,
        "SITEURL": Markup(ROOT),  # noqa: S704  replaced last by the way to the root
        "DEFAULT_LANG": settings.lang,
        "REPORT_ERROR": settings.report_error,
        "SEED_URL": settings.seed_url,
        "public_url": settings.url,
        "lang": lang,
        "editions": editions,
        "here": editions[lang],
        "home": Markup(f"{ROOT}/{editions[lang].prefix}"),  # noqa: S704
        "has_map": constants.has_map,
        "tagline": said(settings.look.tagline, lang, settings.lang),
        "home_heading": said(settings.look.heading, lang, settings.lang),
        "house": said(settings.look.house, lang, settings.lang),
        "favicon": settings.look.favicon,
        "logo": settings.look.logo[0] if constants.logo else "",
        "logo_dark": settings.look.logo[1],
        "logo_width": constants.logo.width if constants.logo else 0,
        "logo_height": constants.logo.height if constants.logo else 0,
        **menus(lang, settings, constants),
    }


def menus(lang: str, settings: Settings, constants: Constants) -> dict[str, Any]:
    """The ways that lead from every page of the edition."""
    sheets, prefix = constants.led(lang, settings.lang), settings.editions.prefix(lang)
    lacks = frozenset(
        part for part, has in (("map", constants.has_map), (REPORT, settings.report_error)) if not has
    )
    both = settings.look.menu, settings.look.footer
    menu, footer = (
        tuple(shown(own, other, (lang, prefix), settings.lang, sheets, lacks))
        for own, other in (both, both[::-1])
    )
    addresses = tuple(sorted({one.address for one in (*menu, *footer) if one.own}))
    return {"menu": menu, "footer": footer, "ways_to": addresses}
