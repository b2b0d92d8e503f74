"""Pictures and drawings beside the pages: each is what its name says, and no drawing runs."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.check.site import active
from glose.digest.check.site.files import is_absolute
from glose.digest.check.site.page import Page, Wrong

SIGNS: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""How a picture begins, by the end of its name."""
DRAWING = (".svg", ".svgz", ".xhtml", ".xht", ".htm", ".mht", ".shtml", ".php")
"""What a browser or a server may run, and is no page of ours but for a drawing."""


def media_faults(name: str, data: bytes) -> Iterator[Wrong]:
    """What is wrong with a file that lies beside the pages."""
    end = name[name.rfind(".") :].lower()
    if end in SIGNS and not data.startswith(SIGNS[end]):
        yield f"picture: is no {end[1:].upper()}", "put the picture itself there"
    elif end == ".svg":
        page = Page(name, data)
        for rule in (active.handlers, active.frames, active.schemes, active.animations):
            yield from ((what, active.UNASKED) for what, _ in rule(page))
        if page.named["script"]:
            yield "active: <script>", active.UNASKED
        for one in active.links_of(page):
            if is_absolute(one) or one.startswith("//"):
                yield f"third party: {one}", active.UNASKED
    elif end in DRAWING:
        yield f"active: a file that may run ({end})", "leave it out of content/images/"
