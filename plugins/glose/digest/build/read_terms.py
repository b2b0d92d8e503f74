"""The glossary's files become the glossary, and what pages show of each entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from glose.digest.build.hands import Crew, Task
from glose.digest.build.records import TermRecord
from glose.digest.build.sources import Found, Sources, read
from glose.digest.build.state import DamagedError, State, decode, seal
from glose.digest.build.words import spellings
from glose.digest.check.articles import TOO_DEEP
from glose.digest.check.links import Lines, Reference, Targets, reference_faults, references
from glose.digest.glossary import Glossary, Term
from glose.digest.glossary.load import dangling, read_file
from glose.digest.glossary.term import Relations
from glose.digest.model.errors import DigestError, Fault
from glose.digest.render import read as read_markdown
from glose.digest.render.problems import Problem, placed
from glose.digest.schema.yaml_file import parts
from glose.digest.site.values import Entry, Fingerprint, Whole, fingerprint, pack
from glose.digest.work.bounded import bounded


@dataclass(frozen=True)
class Terms:
    """The glossary of one build."""

    entries: Mapping[str, Entry]
    """By slug, in the order of the slugs."""
    records: tuple[TermRecord, ...]
    packed: tuple[bytes, ...]
    """The terms, for processes that compile a glossary of their own."""
    slugs: frozenset[str]
    """Of what has been changed, added or deleted."""
    renamed: tuple[Term, ...]
    """Of the same, each with its former self, what may be found elsewhere now."""

    @cached_property
    def moved(self) -> tuple[tuple[str, ...], ...]:
        """Spellings of what may be found elsewhere now: texts that may hold one are marked again."""
        return tuple(sorted({words for term in self.renamed for words in spellings(term)}))

    @cached_property
    def glossary(self) -> Glossary:
        """The terms, compiled on first use, for all that this process does with them."""
        return Glossary(entry.term for entry in self.entries.values())


def read_term(raw: bytes, file: str, path: str, lang: str) -> tuple[TermRecord, bytes]:
    """One entry: what the site asks of its file, and its `Whole`, packed. Raises `DigestError`."""
    slug = file.rpartition("/")[2].removesuffix(".md")
    reading, term = read_file(raw, path, slug, lang)
    if reading.faults:
        raise DigestError.of(reading.faults)
    if term is None:
        return TermRecord(file, slug, b"", tuple(reading.links), ()), b""
    lines, found, bodies = Lines(raw.decode()), list[Reference](), dict[str, str]()
    problems: dict[Problem, None] = {}
    for own, text in term.body.items():
        try:
            made = read_markdown(text, own)
            bodies[own], more = references(made.html, file, lines)
        except RecursionError:
            raise DigestError(Fault(path, parts(raw.decode(), path).first, *TOO_DEEP)) from None
        found += more
        problems |= dict.fromkeys(made.problems)
    if problems:
        _, body, first = parts(raw.decode(), path)
        raise DigestError.of(Fault(path, *told) for told in placed(tuple(problems), body, first))
    whole = pack(Whole(term, bodies))
    return TermRecord(file, slug, fingerprint(whole), tuple(reading.links), tuple(found)), whole


class Job(NamedTuple):
    """A file to read."""

    file: str
    path: str
    raw: bytes


class Done(NamedTuple):
    """What became of it: the record and the `Whole`, both packed, or what is wrong in it."""

    job: Job
    record: bytes = b""
    whole: bytes = b""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Reading(Task[Job, Done]):
    """Reads entries. `lang`: the site's own language."""

    light = 4
    stage = "terms"
    lang: str

    def prepare(self) -> Callable[[Job], Done]:
        """Nothing has to be made ready."""
        return self._done

    def _done(self, job: Job) -> Done:
        try:
            with bounded(job.path):
                record, whole = read_term(job.raw, job.file, job.path, self.lang)
        except DigestError as error:
            return Done(job, faults=error.faults)
        return Done(job, pack(record), whole)


def read_terms(found: Found, sources: Sources, state: State, faults: list[Fault], crew: Crew) -> Terms:
    """Every entry; those whose files are as they were come out of the state."""
    before = {path: decode(data, TermRecord) for path, data in state.rows("record", f"{sources.terms}/")}
    if state.get("terms", bytes, _all(())) != _all(before.values()):
        raise DamagedError  # a lost row would hide that its term is gone, and its links would stay
    records = {file: record for file, record in before.items() if file in found.terms}
    for file in before.keys() - found.terms.keys():
        state.run("delete from source where path=?", file)
    jobs = list(_changed(found, sources, state, records, faults))
    for answer in crew.do(Reading(sources.lang), jobs, len(jobs), lambda job: job.path):
        done = answer if isinstance(answer, Done) else Done(answer[0], faults=answer[1].faults)
        file = done.job.file
        if done.faults:
            faults += done.faults
            records.pop(file, None)
            continue
        record = records[file] = decode(done.record, TermRecord)
        stamp, sha = found.terms[file].encode(), fingerprint(done.job.raw)
        row = (file, stamp, seal(done.record), seal(b""), seal(sha))
        state.run("replace into source values(?,?,?,?,?)", *row)
        if record.fp:
            state.keep([(record.fp, done.whole)])
    state.put("terms", _all(records.values()))
    return _terms({file: records[file] for file in found.terms if file in records}, before, sources, state)


def _changed(
    found: Found, sources: Sources, state: State, records: dict[str, TermRecord], faults: list[Fault]
) -> Iterator[Job]:
    """The files whose bytes are not those that the state knows."""
    known = dict(state.run("select path, stamp from source where path >= ? and path < ?", *_below(sources)))
    shas = dict(state.rows("words", f"{sources.terms}/"))
    if not records.keys() <= known.keys():
        raise DamagedError  # its rows are out of order, and some are found by one way only
    for file, stamp in found.terms.items():
        if stamp and file in records and known[file] == stamp.encode():
            continue
        path = sources.path(file)
        try:
            raw = read(sources.content / file, path)
        except DigestError as error:
            faults += error.faults
            records.pop(file, None)
            continue
        if shas.get(file) == fingerprint(raw):
            state.run("update source set stamp=? where path=?", stamp.encode(), file)
        else:
            yield Job(file, path, raw)


def _all(records: Iterable[TermRecord]) -> Fingerprint:
    return fingerprint(sorted((one.file, one.fp) for one in records))


def _below(sources: Sources) -> tuple[str, str]:
    return f"{sources.terms}/", f"{sources.terms}/\U0010ffff"


def _terms(
    records: Mapping[str, TermRecord], before: Mapping[str, TermRecord], sources: Sources, state: State
) -> Terms:
    old = {one.slug: one.fp for one in before.values() if one.fp}
    now = {one.slug: one for one in sorted(records.values(), key=lambda one: one.slug) if one.fp}
    moved = [slug for slug in {*old, *now} if old.get(slug) != (now[slug].fp if slug in now else None)]
    packed = state.packed([*(one.fp for one in now.values()), *(old[slug] for slug in moved if slug in old)])
    wholes = {fp: decode(data, Whole) for fp, data in packed.items()}
    entries = {
        slug: Entry(
            one.fp,
            replace(wholes[one.fp].term, path=sources.path(one.file)),
            tuple(dict.fromkeys(ref.target for ref in one.references if ref.what in ("filename", "static"))),
        )
        for slug, one in now.items()
    }
    changed, renamed = list[str](), list[Term]()
    for slug in moved:
        versions = [
            wholes[fp].term for fp in (old.get(slug, b""), now[slug].fp if slug in now else b"") if fp
        ]
        if len(versions) < 2 or _seen(versions[0]) != _seen(versions[1]):
            changed.append(slug)
            if len(versions) < 2 or _matched(versions[0]) != _matched(versions[1]):
                renamed += versions
    return Terms(
        entries,
        tuple(records.values()),
        tuple(pack(entry.term) for entry in entries.values()),
        frozenset(changed),
        tuple(renamed),
    )


def _seen(term: Term) -> Term:
    """What of a term articles can show: a change of the rest marks no text again."""
    return replace(
        term, sources=(), as_of=term.as_of.min, events=(), position=None, same_as=(), relations=Relations(),
        review_after=None, contested={}, changes=(), body={}, path="",
    )  # fmt: skip


def _matched(term: Term) -> Term:
    """What of a term decides where it is found: a change of the rest marks those texts again that hold it."""
    senses = tuple(replace(sense, short={}, gloss={}, later={}) for sense in term.senses)
    return replace(_seen(term), senses=senses)


def term_faults(terms: Terms, known: Targets, sources: Sources) -> Iterator[Fault]:
    """What is wrong in the relations of entries, and in the links of their long texts."""
    slugs = {one.slug for one in terms.records}
    for one in terms.records:
        path = sources.path(one.file)
        yield from dangling(path, one.slug, one.relations, slugs)
        yield from reference_faults(one.references, path, known)
