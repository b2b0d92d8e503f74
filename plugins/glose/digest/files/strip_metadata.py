"""A picture without what its file tells of the photographer: place, camera, owner, edits, thumbnail.

Metadata is cut out of the file around the picture's own data, which stays bit for bit, so nothing is lost in
quality. Only a photograph that its metadata turn by 90 or 180 degrees is turned for good and encoded anew.
The formats are those that browsers show and whose structure is simple enough to cut: JPEG, PNG, GIF, WebP.
SVG is a program, not a picture.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from glose.digest.model.errors import Fault, SeedError
from glose.digest.model.limits import PICTURE_FRAMES, PICTURE_PIXELS

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")
_ORIENTATION = 0x0112
"""EXIF tag, 1 when the picture stands upright (EXIF 2.32, section 4.6.4)."""
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 95},
    "WEBP": {"lossless": True},
    "PNG": {},
    "GIF": {},
}
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split()
)
"""Chunks that change how the picture looks; the others are text, time, EXIF and private data."""
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_METADATA_FLAGS = 0x0C
"""Bits of VP8X that announce EXIF (3) and XMP (2) chunks (RFC 9649, section 2.7)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be published."""

    data: bytes
    suffix: str
    """Extension by content, whatever the file was called: ``.jpg``, ``.png``, ``.gif``, ``.webp``."""


def clean(data: bytes, name: str) -> Picture:
    """The same picture without metadata; equal bytes give equal bytes.

    `name`: the file as the maintainer knows it, for messages. Raises `SeedError` for what is not a whole
    picture in one of the four formats, or is too large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damaged EXIF, which goes anyway
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            kind, orientation = _decode(data, name)
            if orientation != 1:
                data = _turned(data, kind)
            stripped = _STRIP[kind](data)
            _decode(stripped, name)
    except SeedError:
        raise
    except UnidentifiedImageError:
        raise _refusal(name, f"is not a picture in one of {', '.join(_FORMATS)}") from None
    except (OSError, SyntaxError, ValueError, IndexError, EOFError) as error:
        raise _refusal(name, f"is not a whole picture ({error})") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _refusal(name, f"has more than {PICTURE_PIXELS:,} pixels") from None
    return Picture(stripped, _SUFFIX[kind])


def _decode(data: bytes, name: str) -> tuple[str, int]:
    """The picture's format and orientation, after decoding it whole."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if image.width * image.height > PICTURE_PIXELS:
            raise _refusal(name, f"has more than {PICTURE_PIXELS:,} pixels")
        if getattr(image, "n_frames", 1) > PICTURE_FRAMES:
            raise _refusal(name, f"has more than {PICTURE_FRAMES} frames")
        kind = (
            "JPEG" if image.format == "MPO" else str(image.format)
        )  # MPO: a JPEG with a second one behind it
        orientation = image.getexif().get(_ORIENTATION, 1)
        image.load()
    return kind, orientation if isinstance(orientation, int) and 1 < orientation <= 8 else 1


def _turned(data: bytes, kind: str) -> bytes:
    """The picture upright without the tag that said how to turn it; an animation stays as it is."""
    with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
        if getattr(image, "n_frames", 1) > 1:
            return data
        out = io.BytesIO()
        upright = ImageOps.exif_transpose(image)
        upright.save(out, kind, icc_profile=image.info.get("icc_profile"), **_SAVING[kind])
    return out.getvalue()


def _refusal(name: str, what: str) -> SeedError:
    return SeedError(Fault(name, None, what, "the article stands without it"))


def _jpeg(data: bytes) -> bytes:
    """Without comments and application segments save JFIF, ICC profile, Adobe's colours (ITU T.81, B)."""
    out, at = bytearray(data[:2]), 2
    while True:
        start, at = at, at + 1
        while data[at] == 0xFF:  # fill bytes may stand before a marker
            at += 1
        marker, at = data[at], at + 1
        if marker == 0xD9:
            return bytes(out + b"\xff\xd9")
        end = at + int.from_bytes(data[at : at + 2])
        payload = data[at + 2 : end]
        if marker == 0xDA:  # the scan runs to the next marker that is neither a stuffed FF nor a restart
            end = _scan_end(data, end)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or _looks(marker, payload):
            out += data[start:end]
        if end <= at or end >= len(data):
            return bytes(out + b"\xff\xd9")  # cut short: Pillow has already accepted what is there
        at = end


def _looks(marker: int, payload: bytes) -> bool:
    kept = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
    return marker in kept and payload.startswith(kept[marker])


def _scan_end(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] not in (0x00, 0xFF) and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
    return len(data)


def _png(data: bytes) -> bytes:
    """Without text, time, EXIF and private chunks, and what follows the end (PNG, third edition, 5)."""
    out, at = bytearray(data[:8]), 8
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        chunk = data[at + 4 : at + 8]
        if chunk in _PNG_KEPT:
            out += data[at:end]
        if chunk == b"IEND":
            break
        at = end
    return bytes(out)


def _gif(data: bytes) -> bytes:
    """Without comments and application data, save the loop count (GIF89a, sections 18 to 27)."""
    at = 13 + _table(data[10])
    out = bytearray(data[:at])
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x2C:
            at = _blocks_end(data, at + 10 + _table(data[at + 9]) + 1)
            keep = True
        elif data[at] == 0x21:
            label, name = data[at + 1], data[at + 3 : at + 14]
            at = _blocks_end(data, at + 2)
            keep = label == 0xF9 or (label == 0xFF and name in (b"NETSCAPE2.0", b"ANIMEXTS1.0"))
        else:
            raise ValueError(f"unknown block {data[at]:#x}")
        if keep:
            out += data[start:at]
    return bytes(out + b";")


def _table(packed: int) -> int:
    """Bytes of the colour table that a packed field announces."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while size := data[at]:
        at += size + 1
    return at + 1


def _webp(data: bytes) -> bytes:
    """Without EXIF, XMP and unknown chunks; the header's flags and size follow (RFC 9649)."""
    out = bytearray()
    for kind, chunk in _riff(data):
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_METADATA_FLAGS]) + chunk[9:]
        if kind in _WEBP_KEPT:
            out += chunk
    return b"RIFF" + (len(out) + 4).to_bytes(4, "little") + b"WEBP" + bytes(out)


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        following = at + 8 + size + size % 2
        yield data[at : at + 4], data[at:following]
        at = following


_STRIP: dict[str, Callable[[bytes], bytes]] = {"JPEG": _jpeg, "PNG": _png, "GIF": _gif, "WEBP": _webp}
_SUFFIX = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
