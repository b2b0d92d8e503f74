"""Who has the surname to himself in a text: after "Dale Sample", with no other, "Sample" alone is Dale."""

from __future__ import annotations

import re

from plugins.digest.glossary.adjacent import GAP
from plugins.digest.glossary.forms import Form

REACH = 6
"""Characters before a name in which a short word stands."""
_LOCATED = re.compile(rf"(?<![^\W_])(?:in|near|à|en|au|aux|dans|nach|na|no){GAP}\Z", re.IGNORECASE)
"""Words that stand before places and not before persons."""


class Namesakes:
    """The bearers of names that one text has introduced so far, in its order."""

    __slots__ = ("met", "strangers")

    def __init__(self) -> None:
        self.met: set[str] = set()
        """Slugs of the terms that were named."""
        self.strangers: set[str] = set()
        """Slugs of those whose name another bore first."""

    def other(self, form: Form, strange: bool, bearer: bool, text: str, start: int) -> bool:
        """True when the name at `start` is somebody else's: `strange` by its neighbours, or by who came before.

        `bearer`: the neighbours name that somebody else, who is then known by the bare name.
        """
        slug = form.term.slug
        if strange:
            if bearer and slug not in self.met:
                self.strangers.add(slug)
            return True
        if form.bare and slug in self.strangers:
            return form.term.type != "place" or not _LOCATED.search(text, max(0, start - REACH), start)
        self.strangers.discard(slug)
        self.met.add(slug)
        return False
