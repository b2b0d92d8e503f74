"""Editors' notes: written beside an article, anchored by quotation, shown where they belong or reported."""

from plugins.digest.notes.anchor import Anchor, anchor
from plugins.digest.notes.faults import Annotatable, note_faults
from plugins.digest.notes.load import load_notes
from plugins.digest.notes.note import Note
from plugins.digest.notes.shown import Annotated, Shown, show

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
