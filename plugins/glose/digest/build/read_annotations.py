"""The editors' notes: what was changed is read, and each article is told which file of notes is its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from glose.digest.build.noting import Own
from glose.digest.build.records import NotesRecord, Record, Told
from glose.digest.build.sources import NOTES, Found, Sources, read
from glose.digest.build.state import DamagedError, State, decode, seal, unseal
from glose.digest.check.links import Lines, Reference, references
from glose.digest.model.errors import BoundError, DigestError, Fault
from glose.digest.notes.faults import Annotatable, article_of, no_article
from glose.digest.notes.load import read_notes
from glose.digest.notes.note import Notes
from glose.digest.render import read as read_markdown
from glose.digest.render import render
from glose.digest.site.values import fingerprint, pack
from glose.digest.work.bounded import bounded


@dataclass(frozen=True)
class Annotations:
    """Every file of notes."""

    records: tuple[NotesRecord, ...]
    sources: Sources
    state: State

    def own(self, record: NotesRecord | None) -> Own:
        """What an article is marked with."""
        if record is None:
            return Own()
        return Own(self.sources.path(record.file), self.state.cell(record.file, "parsed"), record.sha)

    def guess(self, file: str) -> Own:
        """The notes that are likely the own of an article of which nothing is known but the name of its file."""
        if not file.startswith("articles/"):
            return Own()
        name = f"{NOTES}/{file.rpartition('/')[2].removesuffix('.md')}.yaml"
        return self.own(next((one for one in self.records if one.file == name), None))

    def owners(self, records: Iterable[Record], faults: list[Fault] | None = None) -> dict[str, NotesRecord]:
        """Article's file to its notes; adds to `faults` what is wrong in files of notes and between them.

        That a file belongs to no article is told where every article could be read.
        """
        records = list(records)
        whole = not faults and not any(one.left_out for one in records)  # whose slugs nobody knows
        faults = [] if faults is None else faults
        articles = _Articles(records, {one.slug for one in self.records})
        owners: dict[str, NotesRecord] = {}
        for one in self.records:
            faults += (told.fault for told in one.faults)
            path = self.sources.path(one.file)
            notes = Notes(path, one.slug, one.lang)
            known = articles.named(one.slug)
            found = article_of(notes, known, self.sources.lang)
            if found is None:
                if whole and not any(told.line is None for told in one.faults):
                    every = known or articles.every()
                    faults.append(no_article(notes, every))
                continue
            other = owners.setdefault(articles.file(found), one)
            if other is not one:
                what = f"is of the same article as {self.sources.path(other.file)}"
                faults.append(Fault(path, None, what, "put the notes into one file"))
        return owners


class _Articles:
    """What notes ask of the articles."""

    def __init__(self, records: Iterable[Record], slugs: set[str]) -> None:
        self.records = list(records) if slugs else []
        self._named: dict[str, list[Record]] = defaultdict(list)
        for one in self.records:
            if one.slug in slugs and not one.page:
                self._named[one.slug].append(one)

    def named(self, slug: str) -> list[Annotatable]:
        """Those of that slug."""
        return [_annotatable(one) for one in self._named[slug]]

    def every(self) -> Iterator[Annotatable]:
        """All."""
        return (_annotatable(one) for one in self.records if not one.page)

    def file(self, article: Annotatable) -> str:
        """Where it lies."""
        same = self._named[article.slug]
        return next(one.file for one in same if one.lang == article.lang)


def _annotatable(one: Record) -> Annotatable:
    return Annotatable(one.slug, one.lang, dict)


def read_annotations(found: Found, sources: Sources, state: State, faults: list[Fault]) -> Annotations:
    """Every file of notes, in the order of the files."""
    known: dict[str, tuple[str, NotesRecord]] = {}
    rows = state.run(
        "select path, stamp, record from source where path >= ? and path < ?", f"{NOTES}/", f"{NOTES}0"
    )
    for path, stamp, data in rows:
        record = decode(unseal(data), NotesRecord)
        if record.file != path:
            raise DamagedError
        known[path] = stamp.decode(errors="replace") if isinstance(stamp, bytes) else "", record
    for file in known.keys() - found.notes.keys():
        state.run("delete from source where path=?", file)
    records = (_read(file, stamp, known, sources, state, faults) for file, stamp in found.notes.items())
    return Annotations(tuple(one for one in records if one is not None), sources, state)


def references_of(notes: Notes, file: str, text: str) -> Iterator[Reference]:
    """What the notes of that text link to. `file`: below content/."""
    lines = Lines(text)
    for one in notes.notes:
        for lang, body in one.body.items():
            yield from references(render(body, lang), file, lines, one.line)[1]


def unread(notes: Notes, path: str, text: str) -> Iterator[Fault]:
    """What of the texts of its notes is not read. `path`: of the file, as messages name it."""
    lines = Lines(text)
    for one in notes.notes:
        for lang, body in one.body.items():
            for words, what, todo in read_markdown(body, lang, footnoted=False).problems:
                yield Fault(path, lines.of(words, one.line) or one.line, what, todo)


def _read(
    file: str,
    stamp: str,
    known: Mapping[str, tuple[str, NotesRecord]],
    sources: Sources,
    state: State,
    faults: list[Fault],
) -> NotesRecord | None:
    before = known.get(file)
    if before and stamp and before[0] == stamp:
        return before[1]
    path = sources.path(file)
    try:
        raw = read(sources.content / file, path)
    except DigestError as error:
        faults += error.faults
        state.run("delete from source where path=?", file)
        return None
    if before and before[1].sha == fingerprint([path, raw]):
        state.run("update source set stamp=? where path=?", stamp.encode(), file)
        return before[1]
    try:
        with bounded(path):
            notes, reading = read_notes(raw, path, sources.lang)
    except BoundError as error:
        faults += error.faults
        state.run("delete from source where path=?", file)
        return None
    text = raw.decode("utf-8", "replace")
    record = NotesRecord(
        file,
        fingerprint([path, raw]),
        notes.slug,
        notes.lang,
        tuple(map(Told.of, (*reading.faults, *dict.fromkeys(unread(notes, path, text))))),
        tuple(map(Told.of, reading.warnings)),
        tuple(references_of(notes, file, text)),
    )
    state.run(
        "replace into source values(?,?,?,?,?)",
        file,
        stamp.encode(),
        seal(pack(record)),
        seal(raw),
        seal(b""),
    )
    return record
