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
SITE_NAMES = {"voaafrique.com": "VOA Afrique"}  # how readers know the sites that print dispatches, by host
REPORT_ERROR = ""  # mailto: address or issue tracker behind "report an error"; empty hides the link
SECURITY_CONTACT = SECURITY_EXPIRES = ""  # both, and /.well-known/security.txt names them
AGENCIES: dict[str, str] = {}  # our own, code by the name that they sign with: {"Agence Exemple": "AGEX"}
RIGHTS = {"AFP": {"policy": "full", "holder": "Agence France-Presse"}}  # by source; an article's own key wins
ALLOW_ORPHANS = (
    True  # a note whose place in its article is in doubt is left out and told; False: it stops a build
)
DEFAULT_PAGINATION = 50  # articles on a page of a listing, at least: a day is never torn apart
UNTRANSLATED = 500  # articles in other languages that an edition takes in; of more it names the newest
SHARE_IMAGES = False  # a picture an article for where its link is shared; see publishconf.py
NOW = datetime.now(UTC)  # decides embargoes only, and is never rendered: two builds give the same bytes

# ── Where things are ──────────────────────────────────────────────────────────────────────────────────────────
PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output/"
GLOSSARY_PATH = "glossary"
MAP = "levant.json"  # outline in theme/outlines/ on which places with a checked position are drawn
SEED_URL = ""  # address under which seeds/ is published, ending in a slash; empty shows names without links

# ── Plugins: one that makes pages is one file ───────────────────────────────────────────────────────────────────
PLUGIN_PATHS = ["plugins"]
PLUGINS = [
    "glose.frame",  # Pelican's own run of all this: `pelican content`, and plugins of others
    "glose.articles",
    "glose.editors_pages",
    "glose.term_pages",
    "glose.listings",  # home, archives and every other listing
    "glose.glossary_views",  # index from A to Z, timeline, map
    "glose.feeds",
    "glose.narrow_feeds",  # of each term and tag
    "glose.corrections",  # their feed
    "glose.annotations",  # notes as Web Annotations
    "glose.machine_files",
    "glose.share_images",
    "glose.redirects",
]

# ── What Pelican is told, where it runs: the site is the plugins' ───────────────────────────────────────────────
TAG_URL, CATEGORY_URL, AUTHOR_URL = "tags/{slug}/", "categories/{slug}/", "authors/{slug}/"
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
LOCALE = ["C"]  # the maintainer's own would change what other plugins write; our words come from CLDR
WITH_FUTURE_DATES = True  # an embargo is explicit (`embargo_until`), never guessed from the machine's clock
LOAD_CONTENT_CACHE = CACHE_CONTENT = False  # a pickle runs code when it is planted
