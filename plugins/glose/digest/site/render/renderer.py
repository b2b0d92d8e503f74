"""Renders pages: the same page and fetched values always give the same bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError, Fault
from glose.digest.site.constants import Constants
from glose.digest.site.render.always import constants_of
from glose.digest.site.render.inlays import Inlays
from glose.digest.site.render.theme import Theme
from glose.digest.site.render.versions import version
from glose.digest.site.room import Room, View, Writer
from glose.digest.site.site import Settings
from glose.digest.site.values import ROOT, Fingerprint, Page, fingerprint

if TYPE_CHECKING:
    from glose.digest.site.render.edition import Templates
    from glose.digest.site.render.words import Words

ANYWHERE = frozenset({"404.html"})
"""Pages that are shown at any address, so that their links must not be relative to their own."""
FILE_LINK = re.compile(re.escape(ROOT) + r"\{([^}]*)\}")
"""A link to a file of the content, which stands in texts until they are shown."""
_ROOT = ROOT.encode()
_FILE_LINK = re.compile(FILE_LINK.pattern.encode())


class Renderer:
    """Renders the pages of all editions."""

    def __init__(
        self,
        settings: Settings,
        theme: Layers,
        constants: Constants,
        views: Mapping[str, View],
        writers: Mapping[str, Writer],
    ) -> None:
        self.settings, self.constants, self.views, self.writers = settings, constants, views, writers
        self.theme = Theme(theme, settings.look)
        self._templates: dict[str, Templates] = {}
        self._words: dict[str, Words] = {}
        self._versions: dict[tuple[str, str], Fingerprint] = {}
        self._shown: dict[str, dict[str, Any]] = {}
        self._kept: dict[bytes, Any] = {}
        self.lay = Inlays(self.theme.assets).lay
        """Makes a page of its `draft`."""

    def version(self, template: str, lang: str) -> Fingerprint:
        """Of everything that pages of the template say in an edition, beside their values."""
        found = self._versions.get((template, lang))
        if found is None:
            sheets = self.constants.in_language(lang, self.settings.lang)
            words, beside = self.theme.words(lang), fingerprint(self.settings)
            found = self._versions[template, lang] = version(
                template, self.theme.templates, self.shown(lang), sheets, words, beside,
                getattr(self.writers.get(template), "says", ()),
            )  # fmt: skip
        return found

    def shown(self, lang: str) -> dict[str, Any]:
        """What every page of an edition says, by name."""
        found = self._shown.get(lang)
        if found is None:
            found = self._shown[lang] = constants_of(lang, self.settings, self.theme, self.constants)
        return found

    def render(self, page: Page, fetch: Callable[[Fingerprint, Any], Any]) -> bytes:
        """The page as its file holds it; otherwise as `draft`."""
        return self.lay(self.draft(page, fetch))

    def draft(self, page: Page, fetch: Callable[[Fingerprint, Any], Any]) -> bytes:
        """The page without what `lay` lays in. `fetch`: the value of a fingerprint that the page names, and its type.

        Raises `DigestError` with the template's line for a fault in a template.
        """
        shown, words = self.shown(page.lang), partial(self.words, page.lang)
        room = Room(self.settings, page.lang, fetch, shown, words, self._kept)
        if writer := self.writers.get(page.template):
            written = writer(page, room)
            return written if isinstance(written, bytes) else written.encode()
        try:
            text = self.templates(page.lang).render(page.template, self.values(page, room))
        except Exception as error:
            from glose.digest.site.render.faults import fault_of

            if fault := fault_of(error, page.path):
                raise fault from error
            raise
        return self.placed(text.encode(), page)

    def words(self, lang: str) -> Words:
        """What one edition's language says."""
        found = self._words.get(lang)
        if found is None:
            from glose.digest.site.render.words import Words

            found = self._words[lang] = Words(self.theme.catalogue(lang))
        return found

    def templates(self, lang: str) -> Templates:
        """Those of one edition."""
        found = self._templates.get(lang)
        if found is None:
            # A build that finds nothing changed asks for versions alone, and needs no Jinja.
            from glose.digest.site.render.edition import Templates

            found = self._templates[lang] = Templates(lang, self.settings, self.theme, self.constants)
        return found

    def compile(self) -> None:
        """Makes the templates of all pages ready; else each is on its first page."""
        for lang in self.settings.languages:
            for name in self.views.keys() & self.theme.templates.keys():
                self.templates(lang).env.get_template(name)
        self.theme.trees.clear()

    def values(self, page: Page, room: Room) -> dict[str, Any]:
        """What its template sees."""
        versions: dict[str, str] = {}
        for lang, address in page.alternates:
            versions.setdefault(self.settings.editions.own(lang), address)
        known = {"address": page.address, "alternates": dict(page.alternates), "versions": versions}
        values = known | page.values
        if view := self.views.get(page.template):
            values |= view(page, room)
        if hidden := room.constants.keys() & values:
            raise ValueError(f"{page.template} is given {sorted(hidden)}, which every page has already")
        return values

    def placed(self, text: bytes, page: Page) -> bytes:
        """The text with addresses as they lead from where the page stands; as bytes, which are searched sooner."""
        if _FILE_LINK.search(text):
            links: Mapping[str, str] = page.values.get("links", {})
            text = _FILE_LINK.sub(
                lambda found: _ROOT + b"/" + target(found[1].decode(), links, page).encode(), text
            )
        return text.replace(_ROOT, self.way(page.path).encode())

    def way(self, path: str) -> str:
        """The way from a file to the site's root."""
        if path in ANYWHERE or not self.settings.relative:
            return self.settings.url
        return "/".join([".."] * path.count("/")) or "."


def target(file: str, links: Mapping[str, str], page: Page) -> str:
    """Where a link to a file of the content leads."""
    found = links.get(html.unescape(file))
    if found is None:
        what = f"links to {file}, which is not published"
        raise DigestError(Fault(page.path, None, what, "publish it or take the link away"))
    return html.escape(found)
