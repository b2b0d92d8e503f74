"""What the local server of `invoke serve` answers: the built site, reloaded in the browser after every build.

A page is sent as built, with the script that reloads it and the one that lets it be annotated (`editor`) added.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path
from time import sleep
from typing import NamedTuple
from urllib.parse import quote, unquote

from glose.tasks.draft_marks import LIST, DraftMarks
from glose.tasks.editor import PLACE, Desk
from glose.tasks.reloading import News, Reloader
from glose.tasks.words import language, say

RELOAD_PATH = "/.glose/reload"
PAUSE = 0.05
"""Seconds after which a file that is not there is looked for once more: a site may just be put in another's place."""
READING = 10.0
"""Seconds within which a request that was begun is sent."""
DRAINED = 4 << 20
"""Bytes of a refused request that are read all the same, so that its sender hears the answer."""
HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""Names by which this machine asks itself. A page elsewhere whose name leads here would read drafts otherwise."""
_PORT, _SCHEME = re.compile(r":\d+$"), re.compile(r"^https?://")
INDEX = "pagefind"
"""Folder of the search index."""
ELSEWHERE = b"this server is not asked by that name; `invoke serve --host NAME` allows one\n"
PAGE = Path(__file__).parent / "page"
PARTS = {
    "/.glose/serve.js": ("text/javascript; charset=utf-8", PAGE / "serve.js"),
    "/.glose/serve.css": ("text/css; charset=utf-8", PAGE / "serve.css"),
    "/.glose/drafts.css": ("text/css; charset=utf-8", PAGE / "drafts.css"),
}
"""What each page gets beside what it is."""
NOTHING = """<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>
<body><main><h1>{title}</h1>
<p>{says}</p></main></body></html>"""
HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Robots-Tag", "noindex"),
)
_TAG = '<script type="module" src="/.glose/serve.js" id="glose-serve" data-since="{since}"></script>{editor}</body>'


@dataclass(frozen=True)
class Answers:
    """What a server has to give."""

    folder: Path
    """The built site."""
    reloader: Reloader | None = None
    """Tells pages of builds; without one they are sent as built."""
    desk: Desk | None = None
    """Lets pages be annotated, by who asks from this machine under its own names."""
    names: frozenset[str] = frozenset()
    """Other names by which it may be asked, on any port: what stands before a server like this has its own."""
    drafts: DraftMarks | None = None
    """Marks what is not published, where that is shown."""
    search: tuple[Path, ...] = ()
    """Folders of the search index, where the site has none itself."""


class _Found(NamedTuple):
    body: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    place: str = ""


class Handler(SimpleHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.0"  # one request a connection: an event stream ends with its page

    def __init__(self, *args: object, answers: Answers) -> None:
        self.answers, self.reloader = answers, answers.reloader
        super().__init__(*args, directory=str(answers.folder))  # type: ignore[arg-type]

    @property
    def desk(self) -> Desk | None:
        """The editor, for who sits at this machine."""
        at_home = self._host in self._hosts and ip_address(self.client_address[0]).is_loopback
        return self.answers.desk if at_home else None

    def handle(self) -> None:
        """One request; who asked may have gone before the answer."""
        with suppress(ConnectionError, TimeoutError):
            super().handle()

    def do_GET(self) -> None:
        """A file, the reload script, the event stream, or a page with the script added."""
        path, _, query = self.path.partition("?")
        if path == RELOAD_PATH and self.reloader and self._is_for_us() and self._is_ours():
            since, _, page = query.partition("&page=")
            self._stream(self.reloader, int(since) if since.isdecimal() else None, self._named(page))
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
        if path == RELOAD_PATH:
            return _Found(b"a page of another server hears nothing\n", "text/plain", HTTPStatus.FORBIDDEN)
        if self.desk and path.startswith(PLACE) and (part := self.desk.get(path)):
            return _Found(part[1], part[0])
        if self.reloader and path in PARTS:
            kind, file = PARTS[path]
            return _Found(file.read_bytes(), kind)
        if (drafts := self.answers.drafts) and path == LIST and self.reloader:
            return self._page(drafts.listed(self._content), self.reloader.generation)
        found = self._look(path)
        if found is None:
            sleep(PAUSE)
            found = self._look(path)
        if found is None:
            missing = self._look("/404.html") or self._page(_nothing(), 0)
            found = missing._replace(status=HTTPStatus.NOT_FOUND)
        return found

    @property
    def _hosts(self) -> frozenset[str]:
        """Names by which this server is asked, with its port."""
        port = self.connection.getsockname()[1]
        return frozenset(f"{name}:{port}" for name in HOSTS)

    @property
    def _host(self) -> str:
        return (self.headers.get("Host") or "").lower()

    def _is_for_us(self) -> bool:
        """A page whose own name leads here would read what is not published otherwise."""
        return self._host in self._hosts or _PORT.sub("", self._host) in self.answers.names

    def _is_ours(self) -> bool:
        """Whether a page of this server asks, as far as its browser tells."""
        origin = self.headers.get("Origin")
        told = self.headers.get("Sec-Fetch-Site") or "same-origin"
        return told in ("same-origin", "none") and (
            origin is None or _SCHEME.sub("", origin.lower()) == self._host
        )

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
        places = [file]
        if (below := Path(os.path.relpath(file, self.directory)).parts)[:1] == (INDEX,):
            places += [folder.joinpath(*below[1:]) for folder in self.answers.search]
        early = self.reloader.early if self.reloader else {}
        for place in places:
            try:
                body = early.get("/".join(below)) or place.read_bytes()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
                continue  # `ValueError`: an address that no file can have
            if file.suffix != ".html":
                return _Found(body, self.guess_type(file.name))
            if drafts := self.answers.drafts:
                address = "/".join(below).removesuffix("index.html")
                body = drafts.marked(body, address, self._content)
            return self._page(body, since)
        return None

    def _named(self, page: str) -> str:
        """The path of a page below the site, by its address; empty for none."""
        if not page:
            return ""
        path = os.path.relpath(self.translate_path(unquote(page)), self.directory).replace(os.sep, "/")
        return f"{path}/index.html".removeprefix("./") if page.endswith(("/", "%2F")) else path

    @property
    def _content(self) -> Path:
        """The folder of the site's content, as the settings are now."""
        return self.answers.desk.own.content if self.answers.desk else Path()

    def _page(self, body: bytes, since: int) -> _Found:
        """A page with what makes it load again, and be annotated."""
        if self.reloader:
            # The published policy allows no script but its own; here, and only here, the server's are some more.
            tag = _TAG.format(since=since, editor=self.desk.tag if self.desk else "").encode()
            for kind in (b"script-src ", b"style-src "):
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

    def _stream(self, reloader: Reloader, seen: int | None, page: str) -> None:
        """Events until the page is closed: the news as they stand and whenever they change, and each new site."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen, known = reloader.generation if seen is None else seen, News()
        with suppress(OSError), reloader.open(page):
            while True:
                generation, news = reloader.generation, reloader.news
                if reloader.is_other(page, seen):
                    self.wfile.write(b"data: built\n\n")
                if news != known:
                    self.wfile.write(b"event: news\ndata: %s\n\n" % json.dumps(news.plain).encode())
                seen, known = generation, news
                self.wfile.flush()
                if not reloader.wait(15, seen, known):
                    self.wfile.write(b": still here\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of requests: the terminal is for builds."""


def _nothing() -> bytes:
    """What is shown before there is a site, in the terminal's language."""
    says = say("This page loads again as soon as there is a site.")
    return NOTHING.format(lang=language(), title=say("Nothing was built yet"), says=says).encode()
