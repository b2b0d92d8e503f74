"""What only a person knows of a seed, read from the YAML file beside it, with path and line for every fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.digest.frontmatter import MACHINE, read_fields
from plugins.digest.header import load
from plugins.digest.model.errors import Fault, FrontMatterError, SeedError

MAX_BYTES = 100_000
"""Largest sidecar; one of a hundred keys has 5 kB."""


def read(data: bytes, path: str) -> Mapping[str, Any]:
    """The values of a sidecar by the keys of an article's header; empty for an empty file.

    `path`: as the maintainer knows it. Raises `SeedError`: nothing is converted with half of what a person said.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
        raise SeedError(Fault(path, at, "is not UTF-8", "save it as UTF-8")) from None
    try:
        nodes = load(text.replace("\r\n", "\n"), path, first=1)
    except FrontMatterError as error:
        raise SeedError(*error.faults) from None
    fields, faults = read_fields(nodes, path)
    faults += [
        Fault(path, nodes[key].line, f"{key}: only the converter writes this key", "delete it")
        for key in MACHINE
        if key in nodes
    ]
    if faults:
        raise SeedError(*sorted(faults, key=lambda fault: fault.line or 0))
    return fields
