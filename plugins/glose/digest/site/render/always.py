"""What every page of an edition says, by the names that templates have for it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from glose.digest.edition.edition import Edition
from glose.digest.site.constants import Constants
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
    }
