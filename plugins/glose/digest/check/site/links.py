"""Ids, what points to them, and where addresses lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from glose.digest.check.site.files import Files, is_plain, tidy
from glose.digest.check.site.page import Facts, Page, Wrong, briefly, text_of, value
from glose.digest.model.errors import Fault

POINTERS = (
    "aria-details aria-labelledby aria-describedby aria-controls aria-owns aria-flowto aria-activedescendant "
    "aria-errormessage for headers list form popovertarget commandfor"
).split()
CARD = "term-"
"""How the ids of an article's definitions begin."""


def ids(page: Page) -> Iterator[Wrong]:
    """An id may stand once, and is one word."""
    for name, times in page.ids.items():
        if times > 1:
            yield f'id: "{briefly(name)}" stands {times} times', "rename all but one"
        if not name or name.split() != [name]:
            yield f'id: "{briefly(name)}" is no single word', "write it without spaces"


def pointers(page: Page) -> Iterator[Wrong]:
    """What an attribute points to must stand on the same page: vnu does not notice, a screen reader does."""
    for attribute in POINTERS:
        for one in page.having.get(attribute, ()):
            for name in value(one, attribute).split():
                if name not in page.ids and "term" not in value(one, "class").split():
                    yield (
                        f'pointer: {attribute}="{briefly(name)}" leads nowhere',
                        "annotation without its lexicon",
                    )


def mentions(page: Page) -> Iterator[Wrong]:
    """A marked term has its definition on the page, and leads to its entry."""
    for one in page.named["a"]:
        if "term" not in value(one, "class").split():
            continue
        card = value(one, "aria-details")
        slug = tidy(value(one, "href")).partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
        if not card:
            yield f"mention: {briefly(text_of(one))} has no card", "annotate it again"
        elif card not in page.ids:
            yield f'mention: the card "{briefly(card)}" is not on the page', "annotation without its lexicon"
        elif slug and card != CARD + slug:
            yield f'mention: the card "{briefly(card)}" is not that of {briefly(slug)}', "annotate it again"


class Sound:
    """Addresses that were found to lead somewhere, whatever the page; grows."""

    def __init__(self) -> None:
        self.anywhere: set[str] = set()
        """As seen from the root."""
        self.at: defaultdict[int, set[str]] = defaultdict(set)
        """As pages so far below the root write them."""


def link_faults(page: Facts, files: Files, pages: Mapping[str, Facts], sound: Sound) -> Iterator[Fault]:
    """Addresses that no file answers, that name an id which is not there, or work at one place only."""
    depth = page.name.count("/")
    up, here, anywhere = "../" * depth, sound.at[depth], sound.anywhere
    for address in page.links:
        if address in here:
            continue
        if up and address.startswith(up):
            key = "/" + address[len(up) :]  # the same from every page that names its root so
        elif address.startswith("#"):
            if address[1:] in page.ids:
                continue
            key = ""
        else:
            key = address if address.startswith(("https://", "http://")) else ""
        if key in anywhere:
            here.add(address)
            continue
        faults = tuple(_link_faults(address, page, files, pages))
        if faults:
            yield from faults
        elif key and (key[0] != "/" or is_plain(address, len(up))):
            anywhere.add(key)
            here.add(address)


def _link_faults(address: str, page: Facts, files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    if not address.strip():
        yield Fault(page.name, None, "link: an empty address", "name the page, or take the link out")
        return
    found = files.target(page.name, address)
    if found is None:
        return
    below = files.home.count("/") > 3  # https://host/ has three
    if found.above or (below and tidy(address).startswith("/")):
        todo = "links are relative, or begin with the published address"
        what = f"link: {briefly(address, 120)} leaves the site where it stands below a path"
        yield Fault(page.name, None, what, todo)
    if found.name not in files.names:
        todo = "mend the link or build what is missing"
        yield Fault(page.name, None, f"link: {briefly(address, 120)} leads to no page", todo)
    elif _lacks(pages.get(found.name), found.fragment):
        what = f"link: {briefly(address, 120)} names no id of {found.name}"
        yield Fault(page.name, None, what, "mend the fragment")


def _lacks(page: Facts | None, fragment: str) -> bool:
    """Whether a page has no such id; ``#:~:text=`` is none, and ``#top`` always there (HTML, 7.4.6.3)."""
    told = fragment and ":~:" not in fragment and fragment.lower() != "top"
    return bool(told and page is not None and fragment not in page.ids)


def version_faults(page: Facts, files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """Pages that are versions of each other say so both ways, each in its own language."""
    todo = "both name all versions, themselves too"
    seen: dict[str, str] = {}
    for lang, address in page.alternates:
        if seen.setdefault(lang, address) != address:
            yield Fault(
                page.name, None, f"hreflang: {briefly(lang)} is named twice", "name one version a language"
            )
        found = files.target(page.name, address)
        other = pages.get(found.name) if found else None
        if other is None:
            yield Fault(page.name, None, f"hreflang: {briefly(address, 80)} is no page of this site", todo)
        elif page.name not in {t.name for _, a in other.alternates if (t := files.target(other.name, a))}:
            yield Fault(page.name, None, f"hreflang: {other.name} does not answer", todo)
    if page.alternates:
        own = {
            lang
            for lang, address in page.alternates
            if (t := files.target(page.name, address)) and t.name == page.name
        }
        if not own - {"x-default"}:
            yield Fault(page.name, None, "hreflang: the page does not name itself", todo)
    for lang, address in dict.fromkeys(page.versions):
        found = files.target(page.name, address)
        other = pages.get(found.name) if found else None
        if other is not None and lang != "x-default" and other.spoken and base(lang) != base(other.spoken):
            what = f"hreflang: {briefly(address, 80)} is in {briefly(other.spoken)}, not in {briefly(lang)}"
            yield Fault(page.name, None, what, "name the language of the page that is meant")


def base(lang: str) -> str:
    """The language of a tag, without script and region."""
    return lang.lower().partition("-")[0]


def address_faults(page: Facts, files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """The page names its own address as canonical; what has moved or is a hidden printing, another."""
    home = pages.get("index.html")
    if not page.canonical:
        if home is not None and home.canonical and page.name != "404.html":
            yield Fault(
                page.name, None, "canonical: none, though other pages have theirs", "extend base.html"
            )
        return
    found = files.target(page.name, page.canonical)
    moved = files.target(page.name, page.refresh) if page.refresh else None
    own = moved.name if moved else page.name
    other = pages.get(found.name) if found and page.is_article and not page.searched else None
    if other is not None and other.searched and other.canonical == page.canonical:
        return
    if found is None or found.name != own:
        what = f"canonical: {briefly(page.canonical, 80)} is not the page's address"
        yield Fault(page.name, None, what, f"name {files.address(own)}")


def listing_faults(page: Facts, files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """A retracted article stands in no listing."""
    for address in page.listed:
        found = files.target(page.name, address)
        other = pages.get(found.name) if found else None
        if other is not None and other.is_article and other.hidden:
            what = f"retracted: {briefly(address, 80)} is listed"
            yield Fault(page.name, None, what, "a retracted article stands in no listing")
