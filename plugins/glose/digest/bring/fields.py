"""The fields of one post are taken up one after the other; what nobody asks for is kept, and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from glose.digest.bring.front_matter import FrontMatter, texts
from glose.digest.bring.post import Note, Post
from glose.digest.dates.timestamps import moment
from glose.digest.text.clean import line

EARLIEST = 1000
"""Year before which a date stands for none: Hugo writes 0001-01-01."""
KEPT = "`{}` has no home here and stands under `brought: kept:`"


@dataclass(slots=True)
class Fields:
    """What a post says of itself. Keys are asked for by any of their names, whatever their case."""

    path: str
    front: FrontMatter
    zone: str
    """IANA name of the zone in which a time without one is meant."""
    zone_from: str
    """Where that zone is said: ``hugo.toml``, ``pelicanconf.py``."""
    lang: str = ""
    """Of the text, for the names of months."""
    notes: list[Note] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    left: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.left = dict(self.front.values)

    def find(self, *names: str) -> str:
        """The first of these keys that the post has, as it writes it; empty for none."""
        lower = {key.lower(): key for key in self.left}
        return next((lower[name] for name in names if name in lower), "")

    def take(self, *names: str) -> Any:
        """The value of the first of these keys, which is then at home; None where there is none."""
        key = self.find(*names)
        return self.left.pop(key) if key else None

    def text(self, *names: str) -> str:
        """A text on one line; a list or mapping in its place is kept."""
        key = self.find(*names)
        value = self.left.get(key)
        if not key or isinstance(value, list | dict | bool):
            return ""
        del self.left[key]
        return "" if value is None else line(str(value))

    def texts(self, *names: str) -> tuple[str, ...]:
        """A list of texts, or one; a mapping in its place is kept."""
        key = self.find(*names)
        value = self.left.get(key)
        whole = [value] if not isinstance(value, list) else value
        if not key or any(isinstance(one, list | dict | bool) for one in whole):
            return ()
        del self.left[key]
        return tuple(dict.fromkeys(filter(None, map(line, texts(value)))))

    def flag(self, *names: str) -> bool | None:
        """True or false; anything else is kept."""
        key = self.find(*names)
        value = self.left.get(key)
        word = str(value).strip().lower()
        if not key or word not in ("true", "false", "yes", "no"):
            return None
        del self.left[key]
        return word in ("true", "yes")

    def when(self, *names: str) -> date | datetime | None:
        """A moment or a day; one that cannot be told is kept. A time without a zone is told."""
        key = self.find(*names)
        value = self.left.get(key)
        if not key or not isinstance(value, str | int) or isinstance(value, bool):
            return None
        at = self.front.line(key)
        found = dated(str(value), self.lang, self.zone)
        if found is None:
            self.note(f"`{key}` is no date that can be told for certain", at)
            return None
        del self.left[key]
        if isinstance(found, datetime) and not isinstance(moment(str(value), self.lang), datetime):
            self.note(f"`{key}` has a time without a zone: read as {self.zone} ({self.zone_from})", at)
        return found

    def note(self, what: str, at: int | None = None) -> None:
        """Tells something at a line of the file."""
        self.notes.append(Note(what, self.path, at or 1))

    def post(self, **more: Any) -> Post:
        """The post, with all that was told of it meanwhile. `more`: its other fields."""
        return Post(
            path=self.path,
            text=self.front.body,
            first=self.front.first,
            held=tuple(self.held),
            notes=tuple(self.notes),
            **more,
        )

    def kept(self) -> Mapping[str, Any]:
        """Everything that nobody asked for and that says something, each key told."""
        said = {key: value for key, value in self.left.items() if value not in (None, "", [], {})}
        for key in said:
            self.note(KEPT.format(key), self.front.line(key))
        return said


def dated(text: str, lang: str, zone: str) -> date | datetime | None:
    """The moment or day of a text; a day where it has no time. Nothing is guessed."""
    text = text.strip()
    if not text or text.startswith("0000") or (text.isdecimal() and len(text) < 8):
        return None
    found = moment(text, lang, zone)
    return found if found is not None and found.year >= EARLIEST else None
