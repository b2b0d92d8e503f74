"""Where the live site, the spare tree and the lock are, and which folders may be published to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault

MANIFEST = ".glose-manifest.json"
"""Names every file of a published site with its SHA-256; also the mark by which a folder is known to be ours."""
WORK = ".glose"
"""Folder beside the output for what is not published; in it, each output has a folder of its own name."""


@dataclass(frozen=True, slots=True)
class Places:
    """The paths of one published site, on one file system."""

    output: Path
    """The live tree. Its parent is a real path, so that one folder has one lock by whatever name it is called."""

    @classmethod
    def of(cls, output: Path) -> Places:
        """The places for `output`; raises `DigestError` where no site can be exchanged with it."""
        refuse_foreign(output)
        named = output if output.name not in ("", "..") else Path(os.path.realpath(output))
        places = cls(Path(os.path.realpath(named.parent), named.name))
        if not named.name or os.path.ismount(places.output):
            raise DigestError(
                Fault(str(output), None, "is a mount point and cannot be exchanged", "name a folder in it")
            )
        todo = "name another folder with --output"
        if named.name.casefold() == WORK or (places.work / MANIFEST).exists():
            raise DigestError(Fault(str(places.work), None, "is needed for what is not published", todo))
        for above in places.output.parents:
            if (above / MANIFEST).exists() or (above.parent.name == WORK and (above / "lock").exists()):
                what = f"lies in {above}, which every build replaces"
                raise DigestError(Fault(str(output), None, what, todo))
        return places

    def make(self) -> None:
        """Makes the folder beside the output. Nobody else may look into it: it holds what is not public any more."""
        self.work.parent.mkdir(parents=True, exist_ok=True)
        self.work.mkdir(mode=0o700, exist_ok=True)
        if self.work.is_symlink() or self.work.stat().st_dev != self.output.parent.stat().st_dev:
            what = f"lies on another file system than {self.output.name}"
            raise DigestError(Fault(str(self.work), None, what, "remove it: it holds nothing of value"))

    @property
    def work(self) -> Path:
        return self.output.parent / WORK / self.output.name

    @property
    def spare(self) -> Path:
        """The tree that is not live: the previous site, or the next one while it is made.

        Pelican would write outside an output folder beside which another name begins with the same letters, so no
        name in `work` begins like this one.
        """
        return self.work / "spare"

    @property
    def twin(self) -> Path:
        """The next spare tree, while a first site is published."""
        return self.work / "twin"

    @property
    def gone(self) -> Path:
        """The live tree between two renames, where the system knows no exchange."""
        return self.work / "gone"

    @property
    def draft(self) -> Path:
        """The manifest until everything that it names is on the disk."""
        return self.work / "manifest"

    @property
    def state(self) -> Path:
        """What builds remember, in a file that `recover` leaves alone."""
        return self.work / "state.db"

    @property
    def lock(self) -> Path:
        return self.work / "lock"


def refuse_foreign(output: Path, option: str = "--output") -> None:
    """Raises `DigestError` when `output` is no folder, or one whose files no build of ours wrote.

    `option`: that names another.
    """
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise DigestError(Fault(str(output), None, "is not a folder", f"name another {option}"))
    if output.is_dir() and any(output.iterdir()) and not (output / MANIFEST).is_file():
        raise DigestError(
            Fault(
                str(output),
                None,
                "holds files that no build of ours wrote, and publishing would replace them",
                f"name an empty folder with {option}, or empty this one",
            )
        )


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turns a refusal of the system into a sentence that says which file, and what to do."""
    try:
        yield
    except OSError as error:
        named = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else place
        todo = "mend that, or name another place, and run again"
        raise DigestError(Fault(str(named), None, error.strerror or str(error), todo)) from error
