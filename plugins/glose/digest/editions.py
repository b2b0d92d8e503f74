"""The one rule from a language to the edition that shows it, and on to addresses (contracts, section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from glose.digest.text.script import script_of


@dataclass(frozen=True, slots=True)
class Editions:
    """The languages that have a site of their own."""

    languages: tuple[str, ...]
    """EDITIONS, the root's first."""

    @property
    def root(self) -> str:
        """The language at the site's root."""
        return self.languages[0]

    def own(self, lang: str) -> str:
        """The edition in that language, whatever the region; empty where there is none.

        >>> [Editions(("fr", "en", "pt-BR")).own(lang) for lang in ("en-GB", "pt", "de")]
        ['en', 'pt-BR', '']
        """
        return _own(lang, self.languages)

    def of(self, lang: str) -> str:
        """The edition that shows what is in that language: its own, else the root's."""
        return _own(lang, self.languages) or self.root

    def prefix(self, lang: str) -> str:
        """Where an edition stands below the root, and articles in that language: two versions never share an address.

        >>> [Editions(("fr", "en")).prefix(lang) for lang in ("fr", "en", "en-GB", "de")]
        ['', 'en/', 'en-GB/', 'de/']
        """
        return "" if lang in ("", self.root) else f"{lang}/"

    @property
    def prefixes(self) -> dict[str, str]:
        """Language of each edition to where it stands."""
        return {lang: self.prefix(lang) for lang in self.languages}

    def article(self, lang: str, day: date, slug: str) -> str:
        """The address of an article."""
        return f"{self.prefix(lang)}{day:%Y/%m/%d}/{slug}/"

    def there(self, address: str, lang: str, edition: str) -> str:
        """Where an edition shows what stands at an address of another language.

        >>> Editions(("fr", "en")).there("fr-CA/2016/03/15/x/", "fr-CA", "en")
        'en/2016/03/15/x/'
        """
        return self.prefix(edition) + address.removeprefix(self.prefix(lang))

    def sheet(self, lang: str, slug: str) -> str:
        """The address of a page of the editors' own."""
        return f"{self.prefix(lang)}{slug}/"

    def term(self, lang: str, slug: str) -> str:
        """The address of a term's page for readers of that language."""
        return f"{self.prefix(self.of(lang))}glossary/{slug}/"


@lru_cache(10_000)
def _own(lang: str, languages: tuple[str, ...]) -> str:
    """The same tag, else the same language in the same script, else the same language."""
    tag, base = lang.replace("_", "-").casefold(), _base(lang)
    same = [one for one in languages if _base(one) == base]
    exact = (one for one in same if one.casefold() == tag)
    alike = (one for one in same if script_of(one) == script_of(lang))
    return next((one for found in (exact, alike, same) for one in found), "")


def _base(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].casefold()
