"""Settings of the documentation's own site, which `invoke docs` builds."""

from glose.defaults import *  # noqa: F403

SITENAME = "Glose"
FEED_DOMAIN = "https://glose.invalid"
TAGLINE = "How to make an annotated news digest of your own."
HOME_HEADING = "The manual"
MENU = ("tutorial", "tasks", "settings", "glossary", "search")
FOOTER = ("architecture", "contributing", "changelog")
