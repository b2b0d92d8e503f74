"""The whole site as one value, from which every page is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from msgspec.structs import replace

from glose.digest.edition.edition import Edition
from glose.digest.edition.outline import Outline
from glose.digest.editions import Editions
from glose.digest.site.guests import guests
from glose.digest.site.look.look import Look, signing
from glose.digest.site.look.signs import Size
from glose.digest.site.values import Article, Card, Entry, Fingerprint, Sheet, fingerprint


@dataclass(frozen=True, slots=True)
class Settings:
    """What of the settings file pages may show or depend on."""

    name: str
    """SITENAME."""
    lang: str
    """DEFAULT_LANG: the language at the root."""
    languages: tuple[str, ...]
    """EDITIONS, the root's first."""
    url: str = ""
    """SITEURL, without a closing slash; empty before the site has an address."""
    feed_domain: str = ""
    """FEED_DOMAIN: stands in for `url` where links must be absolute."""
    relative: bool = True
    """RELATIVE_URLS."""
    editors: tuple[str, ...] = ()
    report_error: str = ""
    seed_url: str = ""
    security_contact: str = ""
    security_expires: str = ""
    size: int = 50
    """DEFAULT_PAGINATION: articles on a page of a listing, at least."""
    untranslated: int = 500
    """UNTRANSLATED: how many articles of other languages an edition takes in."""
    share_images: bool = False
    """SHARE_IMAGES: whether each article has a picture for where its link is shared."""
    glossary: str = "glossary"
    """GLOSSARY_PATH."""
    site_names: Mapping[str, str] = field(default_factory=dict)
    """SITE_NAMES: host of a site to the name that readers know it by."""
    feed_items: int = 50
    """FEED_MAX_ITEMS: entries of a feed."""
    narrow_feed_items: int = 20
    """NARROW_FEED_ITEMS: entries of the feed of a term or a tag."""
    related: int = 4
    """RELATED_ARTICLES: those that stand below an article."""
    cited: int = 14
    """MOST_CITED: terms at the foot of the home page."""
    look: Look = field(default_factory=Look)

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Settings:
        """From Pelican's settings, or ours, by name."""
        lang = str(settings["DEFAULT_LANG"])
        return cls(
            name=str(settings["SITENAME"]),
            lang=lang,
            languages=tuple(settings.get("EDITIONS") or (lang,)),
            url=str(settings.get("SITEURL") or "").rstrip("/"),
            feed_domain=str(settings.get("FEED_DOMAIN") or "").rstrip("/"),
            relative=bool(settings.get("RELATIVE_URLS")),
            editors=signing(settings.get("EDITORS")),
            report_error=str(settings.get("REPORT_ERROR") or ""),
            seed_url=str(settings.get("SEED_URL") or ""),
            security_contact=str(settings.get("SECURITY_CONTACT") or ""),
            security_expires=str(settings.get("SECURITY_EXPIRES") or ""),
            size=int(settings.get("DEFAULT_PAGINATION") or 50),
            share_images=bool(settings.get("SHARE_IMAGES")),
            untranslated=int(settings.get("UNTRANSLATED", 500)),
            glossary=str(settings.get("GLOSSARY_PATH") or "glossary"),
            site_names=dict(settings.get("SITE_NAMES") or {}),
            feed_items=int(settings.get("FEED_MAX_ITEMS") or 50),
            narrow_feed_items=int(settings.get("NARROW_FEED_ITEMS") or 20),
            related=int(settings.get("RELATED_ARTICLES", 4)),
            cited=int(settings.get("MOST_CITED", 14)),
            look=Look.of(settings),
        )

    @property
    def public(self) -> str:
        """The address before which absolute links stand."""
        return self.url or self.feed_domain

    @property
    def editions(self) -> Editions:
        """The rule from a language to its edition and to addresses."""
        return Editions(self.languages)

    def site_name(self, address: str) -> str:
        """Whose page an address is, as readers name it: by its name, else by its host without the ``www.``."""
        host = urlsplit(address).hostname or address
        parts = host.split(".")
        above = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((name for one in above if (name := self.site_names.get(one))), host.removeprefix("www."))


@dataclass(frozen=True)
class Site:
    """Everything that is published."""

    settings: Settings
    articles: tuple[Article, ...]
    """All with an address, newest first, those of one moment by slug and language from Z to A: hidden and retracted
    ones too."""
    sheets: tuple[Sheet, ...]
    """The editors' own pages."""
    entries: Mapping[str, Entry]
    """The glossary, by slug, in the order of the slugs."""
    outline: Outline | None = None
    """The map; None for a site without one, and where nothing would be drawn on it."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """File below content/ to its address: where ``{filename}`` links lead."""
    sizes: Mapping[str, Mapping[str, Size]] = field(default_factory=dict)
    """File of each text that shows pictures to these, by file below content/, with their sizes."""
    memo: dict[str, bytes] = field(default_factory=dict)
    """What features have found for sites before this one, by name, each with a key of what decides it: to be kept for
    the next build, or not. Never needed for a right answer."""
    marks: Mapping[str, Fingerprint] = field(default_factory=dict)
    """By file what the reader marked an article with; see `mark`."""
    marks_told: Mapping[str, Fingerprint] = field(default_factory=dict)
    """Likewise of everything but its text; see `told`."""

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """By language, the root's first."""
        rule = self.settings.editions
        own: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            if article.status == "published":
                own[rule.of(article.lang)].append(article)
        found = {}
        for lang, (others, taken) in guests(self.articles, rule, self.settings.untranslated).items():
            here, prefix = tuple(own[lang]), self.prefixes[lang]
            if not others:
                found[lang] = Edition(lang, prefix, here, shown=here)
            elif taken:
                files = {article.file for article in (*here, *others)}
                both = tuple(article for article in self.articles if article.file in files)
                found[lang] = Edition(lang, prefix, here, tuple(others), both)
            else:
                found[lang] = Edition(lang, prefix, here, shown=here, elsewhere=tuple(others))
        return found

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """Language of each edition to where it stands."""
        return self.settings.editions.prefixes

    @cached_property
    def _same(self) -> Mapping[tuple[str, bool], list[Article]]:
        found: dict[tuple[str, bool], list[Article]] = defaultdict(list)
        for article in self.articles:
            found[article.slug, article.status == "published"].append(article)
        return found

    def translations(self, article: Article) -> tuple[tuple[str, str], ...]:
        """Language and address of the same piece in other languages, the editions' first.

        Nothing published leads to what is hidden.
        """
        same = self._same[article.slug, article.status == "published"]
        if len(same) == 1:
            return ()
        others = ((one.lang, one.url) for one in same if one.lang != article.lang)
        return tuple(sorted(others, key=lambda version: self.rank(version[0])))

    def printing_of(self, article: Article) -> str:
        """Address of the published printing that readers are led to instead of a hidden one; else nothing."""
        if not article.variant_of or article.status != "hidden":
            return ""
        same = (one for one in self._same[article.variant_of, True] if one.lang == article.lang)
        return next((one.url for one in same), "")

    def invited(self, article: Article) -> Mapping[str, str]:
        """Editions that take the piece in, in whatever language, to where they show it."""
        return self._invited.get(article.slug, {}) if article.status == "published" else {}

    @cached_property
    def _invited(self) -> Mapping[str, dict[str, str]]:
        rule = self.settings.editions
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for lang, edition in self.editions.items():
            for one in edition.guests:
                found[one.slug][lang] = rule.there(one.url, one.lang, lang)
        return found

    def rank(self, lang: str) -> tuple[int, str]:
        """Sorts languages in the order of the editions, others after them."""
        langs = self.settings.languages
        return (langs.index(lang) if lang in langs else len(langs)), lang

    def card(self, article: Article, edition: str = "") -> Card:
        """The article as a list shows it, that of an edition as its guest. Made once."""
        found = self._cards.get((article.file, edition))
        if found is None:
            a, rule = article, self.settings.editions
            guest = edition not in ("", rule.of(a.lang))
            if edition and not guest:
                found = self._cards[a.file, edition] = self.card(a)
                return found
            url = rule.there(a.url, a.lang, edition) if guest else a.url
            category = "" if guest else a.category  # which is a word of its own language
            found = self._cards[a.file, edition] = Card(
                url, a.lang, a.title, a.when, a.source, a.standfirst, category, a.status, a.minutes,
                len(a.terms), self.translations(a),
            )  # fmt: skip
        return found

    @cached_property
    def _cards(self) -> dict[tuple[str, str], Card]:
        return {}

    def cards_key(self, articles: Iterable[Article]) -> bytes:
        """Of everything that a list of these articles shows, in their order."""
        known = self._card_keys
        return b"".join([known.get(article.file) or self.card_key(article) for article in articles])

    def card_key(self, article: Article) -> Fingerprint:
        """Of what a list shows of the article. Made once."""
        found = self._card_keys.get(article.file)
        if found is None:
            found = self._card_keys[article.file] = fingerprint(self.card(article))
        return found

    @cached_property
    def _card_keys(self) -> dict[str, Fingerprint]:
        return {}

    def mark(self, article: Article) -> Fingerprint:
        """Another one where anything of the article is."""
        return self.marks.get(article.file) or fingerprint(article)

    @cached_property
    def told(self) -> Fingerprint:
        """Of the settings, and of everything in the articles but their texts."""
        known = self.marks_told
        marks = [known.get(one.file) or fingerprint(replace(one, text=b"")) for one in self.articles]
        return fingerprint((self.settings, b"".join(marks)))

    @cached_property
    def terms(self) -> Fingerprint:
        """Of everything in the glossary."""
        return fingerprint(b"".join([entry.fp for entry in self.entries.values()]))

    def targets(self, links: Iterable[str]) -> dict[str, str]:
        """Where these links of a text lead."""
        return {link: self.addresses[link] for link in links if link in self.addresses}
