"""An entry's file says something else; every line that nobody changed stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from glose.digest.glossary.grammar import HEADER
from glose.digest.glossary.write import in_file_style
from glose.digest.schema.amend import amended, plain, texts

_HEADER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.M | re.S)


class Written(NamedTuple):
    """An entry as it is written."""

    header: dict[str, Any]
    """Its keys, with texts, lists and mappings."""
    body: str
    """What stands below, without blank lines around."""


def written(text: str) -> Written:
    """What a file says. Raises `LookupError` where it has no header, and `yaml.YAMLError`."""
    header, end = _header(text)
    found = plain(yaml.compose(header, Loader=yaml.SafeLoader))
    return Written(found if isinstance(found, dict) else {}, text[end:].replace("\r\n", "\n").strip("\n"))


def with_values(text: str, new: Mapping[str, Any], body: str) -> str:
    """The file's text with that header and that body.

    Raises `LookupError` where it is written in a way that cannot be changed here.
    """
    header, end = _header(text)
    node = yaml.compose(header, Loader=yaml.SafeLoader)
    values = texts(new)
    changed = ""
    if isinstance(node, yaml.MappingNode):
        changed = amended(header, node, values, HEADER, in_file_style)
    if plain(yaml.compose(changed, Loader=yaml.SafeLoader)) != values:
        raise LookupError("the entry is written in a way that cannot be changed here")
    start = text.index(header)
    below = text[end:]
    if body.strip("\n") != written(text).body:
        newline = "\r\n" if "\r\n" in text else "\n"
        lines = body.strip("\n").replace("\n", newline)
        below = f"{newline}{lines}{newline}" if lines else ""
    return text[:start] + changed + text[start + len(header) : end] + below


def _header(text: str) -> tuple[str, int]:
    """The YAML, and where the body begins."""
    found = _HEADER.match(text)
    if found is None:
        raise LookupError("the entry has no header")
    return found[1], found.end()
