"""The local server shows the site as built and reloads the page after each build."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.tasks.dev_server import RELOAD_PATH, Reloader, serve

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


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def test_a_page_is_served_with_the_reload_script_that_its_policy_then_allows(port: int) -> None:
    status, body = get(port, "/a/")
    assert status == 200
    assert f'src="{RELOAD_PATH}.js"' in body
    assert "script-src 'self' 'sha256-x'" in body


def test_what_is_no_page_is_served_as_it_is(port: int) -> None:
    assert get(port, "/data.json") == (200, "{}")


def test_a_missing_page_shows_the_sites_own_404(port: int) -> None:
    assert get(port, "/nowhere/") == (404, "<body>absent</body>")


@pytest.mark.parametrize("path", ["/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"])
def test_nothing_outside_the_site_is_served(port: int, path: str) -> None:
    assert get(port, path)[0] == 404


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
