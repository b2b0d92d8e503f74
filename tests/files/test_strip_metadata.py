"""A picture keeps every pixel and loses every word about who took it where."""

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from glose.digest.files import strip_metadata
from glose.digest.model.errors import SeedError

PICTURE = Image.effect_mandelbrot((120, 80), (-2, -1, 1, 1), 50).convert("RGB")
PLACE = "PLACE: 48.85 N 2.35 E"
CAMERA, COMMENT, ORIENTATION = 0x010F, 0x9286, 0x0112


def exif(**tags: int) -> Image.Exif:
    data = Image.Exif()
    data[CAMERA] = data[COMMENT] = PLACE
    if "orientation" in tags:
        data[ORIENTATION] = tags["orientation"]
    return data


def saved(kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    PICTURE.save(out, kind, **options)
    return out.getvalue()


def png_with_words() -> bytes:
    words = PngInfo()
    words.add_text("Author", PLACE)
    words.add_itxt("Comment", PLACE, zip=False)
    return saved("PNG", pnginfo=words, exif=exif())


FRAMES = {"save_all": True, "append_images": [PICTURE.rotate(90)], "loop": 3, "duration": 50}
CASES = {
    "jpeg": saved("JPEG", exif=exif(), comment=PLACE.encode(), quality=80, icc_profile=b"p" * 200),
    "jpeg, progressive": saved("JPEG", exif=exif(), progressive=True, xmp=PLACE.encode()),
    "jpeg, with restarts": saved("JPEG", exif=exif(), restart_marker_rows=1),
    "png": png_with_words(),
    "gif": saved("GIF", comment=PLACE.encode()),
    "gif, moving": saved("GIF", comment=PLACE.encode(), **FRAMES),
    "webp": saved("WEBP", exif=exif(), xmp=PLACE.encode()),
    "webp, lossless": saved("WEBP", exif=exif(), lossless=True),
    "webp, moving": saved("WEBP", exif=exif(), **FRAMES),
}


def frames(data: bytes) -> list[tuple[Any, bytes]]:
    with Image.open(io.BytesIO(data)) as image:
        found = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            found.append((image.info.get("duration"), image.convert("RGBA").tobytes()))
        return found


@pytest.mark.parametrize("data", CASES.values(), ids=CASES)
def test_metadata_go_and_every_pixel_stays(data: bytes) -> None:
    assert PLACE.encode() in data
    cleaned = strip_metadata.clean(data + PLACE.encode(), "seeds/p").data
    assert b"PLACE" not in cleaned
    assert frames(cleaned) == frames(data)
    with Image.open(io.BytesIO(cleaned)) as image:
        assert not image.getexif()
    assert strip_metadata.clean(cleaned, "seeds/p").data == cleaned


def test_a_colour_profile_is_part_of_how_it_looks_and_stays() -> None:
    cleaned = strip_metadata.clean(CASES["jpeg"], "seeds/p").data
    with Image.open(io.BytesIO(cleaned)) as image:
        assert image.info["icc_profile"] == b"p" * 200


def test_a_loop_count_stays() -> None:
    with Image.open(io.BytesIO(strip_metadata.clean(CASES["gif, moving"], "seeds/p").data)) as image:
        assert image.info["loop"] == 3


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_photograph_taken_on_its_side_is_turned_for_good(kind: str) -> None:
    cleaned = strip_metadata.clean(saved(kind, exif=exif(orientation=6)), "seeds/p").data
    with Image.open(io.BytesIO(cleaned)) as image:
        assert image.size == (80, 120)
        assert not image.getexif()


def test_the_suffix_says_what_it_is_whatever_it_was_called() -> None:
    suffixes = {kind: strip_metadata.clean(data, f"{kind}.txt").suffix for kind, data in CASES.items()}
    assert {kind: suffix for kind, suffix in suffixes.items() if "," not in kind} == {
        "jpeg": ".jpg",
        "png": ".png",
        "gif": ".gif",
        "webp": ".webp",
    }


def bomb() -> bytes:
    """A PNG of a few kilobytes that would fill 400 MB."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is not a picture"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "is not a picture"),
        (b"<html><body>Not found", "is not a picture"),
        (saved("TIFF"), "is not a picture"),
        (saved("BMP"), "is not a picture"),
        (CASES["jpeg"][:2000], "is not a whole picture"),
        (CASES["png"][:2000], "is not a whole picture"),
        (bomb(), "has more than 50,000,000 pixels"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(SeedError) as caught:
        strip_metadata.clean(data, "seeds/p")
    assert str(caught.value).startswith(f"seeds/p: {why}")
    assert "0x" not in str(caught.value)


def test_damaged_files_are_cleaned_or_refused_and_raise_nothing_else() -> None:
    chance = random.Random(1)
    for _ in range(400):
        data = bytearray(chance.choice(list(CASES.values())))
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(min(len(data), chance.choice((60, len(data)))))] = chance.randrange(256)
        try:
            assert strip_metadata.clean(bytes(data), "seeds/p").data
        except SeedError:
            continue
