"""The gate reads regular files and refuses everything else by name, before a byte of it is used."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.files import safe_read
from glose.digest.model.errors import SeedError
from glose.digest.model.limits import PAGE_BYTES
from glose.digest.text.clean import line


def refusal(file: Path, limit: int = PAGE_BYTES) -> str:
    with pytest.raises(SeedError) as caught:
        safe_read.read(file, "seeds/x", limit)
    return str(caught.value)


def read_for_ever(file: Path) -> None:
    while True:
        safe_read.read(file, "seeds/x")


def test_a_regular_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"a" * 3_000_000)
    assert safe_read.read(file, "seeds/x") == b"a" * 3_000_000


def test_an_empty_file_passes_for_the_reader_to_judge(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert safe_read.read(tmp_path / "x", "seeds/x") == b""


def test_a_file_of_exactly_the_limit_passes_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"12345")
    assert safe_read.read(file, "seeds/x", 5) == b"12345"
    assert refusal(file, 4) == "seeds/x: has 5 bytes, more than 4; save the article alone"


def test_symbolic_links_are_refused_wherever_they_lead(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("secret")
    (tmp_path / "folder").mkdir()
    for target in ("real", "folder", "nowhere", "x", "/etc/passwd"):
        link = tmp_path / "x"
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert "is a symbolic link" in refusal(link)


def test_a_pipe_a_socket_a_device_and_a_folder_are_refused_without_waiting_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is a named pipe" in refusal(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert "is a socket" in refusal(tmp_path / "s")
    assert "is a device" in refusal(Path(os.devnull))
    assert "is a folder" in refusal(tmp_path)


def test_a_file_that_is_gone_or_unreadable_is_named(tmp_path: Path) -> None:
    assert "is not there any more" in refusal(tmp_path / "x")
    secret = tmp_path / "secret"
    secret.touch(mode=0)
    if os.geteuid():  # root reads everything, so only another user can meet this
        assert "make it readable" in refusal(secret)


def test_a_file_that_grows_while_it_is_read_is_refused_and_never_half_read(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"a" * 1000)
    stop = threading.Event()

    def grow() -> None:
        with file.open("ab", buffering=0) as stream:
            while not stop.is_set():
                stream.write(b"a" * 50_000)

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        with pytest.raises(SeedError, match=r"changed while it was read|more than 40,000,000"):
            read_for_ever(file)
    finally:
        stop.set()
        thread.join()


def test_walk_gives_files_in_one_order_and_passes_over_hidden_names(tmp_path: Path) -> None:
    for name in ("b", "a/z", "a/.hidden", ".git/x", "a b\n$(touch PWNED)", "c.txt", "c.txt.meta.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "loop").symlink_to(".")
    assert list(safe_read.walk(tmp_path)) == [
        "a/z",
        "a b\n$(touch PWNED)",
        "b",
        "c.txt",
        "c.txt.meta.yaml",
        "loop",
    ]
    assert list(safe_read.walk(tmp_path, "a")) == ["a/z"]


def test_what_a_browser_saves_beside_a_page_is_no_seed(tmp_path: Path) -> None:
    for name in (
        "Une page.html",
        "Une page_files/photo.jpg",
        "Une page_files/style.css",
        "Une page-Dateien/style.css",
        "Une pageuse/x.txt",
        "photo.JPG",
        "autre_files/x.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert list(safe_read.walk(tmp_path)) == ["Une page.html", "Une pageuse/x.txt", "autre_files/x.txt"]


def test_a_name_that_is_not_text_is_read_and_printed(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    file.write_bytes(b"x")
    (name,) = safe_read.walk(tmp_path)
    assert safe_read.read(tmp_path / name, "x") == b"x"
    assert safe_read.printable(name) == "caf\\xe9\\x0a.txt"


@given(st.text())
def test_a_printable_name_holds_nothing_invisible_and_survives_being_written(name: str) -> None:
    shown = safe_read.printable(name)
    assert shown.encode().decode() == shown
    assert "\n" not in shown
    assert "\u202e" not in shown
    assert safe_read.printable(name + "\u202e") != shown
    assert line(shown) == shown  # what the header's writer does to any text


def test_an_ordinary_name_is_printed_as_it_is() -> None:
    for name in ("000_813067f104e2d271.txt", "Dépêche n° 1 (été).txt", "100 %/a.xml"):
        assert safe_read.printable(name) == name
    assert safe_read.printable("a  b .txt ") == "a\\x20 b .txt\\x20"
