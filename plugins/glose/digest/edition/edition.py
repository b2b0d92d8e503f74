"""An edition: the site in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from glose.digest.edition.language import language_name, territory
from glose.digest.text.script import direction


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's part of the site."""

    lang: str
    """BCP 47 tag."""
    prefix: str
    """Where it stands below the site's root: empty, or ``en/``."""
    articles: tuple[Any, ...]
    """Its published articles, newest first."""
    guests: tuple[Any, ...] = ()
    """Articles of which there is no version in its language, newest first, as far as it takes them in."""
    shown: tuple[Any, ...] = ()
    """Both, newest first."""
    elsewhere: tuple[Any, ...] = ()
    """The newest of those that are too many to be taken in."""

    @property
    def name(self) -> str:
        """The language's own name, as a sentence would begin with it: ``Français``."""
        return language_name(self.lang)

    @property
    def direction(self) -> str:
        return direction(self.lang)

    @property
    def territory(self) -> str:
        """The locale as Open Graph writes it: ``fr_FR``."""
        return territory(self.lang)
