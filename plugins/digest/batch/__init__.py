"""The file side of conversion: seeds in, articles out, and nothing lost in between.

`run` is its only door; what it did is a `Report`, how far it is an `Event`. They are imported when first asked for:
the processes of `pool` need none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.digest.batch.convert_all import run
    from plugins.digest.batch.report import Event, Outcome, Report

_HOMES = {"Event": "report", "Outcome": "report", "Report": "report", "run": "convert_all"}

__all__ = ["Event", "Outcome", "Report", "run"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
