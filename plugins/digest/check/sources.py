"""What is wrong in content/, all at once, before Pelican sees it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.digest.glossary import load_glossary
from plugins.digest.markdown import parse
from plugins.digest.model.errors import DigestError, Fault

MAX_BYTES = 2_000_000
"""Python-Markdown is quadratic on some inputs; a hand-written article of 2 MB is a mistake."""


def source_faults(content: Path, root: Path) -> list[Fault]:
    """Faults of the articles, pages and glossary below `content`, with paths relative to `root`."""
    faults = list(_links(content, root))
    seen: dict[tuple[str, str], str] = {}
    for folder in ("articles", "pages"):
        for file in sorted((content / folder).rglob("*")):
            name = file.relative_to(root).as_posix()
            hidden = any(part.startswith(".") for part in file.relative_to(content).parts)
            if hidden or (file.is_dir() and not file.is_symlink()):
                continue
            try:
                faults += _file_faults(file, name, seen)
            except DigestError as error:
                faults += error.faults
    try:
        load_glossary(content / "glossary")
    except DigestError as error:
        faults += (replace(fault, path=below(fault.path, root)) for fault in error.faults)
    return faults


def below(path: str, root: Path) -> str:
    """The path as a maintainer at `root` names it."""
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path


def _links(content: Path, root: Path) -> Iterator[Fault]:
    """Links anywhere but among the articles and pages, which are looked at one by one.

    Pelican follows them: ``images/p.png`` that leads to a file of the machine would be published, and a link to
    ``/`` the whole machine.
    """
    for folder, folders, files in os.walk(content):
        for found in (Path(folder, name) for name in sorted((*folders, *files))):
            if found.is_symlink() and found.relative_to(content).parts[0] not in ("articles", "pages"):
                name = found.relative_to(root).as_posix()
                yield Fault(name, None, "is a symbolic link", "put a copy of what it leads to here")


def _file_faults(file: Path, name: str, seen: dict[tuple[str, str], str]) -> Iterator[Fault]:
    if file.is_symlink() or not file.is_file():
        yield Fault(name, None, "is not a regular file", "put the text itself here")
        return
    if file.suffix != ".md":
        yield Fault(
            name, None, "is not Markdown and would not be published", "move it to seeds/ and convert it"
        )
        return
    if file.stat().st_size > MAX_BYTES:
        yield Fault(name, None, f"is larger than {MAX_BYTES:,} bytes", "split it")
        return
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield Fault(name, None, f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
        return
    fields, _ = parse(text, name)
    yield from _address_faults(fields, name, seen)


def _address_faults(
    fields: Mapping[str, object], name: str, seen: dict[tuple[str, str], str]
) -> Iterator[Fault]:
    """Two files with one slug and one language would be written to one page, or kill the build."""
    key = str(fields["slug"]).casefold(), str(fields["lang"])
    if (other := seen.setdefault(key, name)) != name:
        yield Fault(name, None, f"has the slug and language of {other}", "change one of the slugs")
