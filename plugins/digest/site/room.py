"""What a view is given beside its page: how it becomes what a template sees, or a file that no template writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from plugins.digest.site.site import Settings
from plugins.digest.site.values import Fingerprint, Page

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Room:
    """The site's settings, the page's language, and the large values that the page needs."""

    settings: Settings
    lang: str
    blobs: Callable[[Fingerprint, Any], Any]
    constants: Mapping[str, Any] = field(default_factory=dict)
    """What every page of the edition says, by the names that templates have for it: ``csp``, ``search_csp`` …"""

    def fetch(self, found: Fingerprint, kind: type[Kind]) -> Kind:
        """The value of that fingerprint, which the page names in `needs`."""
        value: Kind = self.blobs(found, kind)
        return value

    @property
    def prefix(self) -> str:
        """Where the page's edition stands below the site's root."""
        return self.settings.editions.prefix(self.lang)

    def public(self, address: str = "") -> str:
        """An absolute address."""
        return f"{self.settings.public}/{address}"


View = Callable[[Page, Room], Mapping[str, Any]]
"""A page's values become what its template sees."""
Writer = Callable[[Page, Room], str]
"""A page's values become the text of a file that no template writes."""
