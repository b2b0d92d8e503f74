"""Small built sites, and the parcels that are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from glose.digest.deliver.parcel import Parcel, parcel
from glose.digest.deliver.target import Target, target
from glose.digest.publish import files_of
from tests.publish.sites import put

URL = "https://news.example/digest"
LONG = "A sentence of Sampletown, often repeated. " * 60
ONE = {
    "index.html": f"home 1 {LONG}",
    "2016/03/15/a/index.html": f"about a {LONG}",
    "theme/search.js": "let one;",
    "_headers": "/*\n  X-Content-Type-Options: nosniff\n",
    "robots.txt": "User-agent: *\n",
    "404.html": "nothing here",
}
TWO = ONE | {"index.html": f"home 2 {LONG}", "2016/03/16/b/index.html": f"about b {LONG}"}
del TWO["2016/03/15/a/index.html"]


def goods(place: Path, pages: Mapping[str, str], to: Target, siteurl: str = URL) -> Parcel:
    """What goes to a target of a site of these pages, which is built at `place`."""
    put(place, pages)
    return parcel(place, files_of(place) or {}, to, siteurl)


def made(to: str, place: object, **more: object) -> Target:
    """A target."""
    return target(str(more.pop("name", "live")), {"to": to, "place": str(place), **more})


def read(tree: Path) -> dict[str, bytes]:
    """Every file below a folder but the manifest and those of git."""
    return {
        path: file.read_bytes()
        for file in sorted(tree.rglob("*"))
        if file.is_file() and (path := file.relative_to(tree).as_posix()) != ".glose-manifest.json"
    }


def texts(tree: Path) -> dict[str, str]:
    """The same, without twins, as text."""
    return {
        path: data.decode(errors="replace")
        for path, data in read(tree).items()
        if not path.endswith((".gz", ".br"))
    }


def nothing(_path: str) -> None:
    """Called with each file that is packed."""
