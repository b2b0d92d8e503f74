"""A digest of made-up texts, in which the manual's commands may do what they do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.digest.glossary.record import record
from glose.digest.glossary.write import entry_text
from tests.digest import READER, copied
from tests.glossary.entries import term

SEED = """Ville-Exemple : le pont rouvre

Le pont de Ville-Exemple a rouvert mardi, selon l’AFP. Le Front d’Exemple n’en a rien dit.

Le pont de Ville-Exemple était fermé depuis un an.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """A digest for the commands of one block: the tests' own texts, an entry that the pages name, and a seed."""
    root = tmp_path / "project"
    root.mkdir()
    copied(root)
    shutil.copytree(READER / "content", root / "content")
    (root / "content/glossary/afp.md").write_text(entry_text(record(term("afp", "AFP"))), encoding="utf-8")
    (root / "seeds").mkdir()
    (root / "seeds/pont.txt").write_text(SEED, encoding="utf-8")
    (root / "seeds/pont.txt.meta.yaml").write_text("date: 2016-03-16\nsource: AT\n", encoding="utf-8")
    yield root
    shutil.rmtree(root)
