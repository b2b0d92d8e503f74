"""Feeds: Atom by RFC 4287, RSS 2.0 and JSON Feed 1.1, with the same entries, and nothing in them that runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from glose.digest.check.site import active
from glose.digest.check.site.data import UnreadableError, read_json
from glose.digest.check.site.files import Files, Place, is_absolute
from glose.digest.check.site.page import Facts, Page, briefly
from glose.digest.check.site.structured import is_moment
from glose.digest.check.site.xml import BrokenError, read_xml
from glose.digest.model.errors import Fault
from glose.digest.site.value import Value

BUILD = "build again"
OURS = "report it: this is a fault of ours"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
"""RFC 3339, of which RFC 4287, 3.3, wants capitals."""
_FEED = re.compile(r"(?:(?P<edition>[^/]+)/)?feeds/all\.(?P<kind>atom\.xml|rss\.xml|json)")
_NARROW = re.compile(r"(?:[^/]+/)?feeds/(?:glossary|tags)/.+\.atom\.xml")
"""Feeds of a term or tag, which have no sisters."""
BARE = "an entry without text"
Found = list[str]


class Feed(Value, frozen=True):
    """What one feed tells by itself."""

    ids: tuple[str, ...]
    """Of its entries."""
    lang: str
    wrong: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]
    """What each is called in messages, and the address, which is to be that of a page to read."""
    broken: str = ""
    """Why it cannot be read at all."""


Read = tuple[list[str], str, Found]
"""Ids of the entries, the feed's language, and what is wrong."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def is_feed(name: str) -> bool:
    """Whether a file is a feed of ours, by its name."""
    return bool(_FEED.fullmatch(name) or _NARROW.fullmatch(name))


def read_feed(name: str, data: bytes, place: Place) -> Feed:
    """What a feed tells by itself."""
    found, judge = _FEED.fullmatch(name), Judge()
    read = {"atom.xml": _atom, "rss.xml": _rss, "json": _json}[found["kind"] if found else "atom.xml"]
    try:
        ids, lang, wrong = read(name, data, place, judge)
    except (BrokenError, UnreadableError) as error:
        return Feed((), "", (), (), str(error))
    return Feed(tuple(ids), lang, tuple(dict.fromkeys(wrong)), tuple(dict.fromkeys(judge.addresses)))


def feed_faults(files: Files, pages: Mapping[str, Facts], feeds: Mapping[str, Feed]) -> Iterator[Fault]:
    """Faults of every edition's feeds."""
    entries: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, feed in sorted(feeds.items()):
        if feed.broken:
            yield Fault(name, None, f"feed: {feed.broken}", BUILD)
            continue
        found, lang, ids = _FEED.fullmatch(name), feed.lang, feed.ids
        wrong = list(feed.wrong)
        for what, address in feed.addresses:
            wrong += _page_faults(what, address, files, pages)
        if found is None:
            short = dict.fromkeys(one for one in wrong if one != BARE)
            yield from (Fault(name, None, f"feed: {one}", OURS) for one in short)
            continue
        home = pages.get(f"{found['edition']}/index.html" if found["edition"] else "index.html")
        if home and lang != home.lang:
            wrong.append(f"is in {briefly(lang) or 'no language'}, its edition in {home.lang}")
        for one in dict.fromkeys(wrong):
            yield Fault(name, None, f"feed: {one}", OURS)
        entries.setdefault(found["edition"] or "", {})[name] = ids
    for edition in entries.values():
        first, *rest = edition.items()
        for name, ids in rest:
            if ids != first[1] and len(set(first[1])) == len(first[1]):
                yield Fault(name, None, f"feed: its entries are not those of {first[0]}", BUILD)


def _page_faults(what: str, address: str, files: Files, pages: Mapping[str, Facts]) -> Iterator[str]:
    """An entry's address is that of a page to be read."""
    found = files.target("", address)
    if found is None or found.name not in files.names:
        yield f"the {what} {briefly(address, 100)} is no page of this site"
    elif found.name in pages and pages[found.name].hidden:
        yield f"the {what} {briefly(address, 100)} is retracted"


class Judge:
    """Collects addresses and judges the HTML of entries, each text once."""

    def __init__(self) -> None:
        self.addresses: list[tuple[str, str]] = []
        self._known: dict[str, list[str]] = {}

    def page(self, address: str, what: str) -> Iterator[str]:
        """An entry's address is absolute, and has to be that of a page to be read."""
        if is_absolute(address):
            self.addresses.append((what, address))
        else:
            yield f"the {what} {briefly(address)!r} is not absolute"

    def html(self, text: str) -> list[str]:
        """An entry's text holds absolute addresses and nothing that runs."""
        if text not in self._known:
            self._known[text] = list(dict.fromkeys(self._html(text)))
        return self._known[text]

    def _html(self, text: str) -> Iterator[str]:
        if not text.strip():
            yield BARE
            return
        page = Page("entry", text.encode("utf-8", "replace"))
        for rule in (active.handlers, active.frames, active.schemes, active.animations):
            yield from (what for what, _ in rule(page))
        for name in ("script", "style", "form", "link", "meta"):
            if page.named[name]:
                yield f"active: <{name}>"
        for address in active.links_of(page):
            if not is_absolute(address):
                yield f"the address {briefly(address)!r} is not absolute"


def _atom(name: str, data: bytes, place: Place, judge: Judge) -> Read:
    root = read_xml(data)
    if root.tag != f"{{{ATOM['a']}}}feed":
        raise BrokenError("is no <feed> of Atom")
    entries = root.findall("a:entry", ATOM)
    wrong: Found = []
    for where, node in (("a feed", root), *(("an entry", entry) for entry in entries)):
        for key in ("id", "title", "updated"):
            times = len(node.findall(f"a:{key}", ATOM))
            if times != 1 or not (node.findtext(f"a:{key}", "", ATOM) or "").strip():
                wrong.append(
                    f"{where} with {times} <{key}>" if times != 1 else f"{where} with an empty <{key}>"
                )
        for stamp in (*node.findall("a:updated", ATOM), *node.findall("a:published", ATOM)):
            if not (_STAMP.fullmatch((stamp.text or "").strip()) and is_moment((stamp.text or "").strip())):
                wrong.append(f"{briefly(stamp.text or '')!r} is no moment of RFC 3339")
        for link in node.findall("a:link", ATOM):
            if not is_absolute(link.get("href", "")):
                wrong.append(f"the link {briefly(link.get('href', ''))!r} is not absolute")
    selves = [link.get("href", "") for link in root.findall("a:link", ATOM) if link.get("rel") == "self"]
    wrong += _self(place, name, selves)
    if root.find("a:author/a:name", ATOM) is None:
        wrong += [
            "an entry without an author" for entry in entries if entry.find("a:author/a:name", ATOM) is None
        ]
    for entry in entries:
        to = [
            one.get("href", "")
            for one in entry.findall("a:link", ATOM)
            if one.get("rel", "alternate") == "alternate"
        ]
        if len(to) != 1:
            wrong.append(f"an entry with {len(to)} addresses")
        for address in to:
            wrong += judge.page(address, "link") if is_absolute(address) else ()
        content = entry.find("a:content", ATOM)
        wrong += judge.html("" if content is None else content.text or "")
    return _unique(
        [(entry.findtext("a:id", "", ATOM) or "").strip() for entry in entries], root.get(_LANG, ""), wrong
    )


def _rss(name: str, data: bytes, place: Place, judge: Judge) -> Read:
    root = read_xml(data)
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        raise BrokenError("is no RSS 2.0")
    wrong: Found = []
    for key in ("title", "link", "description"):
        if not (channel.findtext(key) or "").strip():
            wrong.append(f"a channel without <{key}>")
    selves = [one.get("href", "") for one in channel.findall("{http://www.w3.org/2005/Atom}link")]
    wrong += _self(place, name, selves)
    items = channel.findall("item")
    for item in items:
        if not (item.findtext("title") or item.findtext("description") or "").strip():
            wrong.append("an item without <title> and <description>")
        wrong += judge.page((item.findtext("link") or "").strip(), "link")
        if not _is_mail_date(item.findtext("pubDate") or ""):
            wrong.append(f"{briefly(item.findtext('pubDate') or '')!r} is no moment of RFC 822")
        guid = item.find("guid")
        if (
            guid is not None
            and guid.get("isPermaLink", "true") == "true"
            and not is_absolute(guid.text or "")
        ):
            wrong.append(f"the guid {briefly(guid.text or '')!r} is no address")
        wrong += judge.html(item.findtext(CONTENT) or item.findtext("description") or "")
    return _unique(
        [(item.findtext("guid") or "").strip() for item in items], channel.findtext("language") or "", wrong
    )


def _json(name: str, data: bytes, place: Place, judge: Judge) -> Read:
    feed = read_json(data)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise UnreadableError("is no JSON Feed")
    wrong: Found = []
    if not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/1"):
        wrong.append("names no version of JSON Feed")
    if not feed.get("title"):
        wrong.append("a feed without title")
    wrong += _self(place, name, [str(feed.get("feed_url", ""))])
    for item in items:
        wrong += judge.page(str(item.get("url", "")), "url")
        for key in ("date_published", "date_modified"):
            if key in item and not (_STAMP.fullmatch(str(item[key])) and is_moment(str(item[key]))):
                wrong.append(f"{key} {briefly(str(item[key]))!r} is no moment of RFC 3339")
        wrong += judge.html(_text(item))
    return _unique([str(item.get("id", "")) for item in items], str(feed.get("language", "")), wrong)


def _text(item: dict[str, Any]) -> str:
    return str(item.get("content_html") or item.get("content_text") or "")


def _self(place: Place, name: str, addresses: list[str]) -> Iterator[str]:
    if addresses != [place.address(name)] and place.home:
        yield "does not name its own address"


def _unique(ids: list[str], lang: str, wrong: Found) -> Read:
    if "" in ids:
        wrong.append("an entry without id")
    elif len(set(ids)) != len(ids):
        wrong.append("two entries have one id")
    return ids, lang, wrong


def _is_mail_date(text: str) -> bool:
    try:
        return bool(parsedate_to_datetime(text))
    except ValueError:
        return False
