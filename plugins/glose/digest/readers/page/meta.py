"""What the page's head says of it: meta elements, title, canonical address, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from glose.digest.text.clean import line

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\{}|]+", re.I)

_HOST = re.compile(r"https?://(?:[^/@?#]*@)?([^/:?#]+)", re.I)


@dataclass(frozen=True, slots=True)
class Meta:
    """The head's statements, each a clean line."""

    values: Mapping[str, tuple[str, ...]]
    """Contents of meta elements by lower-case name or property, in order, empty ones left out."""
    title: str = ""
    """The title element: mostly the headline with the site's name."""
    url: str = ""
    """The page's own address, http or https; empty when it does not say."""
    lang: str = ""
    """Language of the html element, as written."""

    def first(self, *names: str) -> str:
        """The first content under the first of these names that has one."""
        return next((values[0] for name in names if (values := self.values.get(name))), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """Every content under these names."""
        return tuple(value for name in names for value in self.values.get(name, ()))

    @property
    def site(self) -> str:
        """The site's name as it calls itself."""
        return self.first("og:site_name", "application-name", "apple-mobile-web-app-title")

    @property
    def host(self) -> str:
        """Host of the address without www; empty when there is no address."""
        found = _HOST.match(self.url)
        return found[1].lower().removeprefix("www.") if found else ""


def read(tree: HtmlElement) -> Meta:
    """The statements of the page's head (wherever the parser put them)."""
    values: dict[str, list[str]] = {}
    canonical = ""
    for element in tree.iter("meta", "link"):
        if element.tag == "meta":
            content = line(element.get("content") or "")
            if content:
                for name in {element.get("property"), element.get("name"), element.get("itemprop")} - {None}:
                    values.setdefault(name.strip().lower(), []).append(content)
        elif (element.get("rel") or "").lower() == "canonical":
            canonical = canonical or (element.get("href") or "")
    title = next((line(element.text_content()) for element in tree.iter("title") if _of_page(element)), "")
    addresses = (canonical, *values.get("og:url", ()), *values.get("twitter:url", ()))
    return Meta(
        values={name: tuple(contents) for name, contents in values.items()},
        title=title,
        url=next((found[0] for address in addresses if (found := _ADDRESS.fullmatch(address.strip()))), ""),
        lang=line(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
    )


def _of_page(element: HtmlElement) -> bool:
    """False for the title of a drawing inside the page."""
    return element.getparent() is None or element.getparent().tag not in ("svg", "symbol", "g")
