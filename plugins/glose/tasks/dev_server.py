"""The local server of `invoke serve`: the built site on 127.0.0.1, reloaded in the browser after every build.

A page is sent as built, with the script that reloads it and the one that lets it be annotated (`editor`) added.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep, time_ns
from typing import NamedTuple
from urllib.parse import quote

from glose.tasks.editor import PLACE, Desk

RELOAD_PATH = "/.glose/reload"
PAUSE = 0.05
"""Seconds after which a file that is not there is looked for once more: a site may just be put in another's place."""
READING = 10.0
"""Seconds within which a request that was begun is sent."""
DRAINED = 4 << 20
"""Bytes of a refused request that are read all the same, so that its sender hears the answer."""
HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Names by which this machine asks itself. A page elsewhere whose name leads here would read drafts otherwise."""
ELSEWHERE = b"this server is for this machine alone\n"
_SCRIPT = (
    f"new EventSource('{RELOAD_PATH}?' + document.currentScript.dataset.since)"
    ".onmessage = () => location.reload();"
)
HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_TAG = '<script src="{path}.js" data-since="{since}"></script>{editor}</body>'


class Reloader:
    """Wakes every open page when a build has been published."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.generation = time_ns()
        """Of the site that is served: another one after each build, and in each server."""

    def announce(self) -> None:
        """Tells all waiting pages to load again."""
        with self._changed:
            self.generation += 1
            self._changed.notify_all()

    def wait(self, seconds: float, seen: int | None = None) -> bool:
        """True when a build was announced within `seconds`, or since `seen` was the generation."""
        with self._changed:
            known = self.generation if seen is None else seen
            return self._changed.wait_for(lambda: self.generation != known, timeout=seconds)


class _Found(NamedTuple):
    body: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    place: str = ""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.0"  # one request a connection: an event stream ends with its page

    def __init__(self, *args: object, reloader: Reloader | None, desk: Desk | None, **kwargs: object) -> None:
        self.reloader, self.desk = reloader, desk
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def handle(self) -> None:
        """One request; who asked may have gone before the answer."""
        with suppress(ConnectionError, TimeoutError):
            super().handle()

    def do_GET(self) -> None:
        """A file, the reload script, the event stream, or a page with the script added."""
        path, _, query = self.path.partition("?")
        if path == RELOAD_PATH and self.reloader and self._is_for_us():
            self._stream(self.reloader, int(query) if query.isdecimal() else None)
        else:
            self._send(self._answer(path))

    def do_HEAD(self) -> None:
        """The same without the body."""
        self._send(self._answer(self.path.partition("?")[0]))

    def do_POST(self) -> None:
        """What an editor's page asks for."""
        if not self._is_for_us():
            self._send(_Found(ELSEWHERE, "text/plain", HTTPStatus.MISDIRECTED_REQUEST))
        elif self.desk is None or not self.path.startswith(PLACE):
            self._send(_Found(b"nothing is written here\n", "text/plain", HTTPStatus.METHOD_NOT_ALLOWED))
        else:
            self.connection.settimeout(READING)
            self._read = False
            status, said = self.desk.post(self.path, self.headers, self._hosts, self._body)
            if not self._read:
                self._drain()
            self._send(_Found(said, "application/json", status))

    def _body(self, length: int) -> bytes:
        self._read = True
        return self.rfile.read(length)

    def _drain(self) -> None:
        length = self.headers.get("Content-Length") or ""
        left = (
            min(int(length), DRAINED) if length.isascii() and length.isdecimal() and len(length) < 10 else 0
        )
        with suppress(OSError):
            while left > 0 and (taken := self.rfile.read(min(left, 1 << 16))):
                left -= len(taken)

    def _answer(self, path: str) -> _Found:
        if not self._is_for_us():
            return _Found(ELSEWHERE, "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
        if self.desk and path.startswith(PLACE) and (part := self.desk.get(path)):
            return _Found(part[1], part[0])
        if path == f"{RELOAD_PATH}.js" and self.reloader:
            return _Found(_SCRIPT.encode(), "text/javascript")
        found = self._look(path)
        if found is None:
            sleep(PAUSE)
            found = self._look(path)
        if found is None:
            missing = self._look("/404.html") or _Found(b"404", "text/html")
            found = missing._replace(status=HTTPStatus.NOT_FOUND)
        return found

    @property
    def _hosts(self) -> frozenset[str]:
        """Names by which this server is asked, with its port."""
        port = self.connection.getsockname()[1]
        return frozenset(f"{name}:{port}" for name in HOSTS)

    def _is_for_us(self) -> bool:
        return (self.headers.get("Host") or "").lower() in self._hosts

    def _look(self, path: str) -> _Found | None:
        """The file at an address; None where there is none now."""
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        elif file.is_dir():
            # Not `path`: "//elsewhere" would lead a browser to another host.
            inside = file.relative_to(self.directory).as_posix()
            return _Found(b"", "text/plain", HTTPStatus.MOVED_PERMANENTLY, f"/{quote(inside)}/")
        since = self.reloader.generation if self.reloader else 0  # before reading: what follows is told
        try:
            body = file.read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
            return None  # `ValueError`: an address that no file can have
        if file.suffix != ".html":
            return _Found(body, self.guess_type(file.name))
        if self.reloader:
            # The published policy allows no script but its own; here, and only here, the server's are some more.
            tag = _TAG.format(
                path=RELOAD_PATH, since=since, editor=self.desk.tag if self.desk else ""
            ).encode()
            for kind in (b"script-src ", b"style-src ") if self.desk else (b"script-src ",):
                body = body.replace(kind, kind + b"'self' ", 1)
            body = tag.join(body.rsplit(b"</body>", 1))
        return _Found(body, "text/html; charset=utf-8")

    def _send(self, found: _Found) -> None:
        self.send_response(found.status)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(found.body)))
        if found.place:
            self.send_header("Location", found.place)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def end_headers(self) -> None:
        """No answer is kept: the next build changes it. None is shown inside a page of elsewhere, or read by it."""
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def _stream(self, reloader: Reloader, seen: int | None) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = reloader.generation if seen is None else seen
        try:
            while True:
                if reloader.wait(15, seen):
                    seen = reloader.generation
                    self.wfile.write(b"data: built\n\n")
                else:
                    self.wfile.write(b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of requests: the terminal is for builds."""


def serve(
    folder: Path, port: int, reloader: Reloader | None = None, desk: Desk | None = None
) -> ThreadingHTTPServer:
    """A server for `folder` on 127.0.0.1, started in a thread; port 0 takes a free one. No reloader: pages as built.

    `desk`: lets pages be annotated.

    Raises `OSError` when the port is taken. The folder may be exchanged at any time: paths are looked up anew.
    """
    handler = partial(_Handler, directory=str(folder), reloader=reloader, desk=desk)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
