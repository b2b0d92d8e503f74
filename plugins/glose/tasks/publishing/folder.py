"""A folder of this machine, exchanged in one step."""

from __future__ import annotations

from pathlib import Path

from glose.digest.deliver.parcel import Parcel, pack
from glose.digest.deliver.target import Target
from glose.digest.publish import files_of, previous, publication, refuse_foreign, rollback
from glose.tasks.publishing.place import Files, Step


class Folder:
    """A web server's own folder, or one that another program takes further."""

    def __init__(self, target: Target, root: Path) -> None:
        self._output = root / target.place

    def files(self) -> Files:
        """As its manifest says."""
        refuse_foreign(self._output, "--to")
        return files_of(self._output) or {}

    def send(self, goods: Parcel, step: Step) -> None:
        """The new tree is made beside the folder and takes its place."""
        with publication(self._output) as box:
            pack(box, goods, step)

    def before(self) -> Files:
        """What lies in the spare tree."""
        return previous(self._output)

    def back(self) -> None:
        """Exchanges the two trees."""
        rollback(self._output)
