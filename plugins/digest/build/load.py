"""content/ becomes a `Site`, and everything that is wrong in it is told at once, by path and line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from plugins.digest.build.faults import across, rivals, targets, term_files, twins
from plugins.digest.build.hands import Crew, Hands
from plugins.digest.build.read_terms import Terms, read_terms, term_faults
from plugins.digest.build.read_texts import read_texts
from plugins.digest.build.records import Record, TermRecord
from plugins.digest.build.sources import STATIC, Found, Sources, in_order, scan
from plugins.digest.build.state import State
from plugins.digest.edition.outline import Outline
from plugins.digest.model.errors import Fault
from plugins.digest.site.site import Settings, Site
from plugins.digest.site.values import Fingerprint, fingerprint, moment

ALONE = Crew(Hands())


@dataclass(frozen=True)
class Loaded:
    """The content of one build."""

    site: Site
    files: Mapping[str, str]
    """What is published as it is: file below content/ to its stamp."""
    faults: tuple[Fault, ...]
    """Everything for which a build stops."""
    left_out: tuple[Fault, ...]
    """Texts that cost too much, without which it goes on."""
    read: int
    """How many texts were read or marked."""
    wakes: str
    """When the next embargo ends, ISO 8601; empty when none is held."""
    used: Callable[[], set[Fingerprint]]
    """Of the values that the site names."""


def load(
    sources: Sources,
    state: State,
    *,
    found: Found | None = None,
    outline: Outline | None = None,
    crew: Crew = ALONE,
    clock: int = 0,
) -> Loaded:
    """Reads what has changed since `state` was written, and brings that up to date unless the glossary is broken.

    `found`: what a walk found. `outline`: the map, where the site has one. `crew`: who reads.
    """
    found = found or scan(sources, clock)
    faults = list(found.faults)
    broken: list[Fault] = []
    state.begin()
    try:
        terms = read_terms(found, sources, state, broken)
        if not sources.glossary.is_dir():
            what, todo = "no such folder", "make it, and put one file a term in it"
            broken.append(Fault(sources.path(sources.terms), None, what, todo))
        faults += broken
        records, read = read_texts(found, sources, terms, state, faults, crew)
        # A term that could not be read is missing from what the texts were marked with.
        state.run("rollback" if broken else "commit")
    except BaseException:
        state.run("rollback")
        raise
    left_out = [Fault(sources.path(one.file), None, *one.left_out) for one in records if one.left_out]
    records = [one for one in records if not one.left_out]
    shown = [one for one in records if _is_shown(one, sources.now)]
    together = _together(records, shown, terms, found)
    if faults or state.get("sound", bytes, b"") != together:
        glossary = None if broken else terms.glossary
        between = list(twins(records, sources))
        between += across(shown, glossary, found.files, sources)
        if glossary is not None:
            between += term_faults(terms, targets(shown, glossary, found.files, sources), sources)
        faults += between
        if not faults:
            state.put("sound", together)
    waiting = [moment(one.embargo) for one in records if one.shown and not _is_shown(one, sources.now)]
    files = _published(shown, terms, found)
    faults += rivals(files, sources)
    return Loaded(
        _site(shown, terms, sources, outline, files),
        files,
        tuple(in_order(dict.fromkeys(faults))),
        tuple(left_out),
        read,
        min(waiting).isoformat() if waiting else "",
        lambda: _used(records, terms),
    )


def _together(records: Sequence[Record], shown: Sequence[Record], terms: Terms, found: Found) -> Fingerprint:
    """Of everything that decides whether the files of a site fit each other; the settings are the state's own."""
    asking = [
        (r.file, r.slug, r.lang, r.day, r.aliases, r.references, r.picture, r.options, r.problems)
        for r in records
    ]
    return fingerprint([asking, [r.file for r in shown], terms.records, list(found.files)])


def source_faults(sources: Sources) -> list[Fault]:
    """Everything that is wrong in the articles, pages and glossary of a site, by path and line."""
    state = State(Path(":memory:"))
    try:
        loaded = load(sources, state)
        return in_order((*loaded.faults, *loaded.left_out))
    finally:
        state.close()


def _is_shown(one: Record, now: dt.datetime | None) -> bool:
    return one.shown and not (one.embargo and (now is None or moment(one.embargo) > now))


def _site(
    shown: Sequence[Record], terms: Terms, sources: Sources, outline: Outline | None, files: Iterable[str]
) -> Site:
    settings = Settings.of(sources.settings)
    articles = [one.article for one in shown if one.article]
    articles.sort(key=lambda article: (moment(article.when), article.slug, article.lang), reverse=True)
    sheets = [one.sheet for one in shown if one.sheet]
    addresses = {one.file: one.url for one in articles} | {one.file: one.url for one in sheets}
    for file in term_files(terms.entries, sources):
        addresses[file] = file.removesuffix(".md") + "/"
    addresses |= {file: file for file in files}
    placed = [(at.lon, at.lat) for one in terms.entries.values() if (at := one.term.position)]
    drawn = outline if outline and any(map(outline.holds, placed)) else None  # no map without a place on it
    return Site(settings, tuple(articles), tuple(sheets), terms.entries, drawn, addresses)


def _published(shown: Iterable[Record], terms: Terms, found: Found) -> dict[str, str]:
    """Pictures, and what a link names; nothing that only what rights keep back names."""
    shown = list(shown)
    every = chain.from_iterable(one.references for one in chain[Record | TermRecord](shown, terms.records))
    named = {ref.target for ref in every if ref.what == "static"}
    if back := {file for one in shown for file in one.kept_back}:
        back -= {file for one in shown for file in _seen(one)}
        back -= {ref.target for one in terms.records for ref in one.references}
    return {
        file: stamp
        for file, stamp in found.files.items()
        if (file.startswith(f"{STATIC}/") or file in named) and file not in back
    }


def _seen(one: Record) -> Iterator[str]:
    """Files of the content that its readers see."""
    if text := one.article or one.sheet:
        yield from text.links
    if one.picture and one.picture[0] not in one.kept_back:
        yield one.picture[0]


def _used(records: Iterable[Record], terms: Terms) -> set[Fingerprint]:
    used = {one.fp for one in terms.records if one.fp}
    for record in records:
        if record.article:
            used.add(record.article.text)
            used.update(line for _, line in record.article.lines)
        elif record.sheet:
            used.add(record.sheet.text)
    return used
