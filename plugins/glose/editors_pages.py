"""The editors' own pages: method, rights, and whatever else lies in content/pages/."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from glose.digest.site.dressed import dress, passages
from glose.digest.site.room import Room, View
from glose.digest.site.site import Site
from glose.digest.site.sized import sized
from glose.digest.site.values import READ, Page, Sheet, Text
from glose.digest.text.script import direction


def pages(site: Site) -> Iterator[Page]:
    """One page each, with the ways to the same page in other languages."""
    same: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sorted(site.sheets, key=lambda one: site.rank(one.lang)):
        same[sheet.slug].append(sheet)
    for sheet in site.sheets:
        others = [
            (one.lang, one.url) for one in same[sheet.slug] if one.lang != sheet.lang and one.status in READ
        ]
        yield Page(
            f"{sheet.url}index.html",
            "page.html",
            site.settings.editions.of(sheet.lang),
            sheet.url,
            ((sheet.lang, sheet.url), *others),
            {"page": sheet, "links": site.targets(sheet.links), "sizes": site.sizes.get(sheet.file, {})},
            (sheet.text,),
        )


def view(page: Page, room: Room) -> Mapping[str, Any]:
    """What the template sees beside: the text as it is shown."""
    sheet: Sheet = page.values["page"]
    text = room.fetch(sheet.text, Text)
    body = dress(text.html, text.lexicon)
    return {
        "text": text,
        "body": sized(body, page.values["sizes"]),
        "passages": passages(body),
        "margins": direction(sheet.lang) == direction(page.lang),
    }


VIEWS: Mapping[str, View] = {"page.html": view}


def register() -> None:
    """Connects to nothing: the build asks for `pages`."""
