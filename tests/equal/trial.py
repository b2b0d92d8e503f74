"""Builds a world twice, from what is remembered and from nothing, and compares everything that can be seen."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from glose.digest.build.build import HERE, build
from glose.digest.build.hands import Hands
from glose.digest.build.project import Project
from glose.digest.build.sources import Sources
from glose.digest.layers import Layers
from glose.digest.model.errors import DigestError
from glose.digest.publish import MANIFEST, Publication, publication
from tests.equal.world import Disk, World

FEATURES = tuple(
    f"glose.{name}"
    for name in (
        *"articles editors_pages term_pages listings glossary_views feeds narrow_feeds".split(),
        *"corrections annotations machine_files redirects".split(),
    )
)


@dataclass(frozen=True)
class Result:
    """A build's: the files, or why there are none."""

    files: Mapping[str, str] = field(default_factory=dict)
    """Path to SHA-256."""
    faults: str = ""


class Trial:
    """One world in a folder, its site, and clean builds beside it."""

    def __init__(self, root: Path, world: World) -> None:
        self.root, self.world = root, world
        self.disk = Disk(root / "project")
        self.output = root / "output"
        self.later = 0
        """Nanoseconds by which the clock of builds is ahead: a stamp is trusted once it is two seconds old."""
        self.steps: tuple[str, ...] = ()
        """Folders that steps after the rendering fill."""

    def project(self) -> Project:
        """What is built."""
        root, world = self.disk.root, self.world
        settings = {**world.settings, "NOW": world.now, "WITH_FUTURE_DATES": False, "PLUGINS": FEATURES}
        sources = Sources(root, root / "content", root / "content/glossary", settings, world.now)
        return Project(sources, Layers.of(root / "theme"), world.program)

    def edited(self, *, hands: Hands = HERE, fresh: bool = False) -> Result:
        """The site brought up to date."""
        self.disk.lay(self.world)
        return self._build(self.output, hands, fresh)

    def clean(self, *, hands: Hands = HERE) -> Result:
        """The same, in a folder where nothing is."""
        self.disk.lay(self.world)
        place = self.root / "clean"
        try:
            return self._build(place / "output", hands, False)
        finally:
            shutil.rmtree(place)

    def _build(self, output: Path, hands: Hands, fresh: bool) -> Result:
        output.parent.mkdir(exist_ok=True)
        try:
            with publication(output) as site:
                clock, steps = time.time_ns() + self.later, {one: step(one) for one in self.steps}
                build(self.project(), site, clock=clock, hands=hands, finish=steps, fresh=fresh)
        except DigestError as error:
            return Result(faults=str(error))
        return Result(tree(output))


def step(folder: str) -> Callable[[Publication], None]:
    """Counts the pages, as an index would."""

    def run(site: Publication) -> None:
        place = site.clear(folder)
        (place / "count").write_text(str(sum(1 for _ in site.tree.rglob("*.html"))))
        site.adopt(folder)

    return run


def tree(folder: Path) -> dict[str, str]:
    """Every file with the SHA-256 of its bytes."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def differences(one: Result, other: Result) -> list[str]:
    """What is not the same: the faults, or names of files."""
    if one.faults or other.faults:
        return [] if one.faults == other.faults else [f"faults: {one.faults!r} / {other.faults!r}"]
    return sorted(name for name in {*one.files, *other.files} if one.files.get(name) != other.files.get(name))
