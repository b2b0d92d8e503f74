"""Abbreviations with what they stand for, and lists of definitions in HTML: what texts explain in passing.

``*[PVE]: Port de Ville-Exemple`` in Markdown, ``<abbr title="…">PVE</abbr>`` and ``<dl>`` in HTML. The words behind an
abbreviation become its definition, as readers saw them; whether they are its full name, a person knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup, Tag

from glose.digest.glossary.exchange.found import Found
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.kinds import LANG
from glose.digest.text.clean import line

_LISTED = re.compile(r"[ ]{0,3}\*\[([^\[\]\n]{1,300})\]:[ \t]*(\S.*)")
_TAG = re.compile(
    r"""<abbr\b[^<>]{0,2000}?\btitle\s*=\s*("[^"]{1,2000}"|'[^']{1,2000}')[^<>]{0,2000}>([^<>]{1,300})</abbr\s*>""",
    re.I,
)
_FENCE = re.compile(r"\s*(?:```|~~~)")
Stated = tuple[int, str, str, str]
"""Line, abbreviation or term, its words, language."""


def in_markdown(text: str, lang: str, faults: list[Fault]) -> list[Found]:
    """The abbreviations of a Markdown text, once each; code is passed over."""
    return _once(_of_rows(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), lang), faults)


def _of_rows(rows: list[str], lang: str) -> Iterator[Stated]:
    fenced = False
    for number, row in enumerate(rows, 1):
        if _FENCE.match(row):
            fenced = not fenced
        if fenced or row.startswith(("    ", "\t")):
            continue
        if found := _LISTED.fullmatch(row):
            yield number, line(found[1]), line(found[2]), lang
        for tag in _TAG.finditer(row) if "<abbr" in row.lower() else ():
            yield number, line(unescape(tag[2])), line(unescape(tag[1][1:-1])), lang


def in_html(text: str, lang: str, faults: list[Fault]) -> list[Found]:
    """The abbreviations and the definition lists of a page. Raises `GlossaryError` for what is no HTML."""
    page = BeautifulSoup(text, "lxml")
    if page.find() is None:
        raise GlossaryError(Fault("import", 1, "is not HTML: it has no element", "save it anew"))
    return _once(_of_elements(page, lang), faults)


def _of_elements(page: BeautifulSoup, lang: str) -> Iterator[Stated]:
    terms: list[Tag] = []
    for element in page.find_all(["abbr", "dt", "dd"]):
        at = element.sourceline or 1
        if element.name == "abbr":
            if title := line(str(element.get("title") or "")):
                yield at, _words(element), title, _lang(element, lang)
        elif element.name == "dt":
            if terms and terms[-1].parent is not element.parent:
                terms = []  # of another list
            terms.append(element)
        else:
            for term in terms:
                yield term.sourceline or 1, _words(term), _words(element), _lang(term, lang)
            terms = []


def _words(element: Tag) -> str:
    return line(element.get_text())


def _lang(element: Tag, usual: str) -> str:
    above = (str(one.get("lang") or "") for one in (element, *element.parents))
    found = next(filter(None, above), "")
    return found if LANG.fullmatch(found) else usual


def _once(stated: Iterator[Stated], faults: list[Fault]) -> list[Found]:
    """An entry for each; one that is explained in two ways is told."""
    first: dict[tuple[str, str], Stated] = {}
    for one in stated:
        at, name, words, lang = one
        if not name or not words:
            continue
        known = first.setdefault((name, lang), one)
        if known[2] != words:
            what = f'"{name}" is explained otherwise on line {known[0]}'
            faults.append(Fault("import", at, what, "keep one of the two, or give each a name of its own"))
    return [
        Found(
            {"names": [{"text": name, "lang": lang, "role": "pref"}], "senses": [{"short": {lang: words}}]},
            at,
        )
        for at, name, words, lang in first.values()
    ]
