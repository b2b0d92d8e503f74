"""What runs, frames, leads away by itself or is fetched from elsewhere: a page of ours has none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from glose.digest.check.site.files import Place, origin, tidy
from glose.digest.check.site.page import Page, Tag, Wrong, briefly, rels, value, values_of
from glose.digest.check.site.style import addresses_of, imports_of

UNASKED = "nothing outside the theme may write HTML; look at what the seed brought"
COPY = "copy it into the site"
FRAMES = frozenset("iframe frame frameset object embed applet base portal fencedframe".split())
INERT = frozenset(
    "id class lang dir role type name content property rel hreflang datetime title alt tabindex charset width height d "
    "viewbox for value scope popover popovertarget popovertargetaction aria-label aria-details aria-labelledby "
    "aria-hidden aria-describedby aria-current data-pagefind-body data-pagefind-ignore".split()
)
"""Attributes from whose values nothing is ever loaded."""
LISTS = frozenset({"srcset", "imagesrcset"})
"""Attributes that hold several addresses, each with a size behind it."""
SEVERAL = LISTS | {"ping", "values"}
FETCHED = frozenset(
    "src srcset imagesrcset poster background data dynsrc lowsrc code codebase archive manifest".split()
)
"""What is loaded while the page is read, on whatever element it stands."""
PINGS = frozenset({"ping", "attributionsrc"})
REFERENCES = frozenset({"href", "xlink:href"})
FOLLOWED = frozenset(
    {"action", "formaction", "cite", "longdesc", "usemap", "profile", "classid", "icon", "itemid"}
)
MOVES = frozenset({"to", "from", "by", "values"})
"""Attributes of SVG animations that set another attribute's value."""
ADDRESSES = FETCHED | PINGS | REFERENCES | FOLLOWED | MOVES
ANSWERED = ADDRESSES - MOVES - {"itemid", "classid", "profile", "ping"}
"""Attributes whose address a file of this site may have to answer."""
DRAWN = frozenset(
    "use image feimage set animate mpath textpath pattern lineargradient radialgradient filter".split()
)
"""Elements of SVG whose reference is loaded, not followed."""
LOADING = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload prefetch modulepreload preconnect dns-prefetch "
    "prerender pingback expect compression-dictionary".split()
)
"""Relations of ``<link>`` for which a browser opens a connection."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
EQUIVALENTS = frozenset(
    {"content-security-policy", "refresh", "content-type", "content-language", "x-ua-compatible"}
)
_HIDDEN = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|svg\+xml)[;,]", re.I)
_SIZED = re.compile(r"\s*,?\s*(\S*[^\s,])(?:\s+[^,]*|\s*)(?:,|$)")


def handlers(page: Page) -> Iterator[Wrong]:
    """No attribute is a script or a style: handlers of HTML and SVG alike, ``srcdoc``."""
    for name in page.having:
        if name.startswith("on") or name in ("style", "srcdoc"):
            for one in page.having[name]:
                yield f"active: <{one.tag} {name}=…>", UNASKED


def frames(page: Page) -> Iterator[Wrong]:
    """Nothing is shown in a frame, and no ``<base>`` turns every relative address elsewhere."""
    for name in FRAMES & page.named.keys():
        for _ in page.named[name]:
            yield f"active: <{name}>", UNASKED


def schemes(page: Page) -> Iterator[Wrong]:
    """No address runs, however it is written: with entities, tabs, capitals or invisible signs."""
    for name in sorted(ADDRESSES & page.having.keys()):
        for one, address in _said(page, name):
            if address[:1] in "./#":  # as most begin, and no scheme does
                continue
            scheme = _scheme(address)
            if scheme and not _allowed(one, name, scheme, _HIDDEN.sub("", address)):
                yield f"active: <{one.tag} {name}={briefly(address, 30)!r}>", UNASKED
    for address in (page.refresh,) if page.refresh else ():
        if _scheme(address) not in ("", "http", "https"):
            yield f"active: <meta refresh={briefly(address, 30)!r}>", UNASKED


@lru_cache(20_000)
def _scheme(address: str) -> str:
    """How an address begins, whatever is hidden in it; empty for a relative one."""
    found = _SCHEME.match(_HIDDEN.sub("", address))
    return found[1].lower() if found else ""


def _allowed(one: Tag, attribute: str, scheme: str, address: str) -> bool:
    if attribute in MOVES and one.tag not in ("animate", "set", "animatetransform", "animatemotion"):
        return True
    if scheme == "data":
        shown = one.tag in ("img", "source", "image") or (one.tag == "link" and "icon" in rels(one))
        return shown and bool(_PICTURE.match(address))
    return scheme in SCHEMES or (attribute == "itemid" and scheme == "urn")


def animations(page: Page) -> Iterator[Wrong]:
    """SVG may move shapes, and never an address, a handler or a style; HTML inside it is none of ours."""
    for one in chain(page.named["animate"], page.named["set"]) if page.named["svg"] else ():
        target = value(one, "attributename").lower()
        if target in REFERENCES or target.startswith("on") or target == "style":
            yield f"active: <{one.tag} attributeName={target!r}>", UNASKED
    for one in page.named["foreignobject"]:
        yield f"active: <{one.tag}>", UNASKED


def refreshes(page: Page, place: Place) -> Iterator[Wrong]:
    """A page leads on by itself only where an article has moved: at once, to a page of this site."""
    for content in page.head.get("refresh", ()):
        found = place.target(page.name, page.refresh or "")
        if not re.match(r"\s*0\s*[;,]\s*url\s*=", content, re.I):
            yield (
                f"refresh: {briefly(content)!r} is none of ours",
                "write it as 0; url=… of the present address",
            )
        elif found is None:
            yield f"refresh: leads away from this site, to {briefly(page.refresh or '')}", UNASKED
        elif found.name == page.name:
            yield "refresh: leads to itself", "name the present address"
    for key in page.having["http-equiv"]:
        name = value(key, "http-equiv").strip().lower()
        if name not in EQUIVALENTS:
            yield f"active: <meta http-equiv={briefly(name, 30)!r}>", UNASKED


def third_parties(page: Page, place: Place) -> Iterator[Wrong]:
    """Nothing is fetched from elsewhere while the page is read, and nobody is told of a click.

    The page that stands at any address names what it shows by the whole address of this site.
    """
    own = {"", origin(place.home), *(origin(one) for one in page.canonical)}
    fetched = [
        (one, name, address)
        for name in FETCHED & page.having.keys()
        for one in page.having[name]
        for address in _addresses(one, name)
    ]
    for one in page.named["link"]:
        if not LOADING.isdisjoint(rels(one)):
            fetched.append((one, "href", value(one, "href")))
    for tag in DRAWN & page.named.keys():
        fetched += (
            (one, key, value(one, key)) for one in page.named[tag] for key in REFERENCES & set(one.keys())
        )
    for _one, _name, address in fetched:
        if origin(tidy(address)) not in own:
            yield f"third party: {briefly(address, 80)}", COPY
    for name in PINGS & page.having.keys():
        for one in page.having[name]:
            yield (
                f"third party: <{one.tag} {name}=…> tells of a click",
                "delete the attribute: nobody is followed here",
            )
    for address in _styled(page):
        if origin(tidy(address)) not in own:
            yield f"third party: {briefly(address, 80)} in a style", COPY
    for text in page.styles:
        for address in imports_of(text):
            yield f"third party: @import {briefly(address, 80)}", "write the rules into the theme's own style"


def forms(page: Page) -> Iterator[Wrong]:
    """What a reader types goes to no other site."""
    own = {"", *(origin(one) for one in page.canonical)}
    for name in ("action", "formaction"):
        for one in page.having[name]:
            if origin(tidy(value(one, name))) not in own:
                yield (
                    f"third party: <{one.tag} {name}={briefly(value(one, name))!r}>",
                    "send it to a page of this site",
                )


def _styled(page: Page) -> Iterator[str]:
    """Addresses in styles and in the drawing attributes of SVG."""
    for text in page.styles:
        yield from addresses_of(text)
    if page.named["svg"]:
        for name in page.having.keys() - ADDRESSES - INERT:
            for one, said in values_of(page, name):
                if "url(" in said.lower() and one.tag != "meta":
                    yield from addresses_of(said)


def _said(page: Page, name: str) -> list[tuple[Tag, str]]:
    """Every address that an attribute of this name holds, and the element on which it stands."""
    if name not in SEVERAL:
        return [(one, one.get(name) or "") for one in page.having[name]]
    return [(one, address) for one in page.having[name] for address in _addresses(one, name)]


def _addresses(one: Tag, name: str) -> list[str]:
    text = value(one, name)
    if name in LISTS:
        return [found[1] for found in _SIZED.finditer(text)]
    if name == "ping":
        return text.split()
    return text.split(";") if name == "values" else [text]


def links_of(page: Page) -> Iterator[str]:
    """Every address on the page that a file of this site may have to answer."""
    for name in sorted(ANSWERED & page.having.keys()):
        yield from [address for _, address in _said(page, name)]
    yield from _styled(page)
    if page.refresh:
        yield page.refresh
