"""What others wrote is taken into a glossary: new entries as drafts, more names and languages for those there.

Nothing is overwritten, nothing that would stop a build gets in, and everything that stays out is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from glose.digest.glossary.claims import rival_claims
from glose.digest.glossary.entry import read_entry
from glose.digest.glossary.exchange.found import Found, Homeless
from glose.digest.glossary.exchange.intake.merge import merged, said_by
from glose.digest.glossary.fold import key
from glose.digest.glossary.glossary import Glossary
from glose.digest.glossary.load import dangling
from glose.digest.glossary.record import Record
from glose.digest.glossary.term import Term, base
from glose.digest.glossary.write import entry_text
from glose.digest.model.errors import Fault
from glose.digest.schema.node import Reading
from glose.digest.text.clean import line as on_one_line
from glose.digest.text.slug import name_fault, name_slug


@dataclass(slots=True)
class Intake:
    """What became of everything that was to be taken in."""

    files: dict[str, str] = field(default_factory=dict)
    """Texts of new and changed entries by slug: what is to be written."""
    done: dict[str, list[str]] = field(default_factory=dict)
    """What was done, by slug."""
    left: dict[str, list[str]] = field(default_factory=dict)
    """What an entry that is there kept, or still lacks, by slug."""
    refused: list[Fault] = field(default_factory=list)
    """What would have stopped a build, with its line and why."""
    homeless: list[Fault] = field(default_factory=list)
    """What has no home here: of a new entry it stands in its header as a comment."""


def take_in(
    found: Iterable[Found], there: Mapping[str, str], *, today: dt.date, source: str, folder: str, lang: str
) -> Intake:
    """What is written when these entries are taken into the glossary whose files have these texts, by slug.

    `source` names the file that they come from, and `folder` that of the glossary, in messages; `lang` is the site's.
    """
    return _Intake(there, today, source, folder, lang).all(found)


class _Intake:
    def __init__(self, there: Mapping[str, str], today: dt.date, source: str, folder: str, lang: str) -> None:
        self.there, self.today, self.source, self.folder, self.lang = there, today, source, folder, lang
        self.texts = dict(there)
        self.lines: dict[str, list[int | None]] = {}
        self.result = Intake()
        self.named: dict[tuple[str, str], set[str]] = {}
        for slug, text in there.items():
            self.know(slug, text)

    def read(self, slug: str, text: str) -> tuple[Term | None, Reading]:
        reading = Reading(f"{self.folder}/{slug}.md", self.lang)
        return read_entry(reading, slug, text), reading

    def know(self, slug: str, text: str) -> None:
        for name in said_by(text, Reading(f"{self.folder}/{slug}.md", self.lang)).get("names", ()):
            self.named.setdefault((key(name["text"]), base(name["lang"])), set()).add(slug)

    def all(self, found: Iterable[Found]) -> Intake:
        for record, line, left in found:
            self.take(dict(record), line, left)
        self.refuse_what_clashes()
        self.result.files = {slug: text for slug, text in self.texts.items() if text != self.there.get(slug)}
        return self.result

    def refuse(self, line: int | None, what: str, todo: str) -> None:
        self.result.refused.append(Fault(self.source, line, what, todo))

    def take(self, record: Record, line: int | None, left: tuple[Homeless, ...] = ()) -> None:
        """One entry or row."""
        slug = str(record.get("slug") or self.slug_of(record, line))
        if not slug:
            return
        if wrong := name_fault(slug):
            self.refuse(line, f'slug "{slug}" {wrong}', "rename the term")
            return
        record["slug"] = slug
        self.lines.setdefault(slug, []).append(line)
        fresh = slug not in self.texts
        if fresh:
            self.start(slug, record, line)
        else:
            self.add(slug, record)
        if left and slug in self.texts:
            self.keep(slug, left, fresh)

    def keep(self, slug: str, left: tuple[Homeless, ...], fresh: bool) -> None:
        """What has no home is told, and stands as comments at the end of a new entry's header."""
        todo = f"a comment in {slug}.md" if fresh else f"add it to {slug}.md by hand, where it belongs"
        self.result.homeless += [
            Fault(self.source, one.line, f"`{one.what}` has no home here", todo) for one in left
        ]
        if fresh:
            self.texts[slug] = commented(self.texts[slug], left)

    def slug_of(self, record: Record, line: int | None) -> str:
        """That of the entry which has one of the names already, else one made of the first name."""
        names = [name for name in record.get("names", ()) if name.get("text")]
        if not names:
            self.refuse(line, "the row has no name", "write one, or delete the row")
            return ""
        for name in (one for one in names if one.get("role") == "pref"):
            known = self.named.get((key(name["text"]), base(str(name.get("lang", "")))), set())
            if len(known) > 1:
                what = f'"{name["text"]}" is a name of {" and ".join(sorted(known))}'
                self.refuse(line, what, "say which with a column slug")
                return ""
            if known:
                return next(iter(known))
        return name_slug(names[0]["text"])

    def add(self, slug: str, record: Record) -> None:
        self.texts[slug], done, left = merged(
            self.texts[slug], record, Reading(f"{self.folder}/{slug}.md", self.lang)
        )
        self.know(slug, self.texts[slug])
        for kept, said in ((self.result.done, [f"added {one}" for one in done]), (self.result.left, left)):
            if said:
                kept.setdefault(slug, []).extend(said)

    def start(self, slug: str, record: Record, line: int | None) -> None:
        """A new entry; a draft, where it does not say that somebody looked it over."""
        names = [dict(name) for name in record.get("names", ()) if isinstance(name, dict)]
        usual = {"type": "concept", "status": "draft", "as_of": self.today.isoformat()}
        text = entry_text(usual | record | ({"names": _preferred(names)} if names else {}))
        _, reading = self.read(slug, text)
        if reading.faults:
            own = [fault for fault in reading.faults if fault not in reading.gaps]
            for fault in own or reading.faults:
                self.refuse(line, f"{slug}: {fault.what}", fault.todo)
            return
        self.texts[slug] = text
        self.know(slug, text)
        lacks = ", ".join(gap.what for gap in reading.gaps)
        self.result.done[slug] = [f"new, left out of the site for now: {lacks}; add it" if lacks else "new"]

    def refuse_what_clashes(self) -> None:
        """Takes back what a build would stop for once all entries are there, until there is nothing of that."""
        known = set(map(_unnumbered, self.clashes(self.there)))
        while new := [fault for fault in self.clashes(self.texts) if _unnumbered(fault) not in known]:
            changed = [slug for slug, text in self.texts.items() if text != self.there.get(slug)]
            back = {self.culprit(fault, changed): fault for fault in new}
            for slug, fault in back.items():
                if not slug:
                    known.add(_unnumbered(fault))
                    continue
                if slug in self.there:
                    self.texts[slug] = self.there[slug]
                else:
                    del self.texts[slug]
                self.result.done.pop(slug, None)
                for line in dict.fromkeys(self.lines[slug]):
                    self.refuse(line, f"{slug}: {fault.what}", fault.todo)

    def culprit(self, fault: Fault, changed: list[str]) -> str:
        """The last of the changed entries that a fault speaks of."""
        own = [s for s in changed if fault.path == f"{self.folder}/{s}.md" or f"to {s} (" in fault.what]
        return own[-1] if own else ""

    def clashes(self, texts: Mapping[str, str]) -> Iterator[Fault]:
        """What is wrong between entries."""
        read = {slug: self.read(slug, text) for slug, text in texts.items()}
        readings = {slug: reading for slug, (_, reading) in read.items()}
        for slug, reading in readings.items():
            yield from dangling(reading.path, slug, reading.links, readings)
        terms = (term for term, reading in read.values() if term is not None and not reading.faults)
        yield from rival_claims(Glossary(terms))


def commented(text: str, left: Iterable[Homeless]) -> str:
    """An entry's text with these at the end of its header, as comments."""
    head, fence, body = text.partition("\n---\n")
    rows = (f"# {on_one_line(f'{one.what}: {one.value}')}" for one in left)
    return "\n".join((head, *dict.fromkeys(rows))) + fence + body


def _unnumbered(fault: Fault) -> tuple[str, str]:
    """What a fault says wherever its lines have moved."""
    return fault.path, re.sub(r"[0-9]+", "", fault.what)


def _preferred(names: list[Record]) -> list[Record]:
    """The names, of which one a language is preferred."""
    have = {base(str(name.get("lang", ""))) for name in names if name.get("role") == "pref"}
    for name in names:
        lang = base(str(name.get("lang", "")))
        if lang not in have and name.get("role") != "hidden":
            name["role"] = "pref"
            have.add(lang)
    return names
