"""The errors that the library's public functions raise, at the address that programs outside know."""

from glose.digest.model.errors import (
    BoundError,
    DigestError,
    Fault,
    FrontMatterError,
    GlossaryError,
    NotesError,
    SeedError,
)

__all__ = [
    "BoundError",
    "DigestError",
    "Fault",
    "FrontMatterError",
    "GlossaryError",
    "NotesError",
    "SeedError",
]
