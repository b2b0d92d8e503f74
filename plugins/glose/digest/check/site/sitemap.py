"""Sitemap, robots.txt, security.txt and redirects: what robots and servers are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from glose.digest.check.site.files import Files, is_absolute
from glose.digest.check.site.page import Facts, briefly
from glose.digest.check.site.structured import is_moment
from glose.digest.check.site.xml import BrokenError, read_xml
from glose.digest.model.errors import Fault

SITEMAP, ROBOTS, REDIRECTS, SECURITY = "sitemap.xml", "robots.txt", "_redirects", ".well-known/security.txt"
BUILD = "build again"
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
MOST = 50_000
"""Addresses and, times a thousand, bytes that a sitemap may hold (sitemaps.org)."""
MOVED = {"301", "302", "303", "307", "308"}


def sitemap_faults(files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """Every page stands in the sitemap once, at its published address, with versions that answer each other."""
    if SITEMAP not in files.names:
        return
    try:
        root = read_xml(files.read(SITEMAP))
    except BrokenError as error:
        yield Fault(SITEMAP, None, f"sitemap: {error}", BUILD)
        return
    if root.tag != f"{{{SPACES['s']}}}urlset":
        yield Fault(SITEMAP, None, "sitemap: is no <urlset> of sitemaps.org", BUILD)
        return
    listed: dict[str, etree._Element] = {}
    seen: set[str] = set()
    for url in root:
        address = (url.findtext("s:loc", "", SPACES) or "").strip()
        found = files.target("", address) if is_absolute(address) else None
        if found is None or found.name not in pages:
            yield Fault(SITEMAP, None, f"sitemap: {briefly(address, 100)} is no page of this site", BUILD)
            continue
        if found.name in listed:
            yield Fault(SITEMAP, None, f"sitemap: {briefly(address, 100)} stands twice", BUILD)
        if pages[found.name].refresh or found.name == "404.html":
            yield Fault(SITEMAP, None, f"sitemap: {briefly(address, 100)} is nothing to read", "leave it out")
        elif _kept_back(pages[found.name]):
            yield Fault(
                SITEMAP, None, f"sitemap: {briefly(address, 100)} is retracted or hidden", "leave it out"
            )
        listed[found.name] = url
        seen.add(address)
        stamp = url.findtext("s:lastmod", None, SPACES)
        if stamp is not None and not is_moment(stamp.strip()):
            yield Fault(SITEMAP, None, f"sitemap: lastmod {briefly(stamp)!r} is no date", BUILD)
    for name, page in sorted(pages.items()):
        if name not in listed and name != "404.html" and not page.refresh and not _kept_back(page):
            yield Fault(SITEMAP, None, f"sitemap: lacks {name}", BUILD)
    yield from _version_faults(files, listed)
    if len(listed) > MOST:
        yield Fault(
            SITEMAP, None, f"sitemap: holds more than {MOST:,} addresses", "report it: it must be split"
        )


def _kept_back(page: Facts) -> bool:
    """True for an article that is retracted, or that is hidden: no search finds it."""
    return page.is_article and (page.hidden or not page.searched)


def _version_faults(files: Files, listed: Mapping[str, etree._Element]) -> Iterator[Fault]:
    named: dict[str, set[str]] = {}
    for name, url in listed.items():
        found = (files.target("", link.get("href", "")) for link in url.iterfind("x:link", SPACES))
        named[name] = {one.name if one else "?" for one in found}
    for name, others in named.items():
        if others and name not in others:
            yield Fault(SITEMAP, None, f"sitemap: {name} is no version of itself", BUILD)
        for other in sorted(others - {name}):
            if name not in named.get(other, ()):
                yield Fault(SITEMAP, None, f"sitemap: {other} does not answer {name} as its version", BUILD)


def robots_faults(files: Files) -> Iterator[Fault]:
    """Robots may read everything, and are told where the sitemap is."""
    if ROBOTS not in files.names:
        return
    lines = files.read(ROBOTS).decode("utf-8", "replace").splitlines()
    rows = [(key.strip().lower(), rest.strip()) for key, _, rest in (line.partition(":") for line in lines)]
    maps = [rest for key, rest in rows if key == "sitemap"]
    for address in maps:
        found = files.target("", address) if is_absolute(address) else None
        if found is None or found.name not in files.names:
            yield Fault(ROBOTS, None, f"robots: {briefly(address, 80)} is no file of this site", BUILD)
    if not maps:
        yield Fault(ROBOTS, None, "robots: names no sitemap", BUILD)
    for key, rest in rows:
        if key == "disallow" and rest:
            yield Fault(
                ROBOTS, None, f"robots: keeps robots from {briefly(rest)}", "hide what is not to be read"
            )


def security_faults(files: Files) -> Iterator[Fault]:
    """RFC 9116, 2.5: whom to tell, and until when that holds."""
    if SECURITY not in files.names:
        return
    text = files.read(SECURITY).decode("utf-8", "replace")
    for name, shape in (("Contact", r"(?:mailto:|https://|tel:)\S+"), ("Expires", r"\d{4}-\d\d-\d\dT\S+")):
        if not re.search(rf"^{name}: *{shape}\s*$", text, re.M | re.I):
            yield Fault(SECURITY, None, f"security.txt: no sound {name}", f"set SECURITY_{name.upper()}")


def redirect_faults(files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """Each former address leads on, by its page and by its line, to the same page of this site."""
    rows: dict[str, str] = {}
    text = files.read(REDIRECTS).decode("utf-8", "replace") if REDIRECTS in files.names else ""
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        wrong = ""
        if len(words) != 3 or words[2] not in MOVED or not words[0].startswith("/"):
            wrong = f"{briefly(line, 80)!r} is no redirect"
        else:
            former, present = files.target("", words[0]), files.target("", words[1])
            if present is None or present.name not in pages:
                wrong = f"{briefly(words[1], 80)} is no page of this site"
            elif former is None or former.name not in pages or pages[former.name].refresh is None:
                wrong = f"{briefly(words[0], 80)} has no page that leads on"
            elif pages[present.name].refresh is not None:
                wrong = f"{briefly(words[1], 80)} leads on itself"
            else:
                rows[former.name] = present.name
        if wrong:
            yield Fault(REDIRECTS, number, f"redirects: {wrong}", BUILD)
    for name, page in sorted(pages.items()):
        if page.refresh is None:
            continue
        found = files.target(name, page.refresh)
        if found is not None and found.name in pages and rows.get(name) != found.name:
            what = "refresh: leads on, and _redirects does not say so"
            yield Fault(name, None, what, "only a former address of an article leads on (`aliases`)")
