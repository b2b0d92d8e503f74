"""What one value may be: each kind reads a node, writes the value back as plain data, and describes itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from glose.digest.schema.node import Node, Reading, nearest
from glose.digest.text import slug
from glose.digest.text.clean import NO_XML

Schema = dict[str, Any]
"""A JSON Schema (draft 2020-12)."""

TRUE, FALSE = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PARTIAL_DAY = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
WHOLE_DAY = "2016-03-15"


class Kind:
    """A kind of value. `read` returns None where the value is wrong, which the reading then tells."""

    says = "text"
    """As documentation names it."""

    def read(self, node: Node, where: str, reading: Reading) -> Any:
        """The typed value of a node; `where` names it in messages."""
        raise TypeError(f"{type(self).__name__} reads nothing")

    def plain(self, value: Any) -> Any:
        """The value as data that YAML and JSON write: texts, numbers, days, lists and dictionaries."""
        return value

    def schema(self) -> Schema:
        """What JSON Schema says of the plain value."""
        return {"type": "string", "minLength": 1}


def scalar(node: Node, where: str, reading: Reading, todo: str = "") -> str | None:
    """The letters of a scalar without the white space around; None, told, for a list or mapping."""
    if isinstance(node.value, str):
        return node.value.strip()
    todo = todo or "write it on one line, in quotes where it has a colon"
    reading.fault(node, f"{where} is not a text", todo)
    return None


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """Any text."""

    tidy: Callable[[str], str] = str.strip
    """What is done to every text of this kind."""

    says = "text"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading)
        text = None if found is None else self.tidy(found)
        if text and (odd := NO_XML.search(text)):
            reading.fault(node, f"{where} holds U+{ord(odd[0]):04X}, which no page may hold", "delete it")
            return None
        return text

    def plain(self, value: str) -> str:
        return self.tidy(value)


@dataclass(frozen=True, slots=True)
class Form(Kind):
    """A text of one form."""

    name: str
    """With its article: ``a web address``."""
    pattern: str
    """Regular expression that the whole text matches."""
    todo: str
    tidy: Callable[[str], str] = str.strip

    @property
    def says(self) -> str:  # type: ignore[override]
        return self.name.removeprefix("a ").removeprefix("an ")

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading)
        if found is None or re.fullmatch(self.pattern, text := self.tidy(found)):
            return None if found is None else text
        reading.fault(node, f'{where} is "{text}", not {self.name}', self.todo)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def says(self) -> str:  # type: ignore[override]
        return "one of " + ", ".join(self.words)

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading, f"write one of {', '.join(self.words)}")
        if found is None or found in self.words:
            return found
        reading.fault(node, f'{where} is "{found}"', nearest(found, self.words))
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class Slug(Kind):
    """What an address is made of."""

    says = "slug"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading, "write it like front-al-nosra")
        if found is not None and (fault := slug.fault(found)):
            reading.fault(node, f'{where} "{found}" {fault}', f"write {slug.slugify(found)}")
            return None
        return found

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


class Link(Slug):
    """The slug of another entry, looked up once all are read."""

    says = "slug of another entry"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading)
        if found:
            reading.links.append((where.rpartition(".")[2], found, node.line))
        return found


class Day(Kind):
    """A day, with or without quotes."""

    says = "day"

    def read(self, node: Node, where: str, reading: Reading) -> date | None:
        found = scalar(node, where, reading, f"write it as {WHOLE_DAY}")
        if found is None:
            return None
        try:
            return date.fromisoformat(found if "-" in found else "")
        except ValueError:
            reading.fault(node, f'{where} is "{found}", not a day', f"write it as {WHOLE_DAY}")
            return None

    def schema(self) -> Schema:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


class PartialDay(Kind):
    """A day, month or year, as far as it is known; a text."""

    says = "day, month or year"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading, f"write it as {WHOLE_DAY}")
        if found is None or PARTIAL_DAY.fullmatch(found):
            return found
        return found if Day().read(node, where, reading) else None

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A day, or a moment with its offset."""

    day: bool = True
    """False where a day is not enough."""

    @property
    def says(self) -> str:  # type: ignore[override]
        return "date or date with time and offset" if self.day else "date with time and offset"

    def read(self, node: Node, where: str, reading: Reading) -> date | datetime | None:
        todo = f"write it like {WHOLE_DAY} or {WHOLE_DAY}T17:42:00+01:00"
        found = scalar(node, where, reading, todo)
        if found is None:
            return None
        if not self.day:
            todo = f"write it like {WHOLE_DAY}T17:42:00+01:00"
        if len(found) <= len(WHOLE_DAY) and (self.day or found[:1].isdigit()):
            whole = Day().read(node, where, reading)
            if whole is not None and not self.day:
                reading.fault(node, f"{where} is {found}, without a time", f"write {found}T06:00:00+01:00")
                return None
            return whole
        try:
            moment = datetime.fromisoformat(found)
        except ValueError:
            reading.fault(node, f'{where} is "{found}", not a date', todo)
            return None
        if moment.tzinfo is None:
            todo = f"write {moment.isoformat()}+01:00"
            if self.day:
                todo = f"write {moment.isoformat()}+01:00 or the day alone"
            reading.fault(node, f'{where} is "{found}", without an offset', todo)
            return None
        return moment


class Flag(Kind):
    """True or false, as YAML 1.1 writes them."""

    says = "true or false"

    def read(self, node: Node, where: str, reading: Reading) -> bool | None:
        found = scalar(node, where, reading, "write true or false")
        word = (found or "").lower()
        if found is not None and word not in TRUE | FALSE:
            reading.fault(node, f'{where} is "{found}"', "write true or false")
            return None
        return None if found is None else word in TRUE

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number between two others, inclusive."""

    least: float
    most: float
    whole: bool = True

    @property
    def says(self) -> str:  # type: ignore[override]
        if self.whole:
            return f"whole number from {self.least:g} to {self.most:g}"
        return f"number from {self.least:g} to {self.most:g}"

    def read(self, node: Node, where: str, reading: Reading) -> int | float | None:
        found = scalar(node, where, reading)
        form = r"[+-]?[0-9]{1,6}" if self.whole else r"[+-]?[0-9]{1,6}(?:\.[0-9]{1,8})?"
        if found is not None and re.fullmatch(form, found) and self.least <= float(found) <= self.most:
            return int(found) if self.whole else float(found)
        if found is not None:
            reading.fault(node, f'{where} is "{found}"', f"write a {self.says}")
        return None

    def schema(self) -> Schema:
        return {"type": "integer" if self.whole else "number", "minimum": self.least, "maximum": self.most}


class Lang(Kind):
    """A language tag (BCP 47)."""

    says = "language tag"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading)
        if found is not None and not LANG.fullmatch(found):
            reading.fault(node, f'{where} is "{found}"', "write a language tag: fr, en, pt-BR")
            return None
        return found

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{LANG.pattern}$"}


class Web(Kind):
    """An address on the web, whole."""

    says = "web address"

    def read(self, node: Node, where: str, reading: Reading) -> str | None:
        found = scalar(node, where, reading)
        if found is None or is_address(found):
            return found
        reading.fault(node, f'{where} "{found}" is no address', "write it in full: https://…")
        return None


def is_address(url: str) -> bool:
    """True for a whole address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", url)
