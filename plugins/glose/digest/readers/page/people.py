"""Who wrote the article: names from the publisher's record, the head, or the line under the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from lxml.html import HtmlElement

from glose.digest.newsroom.agencies import agencies as known_agencies
from glose.digest.newsroom.agencies import code
from glose.digest.newsroom.bylines import is_name, is_names
from glose.digest.newsroom.furniture import furniture
from glose.digest.readers.page.byline_text import parted, undated, unglued
from glose.digest.readers.page.captions import picture_of
from glose.digest.readers.page.chunks import Chunk, letters
from glose.digest.readers.page.class_names import words
from glose.digest.readers.page.json_ld import Linked
from glose.digest.readers.page.meta import Meta
from glose.digest.readers.page.updates import in_update

_META = (
    "author",
    "article:author",
    "dc.creator",
    "dc.contributor",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dcsext.author",
    "twitter:misc:written by",
)
_LEAD = re.compile(
    r"^(?:(?:(?:written|reporting|story|words|text)\s+)?(?:by|par|von|por|di|da|door|av|af|de|przez|od|texte?|text|autore?|author|auteur|redacción|автор|oleh)\b\s*:?\s+"
    r"|(?:text|texte|autor|author|auteur)\s*:\s*|بقلم\s*:?\s*|από\s+)",
    re.I,
)
_SIGNED = re.compile(r"(?:by|par|von|por)\b\s*:?\s+(?-i:[^\W\d_a-zß-ÿ])[^.!?]*$", re.I)
"""A whole line that begins like a byline and is no sentence."""
_AND = re.compile(r"\s*(?:[;&|/·•]|\s(?:and|et|und|y|e|og|och|en|i|și)\s)\s*", re.I)
_WITH = re.compile(
    r"\s(?:with|avec|mit|con|and|et|und)\s+(?:the\s+|les\s+|l['’])?(?:agenc\w*|agentur\w*|wires?|AFP|AP|Reuters|dpa)\b.*$",
    re.I,
)
_COMMA = re.compile(r"\s*,\s*")
_ROLE = re.compile(
    r"\s+(?:in|à|aus|en|at|for|pour)\s+(?-i:[A-ZÀ-Ý]).*$|\s*[,–—|•·-]?\s*(?:[\w-]+\s+){0,3}(?:reporter|correspondent|editor|writer|journalist|journaliste|redakteurin?|correspondante?)\b.*$|\s*(?:기자|특파원|記者)$",
    re.I,
)
_INTRO = re.compile(r"^(?:[^\W\d_]+\s+){1,3}(?:by|par|von|por|door)\s+(?=(?-i:[^\W\d_a-z]))", re.I)
"""``Propos recueillis par``, ``Aufgezeichnet von``."""
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]\s*$")
_BYLINE = frozenset(
    "byline bylines author authors autor autores autoren auteur auteurs autore autori contributor contributors"
    " signature writer writers verfasser redacteur journalist journaliste skribent schrijver firma autoria".split()
)
_MAYBE_BYLINE = frozenset("credits credit".split())
"""Names of a byline's element that a picture's may bear too."""
_WRITTEN = re.compile(
    r"written|author|von|verfasst|par|écrit|escrito|scritto|geschreven|skrevet|автор|كتب|por|da\b", re.I
)
"""How a share card labels the author; another of its lines is a reading time."""
_DESK = re.compile(
    r"(?:the\s+|die\s+|la\s+|l['’]|unsere\s+|notre\s+)?(?:online|web|news|digital|editorial|central|desk|tv|internet)?[\s-]*"
    r"(?:r[ée]daction(?:\s+\S+)?|redaktion(?:steam)?|redacci[óo]n(?:\s+\S+)?|redazione(?:\s+\S+)?|reda[cç][ãa]o|redactie"
    r"|redaksjonen|redaktionen|redakcja|staff(?:\s+(?:writers?|reporters?))?|newsroom|news\s*desk|web\s*desk|desk"
    r"|editorial(?:\s+(?:team|staff|board))?|editors?|reporters?|correspondents?|admin(?:istrator)?|webmaster|team"
    r"|guest(?:\s+(?:author|contributor|writer))?|contributors?|agenc(?:y|ies|es?)|agentur(?:en)?|agencias?|wire\s+reports?"
    r"|nachrichten|news|actualités?|noticias|press\s+release|unknown|anonymous|هيئة\s+التحرير|المحرر|редакция)",
    re.I,
)
"""A desk, a wall or nobody: signs for no person."""
_NO_NAME = re.compile(
    r"\d|[:?!()@]|\b(?:min|minutes?|uhr|stand|updated?|aktualisiert|publié|published|posted|e-?mails?|follow|suivre|folgen"
    r"|seguir|abonnés?|abonnement|subscribe\w*|premium|share|partager|contact|comments?|commentaires?|kommentare?"
    r"|read\s+more|listen|écouter|anhören)\b|\b(?:von|by|par|por)$",
    re.I,
)
_INSIDE = 30
"""Elements of a line that are looked at."""
LONGEST = 60
"""Characters of a name; what is longer is a sentence about its bearer."""


def authors(meta: Meta, record: Linked, head: Sequence[Chunk], site: Iterable[str]) -> tuple[str, ...]:
    """The authors as the best witness names them, each once; agencies and desks where it names those.

    `head` are the chunks between title and text, `site` the names by which the outlet calls itself.
    """
    outlet = {letters(name) for name in site if name}
    sections = {letters(name) for name in (record.section, *meta.all("article:section")) if name}
    found = _named(meta, record, head, outlet)
    return tuple(
        name for name in found if letters(name) not in sections - outlet and not _DESK.fullmatch(name)
    )


def _named(meta: Meta, record: Linked, head: Sequence[Chunk], outlet: set[str]) -> tuple[str, ...]:
    recorded = _clean(part for name, _ in record.authors for part in _parts(name))
    others = tuple(name for name in recorded if letters(name) not in outlet)
    if others and not all(kind == "Organization" for _, kind in record.authors):
        return others
    lines = _clean(name for text in bylines(head) for name in _split(text) if _is_bearer(name))
    cards = [
        card
        for label, card in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
        if _WRITTEN.search(meta.first(label) or "written")
    ]
    named = _clean(name for text in meta.all(*_META, *cards) for name in _split(text) if _is_bearer(name))
    persons = tuple(name for name in lines if is_name(name) and not known_agencies().is_agency(name))
    for witness in (persons, others, named):
        if found := tuple(name for name in witness if not _is_outlet(name, outlet)):
            return found
    return recorded or named or lines


def _is_outlet(name: str, outlet: set[str]) -> bool:
    """True for the outlet's own name, alone or with a desk's behind it."""
    key = letters(name)
    return key in outlet or any(len(own) >= 3 and key.startswith(own) for own in outlet)


def bylines(head: Sequence[Chunk]) -> tuple[str, ...]:
    """The lines between title and text that name the authors, as received, those with names first."""
    own = [chunk for chunk in head if not _is_other(chunk) and not in_update(chunk.element)]
    lines = [text for chunk in own for text in _signed(chunk)]
    lines += [chunk.text for chunk in head[-1:] if is_bare_byline(chunk)]
    named = [text for text in lines if any(map(is_name, _clean(_split(text)))) or code(text)]
    return tuple(dict.fromkeys((*named, *lines)))


def _is_other(chunk: Chunk) -> bool:
    """True for a prompt, and for the words of a picture."""
    if any(d.reason == "caption" and not _signs_alone(d.element, chunk) for d in chunk.doubts):
        return True
    return bool(furniture(chunk.text, chunk.linked)) and not _LEAD.match(chunk.text)


def _signs_alone(element: HtmlElement, chunk: Chunk) -> bool:
    """True for "credits" that no picture is near: reading views call the byline so."""
    return _is_called(element, _MAYBE_BYLINE) and is_names(chunk.text) and picture_of(element) is None


def is_bare_byline(chunk: Chunk) -> bool:
    """True for a paragraph that holds nothing but names: above the first paragraph of the text it is the byline."""
    return (
        chunk.element.tag == "p" and is_names(chunk.text) and not any(doubt.strong for doubt in chunk.doubts)
    )


def _signed(chunk: Chunk) -> Iterator[str]:
    """The texts in a chunk that are bylines, by their first word or by what their element is called."""
    text = undated(chunk.text)
    lead = _LEAD.match(text)
    if lead and (is_names(text[lead.end() :]) or _SIGNED.match(text)):
        yield from [parted(chunk.element, whole=False)] if len(chunk.text) <= 2 * LONGEST else ()
        return
    parent = chunk.element.getparent()
    inside: set[HtmlElement] = set()
    for element in islice(chunk.element.iter(), _INSIDE):
        around = element is chunk.element and parent is not None and _is_called(parent)
        alone = element is chunk.element and any(_signs_alone(d.element, chunk) for d in chunk.doubts)
        if element not in inside and (around or alone or _is_called(element)):
            inside.update(element.iter())
            text = parted(element, whole=element is not chunk.element)
            yield from [text] if 0 < len(text) <= 2 * LONGEST else ()


def _is_called(element: HtmlElement, names: frozenset[str] = _BYLINE) -> bool:
    label = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel"))
    name = words(element.get("id") or "")  # a long one names something that belongs to an author
    return bool(names & {*words(label), *name[: len(name) < 2]})


def _parts(name: str) -> tuple[str, ...]:
    """The names in a record's name, which some publishers join to one."""
    parts = tuple(piece for part in _AND.split(name) if part for piece in unglued(part))
    return parts if len(parts) > 1 and all(is_name(part) for part in parts) else (name,)


def _is_bearer(name: str) -> bool:
    """False for what a byline's line holds beside names: dates, reading times, sections."""
    return bool(name) and not _NO_NAME.search(name) and (not name.islower() or "/" in name)


def _split(text: str) -> Iterator[str]:
    """The names in a byline: without the word before them and the roles behind."""
    if text.startswith(("http", "/")) or (text.startswith("@") and " " not in text):
        return
    text = _BRACKETED.sub(" ", _INTRO.sub("", undated(text), count=1))
    text = _WITH.sub("", _LEAD.sub("", text, count=1))
    for part in filter(None, (part for whole in _AND.split(text) for part in unglued(whole))):
        first, *more = _COMMA.split(part)
        yield from (first, *takewhile(is_name, more))


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    """The names without brackets, roles and addresses, each once, in order."""
    found: dict[str, str] = {}
    for name in names:
        if name.startswith(("http", "@", "www.")):
            continue
        name = undated(name) or name
        text = _ROLE.sub("", _BRACKETS.sub("", _LEAD.sub("", name, count=1))).strip(" .,;:|–—-")
        if len(text) > LONGEST and is_name(first := _COMMA.split(text)[0]):
            text = first  # the rest is the bearer's post
        if text and len(text) <= LONGEST:
            found.setdefault(letters(text), text)
    return tuple(found.values())
