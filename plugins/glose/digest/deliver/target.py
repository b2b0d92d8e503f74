"""Where a site is published to: one entry of the setting PUBLISH, or what the command line names."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from glose.digest.text.slips import nearest

KINDS = ("folder", "ssh", "gh-pages")
SERVERS = ("", "apache")
Problem = tuple[str, str]
"""What is wrong, and what to do."""

_SSH = re.compile(
    r"(?:[A-Za-z0-9_.][\w.+-]*@)?(?:[A-Za-z0-9_][\w.-]*|\[[0-9A-Fa-f:.]+\]):[^\s:][^\x00-\x1f\x7f]*"
)
"""``user@host:path``; neither part may begin with a hyphen, which ssh would take for an option."""
_BRANCH = re.compile(r"(?!.*(?:\.\.|@\{|//|\.lock(?:/|$)))[A-Za-z0-9_][\w./-]*(?<![./])")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Target:
    """One place that a site is published to. A key of PUBLISH's entries is a field of the same name."""

    name: str
    """By which the command line and messages call it; `kind` for one that PUBLISH does not name."""
    to: str
    """One of `KINDS`."""
    place: str
    """A folder; ``user@host:path``; the address of a repository, or the name of a remote of the digest's own."""
    releases: int = 0
    """How many sites an ssh target keeps in ``releases/``, the live one among them; 0: the path is the site itself."""
    ssh: str = "ssh"
    """The program, with options: ``ssh -p 2222 -F deploy/ssh_config``."""
    branch: str = "gh-pages"
    domain: str = ""
    """Host of one's own, which a branch names in its file ``CNAME``."""
    history: bool = False
    """Whether the branch keeps the sites before, for everybody to read; without, it is one commit."""
    compress: bool = True
    """Whether files get twins ``.gz`` and ``.br``; a branch has none, since its hosts compress by themselves."""
    server: str = ""
    """``apache``: a ``.htaccess`` is put into the site."""
    host: bool = False
    """True where the place answers for the whole host: the site lies below its path there, ``_headers`` at the top."""

    @property
    def host_part(self) -> str:
        """What stands before the path of an ssh target, with the colon."""
        bracket = self.place.find("]") + 1
        return self.place[: self.place.index(":", bracket) + 1]

    @property
    def folder(self) -> str:
        """The path of an ssh target on its host, relative to the home folder where it does not begin with a slash."""
        return self.place.removeprefix(self.host_part).rstrip("/") or "/"

    @property
    def machine(self) -> str:
        """``user@host`` of an ssh target, as ssh takes it: an address of IPv6 without brackets."""
        return self.host_part[:-1].replace("[", "").replace("]", "")

    @property
    def twins(self) -> bool:
        """Whether files get compressed twins there."""
        return self.compress and self.to != "gh-pages"


KEYS = tuple(field.name for field in fields(Target) if field.name != "name")
NEEDED = {"folder": "/srv/www/digest", "ssh": "user@host.example:/srv/www/digest"}
"""Kinds that have no place by themselves, each with an example of one."""


def targets_of(value: Mapping[str, Mapping[str, Any]]) -> dict[str, Target]:
    """The targets of a sound PUBLISH, by name."""
    return {name: target(name, entry) for name, entry in value.items()}


def target(name: str, entry: Mapping[str, Any]) -> Target:
    """One sound entry as a target."""
    place = str(entry.get("place", "origin" if entry["to"] == "gh-pages" else ""))
    return Target(**{"name": name, **entry, "place": place})


def problems(value: object) -> Iterator[Problem]:
    """What is wrong in PUBLISH, each with what to write."""
    example = 'PUBLISH = {"live": {"to": "folder", "place": "/srv/www/digest"}}'
    if not isinstance(value, Mapping):
        yield f"PUBLISH: {value!r} is no list of targets by name", f"write it like {example}"
        return
    for name, entry in value.items():
        if not isinstance(name, str) or not _NAME.fullmatch(name) or name in KINDS:
            yield f"PUBLISH: {name!r} is no name of a target", 'write small letters, like "live"'
        elif not isinstance(entry, Mapping):
            yield f"PUBLISH[{name!r}]: {entry!r} is no target", f"write it like {example}"
        else:
            yield from _entry(f"PUBLISH[{name!r}]", entry)


def _entry(where: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    for key in entry.keys() - set(KEYS):
        yield f"{where}: unknown key {key!r}", nearest(str(key), KEYS)
    if (kind := entry.get("to")) not in KINDS:
        yield f"{where}: to is {kind!r}", nearest(str(kind or ""), KINDS)
        return
    for key, wanted in (("releases", int), ("history", bool), ("compress", bool), ("host", bool)):
        if key in entry and type(entry[key]) is not wanted:
            example = "3" if wanted is int else "True"
            yield f"{where}: {key} is {entry[key]!r}", f'write it like "{key}": {example}'
    for key in ("place", "ssh", "branch", "domain", "server"):
        if key in entry and not isinstance(entry[key], str):
            yield f"{where}: {key} is {entry[key]!r}, which is no text", f'write it like "{key}": "…"'
            return
    yield from _values(where, kind, entry)


def _values(where: str, kind: str, entry: Mapping[str, Any]) -> Iterator[Problem]:
    place = entry.get("place", "")
    if kind in NEEDED and not place:
        yield f"{where}: no place", f'write "place": "{NEEDED[kind]}"'
    elif kind == "ssh" and not _SSH.fullmatch(place):
        yield f"{where}: {place!r} is no place on another machine", f"write it like {NEEDED['ssh']}"
    elif place.startswith("-") or "\0" in place:
        yield f"{where}: {place!r} is no place", f"write it like {NEEDED.get(kind, 'origin')}"
    if type(entry.get("releases", 0)) is int and not 0 <= entry.get("releases", 0) <= 1000:
        yield f"{where}: releases is {entry['releases']}", "write how many sites are kept, like 3, or 0"
    try:
        words = shlex.split(entry.get("ssh", "ssh"))
    except ValueError:
        words = []
    if not words:
        yield f"{where}: ssh is {entry['ssh']!r}, which is no command", 'write it like "ssh -p 2222"'
    if not _BRANCH.fullmatch(entry.get("branch", "gh-pages")):
        yield f"{where}: {entry['branch']!r} is no name of a branch", 'write it like "gh-pages"'
    if (domain := entry.get("domain", "")) and not _DOMAIN.fullmatch(domain):
        yield f"{where}: {domain!r} is no name of a host", 'write it like "news.example"'
    if (server := entry.get("server", "")) not in SERVERS:
        yield f"{where}: server is {server!r}", 'write "apache", or leave it out: others are set up by hand'
