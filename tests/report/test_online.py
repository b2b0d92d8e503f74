"""Links to other sites are asked for as a polite robot asks: what is gone is told, the rest is not."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from glose.digest.model.errors import Fault
from glose.tasks import online_links
from glose.tasks.online_links import ascii_of, outside, pages_of

HOME = "https://news.example/"


class Sites(ThreadingHTTPServer):
    """Sites of somebody else, all on this machine."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[tuple[str, str]] = []
        self.robots = "User-agent: *\nDisallow: /private/\n"
        self.open_now, self.most = 0, 0

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answering(BaseHTTPRequestHandler):
    server: Sites

    def do_HEAD(self) -> None:
        self.answer("HEAD")

    def do_GET(self) -> None:
        self.answer("GET")

    def answer(self, method: str) -> None:
        self.server.open_now += 1
        self.server.most = max(self.server.most, self.server.open_now)
        self.server.asked.append((method, self.path))
        statuses = {"/gone": 410, "/lost": 404, "/shy": 405 if method == "HEAD" else 200, "/busy": 429}
        statuses |= {"/moved": 301, "/today": 302, "/round": 301, "/locked": 403, "/broken": 500}
        leads = {"/moved": "/fine", "/today": "/fine", "/round": "/round"}
        self.server.open_now -= 1
        data = self.server.robots.encode() if self.path == "/robots.txt" else b"x"
        self.send_response(statuses.get(self.path, 200))
        if self.path in leads:
            self.send_header("Location", leads[self.path])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if method == "GET":
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def sites() -> Iterator[Sites]:
    server = Sites()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def ask(sites: Sites, memory: Path, *paths: str, afresh: bool = False) -> dict[str, list[Fault]]:
    links = {"index.html": [sites.at + path for path in paths]}
    return outside(links, HOME, "output", memory, lambda *_: None, afresh=afresh, pause=0, seconds=5)


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / ".glose" / "links.json"


@pytest.mark.parametrize(
    ("path", "severity", "what"),
    [
        ("/lost", "error", "there is no such page (404)"),
        ("/gone", "error", "the page was taken away (410)"),
        ("/round", "error", "leads round in a circle"),
        ("/locked", "warning", "answers 403"),
        ("/busy", "warning", "answers 429"),
        ("/broken", "warning", "answers 500"),
        ("/moved", "note", "has moved to {at}/fine"),
        ("/today", "note", "leads on to {at}/fine for now"),
        ("/private/x", "note", "its robots.txt keeps robots away, so nobody has asked"),
    ],
)
def test_what_became_of_a_link_is_told(
    sites: Sites, memory: Path, path: str, severity: str, what: str
) -> None:
    found = ask(sites, memory, path)
    told = {name: [(one.path, one.what) for one in faults] for name, faults in found.items() if faults}
    assert told == {severity: [("output/index.html", f"{sites.at}{path}: {what.format(at=sites.at)}")]}


def test_links_that_lead_somewhere_are_not_told(sites: Sites, memory: Path) -> None:
    assert not any(ask(sites, memory, "/fine", "/fine?a=1&b=é", "/shy").values())
    assert ("HEAD", "/fine?a=1&b=%C3%A9") in sites.asked
    assert [one for one in sites.asked if one[1] == "/shy"] == [("HEAD", "/shy"), ("GET", "/shy")]


def test_what_robots_are_kept_from_is_not_asked_for(sites: Sites, memory: Path) -> None:
    ask(sites, memory, "/private/x", "/fine")
    assert [path for _, path in sites.asked] == ["/robots.txt", "/fine"]


def test_one_host_is_asked_one_thing_at_a_time_and_its_robots_once(sites: Sites, memory: Path) -> None:
    ask(sites, memory, *(f"/{number}" for number in range(12)))
    assert sites.most == 1
    assert [path for _, path in sites.asked].count("/robots.txt") == 1


def test_a_good_answer_is_remembered_and_a_bad_one_asked_for_again(sites: Sites, memory: Path) -> None:
    ask(sites, memory, "/fine", "/moved", "/lost")
    sites.asked.clear()
    again = ask(sites, memory, "/fine", "/moved", "/lost")
    assert [path for _, path in sites.asked] == ["/robots.txt", "/lost"]
    assert [len(again[one]) for one in ("error", "warning", "note")] == [1, 0, 1]
    ask(sites, memory, "/fine", afresh=True)
    assert ("HEAD", "/fine") in sites.asked


def test_an_old_answer_or_a_damaged_memory_counts_for_nothing(sites: Sites, memory: Path) -> None:
    ask(sites, memory, "/fine")
    told = json.loads(memory.read_bytes())
    for one in told.values():
        one["at"] -= online_links.KEPT
    for data in (json.dumps(told).encode(), b"{", b"[1]", b'{"x": 1}'):
        memory.write_bytes(data)
        sites.asked.clear()
        ask(sites, memory, "/fine")
        assert ("HEAD", "/fine") in sites.asked


def test_a_server_that_is_not_there_is_a_warning_and_the_others_are_asked(sites: Sites, memory: Path) -> None:
    closed = Sites()
    closed.server_close()
    links = {"index.html": [f"{closed.at}/x", f"{sites.at}/lost", "http://127.0.0.1:x/"]}
    found = outside(links, HOME, "output", memory, lambda *_: None, pause=0, seconds=5)
    assert [len(found[one]) for one in ("error", "warning", "note")] == [1, 2, 0]
    assert any("no answer" in one.what for one in found["warning"])


def test_each_address_of_another_site_is_asked_for_once_wherever_it_stands() -> None:
    links = {
        "a.html": [
            "https://other.example/x#one",
            "https://other.example/x#two",
            "b/",
            "mailto:a@other.example",
        ],
        "b.html": ["https://other.example/x", f"{HOME}a/", "//other.example/y", "http://[x"],
    }
    assert pages_of(links, HOME) == {"https://other.example/x": ["a.html", "b.html"]}


def test_addresses_in_any_script_are_sent_as_ascii() -> None:
    assert ascii_of("https://пример.example:8080/чай?x=é#z") == (
        "https://xn--e1afmkfd.example:8080/%D1%87%D0%B0%D0%B9?x=%C3%A9"
    )
    assert ascii_of("https://a.example/b%20c?d=%C3%A9") == "https://a.example/b%20c?d=%C3%A9"
