"""Annotate where you read: under `invoke serve`, and only there, words of an article get a note or a term.

`Desk` answers the page's script. What it writes is checked as the loader checks it, lies below content/, and is put
into place whole; the build notices it as anybody's save.
"""

from glose.tasks.editor.desk import Desk
from glose.tasks.editor.gate import PLACE

__all__ = ["PLACE", "Desk"]
