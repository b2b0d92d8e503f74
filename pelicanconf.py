"""Settings of this digest, where they differ from the engine's (`glose.defaults` explains each).

`publishconf.py` overrides what differs in production.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))  # the engine lies in this repository
from glose.defaults import *  # noqa: F403  Pelican's own convention

SITENAME = "Glose"
FEED_DOMAIN = "https://glose.invalid"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
EDITIONS = ("fr", "en")
EDITORS = ("La rédaction", "The editors")
SITE_NAMES = {"voaafrique.com": "VOA Afrique"}
RIGHTS = {"AFP": {"policy": "full", "holder": "Agence France-Presse"}}
MAP = "levant.json"
