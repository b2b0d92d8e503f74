"""Where the terms of a glossary are mentioned in a text: the longest from the left, in any spelling the rules allow.

Works on offsets of plain text and knows no markup. A blank line, `fold.BREAK` or `fold.OBJECT` ends a phrase.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping

from glose.digest.glossary.choose import Ambiguity, Mention, Refusal
from glose.digest.glossary.fold import cuts, fold
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.index import Index
from glose.digest.glossary.search import Allowed, Search
from glose.digest.glossary.term import base
from glose.digest.glossary.words import Words, page_words


class Matcher:
    """A view of a glossary for the articles of one language and day. Cheap: the index is the glossary's.

    Without a day every name is looked for, whatever its dates. With `drafts` false, entries that no one has
    reviewed are passed over. `force` says of some words which term they mean here, by slug.
    """

    __slots__ = ("drafts", "forced", "glossary", "index", "lang", "on")

    def __init__(
        self,
        glossary: Glossary,
        lang: str,
        on: dt.date | None,
        *,
        drafts: bool = True,
        force: Mapping[str, str] | None = None,
    ) -> None:
        self.glossary = glossary
        self.lang = base(lang)
        self.on = on.date() if isinstance(on, dt.datetime) else on
        self.drafts = drafts
        self.index: Index = glossary.index
        self.forced = glossary.naming(force) if force else None

    def speaking(self, lang: str) -> Matcher:
        """The same view for text in another language."""
        return Matcher(self.glossary, lang, self.on, drafts=self.drafts)

    def forcing(self, force: Mapping[str, str]) -> Matcher:
        """The same view, in which these words mean the terms of these slugs."""
        return Matcher(self.glossary, self.lang, self.on, drafts=self.drafts, force=force)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions in `text`, in order, disjoint, without the ambiguous ones. Offsets are code points."""
        return tuple(found for found in self.scan(text) if isinstance(found, Mention))

    def ambiguous(self, text: str) -> tuple[Ambiguity, ...]:
        """The places that several terms claim and no rule decides."""
        return tuple(found for found in self.scan(text) if isinstance(found, Ambiguity))

    def refused(self, text: str) -> tuple[Refusal, ...]:
        """The names left unmarked because the words beside them make them somebody else's."""
        search = Search(self, Words(text, fold(text)), None)
        found = list(search.run())
        return tuple(
            one
            for one in dict.fromkeys(search.refused)
            if not any(other.start <= one.start < other.end for other in found)
        )

    def scan(self, text: str, allowed: Allowed | None = None) -> list[Mention | Ambiguity]:
        """Mentions and ambiguous places, in order, disjoint; a span not `allowed` is as if it were not there."""
        found = list(Search(self, page_words(text), allowed).run())
        if places := [cut.start() for cut in cuts(text)]:
            ends = [one.end for one in found]
            for one in list(Search(self, Words(text, fold(text, join=True)), allowed, places).run()):
                after = bisect_right(ends, one.start)
                if after == len(ends) or one.end <= found[after].start:
                    found.insert(after, one)
                    ends.insert(after, one.end)
        return found
