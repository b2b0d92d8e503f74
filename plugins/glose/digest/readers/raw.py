"""Raw text in any layout: the reader only finds the blocks; what each of them is, the rules say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from glose.digest.model.article import Article, Finding
from glose.digest.model.draft import Draft, Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import SEED_LINES
from glose.digest.readers.foreign_text import foreign
from glose.digest.readers.letter import unframed
from glose.digest.readers.markdown_text import blocks as markdown_blocks
from glose.digest.readers.markdown_text import is_markdown
from glose.digest.readers.pasted import PAGE, unpaged
from glose.digest.text.decode import decode
from glose.digest.text.paragraphs import blocks

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);")
_TIMES = 3
"""A text may have been escaped more than once."""


def sniff(source: Source) -> bool:
    """True: whatever the readers before it did not take is raw text."""
    return True


def read(source: Source) -> Iterator[Draft]:
    """The one article of the seed, all of its text as blocks; raises `SeedError` above `SEED_LINES`."""
    text, findings = decode(source.data, keep=PAGE)
    if (lines := text.count("\n")) > SEED_LINES:
        what, todo = f"the seed has {lines:,} lines, more than any article", "split it, one article a file"
        raise SeedError(Fault(source.name, None, what, todo))
    if held := foreign(text):
        yield Draft(Article(findings=(*findings, held)), tuple(blocks(text.replace(PAGE, "\n\n"))))
        return
    text, escaped = _unescaped(text)
    findings += escaped
    if is_markdown(text):
        yield Draft(Article(findings=findings), tuple(markdown_blocks(text.replace(PAGE, "\n\n"))))
        return
    text, left = unpaged(text)
    letter = unframed(tuple(blocks(text)))
    yield Draft(Article(findings=findings + left + letter.findings), letter.blocks)


def _unescaped(text: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with the characters that a website's references stand for: ``L&#039;été`` is L'été."""
    found: dict[str, None] = {}
    for _ in range(_TIMES):
        entities = _ENTITY.findall(text) if "&" in text else []
        if not entities:
            break
        found |= dict.fromkeys(one for one in entities if unescape(one) != one)
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return text, tuple(Finding("encoding", one, f"stands for {unescape(one)}", 0.9) for one in found)
