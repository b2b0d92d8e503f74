"""The spare tree after a first build: a twin of the live one, so that the first edit need not make it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from glose.digest.model.errors import DigestError
from glose.digest.publish.places import MANIFEST, Places
from glose.digest.publish.trees import Tree, copy


def make_twin(place: Path, tree: Tree, files: Mapping[str, str]) -> bool:
    """Makes a twin of a tree that holds these files; False where the system refuses: then the next build does it."""
    try:
        twin = Tree(place)
        twin.clear()
        twin.resemble(tree, files)
    except (OSError, DigestError):
        return False
    return True


def place_twin(places: Places) -> None:
    """Puts the twin of what is live now where the next build looks for it."""
    with suppress(OSError, DigestError):
        if os.path.lexists(places.spare):  # an output in which there was no site
            Tree(places.spare).clear()
            places.spare.rmdir()
        places.twin.rename(places.spare)
        copy(places.output / MANIFEST, places.spare / MANIFEST)


@contextmanager
def meanwhile(do: Callable[..., None], *arguments: object) -> Iterator[None]:
    """Does something that waits for the disk beside what is done inside."""
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(do, *arguments)
        yield
        done.result()
