"""A folder in which one tool builds: what was laid there, what a tool leaves, and edits that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


class Place:
    """One tool's project. Its site is in `output`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        self._before: dict[Path, bytes | None] = {}

    def change(self, file: str, text: str | None) -> None:
        """Writes a file of the sources, or removes it."""
        path = self.folder / file
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Changes the first `old` in a file of the sources."""
        before = self.read(file)
        assert old in before, f"{file} holds no {old!r}"
        self.change(file, before.replace(old, new, 1))

    def read(self, file: str) -> str:
        """A file of the sources as it is."""
        return (self.folder / file).read_text(encoding="utf-8")

    def undo(self) -> None:
        """Takes every edit back."""
        for path, before in self._before.items():
            if before is not None:
                path.write_bytes(before)
            else:
                path.unlink(missing_ok=True)
        self._before.clear()

    def pages(self) -> int:
        """How many HTML files the site has."""
        return sum(1 for _ in self.site("*.html"))

    def files(self) -> int:
        """How many files the site has."""
        return sum(1 for path in self.site("*") if path.is_file())

    def site(self, pattern: str) -> Iterator[Path]:
        """The site's files by name."""
        return self.output.rglob(pattern) if self.output.is_dir() else iter(())
