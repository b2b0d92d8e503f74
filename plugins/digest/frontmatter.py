"""The keys that an article's header may hold, and what each may say. `FIELDS` is the only list of them.

A value is read by its key's kind and never by YAML's guesses: ``title: 1986`` is the text 1986, ``lang: no``
is Norwegian, ``12:30`` is not 750.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from plugins.digest.model.errors import Fault
from plugins.digest.text import slug
from plugins.digest.text.clean import line

Value = Any
"""What a field holds after reading: str, bool, date, datetime, list or dict of these."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it was written, with its place."""

    value: str | list[Node] | dict[str, Node]
    line: int | None = None
    """Line in the file, from 1; None for a value that comes from a program."""


class Wrong(Exception):  # noqa: N818  caught here, never raised to a caller
    """A value that its key may not hold."""

    def __init__(self, what: str, todo: str, at: int | None = None) -> None:
        self.what, self.todo, self.line = what, todo, at
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Field:
    """What a key may hold."""

    kind: str
    """As the documentation names it: text, date, list of texts."""
    read: Callable[[Node], Value]
    """The typed value of a node; raises `Wrong`."""
    keys: Mapping[str, Field] | None = None
    """The keys of a nested mapping, or of each mapping in a list."""


def _scalar(node: Node, kind: str, todo: str) -> str:
    if not isinstance(node.value, str):
        raise Wrong(f"must be {kind}", todo, node.line)
    return line(node.value)


def _text(node: Node) -> str:
    return _scalar(node, "a text", "write it on one line, in quotes if it holds ' : ' or begins with a sign")


def _matching(kind: str, pattern: str, todo: str) -> Field:
    compiled = re.compile(pattern)

    def read(node: Node) -> str:
        text = _scalar(node, kind, todo)
        if not compiled.fullmatch(text):
            raise Wrong(f"{text!r} is not {kind}", todo, node.line)
        return text

    return Field(kind, read)


def _one_of(*words: str) -> Field:
    def read(node: Node) -> str:
        text = _scalar(node, "one word", f"write one of {', '.join(words)}")
        if text not in words:
            near = get_close_matches(text, words, 1)
            todo = f"did you mean {near[0]}?" if near else f"write one of {', '.join(words)}"
            raise Wrong(f"{text!r} is not known", todo, node.line)
        return text

    return Field("one of " + ", ".join(words), read)


def _slug(node: Node) -> str:
    text = _scalar(node, "a slug", "write it like front-al-nosra")
    if fault := slug.fault(text):
        raise Wrong(f"{text!r} {fault}", f"write {slug.slugify(text)}", node.line)
    return text


def _day(node: Node) -> date:
    text = _scalar(node, "a date", "write it like 2016-03-15")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(f"{text!r} is not a date", "write it like 2016-03-15", node.line) from None


def _moment(node: Node) -> date | datetime:
    text = _scalar(node, "a date", "write it like 2016-03-15 or 2016-03-15T17:42:00+01:00")
    if len(text) <= len("2016-03-15"):
        return _day(node)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        todo = "write it like 2016-03-15 or 2016-03-15T17:42:00+01:00"
        raise Wrong(f"{text!r} is not a date", todo, node.line) from None
    if moment.tzinfo is None:
        raise Wrong(
            f"{text!r} has no offset", f"write {moment.isoformat()}+01:00 or the day alone", node.line
        )
    return moment


def _instant(node: Node) -> datetime:
    moment = _moment(node)
    if not isinstance(moment, datetime):
        raise Wrong(f"{moment} has no time", f"write it like {moment}T06:00:00+01:00", node.line)
    return moment


def _flag(node: Node) -> bool:
    text = _scalar(node, "true or false", "write true or false")
    if text not in ("true", "false"):
        raise Wrong(f"{text!r} is neither true nor false", "write true or false", node.line)
    return text == "true"


def _texts(node: Node) -> dict[str, str]:
    if not isinstance(node.value, dict):
        raise Wrong("must be words with a slug each", "write it as {words: slug}", node.line)
    return {line(key): _text(one) for key, one in node.value.items()}


def _list_of(item: Field, kind: str) -> Field:
    def read(node: Node) -> list[Value]:
        if not isinstance(node.value, list):
            raise Wrong("must be a list", "write it like [one, two], or one '- item' a line", node.line)
        return [item.read(one) for one in node.value]

    return Field(kind, read, item.keys)


def _record(**keys: Field) -> Field:
    def read(node: Node) -> dict[str, Value]:
        if not isinstance(node.value, dict):
            raise Wrong("must hold keys of its own", f"write {', '.join(keys)} below it", node.line)
        values: dict[str, Value] = {}
        for key, one in node.value.items():
            if key not in keys:
                raise Wrong(f"unknown key {key!r}", nearest(key, keys), one.line)
            if one.value != "":
                values[key] = keys[key].read(one)
        return values

    return Field("keys", read, keys)


TEXT = Field("text", _text)
TEXTS = _list_of(TEXT, "list of texts")
DAY = Field("day", _day)
MOMENT = Field("date or date with time and offset", _moment)
WEB = _matching("a web address", r"https?://[^\s<>\"]+", "write it whole, with https://")
PATH = _matching(
    "a path below content/",
    r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\{}|:\s][^\\{}|:]*",
    "write it like images/name.jpg",
)
ADDRESS = _matching(
    "an address of this site",
    r"/(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\\s<>\"{}|?#]*",
    "write it like /2016/03/15/slug/",
)
SHA256 = _matching("a SHA-256", r"[0-9a-f]{64}", "leave this key to the converter")

FIELDS: Mapping[str, Field] = {
    "title": TEXT,
    "date": MOMENT,
    "date_precision": _one_of("day", "minute", "second", "month", "year"),
    "date_source": _one_of("supplied", "metadata", "dateline", "unresolved"),
    "slug": Field("slug", _slug),
    "lang": _matching("a language tag", r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "write it like fr, en or pt-BR"),
    "category": TEXT,
    "tags": TEXTS,
    "summary": TEXT,
    "authors": TEXTS,
    "source": TEXT,
    "source_url": WEB,
    "byline": TEXT,
    "dateline": TEXT,
    "image": _record(caption=TEXT, credit=TEXT, archive=Field("flag", _flag), src=PATH, alt=TEXT),
    "status": _one_of("published", "draft", "hidden", "withheld", "retracted"),
    "held": TEXTS,
    "rights": _record(policy=_one_of("full", "excerpt", "link"), holder=TEXT, note=TEXT),
    "dates_mentioned": _list_of(
        _record(**{"text": TEXT, "from": DAY, "until": DAY, "rule": TEXT}), "list of dates"
    ),
    "variant_of": Field("slug", _slug),
    "revision": TEXT,
    "embargo_until": Field("date with time and offset", _instant),
    "aliases": _list_of(ADDRESS, "list of addresses"),
    "modified": MOMENT,
    "corrections": _list_of(_record(date=DAY, what=TEXT), "list of corrections"),
    "glossary": _record(
        skip=TEXTS, force=Field("texts by text", _texts), first=_one_of("article", "section", "all")
    ),
    "seed": _record(path=TEXT, sha256=SHA256, item=TEXT, sidecar=SHA256),
    "converter": _record(version=TEXT, sha256=SHA256),
}
"""Every key of an article's header, in the order in which it is written."""

DEEPEST = 4
"""Levels of nesting: the list of `dates_mentioned` holds mappings of texts."""

REQUIRED = ("title", "slug", "lang", "status")
DATED = frozenset({"published", "hidden", "retracted"})
"""Status words that put an article at an address, which has its date in it."""

MACHINE = ("held", "seed", "converter")
"""Keys that only the converter writes: a sidecar may not hold them."""


def read_fields(nodes: Mapping[str, Node], path: str) -> tuple[dict[str, Value], list[Fault]]:
    """The typed fields of a header, and everything that is wrong with it; empty values count as absent."""
    fields: dict[str, Value] = {}
    faults: list[Fault] = []
    for key, node in nodes.items():
        if key not in FIELDS:
            faults.append(Fault(path, node.line, f"unknown key {key!r}", nearest(key, FIELDS)))
        elif node.value not in ("", [], {}):
            try:
                fields[key] = FIELDS[key].read(node)
            except Wrong as wrong:
                faults.append(Fault(path, wrong.line or node.line, f"{key}: {wrong.what}", wrong.todo))
    return fields, faults


def missing(fields: Mapping[str, Value], *, dated: bool = True) -> Iterator[tuple[str, str]]:
    """Required keys that are absent, each with what to write."""
    for key in REQUIRED:
        if not fields.get(key):
            yield key, f"add `{key}:` to the header"
    if dated and "date" not in fields and fields.get("status") in DATED:
        yield "date", "add `date: 2016-03-15`, or `status: draft` while nobody knows it"


def nearest(key: str, keys: Mapping[str, Field]) -> str:
    """What to do about an unknown key: the known one that looks like it, or the whole list."""
    near = get_close_matches(key, keys, 1, 0.6)
    return f"did you mean `{near[0]}`?" if near else "known keys are " + ", ".join(keys)


def node_of(value: object, depth: int = 0) -> Node:
    """A program's value as a node: how a sidecar that was read elsewhere comes in.

    What is nested deeper than any field comes out as a text, which no list or mapping takes.
    """
    if isinstance(value, Mapping) and depth < DEEPEST:
        return Node({str(key): node_of(one, depth + 1) for key, one in value.items()})
    if isinstance(value, list | tuple | set | frozenset) and depth < DEEPEST:
        return Node([node_of(one, depth + 1) for one in value])
    if isinstance(value, bool):
        return Node("true" if value else "false")
    if isinstance(value, date):  # a datetime too
        return Node(value.isoformat())
    if value is None:
        return Node("")
    return Node(str(value) if isinstance(value, str | int | float) else f"({type(value).__name__})")
