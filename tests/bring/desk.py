"""A digest to bring to, and sites of other programs written out of a few lines."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from glose.digest.bring.hugo import Hugo
from glose.digest.bring.intake import Brought, Digest, bring
from glose.digest.bring.jekyll import Jekyll
from glose.digest.bring.pelican import Pelican
from glose.digest.bring.wordpress import WordPress
from glose.digest.editions import Editions
from glose.digest.markdown import parse

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
ZONE = "Europe/Paris"


def picture(colour: tuple[int, int, int] = (200, 10, 10)) -> bytes:
    """A small picture that tells of its camera."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera of Sampletown"
    Image.new("RGB", (8, 8), colour).save(out, "PNG", exif=exif)
    return out.getvalue()


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def source(kind: str, place: Path, **options: Any) -> Any:
    """The site at that place."""
    if kind == "wordpress":
        return WordPress(place, place.name, ZONE, "en", NOW, options.get("uploads"))
    made = {"hugo": Hugo, "jekyll": Jekyll, "pelican": Pelican}[kind]
    return made(place, place.name, ZONE, "en", NOW)


def brought(kind: str, place: Path, content: Path, *, dry: bool = False, **options: Any) -> Brought:
    """What becomes of that site in a digest in English and German."""
    digest = Digest(content, "content", ZONE, Editions(("en", "de")))
    return bring(source(kind, place, **options), digest, dry=dry)


def site(kind: str, tmp_path: Path, files: Mapping[str, str | bytes], **options: Any) -> tuple[Brought, Path]:
    """The same for a site of these files, and the content that it came to."""
    content = tmp_path / "content"
    return brought(kind, written(tmp_path / kind, files), content, **options), content


def read(content: Path, file: str) -> tuple[dict[str, Any], str]:
    """The header and the text of a file that was brought."""
    return parse((content / file).read_text(encoding="utf-8"), file)


def told(done: Brought) -> dict[str, list[str]]:
    """What was told, each with its places."""
    found: dict[str, list[str]] = {}
    for note in done.notes:
        found.setdefault(note.what, []).append(f"{note.path}:{note.line}" if note.line else note.path)
    return found


def refused(done: Brought) -> list[str]:
    """The refusals as they are shown."""
    return [str(fault) for fault in done.refused]
