"""A conversion killed at any moment has lost nothing, and the next one ends where it would have ended."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glose.digest.markdown import parse
from tests.batch.digest import Digest, dispatch, ninjs, sentences

ROOT = Path(__file__).resolve().parents[2]
ATTEMPTS = 5
EDITED = "ville-exemple-ouvre-le-dossier-numero-{}.md"
SCRIPT = (
    "import sys; from pathlib import Path; from tests.batch.digest import Digest\n"
    "if __name__ == '__main__':\n"
    "    digest = Digest(Path(sys.argv[1]))\n"
    "    from glose.digest.batch import run; print('ready', flush=True)\n"
    "    digest.convert(jobs=int(sys.argv[2])); print('done', flush=True)\n"
)


def prepare(digest: Digest) -> None:
    """Articles, some of them edited by hand, and new versions of all their seeds."""
    for number in range(12):
        digest.seed(f"{number:02d}.txt", dispatch(number), {"date": "2016-03-15"})
    digest.seed("a.json", ninjs(seed=50))
    digest.convert()
    for number in range(0, 12, 3):
        digest.edit(EDITED.format(number), sentences(number * 100), f"Un début écrit à la main, {number}.")
    for number in range(12):
        digest.seed(f"{number:02d}.txt", dispatch(number) + "\nUne fin toute neuve, selon l'Agence Test.\n")
    for number in range(12, 20):
        digest.seed(f"{number:02d}.txt", dispatch(number), {"date": "2016-03-15"})
    digest.seed("b.json", ninjs(version=2, seed=50))


@pytest.mark.parametrize("jobs", [0, 1])
def test_killed_anywhere_it_loses_nothing_and_the_next_run_completes_it(tmp_path: Path, jobs: int) -> None:
    start = Digest(tmp_path / "start")
    start.content.mkdir(parents=True)
    prepare(start)
    whole = Digest(tmp_path / "whole")
    shutil.copytree(start.root, whole.root)
    before = time.monotonic()
    assert whole.convert().ok
    span = time.monotonic() - before
    expected = whole.tree()
    chance = random.Random(jobs)
    for number in range(ATTEMPTS):
        digest = Digest(tmp_path / str(number))
        shutil.copytree(start.root, digest.root)
        old = digest.tree()
        kill(digest, jobs, chance.random() * span)
        for name, data in digest.tree().items():
            if name.startswith("articles/") and not name.endswith(".part"):
                assert data in (old.get(name), expected[name]), name
                parse(data.decode(), name)
        assert digest.convert().ok
        assert digest.tree() == expected
        assert digest.convert().kinds == {}


def kill(digest: Digest, jobs: int, after: float) -> None:
    command = [sys.executable, "-c", SCRIPT, str(digest.root), str(jobs)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(after)
        process.kill()


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("step", range(1, 9))
def test_killed_at_any_step_of_one_article_it_loses_nothing(tmp_path: Path, step: int, edited: bool) -> None:
    """The process ends itself at the n-th call that changes a file, so that every gap between two is met."""
    digest = Digest(tmp_path)
    digest.content.mkdir()
    digest.seed("a.txt", dispatch(1), {"date": "2016-03-15"})
    digest.convert()
    if edited:
        digest.edit(EDITED.format(1), sentences(100), "Un début écrit à la main.")
    digest.seed("a.txt", dispatch(1) + "\nUne fin toute neuve, selon l'Agence Test.\n")
    script = (
        "import os, sys; from pathlib import Path; from tests.batch.digest import Digest\n"
        "left = int(sys.argv[2])\n"
        "def watch(event, arguments):\n"
        "    global left\n"
        "    changes = event in ('os.rename', 'os.remove') or (event == 'open' and arguments[2] & os.O_CREAT)\n"
        "    if changes and sys.argv[1] in str(arguments[0]):\n"
        "        left -= 1\n"
        "        if not left: os._exit(9)\n"
        "sys.addaudithook(watch)\n"
        "Digest(Path(sys.argv[1])).convert()\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path), str(step)], cwd=ROOT, check=False)
    text = (digest.articles / EDITED.format(1)).read_text(encoding="utf-8")
    assert not edited or "Un début écrit à la main." in text
    digest.convert()
    body = digest.body(EDITED.format(1))
    assert body.endswith("Une fin toute neuve, selon l'Agence Test.")
    assert not edited or body.startswith("Un début écrit à la main.")
    digest.seed("a.txt", dispatch(1) + "\nUne autre fin, selon l'Agence Test.\n")
    assert digest.convert().kinds == {"merged" if edited else "written": 1}
    assert digest.body(EDITED.format(1)).endswith("Une autre fin, selon l'Agence Test.")
