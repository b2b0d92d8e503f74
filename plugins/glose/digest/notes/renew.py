"""Notes whose article was converted again: where each was, and where it would go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from glose.digest.notes.anchor import Anchor, Finding, find, suggestions
from glose.digest.notes.folded import Place, Text
from glose.digest.notes.grammar import Words
from glose.digest.notes.note import Note, Notes
from glose.digest.notes.quote import quotation

_NONE = Text(())
"""A part that the article has no longer."""
SAME = 0.97
"""Likeness of what stands around from which on a note's quotation needs no new one."""


@dataclass(frozen=True, slots=True)
class Move:
    """One note that would be written anew."""

    note: Note
    finding: Finding
    choices: tuple[Anchor, ...]
    """Where its words may stand now: one, if they were found; else what only a person can choose from."""

    @property
    def sure(self) -> bool:
        """True where the words were found: the others are nobody's to guess."""
        return self.finding.anchor is not None


def moves(notes: Notes, texts: Mapping[str, Text]) -> tuple[Move, ...]:
    """The notes whose words, or what stands around them, are others now. `texts`: the article's, by part."""
    found: list[Move] = []
    for note in notes.notes:
        text = texts.get(note.part) or _NONE
        finding = find(note.on, text, note.hint)
        if finding.anchor is not None:
            if finding.words < 1 or finding.around < SAME:
                found.append(Move(note, finding, (finding.anchor,)))
            continue
        found.append(Move(note, finding, finding.best or suggestions(note.on, text, note.hint)))
    return tuple(found)


def renewed(anchor: Anchor, text: Text) -> dict[str, object]:
    """The keys of a note that is on that place, for `write.changed`."""
    on, hint = quotation(Place(anchor.paragraph, anchor.start, anchor.last, anchor.end), text)
    return {"on": Words().plain(on), "hint": hint}
