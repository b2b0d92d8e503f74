"""What a process that builds again and again need not make anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from glose.digest.build.records import Record
from glose.digest.build.state import decode, mark_of, unseal
from glose.digest.site.values import Fingerprint

if TYPE_CHECKING:
    from glose.digest.build.early import Early

Kind = TypeVar("Kind")


class Warm:
    """The compiled templates, the compiled glossary, the records of texts: each while it would be the same."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Fingerprint, Any]] = {}
        self._records: dict[str, tuple[Fingerprint, Record]] = {}
        self.early: Early | None = None
        """What is to be shown before the site is published."""

    def kept(self, name: str, key: Fingerprint, make: Callable[[], Kind]) -> Kind:
        """What was made under that name, or is made now where `key`, of all that decides it, is another."""
        known = self._made.get(name)
        if known is None or known[0] != key:
            known = self._made[name] = key, make()
        found: Kind = known[1]
        return found

    def record(self, file: str, sealed: bytes) -> Record:
        """What the state has of a file. Raises `DamagedError`."""
        data, mark = unseal(sealed), mark_of(sealed)
        known = self._records.get(file)
        if known is None or known[0] != mark:
            known = self._records[file] = mark, decode(data, Record)
        return known[1]
