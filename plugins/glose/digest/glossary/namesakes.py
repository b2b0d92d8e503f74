"""Who has the surname to himself in a text: after "Dale Sample", with no other, "Sample" alone is Dale."""

from __future__ import annotations

import re

from glose.digest.glossary.adjacent import GAP
from glose.digest.glossary.forms import Form

FORGOTTEN = 4000
"""Characters without him after which nobody is remembered: a page of a newspaper has many stories."""
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
        self.strangers: dict[str, int] = {}
        """Slugs of those whose name another bore first, and where he was named last."""

    def other(self, form: Form, strange: bool, bearer: bool, text: str, start: int) -> bool:
        """True when the name at `start` is somebody else's: `strange` by its neighbours, or by who came before.

        `bearer`: the neighbours name that somebody else, who is then known by the bare name.
        """
        slug = form.term.slug
        if strange:
            if bearer and slug not in self.met:
                self.strangers[slug] = start
            return True
        last = self.strangers.get(slug, -FORGOTTEN)
        if form.bare and start - last < FORGOTTEN:
            if form.term.type == "place" and _LOCATED.search(text, max(0, start - REACH), start):
                return False
            self.strangers[slug] = start
            return True
        self.strangers.pop(slug, None)
        self.met.add(slug)
        return False
