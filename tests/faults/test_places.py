"""Odd things among the seeds, disks that are full or closed, damaged memory: told by name, and nothing else touched."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from glose.digest.model.errors import DigestError
from tests.batch.digest import Digest, dispatch
from tests.digest import ROOT
from tests.faults import conversion
from tests.faults.test_disk import NO_ANSWER, PLACE

DATED = {"date": "2016-03-15"}
KILL = "ANNULATION - MERCI DE NE PAS UTILISER\n\nVeuillez annuler notre dépêche « {} »\n"
ARTICLE = "ville-exemple-ouvre-le-dossier-numero-1.md"
CONVERT = "import sys; from tests.faults.conversion import convert; sys.exit(convert(sys.argv[1]))"
ALL = os.environ.get("GLOSE_FAULTS") == "all"


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    made = Digest(tmp_path / "digest")
    conversion.prepare(made)
    return made


def convert(digest: Digest, before: str = CONVERT, *prefix: str) -> subprocess.CompletedProcess[str]:
    command = [*prefix, sys.executable, "-c", before, str(digest.root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_links_pipes_sockets_and_loops_are_named_and_stop_nothing(tmp_path: Path) -> None:
    digest = Digest(tmp_path / "digest")
    digest.seed("a.txt", dispatch(1), DATED)
    secret = tmp_path / "secret.txt"
    secret.write_text(dispatch(2), encoding="utf-8")
    seeds = digest.seeds
    (seeds / "link.txt").symlink_to(secret)
    (seeds / "dangling.txt").symlink_to(tmp_path / "absent")
    (seeds / "itself.txt").symlink_to("itself.txt")
    (seeds / "loop").symlink_to(seeds, target_is_directory=True)
    (seeds / "outside").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(seeds / "pipe.txt")
    (seeds / "b.txt").write_text(dispatch(3), encoding="utf-8")
    os.mkfifo(seeds / "b.txt.meta.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(seeds / "socket.txt"))
        outcomes = {one.seed.removeprefix("seeds/"): one for one in digest.outcomes()}
    odd = {"link.txt", "dangling.txt", "itself.txt", "loop", "outside", "pipe.txt", "b.txt", "socket.txt"}
    assert outcomes["a.txt"].kind == "written"
    assert {name for name, one in outcomes.items() if one.kind == "failed"} == odd
    assert all(one.faults[0].todo for name, one in outcomes.items() if name in odd)
    assert [file.name for file in digest.articles.iterdir()] == [ARTICLE]


def test_seeds_whose_names_are_one_on_another_machine_are_told_apart_or_refused(tmp_path: Path) -> None:
    digest = Digest(tmp_path)
    for number, name in enumerate(
        ("d\u00e9.txt", "de\u0301.txt", "A.txt", "a.txt", "x\ny.txt", "caf\udce9.txt")
    ):
        digest.seed(name, dispatch(number, title="Un seul titre pour tous"), DATED)
    report = digest.convert()
    assert report.kinds["failed"] == 1
    assert "written with other code points" in next(report.faults()).what
    files = [file.relative_to(digest.articles).as_posix() for file in digest.articles.rglob("*.md")]
    assert len({name.casefold() for name in files}) == len(files) == 5
    assert digest.convert().kinds == {"failed": 1}


@contextmanager
def mounted(folder: Path, size: int) -> Iterator[None]:
    """A file system of that many kB at `folder`, where this user may mount one."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def limited(size: int) -> str:
    """The conversion in a process that may write no file larger than `size` bytes."""
    return (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); {CONVERT}"
    )


def can_mount() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0


def test_on_a_full_disk_nothing_is_lost_and_with_room_the_next_run_ends_it(
    digest: Digest, tmp_path: Path
) -> None:
    whole = conversion.copy(digest, tmp_path / "whole")
    convert(whole)
    expected, old = whole.tree(), digest.tree()
    if can_mount():
        with mounted(tmp_path / "small", 200):
            small = Digest(tmp_path / "small/digest")
            conversion.copy(digest, small.root)
            filler = tmp_path / "small/filler"
            with suppress(OSError):
                filler.write_bytes(b"\0" * 300_000)
            assert_whole(convert(small), small, old, expected)
            filler.unlink()
            assert convert(small).returncode == 1
            assert small.tree() == expected
        return
    assert_whole(convert(digest, limited(1000)), digest, old, expected)
    convert(digest)
    assert digest.tree() == expected


def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_there(digest: Digest, tmp_path: Path) -> None:
    whole = conversion.copy(digest, tmp_path / "whole")
    convert(whole)
    old, expected = digest.tree(), whole.tree()
    assert_whole(convert(digest, limited(1000)), digest, old, expected)
    convert(digest)
    assert digest.tree() == expected


def test_a_place_that_may_only_be_read_is_told_and_left_as_it_is(digest: Digest) -> None:
    old = digest.tree()
    if can_mount():
        place = str(digest.content)
        closed = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
        done = convert(digest, CONVERT, "unshare", "-m", "sh", "-c", closed, place)
    else:
        folders = [digest.content, *(folder for folder in digest.content.rglob("*") if folder.is_dir())]
        for folder in folders:
            folder.chmod(0o555)
        done = convert(digest)
        for folder in folders:
            folder.chmod(0o755)
    assert done.returncode == 1
    assert PLACE.search(done.stdout)
    assert not NO_ANSWER.search(done.stdout + done.stderr)
    assert digest.tree() == old


def assert_whole(
    done: subprocess.CompletedProcess[str], digest: Digest, old: dict[str, bytes], expected: dict[str, bytes]
) -> None:
    assert done.returncode == 1
    assert PLACE.search(done.stdout), done.stdout
    assert not NO_ANSWER.search(done.stdout + done.stderr), done.stdout + done.stderr
    for name, data in digest.tree().items():
        assert data in (old.get(name), expected.get(name)), name


def test_nothing_outside_the_project_is_read_or_written(digest: Digest) -> None:
    command = [sys.executable, "-m", "tests.faults.watched", str(digest.root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "'written': 3" in done.stdout
    outside = [line for line in done.stdout.splitlines() if line.startswith("OUTSIDE")]
    assert outside == ["OUTSIDE open /etc/passwd"], (
        "which the script opens itself, to show that the hook sees"
    )


def test_a_report_that_cannot_be_written_is_told_by_its_name(project: Path) -> None:
    (project / "seeds/a.txt").write_text(dispatch(1), encoding="utf-8")
    (project / "full").symlink_to("/dev/full")
    for name in ("full", "absent/report.json"):
        command = [sys.executable, "-m", "invoke", "convert", "--report", name]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith(f"{name}: cannot be written: ")
    assert [*(project / "content/articles").iterdir()]


@pytest.mark.parametrize("name", ["seeds.jsonl", "kills.jsonl"])
def test_a_byte_of_the_memory_that_has_flipped_is_told_or_changes_nothing(tmp_path: Path, name: str) -> None:
    digest = Digest(tmp_path)
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("vide.txt", b"")
    digest.seed("kill.txt", KILL.format(dispatch(1).split("\n")[0]), {"date": "2016-03-16"})
    digest.convert()
    file = digest.content / ".generated" / name
    sound, tree = file.read_bytes(), digest.tree()
    assert len(sound) > 200
    chance, told = random.Random(name), 0
    for place in range(len(sound)) if ALL else sorted(chance.sample(range(len(sound)), 40)):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        try:
            digest.convert()
        except DigestError as error:
            told += 1
            (fault,) = error.faults
            assert (fault.path, bool(fault.todo)) == (f"content/.generated/{name}", True)
            file.write_bytes(sound)
        assert digest.tree() == tree, f"byte {place} changed something"
    assert ALL or told > 30
