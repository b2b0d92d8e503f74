"""A folder of entries becomes a `Glossary`: every file is read, every fault found, then all are raised at once.

Errors, because a reader would get something wrong or nothing:

- no front matter, broken YAML, a file that is not UTF-8, a file name that is no slug
- an unknown key, a key given twice, a required key missing, a value of the wrong kind, a date that is no day
- no preferred name in a language used, or two on one day; a name given twice; a name without a letter or digit
- two senses on one day; a sense without a definition; an interval that ends before it begins
- a source without title or address; an address that is not http or https
- a pattern that does not begin and end with words
- a relation that names no term, or its own
- a name that two terms claim on the same days in one language, with no ``near``, ``not_near`` or ``priority`` to decide
- a body with one language twice, or with text before the first language

Warnings, because an editor should look:

- an identifier that nobody says when and how it was checked
- a sense without a definition in a language that the entry's other senses have
- a review date that is not after ``as_of``
- a file or folder that is no entry and was not read (names that begin with ``.`` or ``_`` are passed over in silence)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from glose.digest.glossary.claims import rival_claims
from glose.digest.glossary.entry import read_entry
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.term import Term
from glose.digest.model.errors import Fault, GlossaryError
from glose.digest.schema.node import Reading, nearest
from glose.digest.text.slug import name_fault


def load_glossary(folder: Path, lang: str = "fr") -> Glossary:
    """The glossary whose entries are the files ``<slug>.md`` of `folder`.

    `lang` is the site's language: texts without a language are in it. Raises `GlossaryError` with every fault
    of every file; what is merely doubtful is in `Glossary.warnings`.
    """
    if not folder.is_dir():
        raise GlossaryError(
            Fault(folder.as_posix(), None, "no such folder", "make it, and put one file a term in it")
        )
    sound: list[Term] = []
    readings: dict[str, Reading] = {}
    faults: list[Fault] = []
    warnings: list[Fault] = []
    for file in sorted(folder.iterdir()):
        if file.name.startswith((".", "_")):
            continue
        if file.suffix != ".md" or not file.is_file():
            todo = "entries are files <slug>.md right in this folder"
            warnings.append(Fault(file.as_posix(), None, "is no entry and was not read", todo))
            continue
        reading, term = read_file(file.read_bytes(), file.as_posix(), file.stem, lang)
        readings[file.stem] = reading
        if term is not None and not reading.faults:
            sound.append(term)
    for slug, reading in readings.items():
        faults += (*reading.faults, *dangling(reading.path, slug, reading.links, readings))
        warnings += reading.warnings
    glossary = Glossary(sound, sorted(warnings, key=lambda fault: (fault.path, fault.line or 0, fault.what)))
    faults += rival_claims(glossary)
    if faults:
        raise GlossaryError.of(faults)
    return glossary


def read_file(raw: bytes, path: str, slug: str, lang: str) -> tuple[Reading, Term | None]:
    """One entry, with what is wrong in its file; None where it describes none, or a draft that is not fit for use.

    `path`: as messages name it. `slug`: the file's name without ``.md``. `lang`: of texts that name no language.
    """
    reading = Reading(path, lang)
    if wrong := name_fault(slug):
        todo = f"it {wrong}; name the file with a-z, 0-9 and single hyphens"
        reading.fault(1, f'"{slug}" is no slug', todo)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        reading.fault(raw.count(b"\n", 0, error.start) + 1, "not UTF-8", "save the file as UTF-8")
        return reading, None
    return reading, read_entry(reading, slug, text)


def dangling(
    path: str, slug: str, links: Iterable[tuple[str, str, int | None]], slugs: Collection[str]
) -> Iterator[Fault]:
    """Relations that lead nowhere, or back to their own term. `links`: key, slug and line of each."""
    for key, other, line in links:
        if other == slug:
            yield Fault(path, line, f'{key} names "{other}" itself', "delete it")
        elif other not in slugs:
            yield Fault(path, line, f'{key} names no term: "{other}"', nearest(other, slugs))
