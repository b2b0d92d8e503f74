"""A folder of entries becomes a `Glossary`: every file is read, every fault found, then all are raised at once."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.digest.errors import Fault, GlossaryError
from plugins.digest.glossary.claims import rival_claims
from plugins.digest.glossary.entry import read_entry
from plugins.digest.glossary.glossary import Glossary
from plugins.digest.glossary.header import Header, nearest
from plugins.digest.glossary.term import Term

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load_glossary(folder: Path, lang: str = "fr") -> Glossary:
    """The glossary whose entries are the files ``<slug>.md`` of `folder`.

    `lang` is the site's language: texts without a language are in it. Raises `GlossaryError` with every fault
    of every file; what is merely doubtful is in `Glossary.warnings`.
    """
    if not folder.is_dir():
        raise GlossaryError(
            Fault(folder.as_posix(), None, "no such folder", "make it, and put one file a term in it")
        )
    terms: dict[str, Term] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for file in sorted(folder.iterdir()):
        if file.name.startswith((".", "_")):
            continue
        path = file.as_posix()
        if file.suffix != ".md" or not file.is_file():
            warnings.append(
                Fault(path, None, "is no entry and was not read", "entries are files <slug>.md right here")
            )
            continue
        header = Header(path)
        if not SLUG.fullmatch(file.stem):
            header.fault(1, f'"{file.stem}" is no slug', "name the file with a-z, 0-9 and single hyphens")
        try:
            text = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            header.fault(error.object.count(b"\n", 0, error.start) + 1, "not UTF-8", "save the file as UTF-8")
        else:
            term = read_entry(header, file.stem, text, lang)
            if term is not None:
                terms[term.slug] = term
        faults += header.faults
        warnings += header.warnings
    faults += dangling(terms)
    glossary = Glossary(
        terms, tuple(sorted(warnings, key=lambda fault: (fault.path, fault.line or 0, fault.what)))
    )
    faults += rival_claims(glossary)
    if faults:
        raise GlossaryError.of(faults)
    return glossary


def dangling(terms: dict[str, Term]) -> list[Fault]:
    """Relations that lead nowhere, or back to their own term."""
    faults = []
    for term in terms.values():
        for key in ("part_of", "replaced_by", "see"):
            for slug in getattr(term.relations, key):
                if slug == term.slug:
                    faults.append(Fault(term.path, None, f'{key} names "{slug}" itself', "delete it"))
                elif slug not in terms:
                    faults.append(
                        Fault(term.path, None, f'{key} names no term: "{slug}"', nearest(slug, terms))
                    )
    return faults
