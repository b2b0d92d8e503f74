"""Golden files: what a stage must give, kept beside its test. `GLOSE_ACCEPT=1` rewrites them for review."""

from __future__ import annotations

import os
from pathlib import Path


def golden(file: Path, got: str) -> None:
    """Compare `got` with the golden `file`, byte for byte; under GLOSE_ACCEPT=1 write it there instead."""
    if os.environ.get("GLOSE_ACCEPT") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(got.encode())
    assert file.exists(), f"{file} does not exist; run with GLOSE_ACCEPT=1 and read what it wrote"
    assert got == file.read_bytes().decode()
