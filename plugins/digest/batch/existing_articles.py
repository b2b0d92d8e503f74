"""What stands in content/articles: of each article the few facts that decide whether its seed is converted again.

A header is not parsed to know them: the lines in question are looked up, as the converter writes them, and only a
header that a person has written otherwise goes through the reader. A hundred thousand articles take seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from plugins.digest.batch import safe_read
from plugins.digest.frontmatter import read_fields
from plugins.digest.header import load, split
from plugins.digest.model.errors import DigestError, Fault, FrontMatterError

MAX_BYTES = 5_000_000
"""Largest article that is looked at."""

_TOP = re.compile(
    r"^(slug|lang|status|date|modified|revision|embargo_until|variant_of|source|seed|converter|corrections|aliases)"
    r":(.*)\n((?:[ -].*\n)*)",
    re.M,
)
_BELOW = re.compile(r"^ +(path|sha256|item|sidecar|version): (.*)$", re.M)
_SEED_LINE = re.compile(r"^seed:\s*\n\s+path: ['\"]?(.*?)['\"]?\s*$", re.M)
_PLAIN = re.compile(r"[\w/.(][^'\"#]*")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is there. Texts are as the header has them; what it does not say is empty."""

    path: str
    """Below content/articles, with forward slashes."""
    seed: str
    """Path below seeds/ of the seed that it was made from; empty for one written by hand."""
    item: str
    sha256: str
    """Of the seed's bytes when it was made."""
    sidecar: str
    version: str
    """The converter's."""
    stems: str
    """Digest of the generated text that it stems from: its own, while nobody has edited it."""
    slug: str
    lang: str
    status: str
    date: str
    modified: str
    revision: str
    embargo: str
    variant_of: str
    source: str
    history: bool
    """True when it has corrections or former addresses, which a new version must keep."""
    size: int
    """Characters of its body, about."""


_SEED = {"seed": "path", "item": "item", "sha256": "sha256", "sidecar": "sidecar"}
_CONVERTER = {"version": "version", "stems": "sha256"}
_FIELDS = {"embargo": "embargo_until"} | {
    key: key for key in ("slug", "lang", "status", "date", "modified", "revision", "variant_of", "source")
}
"""Attribute of `Known` to key of the header."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An article whose header cannot be understood."""

    path: str
    seed: str
    """Of which it seems to be made; empty when nothing tells."""
    faults: tuple[Fault, ...]


class Unclear(Exception):  # noqa: N818  caught here
    """A header that says it in another way than the converter does."""


def scan(articles: Path, name: str) -> Iterator[Known | Broken]:
    """The articles below the folder `articles`, in one order.

    `name`: the folder as the maintainer knows it, ``content/articles``.
    """
    if not articles.is_dir():
        return
    for path in safe_read.walk(articles):
        if not path.endswith(".md"):
            continue
        data = b""
        try:
            data = safe_read.read(articles / path, f"{name}/{path}", MAX_BYTES)
            yield facts(data, path, f"{name}/{path}")
        except DigestError as error:
            seed = _SEED_LINE.search(data.decode("utf-8", "replace"))
            yield Broken(path, seed[1].strip() if seed else "", error.faults)


def facts(data: bytes, path: str, name: str) -> Known:
    """The facts of one article's file. `name`: for messages. Raises `FrontMatterError` when it has no such header."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    end = text.find("\n---\n", 4)
    header = text[4 : end + 1] if end > 0 else ""
    try:
        fields = _looked_up(header)
    except Unclear:
        fields = _read(text, name)
    seed, converter = fields.get("seed", {}), fields.get("converter", {})
    return Known(
        path=path,
        **{name: seed.get(key, "") for name, key in _SEED.items()},
        **{name: converter.get(key, "") for name, key in _CONVERTER.items()},
        **{name: fields.get(key, "") for name, key in _FIELDS.items()},
        history="corrections" in fields or "aliases" in fields,
        size=len(text) - len(header),
    )


def _looked_up(header: str) -> dict[str, Any]:
    """The facts of a header that is written as the converter writes it; raises `Unclear` for any other."""
    fields: dict[str, Any] = {}
    for key, value, below in _TOP.findall(header):
        if key in fields:
            raise Unclear
        if key in ("corrections", "aliases"):
            fields[key] = True
        elif key in ("seed", "converter"):
            if value.strip():
                raise Unclear
            fields[key] = {inner: _scalar(text) for inner, text in _BELOW.findall(below)}
        else:
            fields[key] = _scalar(value)
    if not {"slug", "lang", "status"} <= fields.keys() or not all(map(_dated, fields.items())):
        raise Unclear
    return fields


def _dated(field: tuple[str, Any]) -> bool:
    """False for a date that is none, or an embargo without an offset."""
    key, value = field
    if key not in ("date", "modified", "embargo_until"):
        return True
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return False
    return key != "embargo_until" or moment.tzinfo is not None


def _scalar(value: str) -> str:
    """A plain or single-quoted YAML scalar of one line."""
    value = value.strip()
    if _PLAIN.fullmatch(value):
        return value
    if quoted := _QUOTED.fullmatch(value):
        return quoted[1].replace("''", "'")
    raise Unclear


def _read(text: str, name: str) -> dict[str, Any]:
    """The facts by way of YAML; what is wrong elsewhere in the header does not matter here."""
    header, _ = split(text, name)
    values, _ = read_fields(load(header, name), name)
    if not values.get("slug"):
        raise FrontMatterError(Fault(name, 1, "the key `slug` is missing", "add `slug:` to the header"))
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
