"""The glossary in the formats of other tools, and back.

A format is one module with `export` and `read`; adding one is that module and a line in `FORMATS`. Exports
hold every field of every term: what a format has no home for goes into our own namespace or into notes, as
each module says. They are the same bytes for the same glossary.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from glose.digest.glossary.exchange.found import Found
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.write import entry_text
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.text.slug import name_fault, name_slug

FORMATS = {
    "json": ("as_json", ".json"),
    "csv": ("as_csv", ".csv"),
    "skos": ("as_skos", ".ttl"),
    "jsonld": ("as_jsonld", ".jsonld"),
    "tbx": ("as_tbx", ".tbx"),
}
"""Module and file ending of each format."""
READ_ONLY = {"rdf": ("as_rdf", ".rdf")}
"""Those that are read and not written."""


class Format(Protocol):
    """What a module of this package offers."""

    def export(self, glossary: Glossary, base: str = "") -> str:
        """The whole glossary. `base`: what precedes a slug in the IRIs of formats that have IRIs."""

    def read(self, text: str, faults: list[Fault]) -> list[Found]:
        """The entries that an export holds; what is wrong in some part goes to `faults`, and the rest is read."""


def module(name: str) -> Format:
    """The format of that name, imported when first needed: most builds need no XML library for it."""
    if name not in FORMATS | READ_ONLY:
        raise GlossaryError(Fault(name, None, "is no format", f"formats are {', '.join(FORMATS)}"))
    return cast(Format, import_module(f"{__name__}.{(FORMATS | READ_ONLY)[name][0]}"))


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
    faults: list[Fault] = []
    files: dict[str, str] = {}
    for entry, line, _ in read(text, name, faults):
        slug = str(entry["slug"])
        if slug in files:
            faults.append(Fault("import", line, f'two terms are called "{slug}"', "rename one"))
        else:
            files[slug] = entry_text(entry)
    if faults:
        raise GlossaryError.of(faults)
    return files


def read(text: str, name: str, faults: list[Fault], *, named: bool = True) -> list[Found]:
    """The entries of a text in the format of that name; those that could be no file go to `faults`.

    `named`: whether an entry that others gave no slug gets one made of its first name; else it has none. Raises
    `GlossaryError` when the text is not of the format.
    """
    try:
        found = module(name).read(text, faults)
        return [one for one in (map(_named, found) if named else found) if _fit(one, faults, named)]
    except RecursionError:
        raise GlossaryError(Fault("import", None, "is nested too deeply", "export it anew")) from None


def _named(found: Found) -> Found:
    """The entry with a slug, made of its first name where it has none."""
    names = [
        str(name["text"])
        for name in found.record.get("names", ())
        if isinstance(name, dict) and name.get("text")
    ]
    if "slug" in found.record or not names:
        return found
    return found._replace(record=found.record | {"slug": name_slug(names[0])})


def _fit(found: Found, faults: list[Fault], named: bool) -> bool:
    slug, line = str(found.record.get("slug", "")), found.line
    if (wrong := name_fault(slug)) and (named or "slug" in found.record or not found.record.get("names")):
        faults.append(Fault("import", line, f'slug "{slug}" {wrong}', "rename the term"))
    elif not _is_texts(found.record.get("body", {})):
        what = f'the body of "{slug}" is no text by language'
        faults.append(Fault("import", line, what, "see the schema"))
    else:
        try:
            entry_text(found.record)
        except RecursionError:
            faults.append(Fault("import", line, f'"{slug}" is nested too deeply', "export it anew"))
            return False
        return True
    return False


def _is_texts(body: object) -> bool:
    return isinstance(body, dict) and all(isinstance(text, str) for pair in body.items() for text in pair)
