"""What only a person knows, from ``<full seed name>.meta.yaml``: it wins over everything that was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from glose.digest.model.article import Article, Correction, DateMention, Finding, Image, Rights
from glose.digest.model.errors import Fault, FrontMatterError, SeedError
from glose.digest.model.limits import SIDECAR_BYTES
from glose.digest.schema.article import MACHINE, read_fields
from glose.digest.schema.node import Node, node_of
from glose.digest.schema.yaml_file import load

_SAME = (
    "title", "date_source", "slug", "lang", "category", "source", "source_url", "byline", "dateline", "status",
    "variant_of", "revision", "embargo_until",
)  # fmt: skip
_TUPLES = ("tags", "authors", "aliases")


MAX_BYTES = SIDECAR_BYTES


def read(data: bytes, path: str) -> dict[str, Any]:
    """The values of a sidecar's file by `FIELDS`; empty for an empty file.

    `path`: as the maintainer knows it. Raises `SeedError`: nothing is converted with half of what a person said.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1
        raise SeedError(Fault(path, at, "is not UTF-8", "save it as UTF-8")) from None
    try:
        return _typed(load(text.replace("\r\n", "\n"), path, first=1), path)
    except FrontMatterError as error:
        raise SeedError(*error.faults) from None


def checked(meta: Mapping[str, object], name: str) -> dict[str, Any]:
    """The same for values that a program hands in; `name`: of their seed."""
    return _typed({str(key): node_of(value) for key, value in meta.items()}, f"{name}.meta.yaml")


def _typed(nodes: Mapping[str, Node], path: str) -> dict[str, Any]:
    """Raises `SeedError` with everything that is wrong."""
    fields, faults = read_fields({key: node for key, node in nodes.items() if key not in MACHINE}, path)
    faults += [
        Fault(path, nodes[key].line, f"{key}: only the converter writes this key", "delete it")
        for key in MACHINE
        if key in nodes
    ]
    if faults:
        raise SeedError(*sorted(faults, key=lambda fault: fault.line or 0))
    return fields


def supplied(article: Article, meta: Mapping[str, Any]) -> Article:
    """The article with the sidecar's values; each text that they replace is a finding: none is lost."""
    if not meta:
        return article
    values: dict[str, Any] = {key: meta[key] for key in _SAME if key in meta}
    values |= {key: tuple(meta[key]) for key in _TUPLES if key in meta}
    if "summary" in meta:
        values["standfirst"] = meta["summary"]
    if "date" in meta:
        values["date"] = _precise(meta["date"], meta.get("date_precision"))
        values.setdefault("date_source", "supplied")
    if "modified" in meta:
        values["modified"] = meta["modified"]
    if "image" in meta:
        values["image"] = replace(article.image or Image(), **meta["image"])
    if "rights" in meta:
        values["rights"] = replace(article.rights or Rights(), **meta["rights"])
    if "glossary" in meta:
        values["glossary"] = meta["glossary"]
    if "corrections" in meta:
        values["corrections"] = tuple(Correction(c["date"], c["what"]) for c in meta["corrections"])
    if "dates_mentioned" in meta:
        values["dates_mentioned"] = tuple(
            DateMention(m["text"], m.get("from"), m.get("until"), m.get("rule", "supplied"))
            for m in meta["dates_mentioned"]
        )
    return replace(article, **values, findings=article.findings + tuple(_replaced(article, values)))


def _precise(moment: date | datetime, precision: object) -> date | datetime:
    """A day where the sidecar says that only the day is known."""
    return moment.date() if precision == "day" and isinstance(moment, datetime) else moment


def _replaced(article: Article, values: Mapping[str, Any]) -> list[Finding]:
    """A finding for each text of the seed that the sidecar's value stands in for."""
    old = {
        key: getattr(article, key)
        for key in values
        if key not in ("status", "date_source", "image", "rights")
    }
    old |= {key: getattr(article.image, key) for key in ("caption", "credit", "alt") if "image" in values}
    new = dict(values) | {
        key: getattr(values["image"], key) for key in ("caption", "credit", "alt") if "image" in values
    }
    return [
        Finding("supplied", _words(text), f"{key}: the sidecar's value stands instead", dropped=True)
        for key, text in old.items()
        if text and text != new[key]
    ]


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
