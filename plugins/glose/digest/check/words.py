"""What is wrong in the words of the theme's interface, which every build reads whole."""

from __future__ import annotations

from glose.digest.edition.catalogue import catalogue_faults
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError, Fault


def word_faults(theme: Layers) -> list[Fault]:
    """Faults of every catalogue in the theme's ``translations/``, by file and line."""
    faults: list[Fault] = []
    for file in (file for folder in theme.folders for file in sorted((folder / "translations").glob("*.po"))):
        try:
            faults += catalogue_faults(file, theme.named(file))
        except DigestError as error:
            faults += error.faults
    return faults
