"""What of the settings decides how texts are marked and cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from glose.digest.editions import Editions
from glose.digest.site.look.look import signing

PARAGRAPHS = 2
"""Of an excerpt."""


@dataclass(frozen=True, slots=True)
class House:
    """What of the settings decides how texts are marked and cut."""

    lang: str
    """Language at the root of the site."""
    languages: tuple[str, ...]
    """Those of its editions."""
    policy: Mapping[str, Any] = field(default_factory=dict)
    """GLOSSARY_POLICY."""
    rights: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """RIGHTS: by source, ``policy``, ``holder``, ``note``."""
    paragraphs: int = PARAGRAPHS
    """EXCERPT_PARAGRAPHS."""
    timezone: str = "UTC"
    """TIMEZONE: in which a day begins."""
    public: str = ""
    """SITEURL, else FEED_DOMAIN: the address before which absolute links stand."""
    editors: tuple[str, ...] = ()
    """EDITORS: names by which the house itself signs."""
    drafts: bool = False
    """DRAFT_NOTES: True where the site's readers are its editors, who see notes that are not reviewed yet."""

    unpublished: bool = False
    """DRAFTS: True where articles are shown, too, that are not published yet."""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> House:
        """From Pelican's settings, or ours, by name."""
        lang = str(settings["DEFAULT_LANG"])
        return cls(
            lang,
            tuple(settings.get("EDITIONS") or (lang,)),
            dict(settings.get("GLOSSARY_POLICY") or {}),
            dict(settings.get("RIGHTS") or {}),
            int(settings.get("EXCERPT_PARAGRAPHS") or PARAGRAPHS),
            str(settings.get("TIMEZONE") or "UTC"),
            str(settings.get("SITEURL") or settings.get("FEED_DOMAIN") or "").rstrip("/"),
            signing(settings.get("EDITORS")),
            settings.get("DRAFT_NOTES") is True,
            settings.get("DRAFTS") is True,
        )

    @property
    def editions(self) -> Editions:
        """The rule from a language to its edition and to addresses."""
        return Editions(self.languages)
