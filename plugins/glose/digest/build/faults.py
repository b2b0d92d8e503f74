"""What only somebody can tell who has read every file: addresses that two share, links and wishes that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from glose.digest.build.records import NotesRecord, Record
from glose.digest.build.sources import STATIC, Sources
from glose.digest.check.articles import mark_faults, picture_faults, wish_faults
from glose.digest.check.links import Lines, Targets, reference_faults
from glose.digest.editions import Editions
from glose.digest.former import Place, address_faults, key
from glose.digest.glossary import Glossary
from glose.digest.model.errors import Fault
from glose.digest.schema.node import nearest


def twins(records: Iterable[Record], sources: Sources) -> Iterator[Fault]:
    """Two files with one slug and one language would be written to one page."""
    seen: dict[tuple[bool, str, str], str] = {}
    for one in records:
        key = one.page, one.slug.casefold(), one.lang
        if (other := seen.setdefault(key, one.file)) != one.file:
            what = f"has the slug and language of {sources.path(other)}"
            yield Fault(sources.path(one.file), one.slug_line, what, "change one of the slugs")


def rivals(files: Iterable[str], sources: Sources) -> Iterator[Fault]:
    """Files that are published as they are, and would be one where a file system takes their names for the same."""
    seen: dict[str, str] = {}
    for file in files:
        if (other := seen.setdefault(key(file), file)) != file:
            what = f"has the name of {other} where neither case nor the form of accents counts"
            yield Fault(sources.path(file), None, what, "rename one of them")


def across(
    shown: Sequence[Record],
    glossary: Glossary | None,
    files: Iterable[str],
    sources: Sources,
    notes: Iterable[NotesRecord] = (),
) -> Iterator[Fault]:
    """Faults between files of a site. `glossary`: None when it cannot be read, which is told elsewhere.

    `notes`: files of notes on what is shown.
    """
    known = targets(shown, glossary, files, sources)
    pictures = frozenset(file for file in known.files if file.startswith(f"{STATIC}/"))
    if glossary is not None:
        yield from policy_faults(sources.settings.get("GLOSSARY_POLICY") or {}, glossary, sources.file)
    for one in shown:
        path = sources.path(one.file)
        if one.picture:
            yield from picture_faults(*one.picture, path, pictures)
        if one.options and glossary is not None:
            yield from wish_faults(one.options, path, glossary, lambda one=one: lines_of(one.file, sources))  # type: ignore[misc]
        if one.references:
            yield from reference_faults(one.references, path, known)
        if one.problems and glossary is not None:
            yield from mark_faults(one.problems, path, lines_of(one.file, sources))
    for beside in notes:
        yield from reference_faults(beside.references, sources.path(beside.file), known)
    yield from address_faults((_place(one, sources) for one in shown), sources.editions)


def targets(
    shown: Iterable[Record], glossary: Glossary | None, files: Iterable[str], sources: Sources
) -> Targets:
    """What links may name."""
    terms = () if glossary is None else term_files(glossary, sources)
    return Targets(frozenset((*(one.file for one in shown), *terms)), frozenset(files))


def term_files(slugs: Iterable[str], sources: Sources) -> Iterator[str]:
    """What ``{filename}`` may name of the glossary: an entry, in the root's language and in each other edition's."""
    for place in Editions(sources.editions).prefixes.values():
        yield from (f"{place}{sources.terms}/{slug}.md" for slug in slugs)


def lines_of(file: str, sources: Sources) -> Lines:
    """The lines of a text."""
    return Lines(Path(sources.content, file).read_text(encoding="utf-8", errors="replace"))


def _place(one: Record, sources: Sources) -> Place:
    """Where an article or page will stand."""
    where = Editions(sources.editions).prefix(one.lang) + (f"{one.day.replace('-', '/')}/" if one.day else "")
    return Place(sources.path(one.file), f"{where}{one.slug}/index.html", one.aliases, one.slug_line)


def policy_faults(policy: Mapping[str, Any], glossary: Glossary, path: str) -> Iterator[Fault]:
    """Terms that the site's own policy names and the glossary lacks. `path`: the settings file."""
    force = policy.get("force") or ()
    named = [*(policy.get("skip") or ()), *(slug for _, slug in (dict(force).items()))]
    for slug in sorted({str(slug) for slug in named} - set(glossary)):
        yield Fault(path, None, f'GLOSSARY_POLICY names no term: "{slug}"', nearest(slug, glossary))


_NOTHING = re.compile(r"\{filename\}\S*?([^/\s#?]+\.md)\S* names nothing")


def apart(between: Iterable[Fault], known: Iterable[Fault]) -> Iterator[Fault]:
    """Those but for links that lead nowhere since the file that they name could not be read, as `known` tells."""
    unread = {Path(fault.path).name for fault in known}
    for fault in between:
        found = _NOTHING.match(fault.what)
        if not found or found[1] not in unread:
            yield fault
