"""Links to other sites: whether they still lead somewhere, asked as a polite robot asks.

One request to a host at a time, with a pause after each; HEAD first, GET where that is refused; nothing that a host's
robots.txt keeps robots from; good answers are remembered for a week.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener
from urllib.robotparser import RobotFileParser

from glose.digest.files import atomic
from glose.digest.model.errors import DigestError, Fault

AGENT = "glose-check"
"""By which robots.txt may name us."""
SECONDS, PAUSE = 10.0, 0.5
"""Time for one answer, and between two requests to one host."""
HOSTS, HOPS = 8, 5
"""How many are asked at once; how often an address may lead on."""
KEPT = 7 * 24 * 3600
"""Seconds for which an answer that needs nobody is remembered."""
GONE = {404: "there is no such page", 410: "the page was taken away"}
PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address."""

    severity: str
    """Empty for one that leads where it should."""
    what: str = ""
    todo: str = ""
    at: float = 0.0
    """Seconds since the epoch when it was given."""


class _Stay(HTTPRedirectHandler):
    """Tells where an address leads on to, and does not go there."""

    def redirect_request(self, *_: object) -> None:
        return None


def outside(
    links: Mapping[str, Iterable[str]],
    home: str,
    folder: str,
    memory: Path,
    progress: Callable[[int, int], None],
    *,
    afresh: bool = False,
    pause: float = PAUSE,
    seconds: float = SECONDS,
) -> dict[str, list[Fault]]:
    """What is to be said of the links of pages to other sites, by severity.

    `links`: addresses by page. `home`: the address of this site. `folder`: the site as messages name it. `memory`: the
    file of answers. `afresh`: asks again, whatever is remembered.
    """
    pages = pages_of(links, home)
    now = time.time()
    known = {} if afresh else recall(memory, now)
    answers = {url: known[url] for url in pages if url in known}
    todo = [url for url in pages if url not in answers]
    for done, (url, answer) in enumerate(answered(todo, pause, seconds), 1):
        answers[url] = answer
        progress(done, len(todo))
    remember(
        memory, {url: one for url, one in {**known, **answers}.items() if one.severity in ("", "note")}, now
    )
    found: dict[str, list[Fault]] = {"error": [], "warning": [], "note": []}
    for url, one in answers.items():
        if one.severity:
            first, *others = pages[url]
            what = f"{url}: {one.what}"
            if others:
                what = f"{url}: {one.what} (on {len(others) + 1:,} pages)"
            found[one.severity].append(Fault(f"{folder}/{first}", None, what, one.todo))
    return found


def pages_of(links: Mapping[str, Iterable[str]], home: str) -> dict[str, list[str]]:
    """The addresses of other sites, each with the pages that lead there."""
    found: dict[str, list[str]] = {}
    for page, addresses in links.items():
        urls = (urldefrag(one.strip()).url for one in addresses if one.strip().lower().startswith("http"))
        for url in dict.fromkeys(urls):
            if is_outside(url, home):
                found.setdefault(url, []).append(page)
    return dict(sorted(found.items()))


def is_outside(url: str, home: str) -> bool:
    """Whether an address is that of another site.

    >>> is_outside("https://example.org/a", "https://example.org/"), is_outside("https://example.com/", "")
    (False, True)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False  # which the check of the pages tells
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not (home and f"{url}/".startswith(home))
    )


def answered(urls: Iterable[str], pause: float, seconds: float) -> Iterator[tuple[str, Answer]]:
    """An answer for each address, as they come; the hosts side by side, one's addresses after one another."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    pool = ThreadPoolExecutor(HOSTS)
    done: SimpleQueue[tuple[str, Answer]] = SimpleQueue()
    try:
        for mine in hosts.values():
            pool.submit(_host, mine, pause, seconds, done.put)
        for _ in range(sum(map(len, hosts.values()))):
            yield done.get()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _host(
    urls: Iterable[str], pause: float, seconds: float, tell: Callable[[tuple[str, Answer]], None]
) -> None:
    visitor = Visitor(pause, seconds)
    for url in urls:
        tell((url, visitor.visit(url)))


class Visitor:
    """Asks one address after another."""

    def __init__(self, pause: float, seconds: float) -> None:
        self._pause, self._seconds = pause, seconds
        self._opener: OpenerDirector = build_opener(_Stay)
        self._robots: dict[str, RobotFileParser | None] = {}

    def visit(self, url: str) -> Answer:
        """What becomes of an address."""
        at, seen, permanent = url, {url}, True
        try:
            while True:
                if not self._may(at):
                    what = "its robots.txt keeps robots away, so nobody has asked"
                    return Answer("note", what, "open it yourself", time.time())
                status, to = self._status(at)
                if not (300 <= status < 400 and to):
                    break
                permanent = permanent and status in PERMANENT
                at = urljoin(at, to)
                if at in seen or len(seen) > HOPS:
                    return Answer(
                        "error", "leads round in a circle", "name the page that is meant", time.time()
                    )
                seen.add(at)
        except Exception as error:  # whatever a server sends, the others are asked
            return _silence(error)
        return _judged(status, at if at != url else "", permanent)

    def _status(self, url: str) -> tuple[int, str]:
        status, to = self._ask(url, "HEAD")
        return self._ask(url, "GET") if status >= 400 and status not in (404, 410, 429) else (status, to)

    def _ask(self, url: str, method: str) -> tuple[int, str]:
        request = Request(ascii_of(url), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 - http only
        try:
            with self._opener.open(request, timeout=self._seconds) as answer:
                return int(answer.status), ""
        except HTTPError as error:
            error.close()
            return error.code, error.headers.get("Location", "")
        finally:
            time.sleep(self._pause)

    def _may(self, url: str) -> bool:
        """Whether the host lets robots ask for an address; one without a robots.txt does (RFC 9309, 2.3.1)."""
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("leads to what is no address of the web")
        host = urljoin(url, "/robots.txt")
        if host not in self._robots:
            rules: RobotFileParser | None = None
            request = Request(ascii_of(host), headers={"User-Agent": AGENT})  # noqa: S310 - http only
            with suppress(HTTPError), self._opener.open(request, timeout=self._seconds) as answer:
                rules = RobotFileParser()
                rules.parse(answer.read(500_000).decode("utf-8", "replace").splitlines())
            self._robots[host] = rules
        found = self._robots[host]
        return found is None or found.can_fetch(AGENT, url)


def _judged(status: int, to: str, permanent: bool) -> Answer:
    now = time.time()
    if status in GONE:
        return Answer("error", f"{GONE[status]} ({status})", "name another page, or take the link out", now)
    if status >= 400:
        return Answer("warning", f"answers {status}", "open it yourself; it may be for robots only", now)
    if to and permanent:
        return Answer("note", f"has moved to {to}", "name that address", now)
    return Answer("note", f"leads on to {to} for now", "", now) if to else Answer("", at=now)


def _silence(error: Exception) -> Answer:
    """No answer: an error where no host of that name is, else perhaps only today."""
    why = error.reason if isinstance(error, URLError) else error
    if isinstance(why, socket.gaierror) and why.errno != socket.EAI_AGAIN:
        return Answer(
            "error", "there is no such host", "name another page, or take the link out", time.time()
        )
    said = "no answer in time" if isinstance(why, TimeoutError) else f"no answer ({why})"
    return Answer("warning", said, "look again later", time.time())


def ascii_of(url: str) -> str:
    """An address as it is sent: a name in any script as IDNA, everything else that is not ASCII as percent signs."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode() if not (parts.hostname or "").isascii() else ""
    netloc = f"{host}:{parts.port}" if host and parts.port else host or parts.netloc
    path, query = quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=?~")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def recall(memory: Path, now: float) -> dict[str, Answer]:
    """Answers that still count; none from a file that is damaged."""
    try:
        found = {url: Answer(**one) for url, one in json.loads(memory.read_bytes()).items()}
        return {url: one for url, one in found.items() if 0 <= now - one.at < KEPT}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(memory: Path, answers: Mapping[str, Answer], now: float) -> None:
    """Leaves the answers for the next time, where that can be written."""
    told = {url: asdict(one) for url, one in answers.items() if one.at and now - one.at < KEPT}
    with suppress(OSError, DigestError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(memory, json.dumps(told).encode(), atomic.Stamp.of(memory))
