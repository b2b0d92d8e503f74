"""Editors' notes: written beside an article, anchored by quotation, shown where they belong or reported."""

from glose.digest.notes.anchor import Anchor, anchor
from glose.digest.notes.faults import Annotatable, note_faults
from glose.digest.notes.load import load_notes
from glose.digest.notes.note import Note
from glose.digest.notes.shown import Annotated, Shown, show

__all__ = [
    "Anchor",
    "Annotatable",
    "Annotated",
    "Note",
    "Shown",
    "anchor",
    "load_notes",
    "note_faults",
    "show",
]
