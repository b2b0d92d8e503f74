"""A picture comes from beside its page or not at all."""

from __future__ import annotations

import io
from pathlib import Path, PurePath

import pytest
from PIL import Image

from plugins.digest.errors import SeedError
from plugins.digest.intake import pictures
from plugins.digest.intake.raster import Picture


def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "2016" / "Une page_files").mkdir(parents=True)
    (folder / "2016" / "Une page_files" / "photo été.jpg").write_bytes(b"photo")
    (folder / "2016" / "beside.jpg").write_bytes(b"beside")
    (folder / "above.jpg").write_bytes(b"above")
    (folder / "2016" / "linked").symlink_to(tmp_path)
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (folder / "2016" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    return folder


def read(tmp_path: Path, source: str) -> bytes:
    return pictures.read(seeds(tmp_path), PurePath("2016/Une page.html"), source, "seeds/2016/Une page.html")


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("Une page_files/photo été.jpg", b"photo"),
        ("./Une%20page_files/photo%20%C3%A9t%C3%A9.jpg?w=640#x", b"photo"),
        ("beside.jpg", b"beside"),
    ],
)
def test_a_picture_in_the_folder_of_its_page_is_read(tmp_path: Path, source: str, data: bytes) -> None:
    assert read(tmp_path, source) == data


@pytest.mark.parametrize(
    "source",
    [
        "https://ville.example/photo.jpg",
        "//ville.example/photo.jpg",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "/etc/passwd",
        "../above.jpg",
        "Une page_files/../../above.jpg",
        "%2e%2e/above.jpg",
        "..\\above.jpg",
        "a\0b.jpg",
        "C:photo.jpg",
        "linked/secret.jpg",
        "link.jpg",
        "nothing.jpg",
        "Une page_files",
        "",
        "http://[x",
    ],
)
def test_from_anywhere_else_none_is_read(tmp_path: Path, source: str) -> None:
    with pytest.raises(SeedError):
        read(tmp_path, source)


def test_the_name_says_what_the_page_called_it_and_what_it_shows() -> None:
    one = pictures.destination(
        "Une%20page_files/Photo%20%C3%A9t%C3%A9.JPG?x", Picture(b"one", ".jpg"), "le-pont"
    )
    two = pictures.destination(
        "Une%20page_files/Photo%20%C3%A9t%C3%A9.JPG?x", Picture(b"two", ".jpg"), "le-pont"
    )
    assert one.startswith("images/le-pont/photo-ete-")
    assert one.endswith(".jpg")
    assert one != two


def test_a_picture_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    picture = Picture(out.getvalue(), ".png")
    pictures.keep(tmp_path, "images/le-pont/photo.png", picture)
    file = tmp_path / "images" / "le-pont" / "photo.png"
    before = file.stat().st_mtime_ns
    pictures.keep(tmp_path, "images/le-pont/photo.png", picture)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (picture.data, before)
