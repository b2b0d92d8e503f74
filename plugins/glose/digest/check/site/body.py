"""A page's body: its outline, what readers operate, pictures, tables, and in which language each part is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from glose.digest.check.site.names import ARIA, ELEMENTS, ROLES
from glose.digest.check.site.page import Page, Tag, Wrong, around, briefly, text_of, value, within, words
from glose.digest.text.script import direction

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FIELDS = ("input", "select", "textarea")
NAMING = ("aria-label", "aria-labelledby", "title")
TEXT = "something wrote HTML where text belongs"
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.I,
)
"""RFC 5646, 2.1."""
_STAMP = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?|\d{4}-W\d\d"
    r"|\d\d-\d\d|\d\d:\d\d(?::\d\d)?|P[\dYMWDTHS.]+"
)


def outline(page: Page) -> Iterator[Wrong]:
    """One main heading, no level left out on the way down, one main part."""
    if len(page.named["h1"]) != 1:
        yield f"heading: {len(page.named['h1'])} <h1>", "a page has one main heading"
    last = 0
    for one in page.of(*HEADINGS):
        name = one.tag
        level = int(name[1])
        if last and level > last + 1:
            yield f"heading: <{name}> after <h{last}>: {briefly(text_of(one), 60)}", "leave no level out"
        if not words(one):
            yield f"heading: an empty <{name}>", "write it, or take it out"
        last = level
    mains = [*page.named["main"], *(one for one in page.having["role"] if value(one, "role") == "main")]
    if len(set(mains)) != 1:
        yield f"main: {len(mains)} <main>", "a page has one main part"


def names(page: Page) -> Iterator[Wrong]:
    """Whatever a reader operates or looks at can be named aloud."""
    for tag in ("a", "button", "summary"):
        for one in page.named[tag]:
            if not (words(one) or _is_named(one, page) or _drawn(one)):
                where = f" to {briefly(value(one, 'href'))}" if value(one, "href") else ""
                yield f"name: an empty <{tag}>{where}", "say what it does"
    labelled = {value(one, "for") for one in page.named["label"]}
    for tag in FIELDS:
        for one in page.named[tag]:
            kind = value(one, "type").lower()
            if kind == "image" and not value(one, "alt").strip():
                yield "picture: <input type=image> without alt", "say what it does"
            elif kind in ("submit", "reset", "hidden", "image") or (kind == "button" and value(one, "value")):
                continue
            elif not (
                _is_named(one, page) or value(one, "id") in labelled or around(one, "label") is not None
            ):
                yield f"name: <{tag}> without a label", "give it a <label>"
    for tag in ("img", "area"):
        for one in page.named[tag]:
            if one.get("alt") is None and not (tag == "area" and one.get("href") is None):
                shown = briefly(value(one, "src"), 60)
                yield f"picture: no alt: {shown}", 'describe it, or write alt="" for one that tells nothing'
    for one in page.named["svg"]:
        told = one.get("aria-hidden") is not None or value(one, "role") in ("none", "presentation")
        if not (
            told
            or _is_named(one, page)
            or within(one, "title") is not None
            or around(one, "a", "button") is not None
        ):
            yield "picture: <svg> without a name", 'give it a <title>, or aria-hidden="true"'
    for one in page.named["iframe"]:
        if one.get("title") is None:
            yield "name: <iframe> without title", "say what it shows"


def _is_named(one: Tag, page: Page) -> bool:
    return any(value(one, key).strip() for key in NAMING)


def _drawn(one: Tag) -> bool:
    return within(one, "text", "title") is not None and bool(text_of(one).strip())


def tables(page: Page) -> Iterator[Wrong]:
    """A table that has a head names its columns in it."""
    for one in page.named["thead"]:
        if within(one, "th") is None:
            yield "table: its head has no <th>", "write the names of columns as <th>"
    for one in page.named["th"]:
        if value(one, "scope") not in ("", "col", "row", "colgroup", "rowgroup"):
            yield f"table: scope={briefly(value(one, 'scope'))!r}", "col or row"


def languages(page: Page) -> Iterator[Wrong]:
    """The page and each part in another language say which, and which way it is written."""
    if not page.lang.strip():
        yield "language: no lang on <html>", "the template must extend base.html"
    for key in ("lang", "xml:lang", "hreflang"):
        for one in page.having[key]:
            tag = value(one, key)
            if tag and not (is_tag(tag) or (key == "hreflang" and tag == "x-default")):
                yield f'language: {key}="{briefly(tag)}" is no language tag', "write it like fr, en or pt-BR"
    for one in page.having["dir"]:
        if value(one, "dir").lower() not in ("ltr", "rtl", "auto"):
            yield f'language: dir="{briefly(value(one, "dir"))}"', "ltr, rtl or auto"
    for one in page.having["lang"]:
        tag = value(one, "lang")
        if not is_tag(tag):
            continue
        wanted, found = direction(tag), _dir(one)
        if one.tag == "html":
            if found != wanted:
                yield f"language: dir={found} on a page in {tag}", f'write dir="{wanted}"'
        elif one.get("hreflang") is None and found not in (wanted, "auto"):
            yield f'language: <{one.tag} lang="{tag}"> is written {found}', f'write dir="{wanted}"'


@lru_cache(500)
def is_tag(text: str) -> bool:
    """Whether a text has the shape of a language tag."""
    return bool(_TAG.fullmatch(text))


def _dir(one: Tag) -> str:
    """The direction that holds for an element."""
    at: Tag | None = one
    while at is not None:
        if (found := at.get("dir")) is not None:
            return found.lower()
        if at.tag == "bdi":
            return "auto"
        at = at.getparent()
    return "ltr"


def elements(page: Page) -> Iterator[Wrong]:
    """Only elements, roles and attributes that there are: ``<Exempleville>`` is a text that was not escaped."""
    for name in page.named.keys() - ELEMENTS:
        if page.named[name]:
            yield f"page: <{briefly(name)}> is no element of HTML", TEXT
    for one in page.having["role"]:
        for role in value(one, "role").split():
            if role not in ROLES and not role.startswith(("doc-", "graphics-")):
                yield f'name: role="{briefly(role)}" is none', "see WAI-ARIA"
    for key in page.having:
        if key.startswith("aria-") and key not in ARIA:
            yield f"name: {briefly(key)} is no attribute", "see WAI-ARIA"


def order(page: Page) -> Iterator[Wrong]:
    """Keys lead through a page in the order in which it is read."""
    for one in page.having["tabindex"]:
        if value(one, "tabindex").strip() not in ("0", "-1"):
            yield f"name: tabindex={briefly(value(one, 'tabindex'))!r}", "leave the order to the page"


def dates(page: Page) -> Iterator[Wrong]:
    """What a machine reads of a date is one."""
    for one in page.named["time"]:
        if one.get("datetime") is not None and not _is_date(value(one, "datetime")):
            yield f"date: datetime={briefly(value(one, 'datetime'))!r}", "write it like 2016-03-15"


@lru_cache(5000)
def _is_date(text: str) -> bool:
    if not _STAMP.fullmatch(text):
        return False
    found = re.match(r"(\d{4}-\d\d)(-\d\d)?", text)
    try:
        return not found or bool(date.fromisoformat(found[1] + (found[2] or "-01")))
    except ValueError:
        return False
