"""The way back: the site before the live one, while it is whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import manifest
from glose.digest.publish.exchange import exchange
from glose.digest.publish.places import Places, told
from glose.digest.publish.publishing import held
from glose.digest.publish.trees import Tree


def rollback(output: Path, *, wait: float = 0.0) -> str:
    """Puts the previous site back; done again, it leads forward. Returns the SHA-256 of the live manifest.

    Raises `DigestError` where there is no previous site, no whole one, or only the same.
    """
    with held(output, wait) as (places, _), told(output):
        live, spare = manifest.read(places.output), manifest.read(places.spare)
        todo = "build the site from the sources that you want"
        if not spare:
            what = "there is no complete previous site to go back to"
            raise DigestError(Fault(str(output), None, what, todo))
        if spare == live:
            raise DigestError(Fault(str(output), None, "the previous site is the same as this one", todo))
        tree = Tree(places.spare)
        for path, sha256 in manifest.decode(spare).items():
            if tree.size(path) < 0 or manifest.digest(tree.read(path)) != sha256:
                what = f"the previous site is damaged: {path} is not what it was"
                raise DigestError(Fault(str(output), None, what, todo))
        exchange(places)
        return manifest.digest(spare)


def previous(output: Path) -> Mapping[str, str]:
    """The site to which `rollback` would lead: path → SHA-256; raises `DigestError` where there is none."""
    with told(output):
        data = manifest.read(Places.of(output).spare)
    if not data:
        what, todo = "there is no complete previous site to go back to", "publish the sources that you want"
        raise DigestError(Fault(str(output), None, what, todo))
    return manifest.decode(data)
