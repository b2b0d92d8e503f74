"""The local server shows the site as built and reloads the page after each build."""

from __future__ import annotations

import http.client
import shutil
import threading
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path

import pytest

from glose.tasks import dev_server
from glose.tasks.dev_server import RELOAD_PATH
from glose.tasks.listening import serve
from glose.tasks.reloading import Reloader

PAGE = "<!DOCTYPE html><meta http-equiv=CSP content=\"script-src 'sha256-x'\"><body><p>Un essai</p></body>"


@pytest.fixture
def reloader() -> Reloader:
    return Reloader()


@pytest.fixture
def port(tmp_path: Path, reloader: Reloader) -> Iterator[int]:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(PAGE)
    (tmp_path / "404.html").write_text("<body>absent</body>")
    (tmp_path / "data.json").write_text("{}")
    server = serve(tmp_path, 0, reloader)
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[HTTPMessage, int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.headers, answer.status, body


def get(port: int, path: str) -> tuple[int, str]:
    return ask(port, path)[1:]


def test_a_page_is_served_with_the_reload_script_that_its_policy_then_allows(port: int) -> None:
    status, body = get(port, "/a/")
    assert status == 200
    assert 'src="/.glose/serve.js"' in body
    assert "script-src 'self' 'sha256-x'" in body


def test_what_is_no_page_is_served_as_it_is(port: int) -> None:
    assert get(port, "/data.json") == (200, "{}")


def test_a_missing_page_shows_the_sites_own_404_which_loads_again_when_it_may_be_there(port: int) -> None:
    status, body = get(port, "/nowhere/")
    assert (status, body[:12]) == (404, "<body>absent")
    assert 'src="/.glose/serve.js"' in body


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"])
def test_nothing_outside_the_site_is_served(port: int, path: str) -> None:
    assert get(port, path)[0] == 404


def test_no_answer_is_kept_by_a_browser(port: int) -> None:
    for path in ("/a/", "/data.json", "/nowhere/", "/a", "/.glose/serve.js"):
        assert ask(port, path)[0].get_all("Cache-Control") == ["no-store"], path


def test_a_head_has_the_length_of_the_page_and_no_body(port: int) -> None:
    headers, status, body = ask(port, "/a/", "HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) == len(get(port, "/a/")[1])


def test_a_folder_without_its_slash_leads_to_its_page_on_this_server(port: int) -> None:
    for path in ("/a", "//a", "/x/../a"):
        headers, status, _ = ask(port, path)
        assert (status, headers["Location"]) == (301, "/a/"), path


def test_a_folder_without_a_page_shows_nobody_what_is_in_it(port: int, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "data.json").write_text("{}")
    assert get(port, "/b/")[0] == 404


def test_this_machine_may_ask_by_any_of_its_names(port: int) -> None:
    for host in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
        assert ask(port, "/a/", Host=f"{host}:{port}")[1] == 200, host


@pytest.mark.parametrize("path", ["/a/", "/data.json", "/nowhere/", RELOAD_PATH])
def test_a_name_of_elsewhere_that_leads_here_reads_nothing(port: int, path: str) -> None:
    for host in (f"exemple.test:{port}", "127.0.0.1", "127.0.0.1:1", f"localhost.exemple.test:{port}", ""):
        _, status, body = ask(port, path, Host=host)
        assert status == 421, host
        assert "essai" not in body


def test_a_page_is_found_though_its_site_is_just_put_in_the_place_of_another(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").rename(tmp_path / "gone")
    monkeypatch.setattr(dev_server, "sleep", lambda seconds: shutil.move(tmp_path / "gone", tmp_path / "a"))
    assert get(port, "/a/")[0] == 200


def test_a_page_that_was_read_before_a_build_hears_of_it_though_it_asks_after(
    port: int, reloader: Reloader
) -> None:
    since = get(port, "/a/")[1].partition('data-since="')[2].partition('"')[0]
    reloader.announce()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"{RELOAD_PATH}?{since}")
    assert connection.getresponse().readline() == b"data: built\n"
    connection.close()


def test_every_open_page_hears_of_a_build(port: int, reloader: Reloader) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", RELOAD_PATH)
    answer = connection.getresponse()
    threading.Timer(0.2, reloader.announce).start()
    assert answer.readline() == b"data: built\n"
    connection.close()


def test_a_taken_port_is_an_error_at_once(port: int, tmp_path: Path, reloader: Reloader) -> None:
    with pytest.raises(OSError):
        serve(tmp_path, port, reloader)
