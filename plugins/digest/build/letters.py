"""Which texts a changed term may stand in: a cheap guess, so that the matcher need not read all of them again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.digest.build.records import Parsed
from plugins.digest.glossary.fold import fold
from plugins.digest.glossary.index import Index
from plugins.digest.glossary.term import Term
from plugins.digest.site.lines import bare

_HAND_MADE = re.compile(r'data-term="([^"]*)"')
_BETWEEN = re.compile(r"\W+")


def letters(parsed: Parsed) -> str:
    """The folded letters of a text with nothing between them: a name is mentioned only where its words are in here."""
    caption = parsed.picture.caption if parsed.picture else ""
    forced: dict[str, str] = parsed.options.get("force", {})
    more = "\n".join([caption, *_HAND_MADE.findall(parsed.html), *forced, *forced.values()])
    return _BETWEEN.sub("", fold(f"{bare(parsed.html)}\n{more}").text)


def spellings(term: Term) -> tuple[tuple[str, ...], ...]:
    """The folded words of every spelling of a term, and of its slug, without the ``de`` that may be ``du`` as well."""
    index = Index([term])
    keys = {*(key for key, number in index.keys.items() if number is not None), *index.phrases}
    keys.add(term.slug.replace("-", " "))
    return tuple(
        sorted(
            {tuple(w for w in (_BETWEEN.sub("", w) for w in key.split()) if w and w != "de") for key in keys}
        )
    )


def may_mention(words: Iterable[tuple[str, ...]], found: str) -> bool:
    """False where none of the spellings can be in the text; True is a guess that the matcher decides."""
    return any(all(word in found for word in spelling) for spelling in words)
