"""Plain Pelican: its own theme and feeds, listings of twenty as the other peers have them."""

SITENAME = "Bench"
SITEURL = "https://bench.example"
PATH = "content"
OUTPUT_PATH = "output"
DEFAULT_LANG = "fr"
TIMEZONE = "UTC"
THEME = "simple"
DEFAULT_PAGINATION = 20
