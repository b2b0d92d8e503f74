"""Texts as a page shows them: what the margin, the lexicon and a narrow column need, put into the HTML of a text.

Its words stay what they are, letter for letter: a gloss and the mark of a name are attributes and elements without
text. Feeds and data have the text without any of it.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from glose.digest.site.footnotes import BACK, whole
from glose.digest.site.lines import bare
from glose.digest.site.values import LexiconEntry
from glose.digest.text.slug import name_slug

LONGEST = 24
"""Letters of a name that is not broken: more would not fit the narrowest screen."""
SHORTER = 0.6
"""The words of an article stand in the margin in the place of a name that is so much longer."""
TAKEN = frozenset(
    "main card lexicon related about date picture corrections notes updates cite sources term terms".split()
)
"""Ids of a page's own."""
_OWN = re.compile(r"(?:p\d|m-|term-|note|since-|fn(?:ref)?-)")
"""How other ids of a page begin."""
_TAG = re.compile(r"(</?[a-z][a-z0-9]*[^>]*>)")
_NAME = re.compile(r"</?(?P<name>[a-z0-9]+)")
_MENTION = re.compile(r'<a class="term" .*aria-details="term-(?P<slug>[^"]+)"')
_PLACED = re.compile(
    r'<(?:p id="(?P<paragraph>p\d+)">|/p>|a [^>]*?aria-details="term-(?P<slug>[^"]+)"(?: id="(?P<own>[^"]+)")?)'
)
_HEADING = re.compile(r"<(?P<tag>h[2-4])>(?P<text>.*?)</(?P=tag)>", re.S)
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?(?:-[^\W_]+(?:['’][^\W_]+)?)+")
_SHORT = re.compile(r"-[^\W\d_]{1,2}\Z")
"""An end that would stand alone at the beginning of a line: that of "a-t-il"."""
VERBATIM = frozenset(("code", "pre"))
INSET = frozenset(("table", "figure"))
"""Where no gloss fits beside the words."""
APART = frozenset(("details", "li", "dd", "table", "blockquote", "figure"))
"""Where paragraphs are none of the text's own, and have no number."""


def unbroken(text: str) -> str:
    """HTML text in which no line ends inside a name with a hyphen, nor before a short end of a word.

    >>> unbroken("le Front al-Nosra, a-t-il dit à un porte-parole")
    'le Front <span class="w">al-Nosra</span>, <span class="w">a-t-il</span> dit à un porte-parole'
    """
    return _WORDS.sub(_whole, text) if "-" in text else text


def _whole(found: re.Match[str]) -> str:
    return f'<span class="w">{found[0]}</span>' if is_whole(found[0]) else found[0]


def is_whole(word: str) -> bool:
    """True for a word with hyphens that is not broken at them: a name, a number, one with a short end."""
    named = word != word.lower() or any(map(str.isdigit, word)) or bool(_SHORT.search(word))
    return named and len(word) <= LONGEST


@lru_cache(20_000)
def names_whole(text: str) -> Markup:
    """Plain text, or markup of a title, as HTML in which names are not broken."""
    return Markup(unbroken(str(escape(text))))  # noqa: S704  escaped here


def tied(text: str) -> str:
    """The same for attributes, which hold no elements: a hyphen that does not break."""
    return _WORDS.sub(lambda found: found[0].replace("-", "\u2011") if is_whole(found[0]) else found[0], text)


def dress(html: str, lexicon: Iterable[LexiconEntry] = (), *, first: int = 1) -> str:
    """The text with ids on its paragraphs and headings, glosses on its mentions, whole names, and tables that scroll.

    The first mention of a term is where its lexicon entry leads back to: to its paragraph where that has a number, and
    else to itself (see `passages`). `first`: number of the first paragraph; 0 for a text of which none is numbered.
    """
    html = whole(html)
    entries = {one.slug: one for one in lexicon}
    out: list[str] = []
    depth: dict[str, int] = {}
    number, numbered = first, False
    verbatim = inset = apart = False
    parts = _TAG.split(_headed(html) if first else html)
    for text, tag in zip(parts[::2], [*parts[1::2], ""], strict=True):
        out.append(text if verbatim or "-" not in text else unbroken(text))
        if tag == "<p>" and number and not apart:
            out.append(f'<p id="p{number}">')
            number, numbered = number + 1, True
            continue
        if tag == "</p>":
            numbered = False
        elif tag.startswith("<a "):
            if BACK in tag:
                tag = _unsearched(tag)
            elif mention := _MENTION.match(tag):
                tag = _mention(tag, entries.pop(mention["slug"], None), inset, numbered)
        elif tag != "</a>" and (named := _NAME.match(tag)):
            name, end = named["name"], tag[1] == "/"
            if name in APART or name in VERBATIM:
                depth[name] = depth.get(name, 0) + (-1 if end else 1)
                verbatim, inset, apart = (
                    any(depth.get(one) for one in kind) for kind in (VERBATIM, INSET, APART)
                )
            if tag == "<pre>":
                tag = '<pre tabindex="0">'  # a row of code may be wider than a screen
            elif tag == '<sup class="fn">' or (BACK in tag and name != "p"):
                tag = _unsearched(tag)
            elif name == "table":
                tag = "</table></div>" if end else f'<div class="wide">{tag}'
        out.append(tag)
    return "".join(out)


def passages(*dressed: str) -> dict[str, str]:
    """By slug the id of the place at which a term is mentioned first in these texts, as `dress` has made them.

    >>> passages('<p id="p2">Le <a class="term" aria-details="term-front">Front</a></p>')
    {'front': 'p2'}
    """
    found: dict[str, str] = {}
    for text in dressed:
        inside = ""
        for one in _PLACED.finditer(text):
            if slug := one["slug"]:
                found.setdefault(slug, one["own"] or inside)
            else:
                inside = one["paragraph"] or ""
    return {slug: place for slug, place in found.items() if place}


def _unsearched(tag: str) -> str:
    """The start tag of what the search does not read: a word would end in a number."""
    return f"{tag[:-1]} data-pagefind-ignore>"


def _mention(tag: str, entry: LexiconEntry | None, inset: bool, numbered: bool) -> str:
    """The start tag of the first mention of a term, with what is told beside it; another one stays as it is."""
    if entry is None:
        return tag
    told = entities.escape(entry.gloss or entry.definition)
    own = "" if numbered else f' id="m-{entry.slug}"'
    opening = f'{tag[:-1]}{own} aria-description="{told}">'
    if inset or not entry.gloss:
        return opening
    name, gloss = (entities.escape(tied(text)) for text in (beside(entry), entry.gloss))
    return f'{opening}<i aria-hidden="true" data-name="{name}" data-gloss="{gloss}"></i>'


def beside(entry: LexiconEntry) -> str:
    """What a gloss is headed by: the term's name, or the words of the article where these are much shorter."""
    form = " ".join(bare(entry.form).split())
    return form if len(form) < SHORTER * len(entry.name) else entry.name


def heading_id(slug: str) -> str:
    """The id of the first heading whose words have this slug: none that the page has for something else."""
    return slug if slug not in TAKEN and not _OWN.match(slug) else f"{slug}-1"


def _headed(html: str) -> str:
    """The text with an id on every heading: the slug of its words."""
    seen: set[str] = set()
    last: dict[str, int] = {}
    """By slug the number that was given out last."""

    def mark(found: re.Match[str]) -> str:
        slug = name_slug(bare(found["text"]))
        own = heading_id(slug)
        while own in seen:
            last[slug] = last.get(slug, 1) + 1
            own = f"{slug}-{last[slug]}"
        seen.add(own)
        return f'<{found["tag"]} id="{own}">{found["text"]}</{found["tag"]}>'

    return _HEADING.sub(mark, html) if "<h" in html else html
