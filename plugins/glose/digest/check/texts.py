"""The articles as an author's help reads them: plain text, a paragraph a line, with language and date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError
from glose.digest.render import render
from glose.digest.site.lines import bare

_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|dt|dd|blockquote|pre|tr)>")


def article_texts(content: Path, root: Path) -> Iterator[tuple[str, str, dt.date | None, str]]:
    """Path below `root`, language, date and text (title, caption and body) of each readable article in `content`.

    Broken files are left to `sources.source_faults`, which says what is wrong with them.
    """
    for file in sorted((content / "articles").rglob("*.md")):
        name = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
        try:
            fields, body = parse(file.read_text(encoding="utf-8"), name)
        except (DigestError, UnicodeDecodeError):
            continue
        lang = str(fields["lang"])
        caption = str((fields.get("image") or {}).get("caption", ""))
        yield (
            name,
            lang,
            day_of(fields.get("date")),
            "\n".join((str(fields["title"]), caption, plain(body, lang))),
        )


def plain(body: str, lang: str) -> str:
    """The text that a Markdown body shows, a block a line."""
    return bare(_BLOCK_END.sub("\n", render(body, lang)))


def day_of(value: object) -> dt.date | None:
    """The day of a date or a moment; None for anything else."""
    return value.date() if isinstance(value, dt.datetime) else value if isinstance(value, dt.date) else None
