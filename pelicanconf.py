"""Settings of the site, in sections. `publishconf.py` overrides what differs in production."""

import logging
from datetime import UTC, datetime

from jinja2 import StrictUndefined

# ── The site ──────────────────────────────────────────────────────────────────────────────────────────────────
SITENAME = "Glose"
SITEURL = ""
FEED_DOMAIN = "https://glose.invalid"  # feeds need absolute links even before the site has an address
RELATIVE_URLS = True
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
EDITIONS = ("fr", "en")  # the first is at the root, the others under /<lang>/
EDITORS = ("La rédaction", "The editors")  # names by which the house itself signs
REPORT_ERROR = ""  # mailto: address or issue tracker behind "report an error"; empty hides the link
SECURITY_CONTACT = SECURITY_EXPIRES = ""  # both, and /.well-known/security.txt names them
AGENCIES: dict[
    str, str
] = {}  # agencies of our own, code by the name that they sign with: {"Agence Exemple": "AGEX"}
RIGHTS = {"AFP": {"policy": "full", "holder": "Agence France-Presse"}}  # by source; an article's own key wins
NOW = datetime.now(UTC)  # decides embargoes only, and is never rendered: two builds give the same bytes

# ── Where things are ──────────────────────────────────────────────────────────────────────────────────────────
PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output/"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
GLOSSARY_PATH = "glossary"
MAP = "levant.json"  # outline in theme/outlines/ on which places with a checked position are drawn
SEED_URL = ""  # address under which seeds/ is published, ending in a slash; empty shows names without links

# ── Plugins: one that makes pages is one file ───────────────────────────────────────────────────────────────────
PLUGIN_PATHS = ["."]
PLUGINS = [
    "plugins.frame",  # Pelican's own run of all this: `pelican content`, and plugins of others
    "plugins.articles",
    "plugins.editors_pages",
    "plugins.term_pages",
    "plugins.listings",  # home, archives and every other listing
    "plugins.glossary_views",  # index from A to Z, timeline, map
    "plugins.feeds",
    "plugins.machine_files",
    "plugins.redirects",
]

# ── Addresses (contracts: URLs) ───────────────────────────────────────────────────────────────────────────────
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL = "{lang}/" + ARTICLE_URL
ARTICLE_LANG_SAVE_AS = "{lang}/" + ARTICLE_SAVE_AS
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_URL + "index.html"
PAGE_LANG_URL = "{lang}/" + PAGE_URL
PAGE_LANG_SAVE_AS = "{lang}/" + PAGE_SAVE_AS
ARTICLE_TRANSLATION_ID = "slug"
# Pelican writes drafts unless these are empty: what is not published must not be in output/.
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = ""
# `plugins.listings` writes the listings: Pelican's own hold originals only and grow quadratically with the archive.
DIRECT_TEMPLATES: list[str] = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
TAG_URL, CATEGORY_URL, AUTHOR_URL = "tags/{slug}/", "categories/{slug}/", "authors/{slug}/"

# ── Feeds: `plugins.feeds` writes them, with absolute links and one per edition ───────────────────────────────
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# ── What Pelican must not do (each found by experiment; docs/architecture.md says why) ────────────────────────
READERS = {"html": None, "htm": None, "rst": None}  # an .rst or .html file discloses files or injects scripts
IGNORE_FILES = [".*", "*~", "__pycache__"]  # Pelican's default "**/.*" publishes hidden files
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
LOCALE = ["C"]  # the maintainer's own locale would change the output; names of months come from CLDR
WITH_FUTURE_DATES = True  # an embargo is explicit (`embargo_until`), never guessed from the machine's clock
FORMATTED_FIELDS: list[str] = []  # the reader sets the summary itself, escaped
SLUGIFY_SOURCE = "basename"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
DEFAULT_PAGINATION = 50
LOG_FILTER = [
    (logging.WARNING, "Empty alt attribute for image %s in %s"),  # a seed's picture may have none
    # One piece in several languages, none of them the site's: each edition shows its own.
    *(
        (logging.WARNING, "There are %s original (not translated) items %s: " + "\n%s" * n)
        for n in range(2, 9)
    ),
]
LOAD_CONTENT_CACHE = CACHE_CONTENT = False  # a pickle runs code when it is planted
