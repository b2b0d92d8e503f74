"""What kills in plain text have taken back, so that it stays taken back.

A wire's kill carries the identifier of its item; a plain text only names its story. Which one that was, is found once
and kept in ``content/.generated/kills.jsonl``, committed with the articles: the story's own seed lies in seeds/ as
before, and would be published again when it is converted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from glose.digest.batch import json_lines
from glose.digest.batch.folders import Folders
from glose.digest.model.errors import Fault

NAME = "kills.jsonl"

State = Literal["open", "found", "done", "lifted"]


@dataclass(frozen=True, slots=True)
class Target:
    """The article that a kill takes back."""

    path: str
    """Below content/articles, for messages."""
    seed: str
    item: str
    sha256: str
    """Of its seed's bytes: it may be delivered again, or renamed."""
    story: str
    sidecar: str
    """Digest, when it was taken back: a person who then writes a status there has seen the kill."""
    on: str
    """The day that its page names, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Kill:
    """A kill in plain text, and what became of it."""

    seed: str
    sha256: str
    sidecar: str
    text: str
    source: str
    """Code of the agency that signs it; empty when nobody does."""
    day: str
    """On which it was sent, ISO 8601; empty when nobody knows."""
    days: tuple[str, ...]
    """Those that it mentions."""
    state: State = "open"
    """open: it names no article, or several; found: its article is still to be written anew; done: that is taken
    back; lifted: a person has published it all the same."""
    target: Target | None = None

    @property
    def holds(self) -> bool:
        """True while it keeps an article from its readers."""
        return self.state in ("found", "done")

    def takes_back(self, seed: str, item: str) -> bool:
        """True for the article of this seed and item."""
        return self.target is not None and (self.target.seed, self.target.item) == (seed, item)


class KillLog:
    """The kills by seed and digest; `save` writes them when they have changed."""

    def __init__(self, folders: Folders) -> None:
        """Reads the file, if there is one. Raises `DigestError` when it cannot be understood."""
        self.file = folders.generated / NAME
        self.kills = {
            (kill.seed, kill.sha256): kill
            for kill in json_lines.read(self.file, folders.name(self.file), _kill)
        }

    def __iter__(self) -> Iterator[Kill]:
        return iter([kill for _, kill in sorted(self.kills.items())])

    def put(self, kill: Kill) -> None:
        """Sets what is known of a kill."""
        self.kills[kill.seed, kill.sha256] = kill

    def save(self, exists: Callable[[str], bool]) -> None:
        """Writes the kills that have found their article, and the others whose seed exists. Raises `WriteError`."""
        kept = (kill for kill in self if kill.target or exists(kill.seed))
        json_lines.save(self.file, map(asdict, kept))


def orphan_kill(folders: Folders, kill: Kill) -> Fault:
    """What a person should know of an article whose kill is gone from seeds/."""
    path = kill.target.path if kill.target else ""
    what = f"{folders.seed_name(kill.seed)}, which took it back, is gone"
    todo = "it stays taken back; set `status: published` in it when it may be read again"
    return Fault(folders.article_name(path), None, what, todo)


def _kill(record: dict[str, Any]) -> Kill:
    target = record["target"] and Target(**record["target"])
    return Kill(**record | {"days": tuple(record["days"]), "target": target})
