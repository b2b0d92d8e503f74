"""What is in content/ already: what was brought before, and every slug, file and address that is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from glose.digest.editions import Editions
from glose.digest.files import safe_read
from glose.digest.former import file_of, key
from glose.digest.model.errors import DigestError, Fault
from glose.digest.model.limits import ARTICLE_BYTES
from glose.digest.schema.article import UNPUBLISHED, read_fields
from glose.digest.schema.yaml_file import load, split

_TOP = re.compile(r"^(slug|lang|status|date|brought|aliases):.*\n(?:[ -].*\n)*", re.M)
FOLDERS = ("articles", "pages")


@dataclass(slots=True)
class There:
    """All that a new article must not stand on."""

    brought: dict[tuple[str, str], tuple[str, bool]] = field(default_factory=dict)
    """File below content/, and whether it is published, by program and identifier there."""
    slugs: set[tuple[str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    """Without case."""
    addresses: set[str] = field(default_factory=set)
    """Files that answer to an address, without case."""
    faults: list[Fault] = field(default_factory=list)
    """Articles that cannot be read: what they take nobody knows."""


def scan(content: Path, name: str, editions: Editions) -> There:
    """What is there. `name`: the folder, as messages name it."""
    found = There()
    for file in _files(content):
        found.files.add(key(file))
        try:
            text = safe_read.read(content / file, f"{name}/{file}", ARTICLE_BYTES).decode("utf-8", "replace")
            _take(found, file, split(text, f"{name}/{file}")[0], f"{name}/{file}", editions)
        except DigestError as error:
            found.faults += error.faults
    return found


def _files(content: Path) -> Iterator[str]:
    for folder in FOLDERS:
        if (content / folder).is_dir():
            yield from (
                f"{folder}/{path}" for path in safe_read.walk(content / folder) if path.endswith(".md")
            )


def _take(found: There, file: str, header: str, name: str, editions: Editions) -> None:
    header = "".join(match[0] for match in _TOP.finditer(header + "\n"))
    fields, _ = read_fields(load(header, name), name)
    slug, lang = str(fields.get("slug", "")), str(fields.get("lang", ""))
    found.slugs.add((slug, lang))
    day = fields.get("date")
    if file.startswith("pages/"):
        found.addresses.add(key(file_of(f"/{editions.sheet(lang, slug)}")))
    elif day is not None:
        found.addresses.add(key(file_of(f"/{editions.article(lang, day, slug)}")))
    found.addresses |= {key(file_of(alias)) for alias in fields.get("aliases", ())}
    if brought := fields.get("brought"):
        shown = fields.get("status") not in UNPUBLISHED
        found.brought[str(brought.get("by", "")), str(brought.get("id", ""))] = file, shown
