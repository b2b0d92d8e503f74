"""YAML between ``---`` lines: written by a dumper, read event by event, with nothing executed or guessed.

Anchors, tags, duplicate keys and deep nesting are refused; every value keeps its line for the errors.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import NamedTuple

import yaml

from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.model.limits import HEADER_CHARACTERS
from glose.digest.schema.node import DEEPEST, Node
from glose.digest.schema.quick import quick

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_QUOTED = re.compile(r'^ *(?:- )*(?:[a-z0-9_]+: )?".*"$', re.M)
_BEYOND = re.compile(r"((?<!\\)(?:\\\\)*)\\U(00(?:0[1-9A-F]|10)[0-9A-F]{4})")
"""What libyaml escapes though it reads it: letters beyond U+FFFF, emoji mostly, which a person wants to read."""

_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
_QUOTE_IT = "quote a value that holds ': ' or ' #', or that begins with a sign: title: \"One: two\""
_VALUE = re.compile(r"(?P<key>\s*(?:- )?[\w-]+: +)(?P<value>[^\s\"'][^\"\\]{0,90})")
_TAB = re.compile(r" *\t")
_TODO = (
    ("expected ',' or ']'", "close the list with ], or quote what stands in it"),
    ("expected ',' or '}'", "close it with }, put a comma between, or quote what stands in it"),
    ("end of stream", "close the quotes"),
    ("expected key", "give the lines of one level the same number of spaces"),
    ("expected <block end>", "give the lines of one list, or of one level, the same number of spaces"),
)
"""By words of what the parser says."""


class Parts(NamedTuple):
    """A file that begins with a header."""

    header: str
    """YAML, without the ``---`` lines."""
    body: str
    """The Markdown below, without blank lines around."""
    first: int
    """Line of the file on which the body begins, from 1."""


def parts(text: str, path: str) -> Parts:
    """The header and the body of a file, and where the body begins.

    Raises `FrontMatterError` when the file does not begin with a header or the header does not end.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE.match(text)
    if opening is None:
        todo = "begin it with a line ---, its keys, and another line ---"
        raise FrontMatterError(Fault(path, 1, "the file has no header", todo))
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        raise FrontMatterError(Fault(path, 1, "the header never ends", "close it with a line ---"))
    body = text[closing.end() :]
    bare = body.lstrip("\n")
    first = text.count("\n", 0, closing.end()) + 1 + len(body) - len(bare)
    return Parts(text[opening.end() + 1 : closing.start()], bare.rstrip("\n"), first)


def split(text: str, path: str) -> tuple[str, str]:
    """The header and the body alone."""
    return parts(text, path)[:2]


def load(header: str, path: str, first: int = 2, faults: list[Fault] | None = None) -> dict[str, Node]:
    """The values of a YAML mapping, as they are written.

    `first`: the line of the file on which `header` begins. `faults`: where keys that stand twice are told, so that
    what else is wrong is found too; without it they are raised. Raises `FrontMatterError`.
    """
    if len(header) <= HEADER_CHARACTERS and (found := quick(header, first)) is not None:
        return found
    return _read(header, _Reading(path, first, faults, "the header")).mapping()


def load_items(text: str, path: str, faults: list[Fault] | None = None) -> list[Node]:
    """The items of a file that is one YAML list; none for an empty file. Otherwise as `load`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _read(text, _Reading(path, 1, faults, "the file")).items()


def _read(text: str, reading: _Reading) -> _Reading:
    """The walk over that text, begun. Raises `FrontMatterError` for what is no YAML of ours."""
    path, first, name = reading.path, reading.first, reading.name
    if len(text) > HEADER_CHARACTERS:
        raise FrontMatterError(Fault(path, first, f"{name} has {len(text):,} characters", "shorten it"))
    if found := _LINE_BREAKS.search(text):
        at = first + text.count("\n", 0, found.start())
        raise FrontMatterError(Fault(path, at, f"U+{ord(found[0]):04X} ends a line unseen", "delete it"))
    try:
        reading.read(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "quoted scalar" in (error.context or ""):
            mark = error.context_mark or mark  # where the quotes are opened
        what = f"{name} is not YAML: {error.problem or error.context}"
        todo = _quoted(text, mark.line) if mark else _QUOTE_IT
        todo = next((todo for words, todo in _TODO if words in what), todo)
        if mark and any(map(_TAB.match, text.split("\n")[mark.line : mark.line + 1])):
            todo = "indent with spaces, not with a tab"
        raise FrontMatterError(Fault(path, first + mark.line if mark else first, what, todo)) from None
    except yaml.YAMLError as error:
        what = f"{name} is not YAML: {str(error).splitlines()[0]}"
        raise FrontMatterError(Fault(path, first, what, "delete the character that cannot be seen")) from None
    return reading


def _quoted(text: str, at: int) -> str:
    """What to do about a line that is no YAML: that line with its value quoted, where nothing else is wrong with it."""
    line = next(islice(text.split("\n"), at, None), "")
    if (found := _VALUE.fullmatch(line.rstrip())) and not _is_yaml(line):
        own = f'{found["key"].strip()} "{found["value"]}"'
        if _is_yaml(own):
            return f"quote its value: {own}"
    return _QUOTE_IT


def _is_yaml(line: str) -> bool:
    try:
        deque(yaml.parse(line, Loader=yaml.CSafeLoader), 0)
    except yaml.YAMLError:
        return False
    return True


class _Reading:
    """One walk over a document's events."""

    def __init__(self, path: str, first: int, faults: list[Fault] | None, name: str) -> None:
        self.path, self.first, self.faults, self.name = path, first, faults, name
        self.top = Node("")

    def read(self, events: Iterator[yaml.Event]) -> None:
        """Takes the only document."""
        event = next(e for e in events if not isinstance(e, yaml.StreamStartEvent | yaml.DocumentStartEvent))
        if isinstance(event, yaml.StreamEndEvent):
            return
        self.top = self.node(event, events, 0)
        if not isinstance(next(events), yaml.DocumentEndEvent) or not isinstance(
            extra := next(events), yaml.StreamEndEvent
        ):
            raise self.fault(extra, "a second document", f"write one only, without lines --- in {self.name}")

    def mapping(self) -> dict[str, Node]:
        """What was read, as the top mapping; empty for an empty document."""
        if isinstance(self.top.value, dict):
            return self.top.value
        if self.top.value == "":
            return {}
        what = f"{self.name} is not a list of keys"
        raise FrontMatterError(Fault(self.path, self.top.line, what, "write one `key: value` a line"))

    def items(self) -> list[Node]:
        """What was read, as the top list; empty for an empty document."""
        if isinstance(self.top.value, list):
            return self.top.value
        if self.top.value == "":
            return []
        what = f"{self.name} is not a list"
        raise FrontMatterError(Fault(self.path, self.top.line, what, 'begin each item with "- "'))

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        """The value that begins with `event`, with all that it holds."""
        at = self.line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.fault(event, "an anchor or alias", _QUOTE_IT)
        if tag := getattr(event, "tag", None):
            raise self.fault(event, f"the tag {tag}", _QUOTE_IT)
        if isinstance(event, yaml.ScalarEvent):
            null = event.implicit[0] and event.value in ("~", "null")
            return Node("" if null else event.value, at)
        if depth > DEEPEST:
            raise self.fault(event, "nested too deep", "the deepest key is like image: caption:")
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self.node(event, events, depth + 1))
            return Node(items, at)
        values: dict[str, Node] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.fault(event, "a key that is not a word", _QUOTE_IT)
            key = self.node(event, events, depth).value
            if key in values:
                twice = self.fault(event, f"the key {key!r} stands twice", "delete one")
                if self.faults is None:
                    raise twice
                self.faults += twice.faults
            value = self.node(next(events), events, depth + 1)
            # What is told of a list or mapping is told at its key.
            values[str(key)] = value if isinstance(value.value, str) else Node(value.value, self.line(event))
        return Node(values, at)

    def fault(self, event: yaml.Event, what: str, todo: str) -> FrontMatterError:
        return FrontMatterError(Fault(self.path, self.line(event), what, todo))

    def line(self, event: yaml.Event) -> int:
        return self.first + (event.start_mark.line if event.start_mark else 0)


class _Dumper(yaml.CSafeDumper):
    """Writes a moment as ISO 8601 has it, and every value in full."""

    def ignore_aliases(self, data: object) -> bool:
        return True  # a day that stands twice is written twice: `load` refuses anchors


_Dumper.add_representer(
    datetime,
    lambda dumper, moment: dumper.represent_scalar("tag:yaml.org,2002:timestamp", moment.isoformat()),
)


def dump(fields: Mapping[str, object]) -> str:
    """The fields as a YAML header, without the ``---`` lines, in their order, one line a text."""
    written: str = yaml.dump(
        dict(fields),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=2**31 - 1,
    )
    if "\\U" not in written:
        return written
    return _QUOTED.sub(
        lambda line: _BEYOND.sub(lambda sign: sign[1] + chr(int(sign[2], 16)), line[0]), written
    )
