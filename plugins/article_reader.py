"""Reads our Markdown: YAML front matter from a closed list, a body without raw HTML, and nothing that leaves content/.

Replaces Pelican's own reader, whose front matter is not YAML, whose metadata may overwrite any attribute of an
article, and whose link directives publish any file of the machine (``{attach}../../etc/passwd``).
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from plugins.digest.markdown import FIELDS, parse
from plugins.digest.render import render
from plugins.digest.text.slug import name_slug
from plugins.digest.text.typography import typeset

WORDS_A_MINUTE = 200
"""Silent reading of news prose, the lower end of the usual 200 to 250."""
UNPUBLISHED = frozenset({"draft", "withheld"})
EMPTY: Mapping[str, object] = {
    **dict.fromkeys(FIELDS),
    **dict.fromkeys(("tags", "authors", "dates_mentioned", "aliases", "corrections"), ()),
    **{key: {} for key in ("image", "rights", "glossary", "seed", "converter")},
}
"""What an article's attribute is when its header does not name the key: templates test its truth, not its presence."""


class ArticleReader(BaseReader):  # type: ignore[misc]
    """Pelican's reader for ``.md`` files, over the library's `parse` and `render`."""

    enabled = True
    file_extensions = ("md",)

    def read(self, path: str) -> tuple[str, dict[str, Any]]:
        """HTML and metadata of one file, which `check.sources` has found sound before."""
        file = Path(path)
        name = file.relative_to(self.settings["PATH"]).as_posix()
        fields, body = parse(file.read_text(encoding="utf-8"), name)
        lang = str(fields["lang"])
        # A retracted article is its title and its corrections, whatever stands in its file.
        content = "" if fields["status"] == "retracted" else render(body, lang)
        words = len(re.sub(r"<[^>]*>", " ", content).split())
        return content, {
            **self.metadata(fields, lang),
            "words": words,
            "minutes": max(1, round(words / WORDS_A_MINUTE)),
        }

    def metadata(self, fields: Mapping[str, Any], lang: str) -> dict[str, Any]:
        """The attributes that Pelican and the theme find on the article."""
        data: dict[str, Any] = {**EMPTY, **fields}
        data["title"] = typeset(data["title"], lang)
        data["standfirst"] = typeset(data["summary"] or "", lang)
        data["summary"] = (
            f"<p>{html.escape(data['standfirst'], quote=False)}</p>" if data["standfirst"] else ""
        )
        data["retracted"] = data["status"] == "retracted"
        data["status"] = self.status(data)
        data["named_authors"] = tuple(data.pop("authors"))
        if data["named_authors"]:
            data["authors"] = [self.named(Author, name) for name in data["named_authors"]]
        data["tags"] = [self.named(Tag, name) for name in data["tags"]]
        category = data.pop("category")
        if category:
            data["category"] = self.named(Category, category)
        for key in ("date", "modified"):
            if not data[key]:
                del data[key]  # Pelican takes its mere presence for a date
            if isinstance(value := data.get(key), date) and not isinstance(value, datetime):
                data[key] = datetime(value.year, value.month, value.day)
        return data

    def named(self, kind: type[URLWrapper], name: str) -> URLWrapper:
        """A name with a slug of ours: Pelican has none for a name of signs, and one of any length for a long name."""
        wrapper = kind(name, self.settings)
        wrapper.slug = name_slug(name)
        return wrapper

    def status(self, data: Mapping[str, Any]) -> str:
        """Pelican's word: what must not be seen is not even read in; a retracted page keeps its address only."""
        embargo = data["embargo_until"]
        if data["status"] in UNPUBLISHED or (embargo and embargo > self.settings["NOW"]):
            return "skip"
        return "hidden" if data["retracted"] else str(data["status"])


def use(readers: Any) -> None:
    """Makes this the only reader of text: Pelican's others (.markdown, .mkd, .rst, .html) let scripts through."""
    readers.reader_classes = {"static": readers.reader_classes["static"], "md": ArticleReader}


def register() -> None:
    """Connects to the signal that each generator's readers send."""
    signals.readers_init.connect(use)
