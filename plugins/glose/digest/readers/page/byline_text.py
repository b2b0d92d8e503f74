"""A byline's line as text: its links parted, and without what stands beside the names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from glose.digest.dates.names import fold, month_of, weekday_of
from glose.digest.readers.page.chunks import BLOCKS, SILENT
from glose.digest.text.clean import line

_BUTTON = re.compile(
    r"^(?:e-?mail|courriel|mail|contact|follow|suivre|folgen|seguir|segui|volg|écrire|schreiben|@)(?:\W|$)|^\+\s",
    re.I,
)
"""What a link to an author's mail or feed says."""
_INTRODUCED = re.compile(
    r"(?:^|\s)(?:by|par|von|por|di|da|door|av|af|de|przez|text|texte|und|et|and|y|e|en|och|og)$", re.I
)
"""A text that a name must follow."""
_ADDRESS = re.compile(r"\S*@\S*|https?://\S+|www\.\S+", re.I)
_BEFORE_DATE = frozenset(
    "le on am el il op em the de du of den der publie publiee published posted veroffentlicht erschienen publicado"
    " pubblicato mis mise a jour ligne updated aktualisiert stand at um date".split()
)
_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{3})(?=[^\W\d_a-z][^\W\d_A-Z]+\s+[^\W\d_a-z])")
"""Between a small letter and a capital: one name ends and the next begins."""
_BREAK = "\n"
"""What stands for a line break."""
_PREFIXES = ("mac", "fitz", "saint", "sainte", "sant")


def parted(element: HtmlElement, whole: bool = True) -> str:
    """The element's text, with a comma where the page parts names by layout alone: links and lines that touch.

    Buttons to follow or to write to an author say nothing of who it is, and are left out. `whole`: with the blocks
    inside, which are lines of their own.
    """
    out = ""
    for text in filter(None, _pieces(element, whole)):
        if text == _BREAK:
            out += " " if _INTRODUCED.search(out) or not out[-1:].isalnum() else ", "
            continue
        touches = out[-2:].isalnum() and text[:1].isalnum() and not text[:1].islower()
        out += (" " if _INTRODUCED.search(out) else ", ") + text if touches else text
    return line(out)


def _pieces(element: HtmlElement, whole: bool) -> Iterator[str]:
    """The texts in an element, cut where its inner elements begin and end."""
    yield element.text or ""
    for child in element:
        tag = child.tag
        if tag == "br":
            yield _BREAK
        elif not isinstance(tag, str) or tag in SILENT or _is_button(child):
            yield " "
        elif tag not in BLOCKS or whole:
            yield from _pieces(child, whole)
        yield child.tail or ""


def _is_button(element: HtmlElement) -> bool:
    return element.tag == "a" and bool(_BUTTON.search(line(element.text_content())))


def undated(text: str, lang: str = "") -> str:
    """The text before the day, hour or reading time that a line of names ends with.

    >>> undated("Par Matthieu Exemple le 07 mai 2020"), undated("Jane Sample · Tuesday, January 7, 2020")
    ('Par Matthieu Exemple', 'Jane Sample')
    """
    text = _ADDRESS.sub(" ", text)
    digit = re.search(r"(?<!\w)\d", text)
    if digit is None:
        return line(text)
    words = text[: digit.start()].split()
    while words and _is_of_date(words[-1], lang):
        words.pop()
    return " ".join(words).rstrip(" ,|·•:–—-/(")


def _is_of_date(word: str, lang: str) -> bool:
    bare = fold(word).strip(" .,:;|·•–—-/()")
    return (
        not bare or bare in _BEFORE_DATE or bool(month_of(bare, lang)) or weekday_of(bare, lang) is not None
    )


def unglued(text: str) -> list[str]:
    """The names of a text in which one begins right where another ends; the text itself where none does.

    >>> unglued("Anna SampleBert Muster"), unglued("Jane MacDonald Sample")
    (['Anna Sample', 'Bert Muster'], ['Jane MacDonald Sample'])
    """
    parts = _GLUED.split(text)
    whole = all(len(part.split()) > 1 for part in parts)
    if len(parts) < 2 or not whole or any(part.lower().endswith(_PREFIXES) for part in parts[:-1]):
        return [text]
    return [part.strip() for part in parts]
