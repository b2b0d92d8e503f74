"""Where the local server listens: on this machine alone unless another name is asked for, on the next free port."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from glose.tasks.dev_server import Answers, Handler
from glose.tasks.editor import Desk
from glose.tasks.reloading import Reloader

LOOPBACK = ("127.0.0.1", "::1")
"""Both: a browser may take either for localhost, and somebody else's server behind the other one for ours."""
EVERY = "0.0.0.0"  # noqa: S104  only where it is asked for by name
TRIES = 20
"""Ports that are tried, the first one included."""
TAKEN = (errno.EADDRINUSE, errno.EACCES)
NOWHERE = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.ENOPROTOOPT)
"""An address that this machine has not."""
WAKES = 0.05
"""Seconds after which a server that nobody asks looks whether it is to end."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self) -> None:
        """Without asking a name server who we are."""
        if os.name == "posix":  # elsewhere it would let two servers have one port
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class _Server6(_Server):
    address_family = socket.AF_INET6


def serve(
    folder: Path, port: int, reloader: Reloader | None = None, desk: Desk | None = None
) -> ThreadingHTTPServer:
    """A server for `folder` on 127.0.0.1, started in a thread; port 0 takes a free one. No reloader: pages as built.

    `desk`: lets pages be annotated.

    Raises `OSError` when the port is taken. The folder may be exchanged at any time: paths are looked up anew.
    """
    return _begun(Answers(folder, reloader, desk), LOOPBACK[0], port)


def listen(answers: Answers, port: int, hosts: Iterable[str] = ()) -> list[ThreadingHTTPServer]:
    """Servers on both loopback addresses, and on those of `hosts` that are this machine's own, all on one port.

    Raises `OSError` when it is taken on one of them.
    """
    begun: list[ThreadingHTTPServer] = []
    others = list(_addresses(hosts))
    wanted = (EVERY, LOOPBACK[1]) if EVERY in others else (*LOOPBACK, *others)
    for address in dict.fromkeys(wanted):
        try:
            begun.append(_begun(answers, address, begun[0].server_port if begun else port))
        except OSError as error:
            if begun and error.errno in NOWHERE:
                continue
            for one in begun:
                one.shutdown()
                one.server_close()
            raise
    return begun


def next_free(answers: Answers, port: int, hosts: Iterable[str] = ()) -> list[ThreadingHTTPServer]:
    """Servers on the first port from `port` on that is free; raises `OSError` after `TRIES`."""
    for at in range(port, port + TRIES) if port else [0] * TRIES:
        try:
            return listen(answers, at, hosts)
        except OSError as error:
            if error.errno not in TAKEN or at == 2**16 - 1:
                raise
            refused = error
    raise refused


def _addresses(hosts: Iterable[str]) -> Iterator[str]:
    """What the names lead to beside this machine's loopback; a name that leads nowhere is only one to be asked by."""
    for host in hosts:
        with suppress(OSError, UnicodeError):
            for *_, found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
                if not ip_address(str(found[0]).partition("%")[0]).is_loopback:
                    yield str(found[0])


def _begun(answers: Answers, address: str, port: int) -> ThreadingHTTPServer:
    kind = _Server6 if ":" in address else _Server
    server = kind((address, port), partial(Handler, answers=answers))
    threading.Thread(target=server.serve_forever, args=(WAKES,), daemon=True).start()
    return server
