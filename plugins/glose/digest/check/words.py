"""What is wrong in the words of the theme's interface, which every build reads whole."""

from __future__ import annotations

from pathlib import Path

from glose.digest.edition.catalogue import load_catalogue
from glose.digest.model.errors import DigestError, Fault


def word_faults(theme: Path) -> list[Fault]:
    """Faults of every catalogue in the theme's ``translations/``, by file and line."""
    faults: list[Fault] = []
    for file in sorted((theme / "translations").glob("*.po")):
        try:
            load_catalogue(file, f"{theme.name}/translations/{file.name}")
        except DigestError as error:
            faults += error.faults
    return faults
