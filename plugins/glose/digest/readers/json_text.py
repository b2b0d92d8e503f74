"""JSON seeds as Python values, and lookups that forgive what senders change between versions of a format."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from glose.digest.model.article import Finding
from glose.digest.model.draft import Source
from glose.digest.model.errors import Fault, SeedError
from glose.digest.text.clean import line
from glose.digest.text.decode import decode


def is_json(source: Source) -> bool:
    """True for a seed that can only be JSON: no text begins with these two characters."""
    head = source.head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    opening, following = head[:1], head[1:].lstrip()[:1]
    return (opening == b"{" and following in (b'"', b"}")) or (opening == b"[" and following in (b"{", b"]"))


def parse(source: Source) -> tuple[Any, tuple[Finding, ...]]:
    """The value and what decoding it took. Raises `SeedError` for what is not JSON."""
    text, findings = decode(source.data)
    try:
        return json.loads(text, strict=False), findings  # line breaks inside strings: CMS exports have them
    except json.JSONDecodeError as error:
        fault = Fault(
            source.name, error.lineno, f"broken JSON: {error.msg}", "ask the sender for a whole file"
        )
        raise SeedError(fault) from None
    except RecursionError:
        raise SeedError(
            Fault(source.name, None, "JSON that is nested too deep", "ask for a sound file")
        ) from None
    except ValueError:
        what = "JSON with a number of thousands of digits"
        raise SeedError(Fault(source.name, None, what, "ask for a sound file")) from None


class Fields(Mapping[str, Any]):
    """A JSON object whose keys count without capitals, hyphens and underscores."""

    def __init__(self, value: object) -> None:
        pairs = value.items() if isinstance(value, Mapping) else ()
        self._fields = {_key(str(key)): content for key, content in pairs}

    def __getitem__(self, key: str) -> Any:
        return self._fields[_key(key)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def text(self, *names: str) -> str:
        """The first of these fields that holds text or a number, as one clean line."""
        return next(filter(None, (line(self.raw(name)) for name in names)), "")

    def raw(self, name: str) -> str:
        """A field's text as it stands, or ""."""
        value = self.get(name)
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return ""
        return str(value)

    def objects(self, *names: str) -> tuple[Fields, ...]:
        """The objects in the first of these fields that has any: of a list, of a dictionary's values, or itself.

        A string in a list is an object with that name.
        """
        for name in names:
            value = self.get(name)
            if isinstance(value, Mapping):
                nested = [item for item in value.values() if isinstance(item, Mapping)]
                value = nested if nested and len(nested) == len(value) else [value]
            if isinstance(value, str) and value.strip():
                value = [value]
            if isinstance(value, list):
                found = (
                    Fields(item if isinstance(item, Mapping) else {"name": item, "value": item})
                    for item in value
                    if item
                )
                return tuple(found)
        return ()


def _key(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "")
