"""What an element's tag, role, class and id say against the text in it being part of the article.

Names of classes are words of a craft, much the same in every language that makes web pages; they are read word
by word (``relatedPosts`` and ``related-posts`` are two words), so that ``avoid`` is no advertisement. An id is
often made from a heading's text, or by a machine: it is evidence only where all its words are of the craft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Doubt:
    """One element's word against its text."""

    reason: str
    """Which kind of furniture it is: ``navigation``, ``related``, ``caption`` …"""
    strong: bool
    """True when only the publisher's own record of the text outweighs it."""
    element: HtmlElement


_TAGS = {
    "nav": ("navigation", True),
    "footer": ("footer", True),
    "aside": ("aside", False),
    "form": ("form", False),
    "figure": ("caption", False),
    "figcaption": ("caption", True),
    "menu": ("navigation", True),
    "dialog": ("dialog", True),
    "address": ("author", False),
    "time": ("date", False),
    "label": ("form", False),
    "hgroup": ("header", False),
    "header": ("header", False),
    "table": ("table", False),
}
_LABELS = frozenset({"class", "data-component", "data-testid"})
_SCHEMA = frozenset({"itemtype", "itemprop"})
_COMMENT = re.compile(r"(?:schema\.org/(?:User)?Comments?|^comment)$")
_HIDDEN = ("hidden", True)
CONCEALED = "data-glose-concealed"
"""The attribute that `styles` gives to an element which a rule of the page's style sheet hides."""
OPENS = "data-glose-opens"
"""The attribute that `styles` gives to an element which opens on a click: hidden now, and text."""
_ROLES = {
    role: (reason, True)
    for role, reason in {
        "navigation": "navigation",
        "complementary": "aside",
        "banner": "header",
        "contentinfo": "footer",
        "dialog": "dialog",
        "alertdialog": "dialog",
        "search": "form",
        "menu": "navigation",
        "menubar": "navigation",
        "toolbar": "share",
        "button": "form",
        "tablist": "navigation",
        "tooltip": "dialog",
        "alert": "dialog",
    }.items()
}
_STRONG = {
    "navigation": "nav navbar navigation menu submenu subnav breadcrumb breadcrumbs pagination pager toc sommaire",
    "footer": "footer colophon",
    "sidebar": "sidebar rail",
    "related": "recommended recommendation recommendations trending popular readmore recirculation recirc mostread"
    " zergnet outbrain taboola teasers onward",
    "share": "share shares sharing sharebar addthis addtoany partage teilen compartir socials followus",
    "newsletter": "newsletter newsletters signup subscribe subscription mailchimp abonnement abo newsletterbox",
    "comments": "comments disqus commentlist respond replies kommentare commentaires",
    "advertising": "ad ads adv advert advertising advertisement adslot adsense adunit dfp gpt sponsored sponsor promo"
    " promotion promos publicite pub werbung anzeige reklama publicidad advertorial affiliate merch commercial cta",
    "author": "byline bylines authors bio authorbox biography",
    "date": "timestamp dateline pubdate",
    "tags": "tags taglist keywords",
    "paywall": "regwall login",
    "dialog": "modal popup popin cookie cookies consent gdpr overlay tooltip toast",
    "caption": "caption captions figcaption legend legends legende bildunterschrift",
    "hidden": "hidden sr screenreader visuallyhidden offscreen noprint invisible",
    "player": "player playlist jwplayer videojs",
}
_WEAK = {
    "related": "related teaser teasers more also promoted next previous relacionadas relacionados relacionado correlati"
    " correlate verwandte gerelateerd similaires connexes",
    "share": "social follow bookmark tools",
    "comments": "comment comentarios commentary kommentar",
    "author": "author auteur autor writer contributor reporter",
    "date": "date published updated time duration",
    "tags": "tag topics topic category categories hashtags",
    "caption": "credit credits copyright figure image photo img picture media gallery slideshow carousel slide"
    " thumbnail",
    "advertising": "banner sticky placeholder shop buy product deal deals",
    "widget": "widget box infobox factbox poll quiz card cards ticker tooltip module",
    "embed": "embed embedded twitter tweet instagram facebook iframe",
    "header": "kicker overline eyebrow rubrik headline",
    "navigation": "anchor anchors jump tabs tab toolbar buttons button btn topbar",
    "disclaimer": "disclaimer imprint correction",
    "paywall": "paywall piano premium metered register",
    "meta": "meta info infos stats",
    "hidden": "hide print",
}
_WORDS: dict[str, tuple[str, bool]] = {
    **{word: (reason, False) for reason, words in _WEAK.items() for word in words.split()},
    **{word: (reason, True) for reason, words in _STRONG.items() for word in words.split()},
}
_STRONG_WORD = re.compile("|".join(word for word, (_, strong) in _WORDS.items() if strong and len(word) > 2))
_LAYOUT = frozenset(
    "above after app area article articles aside bar before below block body bottom box center col column columns"
    " component container content div element end feed first foot footer frame group head header holder inner"
    " item items js label last layout left link links list main middle mobile module new news old one outer page"
    " panel part placement post posts primary region right root row secondary section side single site slot stack"
    " start sub text thread thumbnails title top two unit view wrap wrapper zone id count form bottom desktop"
    " story single entry".split()
)
"""Words that an id may hold beside those of furniture: ``comments-section`` is evidence, ``rail-strike`` is none."""
_HIDES = frozenset(
    "hidden is visually sr only screen reader text u js element element invisible noprint offscreen visuallyhidden"
    " screenreader aria".split()
)
"""Words of which a class is made that hides all of its element: ``overflow-x-hidden`` does not."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_NAMED = _HEADINGS | {"p"}
"""Elements whose id is a mark for links to them."""
_SPLIT = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PIECE = re.compile(r"[A-Za-z0-9]+")
_WORD = re.compile(r"[A-Za-z]+\d*")
_HASH = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{6,}")
_HEXADECIMAL = re.compile(r"[0-9a-f]+", re.I)
_UTILITY = re.compile(r"\S*[:\[(]\S*")
_SHOWN = re.compile(r"(?<!\S)(?:sm|md|lg|xl|2xl):(?:block|flex|grid|contents|table|inline)")
"""What shows an element on wider screens that a class hides on narrow ones."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def doubt(element: HtmlElement) -> Doubt | None:
    """What `element` itself says against its text; None when it says nothing."""
    found = _TAGS.get(element.tag)
    attributes = element.attrib
    if attributes and not (found and found[1]):
        for name, value in attributes.items():
            if name in _LABELS:
                said = _of_label(value)
            elif name == "id":
                said = None if element.tag in _NAMED else _of_id(value)
            elif name == "role":
                said = _ROLES.get(value)
            elif name in _SCHEMA:
                said = ("comments", True) if _COMMENT.search(value) else None
            elif (
                name in ("hidden", CONCEALED)
                or (name == "aria-hidden" and value == "true")
                or (name == "style" and _HIDDEN_STYLE.search(value))
            ):
                said = _HIDDEN
            else:
                continue
            if said == _HIDDEN and OPENS in attributes:
                continue
            if said is not None and (found is None or said[1]):
                found = said
                if found[1]:
                    break
    if found and found != _HIDDEN and element.tag in _HEADINGS:
        found = (found[0], False)  # a heading may be marked for a table of contents, and is not in it
    return Doubt(*found, element) if found else None


@lru_cache(maxsize=8192)
def _of_label(label: str) -> tuple[str, bool] | None:
    """The strongest word among class names; utility classes (``md:mt-[2rem]``) name no part."""
    weak = None
    shown = _SHOWN.search(label)
    for name in _UTILITY.sub(" ", label).split():
        parts = words(name)
        for word in parts:
            found = _WORDS.get(word)
            if found is None or (found == _HIDDEN and (shown or not _HIDES.issuperset(parts))):
                continue
            if found[1]:
                return found
            weak = weak or found
    return weak


@lru_cache(maxsize=8192)
def _of_id(label: str) -> tuple[str, bool] | None:
    """What an id says: nothing where one of its words is not of the craft, as in one made from a heading or a hash."""
    if not all(_WORD.fullmatch(piece) or piece.isdecimal() for piece in _PIECE.findall(label)):
        return None
    return _of_label(label) if all(word in _WORDS or word in _LAYOUT for word in words(label)) else None


@lru_cache(maxsize=8192)
def is_misleading(label: str) -> bool:
    """True for an id that has a word of furniture in it and is none: other tools read it letter by letter."""
    return bool(label) and _STRONG_WORD.search(label.lower()) is not None and _of_id(label) is None


@lru_cache(maxsize=8192)
def words(label: str) -> tuple[str, ...]:
    """The words that class names are made of, in lower case; letters inside a number or a hash are none.

    >>> words("articleBody share-bar--top")
    ('article', 'body', 'share', 'bar', 'top')
    >>> words("1.169906.4ad40b84 ad-slot2")
    ('ad', 'slot')
    """
    return tuple(chain.from_iterable(map(_of_name, label.split())))


@lru_cache(maxsize=16384)
def _of_name(name: str) -> tuple[str, ...]:
    """The words of one name: pages join the same few names to ever new labels."""
    pieces = _PIECE.findall(name)
    coded = any(_HASH.fullmatch(piece) and not _WORD.fullmatch(piece) for piece in pieces)
    return tuple(
        word.lower()
        for piece in pieces
        if _WORD.fullmatch(piece) and not (coded and _HEXADECIMAL.fullmatch(piece))
        for word in _SPLIT.findall(piece)
    )
