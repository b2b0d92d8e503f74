"""Every article goes out as a page of Hugo, with the pictures that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from glose.digest.bring.links import below
from glose.digest.bring.to_hugo import page, usual
from glose.digest.files import safe_read
from glose.digest.files.atomic import write
from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError, Fault
from glose.digest.model.limits import ARTICLE_BYTES, PICTURE_BYTES

_PICTURE = re.compile(r"\{static\}/([^\s()\"]{1,2000})")


@dataclass(slots=True)
class Gone:
    """What went out."""

    pages: int = 0
    pictures: int = 0
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    """What was left out, and why."""


def export(content: Path, name: str, folder: Path) -> Gone:
    """Writes the pages of all articles below `folder`. `name`: the content's folder, as messages name it."""
    gone = Gone()
    paths: dict[str, str] = {}
    for file, fields, _ in _articles(content, name, gone):
        brought = fields.get("brought") or {}
        paths[file] = brought["id"] if brought.get("by") == "hugo" else usual(fields)
    taken: dict[str, str] = {}
    for file, fields, body in _articles(content, name, Gone()):
        path, text = page(fields, body, lambda target: paths.get(target, target))
        if ".." in PurePosixPath(path).parts or path.startswith("/") or path.lower() in taken:
            gone.faults.append(
                Fault(f"{name}/{file}", None, f"would be {path}, which another is", "change its slug")
            )
            continue
        taken[path.lower()] = file
        write(folder / "content" / path, text.encode("utf-8"), None)
        gone.pages += 1
        wanted = dict.fromkeys(_PICTURE.findall(body))
        if src := (fields.get("image") or {}).get("src"):
            wanted[src] = None
        for src in wanted:
            _picture(content, src, folder, f"{name}/{file}", gone)
    return gone


def _articles(content: Path, name: str, gone: Gone) -> Iterator[tuple[str, dict[str, Any], str]]:
    folders = [one for one in ("articles", "pages") if (content / one).is_dir()]
    for file in (f"{one}/{path}" for one in folders for path in safe_read.walk(content / one)):
        if not file.endswith(".md"):
            continue
        try:
            text = safe_read.read(content / file, f"{name}/{file}", ARTICLE_BYTES).decode("utf-8", "replace")
            yield file, *parse(text, f"{name}/{file}")
        except DigestError as error:
            gone.faults += error.faults


def _picture(content: Path, src: str, folder: Path, of: str, gone: Gone) -> None:
    file = below(content, src)
    place = folder / "static" / src
    if file is None:
        gone.notes.append(Fault(of, None, f"names {src}, which is not there", "put it back, or take it out"))
    elif not place.exists():
        write(place, safe_read.read(file, src, PICTURE_BYTES), None)
        gone.pictures += 1
