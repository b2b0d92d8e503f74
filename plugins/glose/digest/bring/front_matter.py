"""The header of a post of Hugo or Jekyll, in YAML, TOML or JSON: plain values, each key with its line.

Nothing is executed. A tag of YAML, an alias that would multiply what it names, and what is nested without end are
refused; a date stays the letters that somebody typed.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import yaml

from glose.digest.model.errors import Fault, FrontMatterError
from glose.digest.model.limits import HEADER_CHARACTERS, JSON_NESTING

MOST_VALUES = 20_000
"""Values of one header, those that its aliases repeat counted each time."""
DEEPEST = 50
_TOML_KEY = re.compile(r"""^[ \t]*(?:\[\[?[ \t]*)?["']?([\w-]+)["']?[ \t]*(?:[=.\]]|$)""")
_YAML_KEY = re.compile(r"""^["']?([^\s"'#:{}\[\]-][^"':]*)["']?[ \t]*:(?:\s|$)""")
_QUOTE = "put the value in quotes where it holds ': ' or ' #'"


@dataclass(slots=True)
class FrontMatter:
    """What stands above a text."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    first: int = 1
    """Line of the file on which the body begins."""
    form: str = ""
    """``yaml``, ``toml`` or ``json``; empty where there is none."""

    def line(self, key: str) -> int:
        """Where a key stands."""
        return self.lines.get(key, 1)


def read(text: str, path: str) -> FrontMatter:
    """The header and the body of a file; a file without one is all body. Raises `FrontMatterError`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for fence, form in (("---", "yaml"), ("+++", "toml")):
        if text.startswith(fence) and text.partition("\n")[0].rstrip() == fence:
            return _fenced(text, fence, form, path)
    if text.startswith("{") and not text.startswith(("{{", "{%")):
        return _json_first(text, path)
    return FrontMatter(body=text)


def _fenced(text: str, fence: str, form: str, path: str) -> FrontMatter:
    start = text.index("\n") + 1 if "\n" in text else len(text)
    end = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.M).search(text, start)
    if end is None:
        raise FrontMatterError(Fault(path, 1, "the header never ends", f"close it with a line {fence}"))
    header = text[start : end.start()]
    values = parse(header, form, path, 2)
    body, first = bare(text[end.end() :], text.count("\n", 0, end.end()) + 1)
    return FrontMatter(values, _lines(header, form), body, first, form)


def _json_first(text: str, path: str) -> FrontMatter:
    if _deep(text[:HEADER_CHARACTERS]):
        raise FrontMatterError(Fault(path, 1, "the header is nested too deep", "make it flatter"))
    try:
        values, end = json.JSONDecoder().raw_decode(text[: HEADER_CHARACTERS + 1])
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise FrontMatterError(
            Fault(path, line, f"the header is not JSON: {getattr(error, 'msg', error)}", "mend that line")
        ) from None
    body, first = bare(text[end:], text.count("\n", 0, end) + 1)
    lines = {
        match[1]: text.count("\n", 0, match.start()) + 1
        for match in re.finditer(r'"([\w-]+)"\s*:', text[:end])
    }
    return FrontMatter(plain(values), lines, body, first, "json")


def bare(body: str, line: int) -> tuple[str, int]:
    """The body without blank lines before it, and the line on which it begins."""
    bare = body.lstrip("\n")
    return bare.rstrip(), line + len(body) - len(bare)


def _deep(text: str) -> bool:
    depth = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth += 1 if sign in "[{" else -1
        if depth > JSON_NESTING:
            return True
    return False


def _lines(header: str, form: str) -> dict[str, int]:
    """The line of the file on which each top key stands."""
    key = _TOML_KEY if form == "toml" else _YAML_KEY
    found: dict[str, int] = {}
    for number, row in enumerate(header.split("\n"), 2):
        if match := key.match(row[:300]):
            found.setdefault(match[1].strip(), number)
    return found


def parse(text: str, form: str, path: str, first: int = 1) -> dict[str, Any]:
    """The values of a header or a file of settings. Raises `FrontMatterError` with the line."""
    if len(text) > HEADER_CHARACTERS:
        what = f"the header has {len(text):,} characters, more than {HEADER_CHARACTERS:,}"
        raise FrontMatterError(Fault(path, first, what, "shorten it"))
    try:
        if form == "toml":
            return plain(tomllib.loads(text))  # type: ignore[no-any-return]
        if form == "json":
            if _deep(text):
                raise ValueError("nested too deep")  # noqa: TRY301
            return plain(json.loads(text))  # type: ignore[no-any-return]
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = first + int(found[1]) - 1 if found else first
        what = f"the header is not {form.upper()}: {str(error).partition(' (at')[0]}"
        raise FrontMatterError(Fault(path, line, what, "mend that line")) from None
    return _yaml(text, path, first)


def _yaml(text: str, path: str, first: int) -> dict[str, Any]:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"the header is not YAML: {error.problem or error.context}"
        raise FrontMatterError(Fault(path, first + mark.line if mark else first, what, _QUOTE)) from None
    except (yaml.YAMLError, RecursionError) as error:
        what = f"the header is not YAML: {str(error).partition(chr(10))[0]}"
        raise FrontMatterError(Fault(path, first, what, "delete the character that cannot be seen")) from None
    if node is None:
        return {}
    values = _Plain(path, first).value(node, 0)
    if not isinstance(values, dict):
        raise FrontMatterError(
            Fault(path, first, "the header is not a list of keys", "write one `key: value` a line")
        )
    return values


class _Plain:
    """Nodes of YAML as plain values, however often an alias names them."""

    def __init__(self, path: str, first: int) -> None:
        self.path, self.first, self.count = path, first, 0
        self.maker = yaml.constructor.SafeConstructor()

    def value(self, node: yaml.Node, depth: int) -> Any:
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise self.fault(
                node, "the header holds more than any header: aliases repeat it, or it has no end"
            )
        kind = node.tag.rpartition(":")[2]
        if not node.tag.startswith("tag:yaml.org,2002:") or kind not in _KINDS:
            raise self.fault(node, f"the header holds the tag {node.tag}, which could run a program")
        if isinstance(node, yaml.MappingNode):
            return {str(self.value(key, depth + 1)): self.value(one, depth + 1) for key, one in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(one, depth + 1) for one in node.value]
        if kind in ("str", "timestamp", "value", "merge"):
            return node.value
        try:
            return getattr(self.maker, f"construct_yaml_{kind}")(node)
        except ValueError:
            return node.value

    def fault(self, node: yaml.Node, what: str) -> FrontMatterError:
        return FrontMatterError(Fault(self.path, self.first + node.start_mark.line, what, "write it out"))


_KINDS = frozenset("map seq str timestamp value merge int float bool null".split())


def plain(value: Any) -> Any:
    """The value with texts for dates, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def texts(value: object) -> Iterator[str]:
    """The texts of a list, or a text that stands for a list of one."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str | int | float) and not isinstance(one, bool) and str(one).strip():
            yield str(one).strip()
