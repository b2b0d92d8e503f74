"""Every setting of a digest, with what it means where a digest does not say otherwise.

A digest's ``pelicanconf.py`` begins with ``from glose.defaults import *`` and says below that what it wants different.
What stands under a setting here is its documentation.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent

# ── The site ──────────────────────────────────────────────────────────────────────────────────────────────────
SITENAME = "Digest"
"""What the site is called, in every page's head and title."""
SITEURL = ""
"""Where the site is published, with its scheme and without a closing slash: ``https://news.example/digest``. Only
``publishconf.py`` needs it."""
FEED_DOMAIN = "https://digest.invalid"
"""Stands in for ``SITEURL`` where links must be absolute, as in feeds, before the site has an address."""
RELATIVE_URLS = True
"""True: links lead from page to page, so that the site works in any folder; False: they begin with ``SITEURL``."""
TIMEZONE = "UTC"
"""Where a day begins and ends, as the IANA database names it: ``Europe/Berlin``."""
DEFAULT_LANG = "en"
"""Language of the edition at the site's root, as a BCP 47 tag: ``en``, ``de``, ``pt-BR``."""
EDITIONS: tuple[str, ...] = ()
"""Languages that the site is shown in, ``DEFAULT_LANG`` first; the others stand under ``/<lang>/``. Words that nobody
has translated are in English there, and every build says how many (docs/how/a-language.md). Empty: that one alone."""
TAGLINE: str | dict[str, str] = ""
"""What the site is, in one sentence, or in one each language: ``{"en": "Harbour news, explained"}``. It stands on the
home page and where search engines, feeds and shared links ask for a description. Empty: the theme's own words."""
HOME_HEADING: str | dict[str, str] = ""
"""Heading of the home page, in the same way. Empty: the tagline, else the theme's own words."""
EDITORS: tuple[str, ...] | dict[str, str | tuple[str, ...]] = ()
"""Names by which the house itself signs, ``("The editors",)``, or those of each language, ``{"de": "Die Redaktion",
"en": ("The editors", "Newsroom")}``, of which the first then stands over what no agency wrote."""
SITE_NAMES: dict[str, str] = {}
"""How readers know the sites that print dispatches, by host, and those below it:
``{"journal.example": "The Sample Journal"}``. A site without a name is told by its host."""
REPORT_ERROR = ""
"""Where "report an error" leads: a ``mailto:`` address or an issue tracker. Empty hides the link."""
SECURITY_CONTACT = ""
"""Whom to tell of a hole in the site, as ``mailto:`` or ``https:`` address, for ``/.well-known/security.txt``."""
SECURITY_EXPIRES = ""
"""Until when ``SECURITY_CONTACT`` holds, within a year: ``2027-01-31T00:00:00+01:00`` (RFC 9116). Needed with it; a
build after it stops."""
AGENCIES: dict[str, str] = {}
"""Agencies of one's own, code by the name that they sign with: ``{"Agence Exemple": "AGEX"}``. After a change,
``invoke convert --force`` looks at every seed again."""
RIGHTS: dict[str, dict[str, str]] = {}
"""What may be shown of a source, by its code: ``{"AGEX": {"policy": "excerpt", "holder": "Agence Exemple"}}``;
``policy`` is ``full``, ``excerpt`` or ``link``, and a ``note`` may stand beside. An article's own key wins."""
EXCERPT_PARAGRAPHS = 2
"""How many paragraphs an excerpt has."""
GLOSSARY_POLICY: dict[str, Any] = {}
"""What is marked in a text: keys of the glossary's policy, as docs/glossary.md tells."""
ALLOW_ORPHANS = True
"""True: a note whose place in its article is in doubt is left out and told (docs/notes.md); False, as
``publishconf.py`` has it: it stops a build."""
DRAFT_NOTES = False
"""True where the site's readers are its editors, who see notes that nobody has reviewed yet."""
DRAFTS = False
"""Only ``invoke serve --drafts`` shows what is not published; a settings file that asks for it is refused."""
DEFAULT_PAGINATION = 50
"""Articles on a page of a listing, at least: a day is never torn apart."""
FEED_MAX_ITEMS = 50
"""Entries of an edition's feeds: a reader that looks once a week should miss none."""
NARROW_FEED_ITEMS = 20
"""Entries of the feed of a term or a tag."""
RELATED_ARTICLES = 4
"""Articles on the same subjects that stand below one; 0 for none."""
MOST_CITED = 14
"""Terms at the foot of the home page that most articles mention; 0 for none."""
UNTRANSLATED = 500
"""Articles in other languages that an edition takes in; of more it names the newest."""
SHARE_IMAGES = False
"""True: each article has a picture (title, day, three terms) for where its link is shared; ``publishconf.py`` asks for
them."""
SEED_URL = ""
"""Address under which ``seeds/`` is published, ending in a slash. Empty shows their names without links."""
MAP = ""
"""Outline in ``theme/outlines/`` on which places with a checked position are drawn: ``"alpine-region.json"``. Empty:
no map. docs/how/a-map.md makes one."""
PUBLISH: dict[str, dict[str, Any]] = {}
"""Where ``invoke publish`` publishes to, each target under a name, the first by default:
``{"live": {"to": "ssh", "place": "editor@news.example:/srv/www/digest", "releases": 3}}``. ``to`` is ``folder``,
``ssh`` or ``gh-pages``; docs/how/publish.md tells every key."""
WITH_FUTURE_DATES = False
"""False: what is dated ahead is held until its hour, as docs/how/schedule.md tells; True: it is published at once, and
an ``embargo_until:`` alone holds it."""
NOW = datetime.now(UTC)
"""The moment of the build. It decides what waits for its hour only, and is never rendered: two builds give the same
bytes."""

# ── Look, menu and foot ───────────────────────────────────────────────────────────────────────────────────────
LOGO: str | dict[str, str] = ""
"""Picture below ``PATH`` in the place of the name: ``"images/logo.svg"``, or ``{"light": "images/logo.svg", "dark":
"images/logo-dark.svg"}`` for light and dark paper. Empty: the name itself."""
FAVICON = ""
"""Sign of the site in tabs, feeds and search results, a ``.svg``, ``.png`` or ``.ico`` below ``PATH``:
``"images/icon.svg"``. Empty: the theme's ring, in the accent."""
ACCENT: str | dict[str, str] = ""
"""Colour of links and of marked words: ``"#00563b"``, or ``{"light": "#00563b", "dark": "#81d5b1"}``; what is not said
is derived. One that cannot be read on the paper (7:1, WCAG AAA) is refused, and the nearest that can is named. Empty:
the theme's red."""
NOTES_COLOUR: str | dict[str, str] = ""
"""Colour of the editors' notes, in the same way. Empty: the theme's blue, or one that the accent stands out from."""
PAPER = ""
"""Tint of the paper and of all greys: ``"warm"``, ``"cool"``, ``"neutral"``, or ``"accent"`` for a trace of the accent.
Empty: warm."""
TEXT_TYPEFACE = ""
"""Typeface of texts: the name of a stack of faces that systems have (``"transitional"``, ``"old-style"``,
``"slab"``; docs/how/colours-and-type.md has them all), or a name of ``FONTS``. Empty: the theme's own."""
INTERFACE_TYPEFACE = ""
"""Typeface of what the editors add, and of menus, in the same way."""
FONTS: dict[str, dict[str, str]] = {}
"""Typefaces of one's own: by name, the WOFF2 files below ``PATH``, each with its style: ``{"Exemple Serif":
{"fonts/exemple.woff2": "400", "fonts/exemple-italic.woff2": "400 italic"}}``; ``"100 900"`` for a variable font. The
site serves them itself."""
FONT_DISPLAY = "swap"
"""What readers see while a file of ``FONTS`` is on its way (CSS ``font-display``): ``"swap"`` shows a system's face and
then the own one, ``"optional"`` the own one only if it is there at once, so that nothing moves."""
MENU: tuple[Any, ...] = ("glossary", "timeline", "map", "search")
"""The menu, in its order: parts of the site (``home``, ``glossary``, ``timeline``, ``map``, ``search``, ``archives``,
``corrections``, ``sources``, ``categories``, ``tags``, ``authors``, ``feed``), slugs of pages in ``content/pages/``,
and labels with addresses: ``("Harbour", "https://harbour.example/")``, where a label may be ``{"en": "…"}``."""
FOOTER: tuple[Any, ...] = (
    "archives", "pages", "corrections", "sources", "categories", "tags", "authors", "feed", "report",
)  # fmt: skip
"""The foot of every page, in the same way; ``pages`` stands for all pages of the editors that nothing else names, so
that an imprint is linked as soon as it is written, and ``report`` for ``REPORT_ERROR``."""
MENUITEMS: tuple[Any, ...] = ()
"""Pelican's own: labels with addresses that follow in the menu, ``(("Harbour", "https://harbour.example/"),)``."""
LINKS: tuple[Any, ...] = ()
"""Pelican's own: labels with addresses that follow in the foot."""
SOCIAL: tuple[Any, ...] = ()
"""Pelican's own: the same, after ``LINKS``."""

# ── Where things are ──────────────────────────────────────────────────────────────────────────────────────────
PATH = "content"
"""Folder of articles, pages, notes, glossary and pictures."""
OUTPUT_PATH = "output/"
"""Folder in which the site is built."""
GLOSSARY_PATH = "glossary"
"""Folder of the terms below ``PATH``, and of their pages in the site."""
THEME = str(_HERE / "theme" if (_HERE / "theme").is_dir() else _HERE.parents[1] / "theme")
"""The theme: the engine's own, which a wheel has inside and a checkout beside it."""
THEME_OVERRIDES = "theme"
"""A digest's folder of files that take the place of the theme's: ``templates/``, ``translations/``, ``outlines/``,
``static/``, of which ``static/own.css`` is added to the theme's styles."""
THEME_TEMPLATES_OVERRIDES = [f"{THEME_OVERRIDES}/templates"]
"""The same, for Pelican."""

# ── Plugins: one that makes pages is one module ───────────────────────────────────────────────────────────────
PLUGIN_PATHS = ["plugins"]
"""Where a digest keeps plugins of its own."""
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
"""Modules that make pages, and Pelican's plugins of others; what is taken away is not made."""

# ── What Pelican is told, where it runs: the site is the plugins' ─────────────────────────────────────────────
TAG_URL, CATEGORY_URL, AUTHOR_URL = "tags/{slug}/", "categories/{slug}/", "authors/{slug}/"
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
LOCALE = ["C"]  # the maintainer's own would change what other plugins write; our words come from CLDR
LOAD_CONTENT_CACHE = CACHE_CONTENT = False  # a pickle runs code when it is planted
