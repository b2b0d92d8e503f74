"""A run under an audit hook that tells every file outside the project, and every program or address, it touches.

python -m tests.faults.watched FOLDER [build]: a conversion, or a build.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from tests.batch.digest import Digest

TOUCHES = frozenset(
    "os.rename os.remove os.mkdir os.rmdir os.link os.symlink os.truncate os.chmod os.chown shutil.rmtree".split()
)
LOOKS = frozenset("open os.scandir os.listdir".split())
FOREIGN = (
    "socket.connect",
    "socket.getaddrinfo",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "urllib.",
)


def watch(root: str) -> None:
    """Prints what is touched outside `root`; the interpreter and its libraries may be read, and their caches made."""
    folders = (sys.prefix, sys.base_prefix, str(Path.cwd()), "/usr/share/zoneinfo")
    own = tuple(os.path.realpath(folder) + os.sep for folder in folders)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(FOREIGN):
            print("OUTSIDE", event, arguments, flush=True)
        if event not in TOUCHES | LOOKS or not isinstance(arguments[0], str | bytes):
            return
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if path.startswith((root + os.sep, f"/proc/{os.getpid()}/")) or path in (root, "/dev/null"):
            return
        flags = arguments[2] if event == "open" and isinstance(arguments[2], int) else 0
        changes = event in TOUCHES or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if (changes and "__pycache__" not in path) or not f"{path}{os.sep}".startswith(own):
            print("OUTSIDE", event, path, flush=True)

    sys.addaudithook(hook)


if __name__ == "__main__":
    from tests.faults.building import build_site

    watch(os.path.realpath(sys.argv[1]))
    with Path(os.devnull).open(), Path("/etc/passwd").open():  # shows that the hook sees
        if sys.argv[2:] == ["build"]:
            root = Path(sys.argv[1])
            print(len(build_site(root, root / "output").files))
        else:
            print(Digest(Path(sys.argv[1]).resolve()).convert().kinds)
