"""The standfirst: the lead that a page sets apart between the title and the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glose.digest.newsroom.bylines import is_names
from glose.digest.newsroom.furniture import furniture
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import words
from glose.digest.readers.page.json_ld import Linked
from glose.digest.readers.page.main_container import Scope
from glose.digest.readers.page.meta import Meta
from glose.digest.readers.page.title import Title

_NAMES = frozenset(
    "standfirst strapline lead lede leadtext intro introduction chapo chapeau subtitle subtitulo subheadline subhead"
    " subheading deck dek desc excerpt summary description abstract vorspann einleitung teaser entradilla bajada"
    " sommario occhiello ingress sapo perex anons resumen resume sottotitolo untertitel"
    " subline sub synopsis preamble".split()
)
"""What publishers call it in their class names."""

SHORTEST = 30
"""Letters and digits; a shorter line is a kicker."""

LONGEST = 700
"""Characters; the longest standfirst with a reviewed gold text has 560."""

_LINE = 160
_BESIDE_DATE = 60
"""Letters that may stand beside dates and times in a line that is no sentence: labels, names, a place."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟", "»", "”", '"')
_WHEN = re.compile(
    r"\d{4}\s?[-/.年년]\s?\d{1,2}(?:\s?[-/.月월]\s?\d{1,2})?\s?[日일]?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:er|\.|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s?[:hH]\s?\d{2}\b|\d+\s*min(?:\.|ut\w*)?\b"
)
"""A day, an hour, a reading time."""
_ENDS_WHEN = re.compile(r"(?:\bmin|\b[ap]\.m|\bstd)\.$", re.I)
"""What a line that says when may end with, full stop and all."""
_SIGNED = re.compile(r"(?:written\s+)?(?:by|par|von|por|door|di|texte?|text)\s*:?\s+", re.I)
_SAYS_WHEN = re.compile(
    r"\W*(?:publi|post|mis|mise|erschienen|veröff|stand\b|pubblicat|gepubl|written\b|first\b|last\b|(?:le|am|el|il|on)\s+\d|by\b|par\b|von\b"
    r"|por\b|di\b|\d|نشر)",
    re.I,
)
_FEWEST_TOLD = 12
"""Letters beside its day from which a whole sentence speaks of something."""
_AGREE = 50
"""Letters by which a description that was cut short must begin like the standfirst."""

_AGAINST = frozenset(
    "caption share navigation related advertising newsletter dialog tags comments player".split()
)
"""Reasons of doubt that make a line something else."""


def find(page: Sequence[Chunk], scope: Scope, meta: Meta, record: Linked, title: Title) -> tuple[int, ...]:
    """The places of the chunks that make the standfirst, in order; empty when the page sets none apart.

    The page's own description settles it: publishers fill it from the standfirst. Without one, an element that is
    called so counts, then a lone paragraph between title and container.
    """
    said = (*meta.all("og:description", "description", "twitter:description"), record.description)
    described = {key for key in map(letters, said) if len(key) >= SHORTEST}
    zone = [
        place
        for place in range(scope.top + 1, scope.first)
        if _possible(page[place], scope) and not title.is_end_of(page[place].key)
    ]
    if agreed := _agreeing(page, zone, described):
        return agreed
    apart = [place for place in zone if not scope.inside[place] or _named(page[place])]
    named = [place for place in apart if _named(page[place])]
    lone = [place for place in apart if _unlabelled(page[place], scope)]
    if found := (named or lone)[:1]:
        return tuple(found)
    return _first(page, scope, described)


def _first(page: Sequence[Chunk], scope: Scope, described: set[str]) -> tuple[int, ...]:
    """The text's first paragraph, where the description repeats it and the page sets it apart."""
    place = scope.first
    if place >= len(page) or not _possible(page[place], scope):
        return ()
    apart = _set_apart(page[place], scope.inside[place])
    return _agreeing(page, [place], described) if apart else ()


def _possible(chunk: Chunk, scope: Scope) -> bool:
    against = any(
        doubt.reason in _AGAINST and (doubt.strong or doubt.reason == "caption")
        for doubt in scope.against(chunk)
    )
    fits = len(chunk.key) >= SHORTEST and len(chunk.text) <= LONGEST and chunk.linked < 0.5
    other = is_names(chunk.text) or bool(furniture(chunk.text, chunk.linked)) or is_date_or_byline(chunk.text)
    return fits and not against and not other


def is_date_or_byline(text: str) -> bool:
    """True for a line that says when and by whom, or how long it takes to read, and nothing else.

    >>> is_date_or_byline("見本新聞 2025/1/14 21:17（最終更新 1/14 21:17） 789文字")
    True
    >>> is_date_or_byline("Le 15 mars 2016 à 17h42, le marché a changé de place.")
    False
    """
    if len(text) > _LINE or (text.endswith(_SENTENCE_ENDS) and not _ENDS_WHEN.search(text)):
        return False
    if not any(map(str.isdigit, text)):
        return bool(_SIGNED.match(text)) and is_names(_SIGNED.sub("", text, count=1))
    told = _WHEN.search(text)
    return bool(told) and len(letters(_WHEN.sub(" ", text))) <= _BESIDE_DATE


def is_told(text: str) -> bool:
    """True for a sentence that speaks of a day, as against a line that says when the article was written.

    >>> is_told("The vote was held on 2 March 2023."), is_told("Published on 2 March 2023.")
    (True, False)
    """
    whole = text.endswith((".", "!", "?", "。")) and not _SAYS_WHEN.match(text)
    return whole and len(letters(_WHEN.sub(" ", text))) >= _FEWEST_TOLD


def _unlabelled(chunk: Chunk, scope: Scope) -> bool:
    """True for a paragraph of which the markup says nothing but that it stands in the head."""
    return chunk.kind != "item" and all(doubt.reason == "header" for doubt in scope.against(chunk))


def _agreeing(page: Sequence[Chunk], zone: Sequence[int], described: set[str]) -> tuple[int, ...]:
    """The chunks of `zone` that the description repeats: one, or several that follow one another."""
    for start in range(len(zone)):
        key = ""
        for end in range(start, min(start + 4, len(zone))):
            if end > start and zone[end] != zone[end - 1] + 1:
                break
            key += page[zone[end]].key
            if any(_same(key, other) for other in described):
                return tuple(zone[start : end + 1])
    return ()


def _same(key: str, description: str) -> bool:
    if key == description:
        return True
    shorter = min(len(key), len(description))
    return shorter >= _AGREE and key[:shorter] == description[:shorter] and len(key) < 2 * len(description)


def _named(chunk: Chunk) -> bool:
    parent = chunk.element.getparent()
    labels = (
        f"{e.get('class', '')} {e.get('id', '')} {e.get('itemprop', '')}"
        for e in (chunk.element, parent)
        if e is not None
    )
    found = {word for label in labels for word in words(label)}
    return bool(_NAMES & found) and "speakable" not in found  # so is called what a voice reads aloud


def _set_apart(chunk: Chunk, inside: bool) -> bool:
    """True when the first paragraph looks other than those after it: a heading, all bold, named, or outside."""
    bold = all(
        piece.isspace() or any(e.tag in ("b", "strong") for e in around) for piece, around in chunk.runs
    )
    return not inside or bold or chunk.kind == "heading" or _named(chunk)
