"""What is wrong in a built site: links, ids, scripts, structured data and the weight of its pages."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

from plugins.digest.model.errors import Fault

ARTICLE_BUDGET = 14_000
"""Bytes, gzipped, of an article page with style and script in it: one initial TCP window (reader's budget)."""
POINTERS = ("aria-details", "aria-labelledby", "aria-describedby", "aria-controls", "for")
_BASE = "http://site.invalid"


class Page:
    """One page of a built site, read by another parser than the sanitiser's."""

    def __init__(self, site: Path, file: Path) -> None:
        self.name = file.relative_to(site).as_posix()
        self.bytes = file.read_bytes()
        self.soup = BeautifulSoup(self.bytes.decode("utf-8"), "lxml")
        self.address = f"{_BASE}/{self.name.removesuffix('index.html')}"

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(self.values("id"))

    def values(self, attribute: str, selector: str = "*") -> list[str]:
        """What the attribute holds on each element that has it."""
        return [str(element[attribute]) for element in self.soup.select(f"{selector}[{attribute}]")]


def site_faults(site: Path) -> list[Fault]:
    """Faults of every page below `site`, sorted by page; paths are relative to `site`."""
    pages = {page.name: page for file in sorted(site.rglob("*.html")) for page in (Page(site, file),)}
    faults: list[Fault] = []
    for page in pages.values():
        for rule in RULES:
            faults += (Fault(page.name, None, what, todo) for what, todo in rule(page))
        faults += link_faults(page, site, pages)
    return faults


def doubled_ids(page: Page) -> Iterator[tuple[str, str]]:
    """An id may stand once."""
    for name, times in page.ids.items():
        if times > 1:
            yield f'id: "{name}" stands {times} times', "rename all but one"


def dangling_pointers(page: Page) -> Iterator[tuple[str, str]]:
    """What an attribute points to must stand on the same page: vnu does not notice, a screen reader does."""
    for attribute in POINTERS:
        for value in page.values(attribute):
            for name in value.split():
                if name not in page.ids:
                    yield f'pointer: {attribute}="{name}" leads nowhere', "annotation without its lexicon"


def active_content(page: Page) -> Iterator[tuple[str, str]]:
    """No handler, no inline style, no script or frame but the theme's own, no address that runs."""
    todo = "nothing outside the theme may write HTML; look at what the seed brought"
    for element in page.soup.find_all(True):
        for name, value in ((name, str(value)) for name, value in element.attrs.items()):
            if name.startswith("on") or name == "style":
                yield f"active: <{element.name} {name}=…>", todo
            if name in ("href", "src", "action", "formaction") and re.match(
                r"[\s\x00-\x1f]*(?:javascript|vbscript|data:text)", value, re.I
            ):
                yield f"active: <{element.name} {name}={value[:30]!r}>", todo
        if element.name in ("iframe", "object", "embed", "base", "frame"):
            yield f"active: <{element.name}>", todo


def policy(page: Page) -> Iterator[tuple[str, str]]:
    """Every page names its policy, its language and one main heading."""
    if not page.soup.select('meta[http-equiv="Content-Security-Policy"]'):
        yield "policy: no Content-Security-Policy", "the template must extend base.html"
    if not page.soup.select("html[lang]"):
        yield "policy: no lang on <html>", "the template must extend base.html"
    if (headings := len(page.soup.find_all("h1"))) != 1:
        yield f"policy: {headings} <h1>", "a page has one main heading"


def third_parties(page: Page) -> Iterator[tuple[str, str]]:
    """Nothing may be fetched from elsewhere while the page is read."""
    fetched = page.values("src", ":is(img, script, source)") + page.values("href", 'link[rel="stylesheet"]')
    own = {urlsplit(value).netloc for value in ("", *page.values("href", 'link[rel="canonical"]'))}
    for value in fetched:
        if urlsplit(value).netloc not in own:
            yield f"third party: {value}", "copy it into the site"


def structured_data(page: Page) -> Iterator[tuple[str, str]]:
    """JSON-LD must be JSON."""
    for script in page.soup.select('script[type="application/ld+json"]'):
        try:
            json.loads(script.string or "")
        except ValueError as error:
            yield f"structured data: {error}", "report it: this is a fault of ours"


def weight(page: Page) -> Iterator[tuple[str, str]]:
    """An article fits the first round trip."""
    if page.soup.select('meta[property="og:type"][content="article"]'):
        size = len(gzip.compress(page.bytes, 9, mtime=0))
        if size > ARTICLE_BUDGET:
            yield (
                f"weight: {size:,} bytes gzipped, budget {ARTICLE_BUDGET:,}",
                "a long read may exceed it knowingly",
            )


RULES = (doubled_ids, dangling_pointers, active_content, policy, third_parties, structured_data, weight)


def link_faults(page: Page, site: Path, pages: dict[str, Page]) -> Iterator[Fault]:
    """Internal links that lead to no file, or to an id that is not there."""
    home = pages["index.html"].values("href", 'link[rel="canonical"]') if "index.html" in pages else ()
    for value in dict.fromkeys(page.values("href") + page.values("src")):
        whole = urljoin(page.address, value)
        for own in home:  # the site's published address, which may have a path
            whole = f"{_BASE}/{whole.removeprefix(own)}" if whole.startswith(own) else whole
        url = urlsplit(whole)
        if f"{url.scheme}://{url.netloc}" != _BASE:
            continue
        path = unquote(url.path).lstrip("/")
        name = f"{path}index.html" if not path or path.endswith("/") else path
        if not (site / name).is_file():
            yield Fault(
                page.name, None, f"link: {value} leads to no page", "mend the link or build what is missing"
            )
        elif (
            url.fragment
            and ":~:" not in url.fragment
            and name in pages
            and unquote(url.fragment) not in pages[name].ids
        ):
            yield Fault(page.name, None, f"link: {value} names no id of {name}", "mend the fragment")
