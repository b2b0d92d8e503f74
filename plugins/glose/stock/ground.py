"""What each of the plugins needs, whichever of them a site has."""

from __future__ import annotations

import logging
from typing import Any

from pelican import signals

from glose.stock import head, told
from glose.stock.options import read


def configure(pelican: Any) -> None:
    """Keeps Pelican from reading the glossary's entries as articles and pages."""
    settings = pelican.settings
    folder = read(settings).glossary
    for key in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES"):
        if folder not in settings[key]:
            settings[key] = [*settings[key], folder]


def register() -> None:
    """Connects it once, however many plugins ask."""
    logging.getLogger("pelican").addFilter(told.plainly)
    signals.initialized.connect(configure)
    head.register()
