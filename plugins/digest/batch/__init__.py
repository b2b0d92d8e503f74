"""The file side of conversion: seeds in, articles out, and nothing lost in between.

`run` is its only door; what it did is a `Report`, how far it is an `Event`. `waiting` tells what a person has to do.
"""

from plugins.digest.batch.convert_all import run
from plugins.digest.batch.report import Event, Outcome, Report
from plugins.digest.batch.waiting import Waiting, waiting

__all__ = ["Event", "Outcome", "Report", "Waiting", "run", "waiting"]
