"""The menu and the foot of every page: ways to parts of the site, to the editors' pages, and to elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

PARTS: Mapping[str, str] = {
    "home": "",
    "glossary": "glossary/",
    "timeline": "timeline/",
    "map": "map/",
    "search": "search/",
    "archives": "archives/",
    "corrections": "corrections/",
    "sources": "sources/",
    "categories": "categories/",
    "tags": "tags/",
    "authors": "authors/",
    "feed": "feeds/all.atom.xml",
}
"""Parts of every edition, and where they stand in it; base.html has their names."""
PAGES, REPORT = "pages", "report"
"""All pages of the editors' that nothing else names, and the way to report an error."""
WORDS = (*PARTS, PAGES, REPORT)
MENU = ("glossary", "timeline", "map", "search")
FOOTER = ("archives", PAGES, "corrections", "sources", "categories", "tags", "authors", "feed", REPORT)
SCHEMES = ("https", "http", "mailto", "tel")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Spoken = Mapping[str, str]
"""Language to text; the text of the empty language is for all others."""


class Item(NamedTuple):
    """One way."""

    to: str
    """A part's word, a page's slug, or an address."""
    label: Spoken
    """Empty for a part, which has a name, and a page, which has a title."""


class Shown(NamedTuple):
    """One way in one edition."""

    part: str
    """The word of a part that the theme has a name for; empty for others."""
    label: str
    address: str
    """Below the site's root, or elsewhere."""
    lang: str = ""
    """The language of what it leads to, where that is not the edition's."""
    own: bool = True
    """False for an address that is whole."""


def spoken(value: Any) -> Spoken:
    """A text for every language, or one each, as a settings file has it."""
    return dict(value) if isinstance(value, Mapping) else {"": str(value)} if value else {}


def said(text: Spoken, lang: str, default: str) -> str:
    """In that language, in all, else in the site's own."""
    return next((text[one] for one in (lang, lang.partition("-")[0], "", default) if text.get(one)), "")


def items(values: Sequence[Any]) -> tuple[Item, ...]:
    """As a settings file has them: words and slugs, and pairs of a label and an address."""
    return tuple(
        Item(one, {}) if isinstance(one, str) else Item(str(one[1]), spoken(one[0])) for one in values if one
    )


def is_word(item: object) -> bool:
    """True for a part's word and for what may be the slug of a page."""
    return isinstance(item, str) and (item in WORDS or bool(_SLUG.fullmatch(item)))


def is_address(text: object) -> bool:
    """True for an address elsewhere and for one below the site's root.

    >>> [is_address(one) for one in ("https://a.example/", "/rights/", "#", "javascript:x", "//a.example")]
    [True, True, False, False, False]
    """
    if (
        not isinstance(text, str)
        or not text.strip()
        or text.startswith(("#", "//"))
        or any(map(str.isspace, text))
    ):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in SCHEMES and bool(parts.netloc or (parts.scheme in SCHEMES[2:] and parts.path))
    return ".." not in parts.path.split("/")


class Sheets(NamedTuple):
    """The pages of the editors as one edition leads to them."""

    urls: Mapping[str, str]
    """By slug, in the order of the slugs."""
    titles: Mapping[str, str]
    langs: Mapping[str, str]


def shown(
    wanted: Sequence[Item],
    others: Sequence[Item],
    edition: tuple[str, str],
    default: str,
    sheets: Sheets,
    lacks: frozenset[str],
) -> Iterator[Shown]:
    """The ways of one edition: its language, and where it stands. `default`: the site's own language.

    `others`: the ways of the site's other menu. `lacks`: parts that this site has not.
    """
    lang, prefix = edition
    named = {one.to for one in (*wanted, *others)}
    for to, label in wanted:
        if label:
            whole = bool(urlsplit(to).scheme)
            yield Shown("", said(label, lang, default), to if whole else to.lstrip("/"), own=not whole)
        elif to in PARTS or to == REPORT:
            if to not in lacks:
                yield Shown(to, "", prefix + PARTS[to]) if to in PARTS else Shown(to, "", to, own=False)
        else:
            for slug in (one for one in sheets.urls if one not in named) if to == PAGES else (to,):
                if slug in sheets.urls:
                    there = "" if sheets.langs[slug] == lang else sheets.langs[slug]
                    yield Shown("", sheets.titles[slug], sheets.urls[slug], there)
