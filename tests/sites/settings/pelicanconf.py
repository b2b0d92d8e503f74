"""Settings of the tests' own digests: the sample that this repository comes with may say others, or be gone."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "plugins"))  # of a copy: the engine lies beside it
from glose.defaults import *  # noqa: F403  Pelican's own convention

SITENAME = "Glose"
FEED_DOMAIN = "https://glose.invalid"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
EDITIONS = ("fr", "en")
EDITORS = ("La rédaction", "The editors")
MAP = "levant.json"
