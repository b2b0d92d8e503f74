"""Which port is taken, who holds the one that was wished for, and by which names the server may be asked."""

from __future__ import annotations

import http.client
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from glose.tasks.dev_server import RELOAD_PATH, Answers
from glose.tasks.editor import Desk
from glose.tasks.listening import listen, next_free
from glose.tasks.ports import holder
from glose.tasks.reloading import Reloader
from glose.tasks.settings import Site


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    (tmp_path / "index.html").write_text("<body>essai</body>")
    desk = Desk(Site(tmp_path, "pelicanconf.py", {}))
    return Answers(tmp_path, Reloader(), desk, frozenset({"preview.example"}))


@contextmanager
def listening(answers: Answers, port: int = 0) -> Iterator[int]:
    servers = next_free(answers, port)
    yield servers[0].server_port
    for one in servers:
        one.shutdown()
        one.server_close()


def ask(port: int, path: str = "/", at: str = "127.0.0.1", **headers: str) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection(at, port, timeout=10)) as connection:
        connection.request(
            "GET", path, headers={one.replace("_", "-"): value for one, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, answer.readline() if path == RELOAD_PATH else answer.read()


@contextmanager
def taken(address: str = "127.0.0.1") -> Iterator[int]:
    """A port that somebody else listens on, whose next one is free."""
    with closing(socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)) as one:
        one.bind((address, 0))
        one.listen()
        yield one.getsockname()[1]


def test_where_a_port_is_taken_the_next_one_is_used(answers: Answers) -> None:
    with taken() as port:
        with pytest.raises(OSError):
            listen(answers, port)
        with listening(answers, port) as other:
            assert port < other < port + 20
            assert ask(other)[0] == 200


def test_a_port_that_is_free_is_used_itself(answers: Answers) -> None:
    with listening(answers) as port:
        pass
    with listening(answers, port) as again:
        assert again == port


def test_a_port_is_taken_too_where_somebody_else_is_localhost_by_the_other_family(answers: Answers) -> None:
    if not socket.has_ipv6:
        return
    try:
        with taken("::1") as port, listening(answers, port) as other:
            assert other != port
    except OSError:  # this machine has no IPv6 loopback, and nobody to confuse us with
        with pytest.raises(OSError), closing(socket.socket(socket.AF_INET6)) as one:
            one.bind(("::1", 0))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it takes lsof, which a machine may lack")
def test_who_holds_a_port_is_named_with_its_process_and_folder(answers: Answers) -> None:
    with taken() as port:
        said = holder(port)
    assert f"process {os.getpid()}: " in said
    assert said.endswith(f", in {Path.cwd()}")


def test_nobody_is_named_for_a_port_that_is_free() -> None:
    with taken() as port:
        pass
    assert holder(port) == ""


def test_a_name_that_was_given_reads_the_site_on_any_port_and_writes_nothing(answers: Answers) -> None:
    with listening(answers) as port:
        for host in ("preview.example", "Preview.Example:8443", f"preview.example:{port}"):
            status, body = ask(port, Host=host)
            assert (status, b"essai" in body) == (200, True), host
            assert b"glose-editor" not in body, host
        assert b"glose-editor" in ask(port)[1]


@pytest.mark.parametrize("host", ["evil.example", "preview.example.evil.example", "xpreview.example"])
def test_a_name_like_one_that_was_given_reads_nothing(answers: Answers, host: str) -> None:
    with listening(answers) as port:
        assert ask(port, Host=host)[0] == 421


def test_a_page_of_this_server_hears_of_builds(answers: Answers) -> None:
    assert answers.reloader
    with listening(answers) as port:
        answers.reloader.tell(search="Bientôt.")
        usual = {"Origin": f"http://127.0.0.1:{port}", "Sec_Fetch_Site": "same-origin"}
        assert ask(port, RELOAD_PATH, **usual) == (200, b"event: news\n")
        assert ask(port, RELOAD_PATH) == (200, b"event: news\n")  # a program, which no browser holds back


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_a_page_of_elsewhere_hears_nothing_though_it_asks_by_our_name(
    answers: Answers, headers: dict[str, str]
) -> None:
    assert answers.reloader
    with listening(answers) as port:
        answers.reloader.tell(search="Bientôt.")
        status, said = ask(port, RELOAD_PATH, **headers)
        assert status == 403
        assert b"news" not in said
