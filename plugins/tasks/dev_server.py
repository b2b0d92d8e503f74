"""The local server of `invoke serve`: the built site on 127.0.0.1, reloaded in the browser after every build."""

from __future__ import annotations

import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

RELOAD_PATH = "/.glose/reload"
_SCRIPT = f"new EventSource('{RELOAD_PATH}').onmessage = () => location.reload();"
_TAG = f'<script src="{RELOAD_PATH}.js"></script></body>'


class Reloader:
    """Wakes every open page when a build has been published."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._generation = 0

    def announce(self) -> None:
        """Tells all waiting pages to load again."""
        with self._changed:
            self._generation += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """True when a build was announced within `seconds`."""
        with self._changed:
            seen = self._generation
            return self._changed.wait_for(lambda: self._generation != seen, timeout=seconds)


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.0"  # one request a connection: an event stream ends with its page

    def __init__(self, *args: object, reloader: Reloader | None, **kwargs: object) -> None:
        self.reloader = reloader
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A file, the reload script, the event stream, or a page with the script added."""
        if self.path == RELOAD_PATH and self.reloader:
            self._stream(self.reloader)
        elif self.path == f"{RELOAD_PATH}.js" and self.reloader:
            self._send(_SCRIPT.encode(), "text/javascript")
        elif (page := self._page()) is not None:
            self._send(page, "text/html; charset=utf-8")
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"404"
            self._send(body, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def _page(self) -> bytes | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return None
        text = file.read_text(encoding="utf-8")
        if not self.reloader:
            return text.encode()
        # The published policy allows no script but its own; here, and only here, the server's is one more.
        return text.replace("script-src ", "script-src 'self' ", 1).replace("</body>", _TAG, 1).encode()

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, reloader: Reloader) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"data: built\n\n" if reloader.wait(15) else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the page was closed

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of requests: the terminal is for builds."""


def serve(folder: Path, port: int, reloader: Reloader | None = None) -> ThreadingHTTPServer:
    """A server for `folder` on 127.0.0.1, started in a thread; port 0 takes a free one. No reloader: pages as built.

    Raises `OSError` when the port is taken. The folder may be exchanged at any time: paths are looked up anew.
    """
    handler = partial(_Handler, directory=str(folder), reloader=reloader)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
