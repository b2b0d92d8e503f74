"""A small digest with something of each kind to convert, and the conversion as a fault meets it: task, report, code."""

from __future__ import annotations

import shutil
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit

from glose import defaults
from glose.tasks import convert as task
from glose.tasks import frame
from glose.tasks.settings import FILE, Site, settings_in
from tests.batch.digest import Digest, dispatch, ninjs, sentences
from tests.batch.test_pictures import page, photograph
from tests.faults.answered import answered

DATED = {"date": "2016-03-15"}
EDITED = "ville-exemple-ouvre-le-dossier-numero-1.md"
HAND = "Un début écrit à la main."


def prepare(digest: Digest) -> None:
    """Articles, one edited by hand, one with a picture; then new versions, a new seed, and one that cannot be read."""
    digest.seeds.mkdir(parents=True)
    digest.content.mkdir()
    digest.seed("1.txt", dispatch(1), DATED)
    digest.seed("2.json", ninjs(seed=50))
    digest.convert()
    digest.edit(EDITED, sentences(100), HAND)
    digest.seed("1.txt", dispatch(1) + "\nUne fin toute neuve, selon l'Agence Test.\n", DATED)
    digest.seed("2.json", ninjs(version=2, seed=50))
    digest.seed("sous/3.txt", dispatch(3), DATED)
    digest.seed("le-pont.html", page("photo.jpg"), DATED)
    digest.seed("photo.jpg", photograph())
    digest.seed("vide.txt", b"")


def copy(start: Digest, folder: Path) -> Digest:
    """The same digest elsewhere."""
    shutil.copytree(start.root, folder)
    return Digest(folder)


@frame.task()
def whole(c: Context, folder: str) -> None:
    """What `invoke convert` does with the project in `folder`, in this process."""
    root = Path(folder)
    values = settings_in(defaults) | {
        "DEFAULT_LANG": "fr",
        "TIMEZONE": "Europe/Paris",
        "PATH": str(root / "content"),
    }
    done = task.run(Site(root, FILE, values), jobs=0)
    task.show(done)
    if not done.ok:
        raise Exit(code=frame.PROBLEMS)


def convert(folder: str) -> int:
    """Its exit code, after what it says."""
    return answered(whole, folder)
