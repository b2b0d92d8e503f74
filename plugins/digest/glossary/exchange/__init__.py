"""The glossary in the formats of other tools, and back.

A format is one module with `export` and `read`; adding one is that module and a line in `FORMATS`. Exports
hold every field of every term: what a format has no home for goes into our own namespace or into notes, as
each module says. They are the same bytes for the same glossary.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.record import Record
from plugins.digest.glossary.write import entry_text
from plugins.digest.model.errors import Fault, GlossaryError
from plugins.digest.text.slug import fault

FORMATS = {
    "json": ("as_json", ".json"),
    "csv": ("as_csv", ".csv"),
    "skos": ("as_skos", ".ttl"),
    "jsonld": ("as_jsonld", ".jsonld"),
    "tbx": ("as_tbx", ".tbx"),
}
"""Module and file ending of each format."""


class Format(Protocol):
    """What a module of this package offers."""

    def export(self, glossary: Glossary, base: str = "") -> str:
        """The whole glossary. `base`: what precedes a slug in the IRIs of formats that have IRIs."""

    def read(self, text: str) -> list[Record]:
        """The records that an export holds."""


def module(name: str) -> Format:
    """The format of that name, imported when first needed: most builds need no XML library for it."""
    if name not in FORMATS:
        raise GlossaryError(Fault(name, None, "is no format", f"formats are {', '.join(FORMATS)}"))
    return cast(Format, import_module(f"{__name__}.{FORMATS[name][0]}"))


def export(glossary: Glossary, name: str, base: str = "") -> str:
    """The glossary in the format of that name (a key of `FORMATS`).

    `base`: what stands before a slug in the IRIs of SKOS and JSON-LD, such as
    ``https://example.org/glossary/``; without one, a URN of the project's.
    """
    return module(name).export(glossary, base)


def import_(text: str, name: str) -> dict[str, str]:
    """Slugs to the texts of their files, from a text in the format of that name; nothing is written.

    Importing an export gives the same glossary. What another tool wrote gives what it holds; the loader then
    says what an entry still lacks. Raises `GlossaryError` when the text is not of the format, or names a term
    by what cannot be a file's name.
    """
    try:
        return _files(module(name).read(text))
    except RecursionError:
        raise GlossaryError(Fault("import", None, "is nested too deeply", "export it anew")) from None


def _files(entries: Iterable[Record]) -> dict[str, str]:
    files: dict[str, str] = {}
    faults = []
    for entry in entries:
        slug = str(entry.get("slug", ""))
        if wrong := fault(slug):
            faults.append(Fault("import", None, f'slug "{slug}" {wrong}', "rename the term"))
        elif slug in files:
            faults.append(Fault("import", None, f'two terms are called "{slug}"', "rename one"))
        elif not _is_texts(entry.get("body", {})):
            faults.append(
                Fault("import", None, f'the body of "{slug}" is no text by language', "see the schema")
            )
        else:
            files[slug] = entry_text(entry)
    if faults:
        raise GlossaryError.of(faults)
    return files


def _is_texts(body: object) -> bool:
    return isinstance(body, dict) and all(isinstance(text, str) for pair in body.items() for text in pair)
