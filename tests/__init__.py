"""The tests, and what measures: ``python -m tests.bench.archive`` and its like find the program from here."""

import sys
from pathlib import Path

PLUGINS = str(Path(__file__).parents[1] / "plugins")
if PLUGINS not in sys.path:
    sys.path.insert(0, PLUGINS)
