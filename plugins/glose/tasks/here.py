"""The digest whose tasks these are: the folder of its ``tasks.py``, which says so before a task is loaded."""

from pathlib import Path

root = Path.cwd()
