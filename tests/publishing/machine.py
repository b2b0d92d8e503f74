"""Another machine: a real sshd on the loopback, for as long as a test module runs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from glose.digest.publish import alone

PROGRAMS = {"rsync": "rsync", "sshd": "openssh-server", "ssh-keygen": "openssh-client"}
"""What is needed, and Debian's packages of it."""
SYSTEM = "/usr/sbin:/usr/local/sbin:/sbin"


def found(program: str) -> str:
    """Where a program is; installed if there is none and we may, as the tests' browser is."""
    path = f"{os.environ.get('PATH', '')}:{SYSTEM}"
    if not shutil.which(program, path=path) and shutil.which("apt-get") and os.geteuid() == 0:
        with alone(Path(tempfile.gettempdir(), "glose-apt.lock"), "another test installs", wait=300):
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
            for words in (["update"], ["install", "-y", "--no-install-recommends", PROGRAMS[program]]):
                command = ["apt-get", "-qq", *words]
                subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)
    place = shutil.which(program, path=path)
    if not place:
        pytest.fail(f"no {program} found: install {PROGRAMS[program]} and run again", pytrace=False)
    return place


@dataclass(frozen=True)
class Machine:
    """How it is reached."""

    home: Path
    """Where keys and settings lie."""

    def ssh(self, **more: str) -> str:
        """The command for it, with other settings of ssh_config."""
        options = "".join(f" -o {key}={value}" for key, value in more.items())
        return f"ssh{options} -F {self.home / 'ssh_config'}"


@contextmanager
def running() -> Iterator[Machine]:
    """A server that lets one key in, as whoever runs the tests."""
    found("rsync")
    sshd, keygen = found("sshd"), found("ssh-keygen")
    with tempfile.TemporaryDirectory(prefix="sshd-") as folder:
        home = Path(folder).resolve()
        for name in ("host", "user", "stranger"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(home / name)], check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (home / "known").write_text(f"[127.0.0.1]:{port} {(home / 'host.pub').read_text()}")
        (home / "sshd_config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {home}/host\nAuthorizedKeysFile {home}/user.pub\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nStrictModes no\nPidFile none\n"
            "PermitRootLogin prohibit-password\nMaxStartups 100\nUseDNS no\n"
        )
        (home / "ssh_config").write_text(
            f"Port {port}\nIdentitiesOnly yes\nIdentityFile {home}/user\nUserKnownHostsFile {home}/known\n"
            "GlobalKnownHostsFile none\n"
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # in which it locks itself
        command = [sshd, "-D", "-e", "-f", str(home / "sshd_config")]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr
            said = ""
            while "listening on" not in said:
                said = server.stderr.readline()
                assert said, "sshd ended"
            try:
                yield Machine(home)
            finally:
                server.terminate()
