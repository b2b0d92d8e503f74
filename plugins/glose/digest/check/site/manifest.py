"""The manifest: what stands at the site's address is what a build put there, file by file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from unicodedata import normalize

from glose.digest.check.site.files import Files
from glose.digest.check.site.page import Facts, briefly
from glose.digest.editions import Editions
from glose.digest.model.errors import Fault
from glose.digest.publish import MANIFEST, files_of

BUILD = "build again"
_HOME = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*/glossary/index\.html")
"""By which an edition's folder is known."""
_REGIONAL = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-\d{3})?")
"""Where texts in a country's form of a language lie."""
PROMISED = (
    "index.html 404.html _headers robots.txt sitemap.xml articles.json glossary.json glossary.ttl glossary/index.html "
    "timeline/index.html archives/index.html categories/index.html tags/index.html sources/index.html "
    "authors/index.html search/index.html corrections/index.html feeds/all.atom.xml feeds/all.rss.xml feeds/all.json"
).split()
"""What every site has (docs/site.md)."""


ONCE = frozenset("404.html _headers robots.txt sitemap.xml articles.json glossary.json glossary.ttl".split())
"""What stands at the root only; all else is in every edition."""


def promised_faults(files: Files, pages: Mapping[str, Facts]) -> Iterator[Fault]:
    """What every site of ours has is there, in each edition, and each edition's pages are in its language."""
    editions = {name.partition("/")[0] for name in files.names if _HOME.fullmatch(name)}
    for name in PROMISED:
        for place in (name, *(f"{lang}/{name}" for lang in sorted(editions) if name not in ONCE)):
            if place not in files.names:
                yield Fault(place, None, "site: is missing", BUILD)
    for name, page in pages.items():
        first = _edition(name.partition("/")[0], editions)
        home = pages.get(f"{first}/index.html" if first in editions else "index.html")
        lang = first if first in editions else home.lang if home else ""
        moved = (
            page.refresh is not None
        )  # a former address may lie in another edition than the page that it leads to
        if lang and page.lang and page.lang != lang and not moved:
            what = f"language: the page is in {briefly(page.lang)}, its edition in {lang}"
            yield Fault(name, None, what, "the template must extend base.html")
    seen: dict[str, str] = {}
    for name in sorted(files.names):
        other = seen.setdefault(normalize("NFC", name).casefold(), name)
        if other != name:
            what = f"site: is one file with {other} where case or accents do not count"
            yield Fault(name, None, what, "change a slug or a picture's name")


def _edition(folder: str, editions: Collection[str]) -> str:
    """The edition that shows what lies there: texts in en-GB are the English edition's."""
    if folder in editions or "-" not in folder or not _REGIONAL.fullmatch(folder):
        return folder
    return Editions(tuple(sorted(editions))).own(folder) if editions else folder


def manifest_faults(files: Files, known: dict[str, str] | None) -> Iterator[Fault]:
    """Files that differ from the manifest, are missing, or that no build wrote. `known`: what `listed` found."""
    for name in sorted(files.odd):
        yield Fault(name, None, "manifest: is no regular file", "put the file itself there, or build again")
    if known is None:
        return
    for name in sorted(files.names - known.keys() - {MANIFEST}):
        yield Fault(name, None, "manifest: no build wrote this file", "delete it, or build again")
    for name, digest in sorted(known.items()):
        if name not in files.names:
            yield Fault(name, None, "manifest: is missing", BUILD)
            continue
        if name not in files.digests:
            files.read(name)
        if files.digests[name] != digest:
            yield Fault(name, None, "manifest: is not what the build wrote", "build again; edit sources only")


def listed(files: Files) -> tuple[dict[str, str] | None, list[Fault]]:
    """What the manifest says, and what is wrong with it."""
    known = files_of(files.root)
    if known is not None:
        return known, []
    why = "is damaged" if MANIFEST in files.names else "is missing"
    return None, [Fault(MANIFEST, None, f"manifest: {why}, so nothing tells what a build wrote", BUILD)]
