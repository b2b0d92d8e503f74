"""Who may write: a page of this server that has the token of this start, with a request of sane size."""

from __future__ import annotations

import json
import socket

import pytest

from glose.tasks.editor import PLACE
from tests.editor.conftest import NOTES, PAGE, Asked, a_note


def tried(ask: Asked, **headers: str | None) -> int:
    """What a save is answered that has other headers; the file must be what it was, unless it is 200."""
    body = json.dumps({"page": PAGE, "stamp": ask.stamp(), "note": a_note()}).encode()
    status, said, _ = ask.raw("POST", f"{PLACE}note", body, ask.headers(**headers))
    assert (status == 200) == (ask.notes_file.read_text(encoding="utf-8") != NOTES), said
    return status


def test_a_page_of_this_server_may_write(ask: Asked) -> None:
    assert tried(ask) == 200


@pytest.mark.parametrize("name", ["localhost", "[::1]"])
def test_so_may_one_that_names_the_server_otherwise(ask: Asked, name: str) -> None:
    assert tried(ask, Host=f"{name}:{ask.port}", Origin=f"http://{name}:{ask.port}") == 200


@pytest.mark.parametrize("token", [None, "", "x", "é", "0" * 43])
def test_without_the_token_nothing_is_written(ask: Asked, token: str | None) -> None:
    assert tried(ask, X_Glose_Token=token and token.encode().decode("latin-1")) == 403


def test_a_token_in_the_address_is_none(ask: Asked) -> None:
    body = json.dumps({"page": PAGE, "stamp": ask.stamp(), "note": a_note()}).encode()
    headers = ask.headers(X_Glose_Token=None)
    for path in (f"{PLACE}note?token={ask.desk.token}", f"{PLACE}note?X-Glose-Token={ask.desk.token}"):
        assert ask.raw("POST", path, body, headers)[0] == 403


def test_each_start_makes_a_token_of_its_own(ask: Asked) -> None:
    assert type(ask.desk)(ask.own).token != ask.desk.token
    assert len(ask.desk.token) >= 43


def test_a_name_of_elsewhere_that_leads_here_writes_nothing(ask: Asked) -> None:
    for host in (
        f"exemple.test:{ask.port}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"localhost.exemple.test:{ask.port}",
    ):
        assert tried(ask, Host=host, Origin=f"http://{host}") == 421, host


def test_a_page_of_elsewhere_writes_nothing(ask: Asked) -> None:
    for origin in (
        None, "null", "http://exemple.test", "http://127.0.0.1", "http://127.0.0.1:1",
        f"https://127.0.0.1:{ask.port}", f"http://127.0.0.1:{ask.port}.exemple.test",
    ):  # fmt: skip
        assert tried(ask, Origin=origin) == 403, origin
    assert tried(ask, Sec_Fetch_Site="cross-site") == 403
    assert tried(ask, Sec_Fetch_Site="same-origin") == 200


def test_a_form_of_elsewhere_cannot_even_send_what_is_read(ask: Asked) -> None:
    for kind in (None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert tried(ask, Content_Type=kind) == 415, kind
    status, _, headers = ask.raw("OPTIONS", f"{PLACE}note", None, {"Host": f"127.0.0.1:{ask.port}"})
    assert status == 501
    assert not [name for name in headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"{", b'"a"', b'{"page": "\\ud800"}', b"\xff{}", b"[" * 9999]
)
def test_what_is_no_json_object_is_refused(ask: Asked, body: bytes) -> None:
    status, said, _ = ask.raw("POST", f"{PLACE}note", body, ask.headers())
    assert status == 400
    assert json.loads(said)["what"]


def test_what_is_nested_too_deep_is_refused(ask: Asked) -> None:
    note: object = "x"
    for _ in range(50):
        note = {"claim": note}
    assert ask("note", page=PAGE, note=note).status == 400


def test_what_is_too_large_is_refused_and_its_sender_hears_it(ask: Asked) -> None:
    body = json.dumps({"page": PAGE, "note": a_note(body={"fr": "a" * (1 << 20)})}).encode()
    status, said, _ = ask.raw("POST", f"{PLACE}note", body, ask.headers())
    assert (status, "1,048,576 bytes" in said.decode()) == (413, True)
    with socket.create_connection(("127.0.0.1", ask.port), timeout=20) as line:
        head = "".join(f"{name}: {value}\r\n" for name, value in ask.headers().items())
        line.sendall(f"POST {PLACE}note HTTP/1.1\r\n{head}Content-Length: {'9' * 30}\r\n\r\n".encode())
        assert b" 413 " in line.recv(99)


def test_a_request_that_does_not_say_its_length_is_refused(ask: Asked) -> None:
    with socket.create_connection(("127.0.0.1", ask.port), timeout=20) as line:
        head = "".join(f"{name}: {value}\r\n" for name, value in ask.headers().items())
        line.sendall(f"POST {PLACE}note HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        assert b" 411 " in line.recv(99)


def test_what_is_no_task_is_none(ask: Asked) -> None:
    for path in (PLACE, f"{PLACE}nothing", f"{PLACE}../note", f"{PLACE}note/"):
        assert ask.raw("POST", path, b"{}", ask.headers())[0] == 404, path
    for path in ("/", PAGE, "/.glose/reload"):
        assert ask.raw("POST", path, b"{}", ask.headers())[0] == 405, path


def test_scripts_are_served_by_their_names_alone(ask: Asked) -> None:
    host = {"Host": f"127.0.0.1:{ask.port}"}
    status, said, headers = ask.raw("GET", f"{PLACE}editor.js", None, host)
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert ask.desk.token.encode() not in said
    for path in (
        "../desk.py",
        "desk.py",
        "..%2fdesk.py",
        "../../notes.py",
        "",
        "words/../../x.json",
        "words/xx",
    ):
        assert ask.raw("GET", PLACE + path, None, host)[0] == 404, path
    assert ask.raw("GET", f"{PLACE}editor.js", None, {"Host": "exemple.test"})[0] == 421


def test_a_page_gets_the_script_with_the_token_and_a_policy_that_allows_it(ask: Asked) -> None:
    status, said, headers = ask.raw("GET", PAGE, None, {"Host": f"127.0.0.1:{ask.port}"})
    page = said.decode()
    assert status == 200
    assert f'src="{PLACE}editor.js" data-token="{ask.desk.token}"' in page
    assert "style-src 'self' 'sha256-a'; script-src 'self' 'sha256-b'" in page
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_failure_of_ours_is_told_and_writes_nothing(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    from glose.tasks.editor import notes

    def fail(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(notes, "put", fail)
    done = ask.save(a_note())
    assert (done.status, "a fault of ours" in done.said["what"]) == (500, True)
    assert ask.notes_file.read_text(encoding="utf-8") == NOTES
