"""content/ becomes a `Site`, and everything that is wrong in it is told at once, by path and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from glose.digest.build.faults import across, apart, rivals, targets, term_files, twins
from glose.digest.build.hands import Crew, Hands
from glose.digest.build.read_annotations import read_annotations
from glose.digest.build.read_sizes import read_sizes
from glose.digest.build.read_terms import Terms, read_terms, term_faults
from glose.digest.build.read_texts import read_texts
from glose.digest.build.records import NotesRecord, Record, TermRecord
from glose.digest.build.schedule import due, is_shown, waiting
from glose.digest.build.schedule import files as named_by
from glose.digest.build.schedule import told as hours
from glose.digest.build.sources import STATIC, Found, Sources, in_order, scan
from glose.digest.build.state import State
from glose.digest.build.warm import Warm
from glose.digest.edition.outline import Outline
from glose.digest.glossary import Glossary
from glose.digest.glossary.claims import rival_claims
from glose.digest.model.errors import Fault
from glose.digest.site.look.look import Look
from glose.digest.site.look.signs import Size
from glose.digest.site.site import Settings, Site
from glose.digest.site.values import Fingerprint, fingerprint, moment

ALONE = Crew(Hands())
EMBARGOED = "embargoed"
"""Status of what would be published but for an embargo, where editors see it all the same."""


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
    lost: tuple[Fault, ...]
    """Notes on words that nobody finds, or finds twice, where the settings let them be: they are not shown."""
    doubts: tuple[Fault, ...]
    """What an editor should look at in notes: words that changed, drafts that lack something."""
    read: int
    """How many texts were read or marked."""
    held: tuple[Fault, ...]
    """What waits for its hour, the next one first."""
    wakes: str
    """The next hour, ISO 8601; empty when nothing waits."""
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
    warm: Warm | None = None,
) -> Loaded:
    """Reads what has changed since `state` was written, and brings that up to date unless the glossary is broken.

    `found`: what a walk found. `outline`: the map, if any. `crew`: who reads. `warm`: from the last time.
    """
    found = found or scan(sources, clock)
    faults = list(found.faults)
    broken: list[Fault] = []
    state.begin()
    try:
        terms = read_terms(found, sources, state, broken, crew)
        if not sources.glossary.is_dir():
            what, todo = "no such folder", "make it, and put one file a term in it"
            broken.append(Fault(sources.path(sources.terms), None, what, todo))
        faults += broken
        annotations = read_annotations(found, sources, state, faults)
        texts = read_texts(found, sources, terms, annotations, state, faults, crew, warm or Warm())
        sizes = read_sizes(texts.records, found, sources, state)
        # A term that could not be read is missing from what the texts were marked with.
        state.run("rollback" if broken else "commit")
    except BaseException:
        state.run("rollback")
        raise
    left_out = [Fault(sources.path(one.file), None, *one.left_out) for one in texts.records if one.left_out]
    records = [one for one in texts.records if not one.left_out]
    shown = [one for one in records if is_shown(one, sources)]
    beside = _beside(shown, annotations.records)
    between = _between(
        records, shown, beside, terms, found, sources, state, None if broken else terms.glossary, bool(faults)
    )
    faults += apart(between, faults)
    held = waiting(records, sources)
    files = _published(shown, beside, terms, found, set(named_by(held)), Look.of(sources.settings).files)
    faults += rivals(files, sources)
    lost = [told.fault for one in shown for told in one.lost]
    moved = [told.fault for one in shown for told in one.moved]
    warned = [told.fault for one in annotations.records for told in one.warnings]
    if sources.settings.get("ALLOW_ORPHANS") is not True:
        faults += lost
        lost = []
    return Loaded(
        _site(shown, texts.marks, terms, sources, outline, files, sizes),
        files,
        tuple(in_order(dict.fromkeys(faults))),
        tuple(left_out),
        tuple(in_order(lost)),
        tuple(in_order(moved + warned)),
        texts.read,
        tuple(hours(held, sources)),
        held[0][1] if held else "",
        lambda: _used(records, terms),
    )


def _beside(shown: Iterable[Record], notes: Iterable[NotesRecord]) -> list[NotesRecord]:
    """The files of notes on what is shown."""
    slugs = {one.slug for one in shown if not one.page}
    return [one for one in notes if one.slug in slugs]


def _between(
    records: Sequence[Record],
    shown: Sequence[Record],
    notes: Sequence[NotesRecord],
    terms: Terms,
    found: Found,
    sources: Sources,
    state: State,
    glossary: Glossary | None,
    faulty: bool,
) -> list[Fault]:
    """What is wrong between files: looked for again where what decides it has changed, or anything else is `faulty`.

    The settings decide, too; they are the state's own.
    """
    files, there = list(found.files), [one.file for one in shown]
    asking = [
        (r.file, r.slug, r.lang, r.day, r.aliases, r.references, r.picture, r.options, r.problems)
        for r in records
    ]
    wishes = any(one.options or one.problems for one in shown)  # which name terms by any of their names
    slugs = terms.records if wishes else list(terms.entries)
    keys = (
        fingerprint([asking, there, slugs, files, [(one.file, one.references) for one in notes]]),
        fingerprint([there, terms.records, files]),
        fingerprint(terms.records),
    )
    before = state.get("sound", tuple[bytes, ...], ())
    old = before if len(before) == len(keys) and not faulty else (b"",) * len(keys)
    faults: list[Fault] = []
    if old[0] != keys[0]:
        faults += [*twins(records, sources), *across(shown, glossary, found.files, sources, notes)]
    if glossary is not None and old[1] != keys[1]:
        faults += term_faults(terms, targets(shown, glossary, found.files, sources), sources)
    if glossary is not None and old[2] != keys[2]:
        faults += rival_claims(glossary)
    if not faulty and not faults and before != keys:
        state.put("sound", keys)
    return faults


def source_faults(sources: Sources) -> list[Fault]:
    """Everything that is wrong in the articles, pages, glossary and notes of a site, by path and line."""
    return looked_at(sources)[0]


def stopping(sources: Sources) -> tuple[list[Fault], list[Fault], list[Fault]]:
    """What stops a build of everything at once, the notes that it leaves out where the settings let it, what waits."""
    state = State(Path(":memory:"))
    try:
        loaded = load(sources, state)
        return in_order((*loaded.faults, *loaded.left_out)), list(loaded.lost), list(loaded.held)
    finally:
        state.close()


def looked_at(
    sources: Sources, state: State | None = None, crew: Crew = ALONE, clock: int = 0
) -> tuple[list[Fault], list[Fault]]:
    """Everything that is wrong in the sources of a site, and what an editor should look at, or wait for.

    A note that stands nowhere is wrong, even where the settings let a build go on without it. `state`: what builds
    remember, which is brought up to date; without it everything is read.
    """
    if state is None:
        state = State(Path(":memory:"))
        try:
            return looked_at(sources, state, crew)
        finally:
            state.close()
    loaded = load(sources, state, crew=crew, clock=clock)
    found = in_order((*loaded.faults, *loaded.left_out, *loaded.lost))
    return found, [*loaded.held, *loaded.doubts]


def _as_held(one: Record, sources: Sources) -> Record:
    """What only editors see before its hour is in no list until then."""
    if not due(one, sources):
        return one
    article, sheet = one.article, one.sheet
    return replace(
        one,
        article=article and replace(article, status=EMBARGOED),
        sheet=sheet and replace(sheet, status=EMBARGOED),
        told=b"",
    )


def _site(
    shown: Sequence[Record],
    marks: Mapping[str, Fingerprint],
    terms: Terms,
    sources: Sources,
    outline: Outline | None,
    files: Iterable[str],
    sizes: Mapping[str, Mapping[str, Size]],
) -> Site:
    settings = Settings.of(sources.settings)
    shown = [_as_held(one, sources) for one in shown]
    articles = [one.article for one in shown if one.article]
    articles.sort(key=lambda article: (moment(article.when), article.slug, article.lang), reverse=True)
    sheets = [one.sheet for one in shown if one.sheet]
    told = {one.file: one.told for one in shown if one.article}
    marks = {file: mark for file, mark in marks.items() if told.get(file, mark)}
    addresses = {one.file: one.url for one in articles} | {one.file: one.url for one in sheets}
    for file in term_files(terms.entries, sources):
        addresses[file] = file.removesuffix(".md") + "/"
    addresses |= {file: file for file in files}
    placed = [(at.lon, at.lat) for one in terms.entries.values() if (at := one.term.position)]
    drawn = outline if outline and any(map(outline.holds, placed)) else None  # no map without a place on it
    return Site(
        settings,
        tuple(articles),
        tuple(sheets),
        terms.entries,
        drawn,
        addresses,
        marks=marks,
        marks_told=told,
        sizes=sizes,
    )


def _published(
    shown: Iterable[Record],
    notes: Iterable[NotesRecord],
    terms: Terms,
    found: Found,
    held: set[str],
    look: Iterable[str],
) -> dict[str, str]:
    """Pictures, and what a link or the house's `look` names; nothing that only what rights keep back names, or what is
    `held`, names."""
    shown = list(shown)
    texts = chain[Record | TermRecord | NotesRecord](shown, terms.records, notes)
    every = chain.from_iterable(one.references for one in texts)
    named = {ref.target for ref in every if ref.what == "static"} | set(look)
    back = {file for one in shown for file in one.kept_back}
    if back:
        back -= {file for one in shown for file in _seen(one)}
        back -= {ref.target for one in terms.records for ref in one.references}
    back |= held - named - {one.picture[0] for one in shown if one.picture}
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
            if record.article.annotations:
                used.add(record.article.annotations)
        elif record.sheet:
            used.add(record.sheet.text)
    return used
