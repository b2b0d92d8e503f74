"""Pictures and drawings beside the pages: each is what its name says, and no drawing runs."""

from __future__ import annotations

from collections.abc import Iterator

from glose.digest.check.site import active
from glose.digest.check.site.files import Files, is_absolute
from glose.digest.check.site.page import Page
from glose.digest.model.errors import Fault

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


def media_faults(files: Files) -> Iterator[Fault]:
    """Faults of what lies beside the pages."""
    for name in sorted(files.names):
        end = name[name.rfind(".") :].lower()
        if end in SIGNS and not files.read(name).startswith(SIGNS[end]):
            yield Fault(name, None, f"picture: is no {end[1:].upper()}", "put the picture itself there")
        elif end in DRAWING:
            if end != ".svg":
                yield Fault(
                    name, None, f"active: a file that may run ({end})", "leave it out of content/images/"
                )
                continue
            page = Page(name, files.read(name))
            wrong = [
                what
                for rule in (active.handlers, active.frames, active.schemes, active.animations)
                for what, _ in rule(page)
            ]
            wrong += ["active: <script>"] * bool(page.named["script"])
            wrong += [
                "third party: " + one
                for one in active.links_of(page)
                if is_absolute(one) or one.startswith("//")
            ]
            yield from (Fault(name, None, what, active.UNASKED) for what in dict.fromkeys(wrong))
