"""A picture says how large it is before it is there, so that no line moves; where nobody knows, nothing is said."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from glose.digest.site.look.signs import Size, size_of
from glose.digest.site.sized import sized
from glose.digest.site.values import ROOT
from tests.look.conftest import Make

HEADER = "---\ntitle: Le quai\ndate: 2016-03-20\nslug: quai\nlang: fr\nstatus: published\nsource: AT\n{more}---\n\n"


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    data = BytesIO()
    Image.new("RGB", (width, height), "white").save(data, kind)
    return data.getvalue()


def images(site: Path, page: str = "2016/03/20/quai/index.html") -> list[dict[str, Any]]:
    text = BeautifulSoup((site / page).read_text(encoding="utf-8"), "lxml")
    return [{name: one.get(name) for name in ("src", "width", "height")} for one in text.select("main img")]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_tells_its_size(kind: str) -> None:
    assert size_of(picture(30, 20, kind), f"x.{kind.lower()}") == (30, 20)


@pytest.mark.parametrize(
    ("drawing", "size"),
    [
        ('<svg viewBox="0 0 220.4 48"/>', (220, 48)),
        ('<svg width="10px" height="20" viewBox="0 0 1 1">', (10, 20)),
        ("<?xml version='1.0'?><!-- <svg width='9' height='9'> --><svg viewBox='-4,-4,8,9'>", (8, 9)),
        ('<svg width="100%" height="100%" viewBox="0 0 3 4">', (3, 4)),
        ('<svg width="10em" height="2em">', None),
        ('<svg viewBox="0 0 0 0">', None),
        ("no drawing", None),
    ],
)
def test_a_drawing_tells_its_size_or_nothing(drawing: str, size: tuple[int, int] | None) -> None:
    assert size_of(drawing.encode(), "x.svg") == size


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"text", picture(3, 3)[:20]])
def test_what_is_no_picture_tells_nothing(data: bytes) -> None:
    assert size_of(data, "x.png") is None


SIZES = {"images/a.png": Size(4, 3), "images/d'été.png": Size(5, 6)}


A, SUMMER = f"{ROOT}{{images/a.png}}", f"{ROOT}{{images/d&#x27;été.png}}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<img src="{A}" alt="A">', f'<img src="{A}" alt="A" width="4" height="3">'),
        (f'<img alt="x" src="{A}" />', f'<img alt="x" src="{A}" width="4" height="3">'),
        (f'<img src="{SUMMER}">', f'<img src="{SUMMER}" width="5" height="6">'),
    ],
)
def test_a_picture_in_a_text_gets_its_size(html: str, expected: str) -> None:
    assert sized(html, SIZES) == expected


@pytest.mark.parametrize(
    "html",
    [
        f'<img src="{ROOT}{{images/b.png}}">',
        f'<img src="{ROOT}{{images/a.png}}" width="9">',
        f'<img height="9" src="{ROOT}{{images/a.png}}">',
        "<p>&lt;img src=&quot;images/a.png&quot;&gt;</p>",
        f'<a href="{ROOT}{{images/a.png}}">A</a>',
    ],
)
def test_one_of_unknown_size_or_that_says_its_own_and_what_is_none_stay(html: str) -> None:
    assert sized(html, SIZES) == html


def test_pages_tell_the_size_of_their_pictures_and_the_next_build_that_of_a_new_one(
    make: Make, digest: Path
) -> None:
    place = digest / "content/images/quai.png"
    place.write_bytes(picture(30, 20))
    (digest / "content/images/broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    more = "image: {src: images/quai.png, alt: Un quai}\n"
    body = "Le quai.\n\n![Le même]({static}/images/quai.png)\n\n![Rien]({static}/images/broken.png)\n"
    article = digest / "content/articles/quai.fr.md"
    article.write_text(HEADER.format(more=more) + body, "utf-8")
    site = make()
    assert [(one["width"], one["height"]) for one in images(site)] == [
        ("30", "20"),
        ("30", "20"),
        (None, None),
    ]
    place.write_bytes(picture(50, 40))
    make()
    assert [one["width"] for one in images(site)] == ["50", "50", None]
    assert [one["width"] for one in images(site, "en/2016/03/20/quai/index.html")] == ["50", "50", None]
    article.unlink()
    make()
