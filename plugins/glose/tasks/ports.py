"""Who holds a port of this machine, as far as the system lets one know."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
LISTENS = "0A"
"""State of a TCP socket that is listened on, in the kernel's tables."""
TABLES = ("net/tcp", "net/tcp6")
LONGEST = 80
"""Characters of a command that are shown."""
_PATIENCE = 5.0


def holder(port: int) -> str:
    """The program that listens on a port, with its process and folder; empty where nobody says.

    Linux tells of one's own processes, elsewhere `lsof` does where it is installed.
    """
    with suppress(OSError, subprocess.SubprocessError):
        pid = _of_the_kernel(port) if (PROC / TABLES[0]).is_file() else _of_lsof(port)
        return _named(pid) if pid else ""
    return ""


def _of_the_kernel(port: int) -> int:
    """The process that has one of the sockets open; 0 for none of those that may be looked at."""
    wanted = {f"socket:[{inode}]" for table in TABLES for inode in _inodes(PROC / table, port)}
    for process in sorted(
        (one for one in PROC.iterdir() if one.name.isdecimal()), key=lambda one: int(one.name)
    ):
        with suppress(OSError):  # another user's, or it has ended
            for one in (process / "fd").iterdir():
                with suppress(OSError):
                    if str(one.readlink()) in wanted:
                        return int(process.name)
    return 0


def _inodes(table: Path, port: int) -> Iterator[str]:
    """Of the sockets that listen on the port."""
    with suppress(FileNotFoundError):  # a kernel without IPv6
        for row in table.read_text().splitlines()[1:]:
            cells = row.split()
            if cells[3] == LISTENS and int(cells[1].rpartition(":")[2], 16) == port:
                yield cells[9]


def _of_lsof(port: int) -> int:
    if not (program := shutil.which("lsof")):
        return 0
    command = [program, "-nP", f"-iTCP:{port}", "-sTCP:LISTEN", "-Fp"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False).stdout
    found = re.search(r"^p(\d+)$", said, re.M)
    return int(found[1]) if found else 0


def _named(pid: int) -> str:
    """Process, command and folder."""
    command, folder = "", ""
    with suppress(OSError):
        words = (PROC / str(pid) / "cmdline").read_bytes().decode(errors="replace").split("\0")
        words[0] = Path(words[0]).name
        command = " ".join(filter(None, words))
        folder = str((PROC / str(pid) / "cwd").readlink())
    if not command:
        asked = ["ps", "-o", "args=", "-p", str(pid)]
        command = subprocess.run(
            asked, capture_output=True, text=True, timeout=_PATIENCE, check=False
        ).stdout.strip()
    shown = "".join(one if one.isprintable() else " " for one in command)
    shown = f"{shown[: LONGEST - 1]}…" if len(shown) > LONGEST else shown
    return f"process {pid}" + (f": {shown}" if shown else "") + (f", in {folder}" if folder else "")
