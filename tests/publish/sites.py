"""Small sites to publish, and what is on the disk of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from glose.digest import publish


def held(tree: Path) -> dict[str, str]:
    """Path → text of every file below a folder, but for the manifest."""
    files = (file for file in tree.rglob("*") if file.is_file() or file.is_symlink())
    return {
        file.relative_to(tree).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.name != publish.MANIFEST
    }


def put(output: Path, pages: Mapping[str, str], *, empty: bool = False) -> str:
    """Publishes exactly those pages; returns the digest of their manifest."""
    with publish.publication(output) as site:
        site.begin(empty=empty)
        for path in set(site.files) - pages.keys():
            site.remove(path)
        for path, text in pages.items():
            site.write(path, text.encode())
        return site.publish()


def spare(output: Path) -> Path:
    return output.parent / publish.WORK / output.name / "spare"


def stamp(file: Path) -> tuple[int, int]:
    """What stays the same while a file is not replaced."""
    status = file.stat()
    return status.st_ino, status.st_mtime_ns
