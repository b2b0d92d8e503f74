"""The file side of conversion: seeds in, articles out, and nothing lost in between.

`run` is its only door; what it did is a `Report`, how far it is an `Event`.
"""

from plugins.digest.intake.report import Event, Kind, Outcome, Report
from plugins.digest.intake.run import run

__all__ = ["Event", "Kind", "Outcome", "Report", "run"]
