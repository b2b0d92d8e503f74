"""The file side of conversion: seeds in, articles out, and nothing lost in between.

`run` is its only door; what it did is a `Report`, how far it is an `Event`. `waiting` tells what a person has to do.
"""

from glose.digest.batch.convert_all import run
from glose.digest.batch.report import Event, Outcome, Report
from glose.digest.batch.waiting import Waiting, waiting

__all__ = ["Event", "Outcome", "Report", "Waiting", "run", "waiting"]
