"""What a view is given beside its page: how it becomes what a template sees, or a file that no template writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from glose.digest.site.look.menu import said
from glose.digest.site.site import Settings
from glose.digest.site.values import Fingerprint, Page

if TYPE_CHECKING:
    from glose.digest.site.render.words import Words

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Room:
    """The site's settings, the page's language, and the large values that the page needs."""

    settings: Settings
    lang: str
    blobs: Callable[[Fingerprint, Any], Any]
    constants: Mapping[str, Any] = field(default_factory=dict)
    """What every page of the edition says, by the names that templates have for it: ``csp``, ``search_csp`` …"""
    speak: Callable[[], Words] | None = None
    """Reads the words of the edition when they are wanted."""
    kept: dict[bytes, Any] = field(default_factory=dict)
    """What writers have made of values, for the next page that shows the same: by all of what decides it."""

    def fetch(self, found: Fingerprint, kind: type[Kind]) -> Kind:
        """The value of that fingerprint, which the page names in `needs`."""
        value: Kind = self.blobs(found, kind)
        return value

    @property
    def prefix(self) -> str:
        """Where the page's edition stands below the site's root."""
        return self.settings.editions.prefix(self.lang)

    @property
    def words(self) -> Words:
        """What the edition's language says. A view may say what its template does, a writer what it `says`."""
        if self.speak is None:
            raise ValueError(f"nobody has words for {self.lang}")
        return self.speak()

    @property
    def told(self) -> str:
        """What the site says that it is, in the page's language; its name where it says nothing."""
        return said(self.settings.look.tagline, self.lang, self.settings.lang) or self.settings.name

    def public(self, address: str = "") -> str:
        """An absolute address."""
        return f"{self.settings.public}/{address}"


View = Callable[[Page, Room], Mapping[str, Any]]
"""A page's values become what its template sees."""
Writer = Callable[[Page, Room], str | bytes]
"""A page's values become a file that no template writes."""


def says(*messages: str) -> Callable[[Writer], Writer]:
    """Marks a writer that says words of the edition's language: its files are made again when these are new."""

    def marked(writer: Writer) -> Writer:
        vars(writer)["says"] = messages
        return writer

    return marked
