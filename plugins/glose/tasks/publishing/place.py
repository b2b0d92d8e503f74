"""What every kind of target can do, and how what its programs say becomes a sentence."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from glose.digest.deliver.parcel import Parcel
from glose.digest.model.errors import DigestError, Fault
from glose.tasks.child import stopped_by_sigterm

Files = Mapping[str, str]
"""Path to SHA-256, as a manifest says."""
Step = Callable[[str], None]
"""Called with each file that is packed."""


class Place(Protocol):
    """Where a site is published to."""

    def files(self) -> Files:
        """What is published there now; nothing before the first time. Raises `DigestError` where nobody may write."""

    def send(self, goods: Parcel, step: Step) -> None:
        """Publishes `goods`; whatever ends it, readers have the old site or the new one whole."""

    def before(self) -> Files:
        """The site before this one; raises `DigestError` where there is none to go back to."""

    def back(self) -> None:
        """Puts that one back."""


class Said(NamedTuple):
    """What a program answered."""

    code: int
    out: bytes
    err: str


def run(command: list[str], *, cwd: Path | None = None, **environment: str) -> Said:
    """Runs a program that asks nobody anything; raises `DigestError` where it is not installed."""
    env = {**os.environ, "LC_ALL": "C", **environment}
    try:
        with stopped_by_sigterm():
            done = subprocess.run(
                command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False
            )
    except FileNotFoundError:
        what = f"{command[0]} is not installed on this machine"
        raise DigestError(Fault("publish", None, what, f"install {command[0]} and publish again")) from None
    return Said(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


WHOLE = "the site there is as it was"
MIXED = "every page there is whole, of the old site or of the new one"
RSYNC_IO = 11
"""What rsync exits with when a file could not be written; on a full disk it often says nothing else."""
REASONS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("remote host identification has changed",),
        "shows another key than before",
        "ask its owner whether the key is new; then delete the old one with `ssh-keygen -R HOST`",
    ),
    (
        ("host key verification failed", "no matching host key"),
        "is not known on this machine",
        "connect once by hand with `ssh HOST`, compare the key that it shows, and publish again",
    ),
    (
        ("could not resolve", "name or service not known", "unable to look up"),
        "has no address",
        "look for a slip in its name",
    ),
    (
        (
            "connection refused",
            "timed out",
            "no route to host",
            "network is unreachable",
            "failed to connect",
        ),
        "does not answer",
        "see that it runs and that its port is the right one",
    ),
    (
        ("no space left", "disk quota exceeded"),
        "has no room left",
        "make room there and publish again",
    ),
    (
        ("rsync: not found", "rsync: command not found", "rsync: no such file"),
        "has no rsync",
        "install rsync there",
    ),
    (
        ("protected branch", "hook declined", "gh006", "not allowed to push"),
        "refuses the push",
        "allow this account to push to that branch",
    ),
    (
        ("stale info", "fetch first", "non-fast-forward", "cannot lock ref"),
        "was published to by somebody else meanwhile",
        "publish again",
    ),
    (
        (
            "permission denied (",
            "authentication failed",
            "could not read username",
            "too many authentication",
        ),
        "refuses the login",
        "give this account's public key to it, or load the key with `ssh-add`",
    ),
    (
        ("permission denied", "operation not permitted", "read-only file system", "insufficient permission"),
        "does not let this account write there",
        "let it own that folder, or name another",
    ),
    (
        ("repository not found", "does not appear to be a git repository", "not a git repository"),
        "is no repository that this account can see",
        "look for a slip in its address",
    ),
    (
        (
            "connection closed",
            "connection reset",
            "broken pipe",
            "connection unexpectedly closed",
            "lost connection",
        ),
        "ended the connection",
        "publish again",
    ),
)
"""Words of ssh, rsync and git by which a reason is known, what is the matter, and what to do; the first that fits."""


def refusal(where: str, said: Said, program: str, left: str = WHOLE) -> DigestError:
    """The error for a program that failed; `left`: what readers have now."""
    words = said.err.lower()
    for signs, what, todo in REASONS:
        if any(sign in words for sign in signs):
            return DigestError(Fault(where, None, f"{what}; {left}", todo))
    if program == "rsync" and said.code == RSYNC_IO:
        todo = "make room there, see that this account may write there, and publish again"
        return DigestError(Fault(where, None, f"rsync could not write everything there; {left}", todo))
    last = next(
        (line.strip() for line in reversed(said.err.splitlines()) if line.strip()), f"exit {said.code}"
    )
    todo = f"mend what {program} says and publish again"
    return DigestError(Fault(where, None, f"{program}: {last}; {left}", todo))
