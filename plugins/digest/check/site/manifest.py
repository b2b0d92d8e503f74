"""The manifest: what stands at the site's address is what a build put there, file by file."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.digest.check.site.files import Files
from plugins.digest.model.errors import Fault
from plugins.digest.publish import MANIFEST, files_of

BUILD = "build again"
PROMISED = (
    "index.html 404.html _headers robots.txt sitemap.xml articles.json glossary.json glossary.ttl glossary/index.html "
    "timeline/index.html archives/index.html categories/index.html tags/index.html sources/index.html "
    "authors/index.html search/index.html corrections/index.html feeds/all.atom.xml feeds/all.rss.xml feeds/all.json"
).split()
"""What every site has (docs/site.md)."""


def promised_faults(files: Files) -> Iterator[Fault]:
    """What every site of ours has is there."""
    for name in PROMISED:
        if name not in files.names:
            yield Fault(name, None, "site: is missing", BUILD)


def manifest_faults(files: Files, known: dict[str, str] | None) -> Iterator[Fault]:
    """Files that differ from the manifest, are missing, or that no build wrote. `known`: what `listed` found."""
    for name in sorted(files.links):
        yield Fault(name, None, "manifest: is a symbolic link", "put the file itself there, or build again")
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
