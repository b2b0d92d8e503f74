"""The tasks of a maintainer's day, and those of the engine's developers. `invoke --list` reads as a manual."""

import sys
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).resolve().parent / "plugins")
)  # so that no activated environment is needed

from glose.tasks import developing, tasks_of

ns = developing(tasks_of(__file__))
