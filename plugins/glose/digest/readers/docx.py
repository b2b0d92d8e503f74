"""Word documents (``.docx``): mammoth gives their text as HTML, and the reader of HTML takes it from there."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from glose.digest.html.blocks import from_html
from glose.digest.model.article import Article, Finding
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError, is_outside
from glose.digest.model.limits import PAGE_BYTES

MAX_BYTES = PAGE_BYTES
MOST_FILES = 2_000
"""In the archive; a report of two hundred pages with as many pictures has below 500."""
MOST_TEXT = 12_000_000
"""Bytes of its XML, unpacked: the tree that is made of them takes forty times as many."""
MOST_UNPACKED = 200_000_000
"""Bytes of everything in it, which is never unpacked at once."""

_TEXT = "word/document.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titre'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Título'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
comment-reference => sup
"""


def sniff(source: Source) -> bool:
    """True for a ZIP archive that holds a Word document's text."""
    return source.data.startswith(b"PK\x03\x04") and _TEXT in (names(source.data) or ())


def names(data: bytes) -> tuple[str, ...] | None:
    """The names in a ZIP archive; None when it is none."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except Exception as error:  # what a damaged archive raises depends on where it is damaged
        if is_outside(error):
            raise
        return None


def read(source: Source) -> Iterator[Draft | SeedError]:
    """The one article of the document. Raises `SeedError` for one that is damaged, locked or a trap."""
    _check(source)
    import mammoth  # loaded when a document is read

    pictures: list[str] = []

    def picture(image: Any) -> list[Any]:
        pictures.append(str(image.alt_text or ""))
        return []

    try:
        result = mammoth.convert_to_html(
            BytesIO(source.data), style_map=_STYLES, convert_image=picture, external_file_access=False
        )
    except Exception as error:  # it raises whatever a damaged document makes it raise
        if is_outside(error):
            raise
        raise _refusal(source, f"is damaged ({type(error).__name__})") from None
    text = from_html(str(result.value), source.name)
    if not text.blocks:
        raise _refusal(source, "holds no text")
    told = "a picture in the document; it is not read"
    found = [Finding("picture", alt, told, 0.7, dropped=True) for alt in pictures]
    found += [Finding("aside", words, "not part of the text", 0.8, dropped=True) for words in text.left_out]
    yield Draft(Article(findings=tuple(found)), text.blocks)


def _check(source: Source) -> None:
    """Raises `SeedError` before anything is unpacked that would not fit, or whose XML declares entities."""
    with ZipFile(BytesIO(source.data)) as archive:
        files = archive.infolist()
        texts = [file for file in files if file.filename.endswith((".xml", ".rels"))]
        if len(files) > MOST_FILES or len({file.filename for file in files}) < len(files):
            raise _refusal(source, f"is no sound archive of {len(files):,} files")
        unpacked = sum(file.file_size for file in files)
        if sum(file.file_size for file in texts) > MOST_TEXT or unpacked > MOST_UNPACKED:
            raise _refusal(source, "is too large when unpacked")
        if any(file.flag_bits & 1 for file in files):
            raise _refusal(source, "is locked with a password")
        for file in texts:
            try:
                data = archive.read(file)
            except Exception as error:  # what a damaged archive raises depends on where it is damaged
                if is_outside(error):
                    raise
                raise _refusal(source, f"is damaged ({type(error).__name__})") from None
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise _refusal(source, "declares entities, as no word processor does")


def _refusal(source: Source, what: str) -> SeedError:
    return SeedError(Fault(source.name, None, f"the Word document {what}", "save its text as .txt or .html"))
