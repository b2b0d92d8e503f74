"""A receipt that the build came to its end: Pelican exits 0 on Ctrl-C and after many a failure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pelican import signals


def write_receipt(pelican: Any) -> None:
    """Writes the loaded plugins to the file that the setting BUILD_RECEIPT names, if it names one."""
    if path := pelican.settings.get("BUILD_RECEIPT"):
        Path(path).write_text(json.dumps({"plugins": pelican.settings["PLUGINS"]}), encoding="utf-8")


def register() -> None:
    """Connects to the last signal of a run."""
    signals.finalized.connect(write_receipt)
