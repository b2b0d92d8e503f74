"""Settings of the site, in sections. `publishconf.py` overrides what differs in production."""

from datetime import UTC, datetime

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
# `plugins.listings` writes the listings and `plugins.feeds` the feeds: Pelican's own hold originals only.
DIRECT_TEMPLATES: list[str] = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
TAG_URL, CATEGORY_URL, AUTHOR_URL = "tags/{slug}/", "categories/{slug}/", "authors/{slug}/"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DEFAULT_PAGINATION = 50

# ── What Pelican must not do ──────────────────────────────────────────────────────────────────────────────────
LOCALE = ["C"]  # the maintainer's own locale would change the output; names of months come from CLDR
WITH_FUTURE_DATES = True  # an embargo is explicit (`embargo_until`), never guessed from the machine's clock
LOAD_CONTENT_CACHE = CACHE_CONTENT = False  # a pickle runs code when it is planted
