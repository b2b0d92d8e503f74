"""Odd things among the sources, disks that are full or closed, many builds and readers at once: a site is whole."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import chdir, suppress
from pathlib import Path

import pytest

from glose.digest.build.hands import Hands
from glose.digest.model.errors import DigestError
from glose.tasks.site_build import build as build_site
from tests.digest import ROOT
from tests.faults import building
from tests.faults.test_build_disk import ALL, PLACE
from tests.faults.test_disk import NO_ANSWER
from tests.faults.test_places import can_mount, mounted

BUILD = "import sys; from tests.faults.building import build; sys.exit(build(sys.argv[1]))"
LIMITED = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    "resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); "
)
FEW_FILES = """
import resource, sys
from glose.digest.build import hands
from tests.faults import building
hands.FEW, building.HANDS = 0, hands.Hands(2)
resource.setrlimit(resource.RLIMIT_NOFILE, ({many}, {many}))
sys.exit(building.build(sys.argv[1]))
"""
"""Two processes, however little there is to do, and few files that may be open."""
CLOSED = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site with edits that wait."""
    return building.prepared(tmp_path_factory.mktemp("places"))


@pytest.fixture(scope="module")
def new(start: Path) -> dict[str, bytes]:
    root = building.copy(start, start.with_name("new"))
    assert building.build(str(root)) == 0
    return dict(building.site(root))


@pytest.fixture
def root(start: Path) -> Iterator[Path]:
    root = building.copy(start, start.with_name(building.PLACE))
    yield root
    shutil.rmtree(root)


def build(root: Path, *prefix: str, script: str = BUILD) -> subprocess.CompletedProcess[str]:
    command = [*prefix, sys.executable, "-c", script, str(root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def assert_told(done: subprocess.CompletedProcess[str], root: Path, *sites: object) -> None:
    """One message with path and remedy, and the site that was, or the new one."""
    assert done.returncode == 1, done
    assert PLACE.search(done.stdout), done
    assert not NO_ANSWER.search(done.stdout + done.stderr), done
    assert building.site(root) in sites


def linked(place: Path) -> None:
    place.symlink_to("/etc/hostname")


def dangling(place: Path) -> None:
    place.symlink_to("nowhere")


def itself(place: Path) -> None:
    place.symlink_to(place.name)


def listening(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one, chdir(place.parent):  # its address may have 108 bytes at most
        one.bind(place.name)


ODD: tuple[Callable[[Path], None], ...] = (linked, dangling, itself, listening, os.mkfifo)


PLACES = (
    "content/articles/odd.md",
    "content/pages/odd.md",
    "content/glossary/odd.md",
    "theme/translations/es.po",
    "theme/templates/odd.html",
    "theme/static/odd.css",
    "theme/outlines/odd.json",
)


@pytest.mark.parametrize("name", PLACES if ALL else PLACES[::2])
def test_what_is_no_file_is_named_and_the_old_site_stays(root: Path, name: str) -> None:
    old = building.site(root)
    for odd in ODD:
        odd(root / name)
        with pytest.raises(DigestError, match=rf"^{name}: is (not a regular file|a symbolic link)[^;]*; "):
            build_site(root, root / "output", hands=Hands(1))
        assert building.site(root) == old
        (root / name).unlink()


def test_what_editors_leave_beside_a_text_is_not_read(root: Path, new: dict[str, bytes]) -> None:
    for name in ("content/.#odd.md", "content/articles/.#odd.md", "content/glossary/.#odd.md"):
        dangling(root / name)
    build_site(root, root / "output", hands=Hands(1))
    assert building.site(root) == new


def test_folders_that_lead_back_to_themselves_are_named(root: Path) -> None:
    (root / "content/images/loop").symlink_to(root / "content", target_is_directory=True)
    (root / "content/articles/loop").symlink_to(root / "content/articles", target_is_directory=True)
    with pytest.raises(DigestError) as caught:
        build_site(root, root / "output", hands=Hands(1))
    assert {one.path for one in caught.value.faults} == {"content/images/loop", "content/articles/loop"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Photo.png", "photo.png"), ("\u00e9t\u00e9.png", "e\u0301te\u0301.png"), ("Straße", "STRASSE")],
)
def test_pictures_whose_names_are_one_on_another_machine_are_refused(
    root: Path, one: str, other: str
) -> None:
    old = building.site(root)
    for name in (one, other):
        (root / "content/images" / name).write_bytes(building.PICTURE)
    with pytest.raises(
        DigestError, match="where neither case nor the form of accents counts; rename one of them"
    ):
        build_site(root, root / "output", hands=Hands(1))
    assert building.site(root) == old
    (root / "content/images" / other).unlink()
    build_site(root, root / "output", hands=Hands(1))
    assert f"images/{one}" in building.site(root)


def test_a_name_that_is_no_text_is_told(root: Path) -> None:
    for folder in ("articles", "images", "glossary"):
        (root / "content" / folder / "caf\udce9.md").write_bytes(b"x")
    with pytest.raises(DigestError) as caught:
        build_site(root, root / "output", hands=Hands(1))
    assert {one.what for one in caught.value.faults} == {"has a name that is not UTF-8"}
    assert str(caught.value).encode()


def test_a_file_that_would_replace_a_page_is_told(root: Path) -> None:
    (root / "content/index.html").write_text("mine", encoding="utf-8")
    building.article(root, "neuf", 18, "[lien]({static}/index.html)")
    old = building.site(root)
    with pytest.raises(
        DigestError, match=r"^content/index\.html: a page of the site stands at this address; rename"
    ):
        build_site(root, root / "output", hands=Hands(1))
    assert building.site(root) == old


@pytest.mark.parametrize("room", range(0, 1200, 60) if ALL else (0, 200))
def test_on_a_full_disk_readers_see_a_whole_site_and_with_room_the_next_build_is_right(
    start: Path, new: dict[str, bytes], tmp_path: Path, room: int
) -> None:
    if not can_mount():
        return
    with mounted(tmp_path / "small", 9000):
        root = building.copy(start, tmp_path / "small/project")
        filler = tmp_path / "small/filler"
        with suppress(OSError), filler.open("wb", buffering=0) as stream:
            while True:
                stream.write(b"\0" * 4096)
        os.truncate(filler, filler.stat().st_size - room * 1024)
        done = build(root)
        if done.returncode:
            assert_told(done, root, building.site(start), new)
        else:
            assert building.site(root) == new
        filler.unlink()
        assert build(root).returncode == 0
        assert building.site(root) == new
        assert building.litter(root) == []


def test_a_file_that_may_not_grow_is_told_and_nothing_is_half_there(
    root: Path, new: dict[str, bytes]
) -> None:
    for size in range(1000, 100_000, 5000) if ALL else (3000,):
        done = build(root, script=LIMITED.format(size=size) + BUILD)
        if not done.returncode:
            break
        assert PLACE.search(done.stdout), done
        assert not NO_ANSWER.search(done.stdout + done.stderr), done
    assert build(root).returncode == 0
    assert building.site(root) == new


def test_where_too_few_files_may_be_open_it_is_told_also_by_processes(
    root: Path, new: dict[str, bytes]
) -> None:
    for many in range(6, 60, 2) if ALL else (12, 16):
        done = build(root, script=FEW_FILES.format(many=many))
        if done.returncode:
            assert_told(done, root, building.site(root))
        else:
            assert building.site(root) == new
    assert build(root).returncode == 0
    assert building.site(root) == new


@pytest.mark.parametrize("place", [".", ".glose", "output"])
def test_a_place_that_may_only_be_read_is_told_and_left_as_it_is(
    root: Path, place: str, new: dict[str, bytes]
) -> None:
    old = building.site(root)
    if can_mount():
        assert_told(build(root, "unshare", "-m", "sh", "-c", CLOSED, str(root / place)), root, old)
        assert build(root).returncode == 0
        assert building.site(root) == new


@pytest.mark.parametrize("many", [2, 10])
def test_of_many_builds_at_once_one_builds_and_the_others_say_who_does(
    root: Path, new: dict[str, bytes], many: int
) -> None:
    command = [sys.executable, "-c", BUILD, str(root)]
    running = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(many)
    ]
    said = [(one.communicate()[0], one.returncode) for one in running]
    assert {code for _, code in said} <= {0, 75}
    assert 0 in {code for _, code in said}
    assert all("another build is running (process" in text for text, code in said if code)
    assert building.site(root) == new
    assert building.litter(root) == []


def test_a_reader_sees_one_site_or_the_other_through_every_rebuild(root: Path) -> None:
    """Every page that both sites have can be read at every moment, and is one of the two."""
    sites = []
    for body in ("Une version.", "Une autre version, plus longue."):
        building.article(root, "change", 16, body)
        build_site(root, root / "output", hands=Hands(1))
        sites.append(building.site(root))
    both = sorted(sites[0].keys() & sites[1].keys())
    ended, wrong, reads = threading.Event(), list[str](), 0

    def poll() -> None:
        nonlocal reads
        while not ended.is_set():
            for name in both:
                reads += 1
                try:
                    if (root / "output" / name).read_bytes() not in (sites[0][name], sites[1][name]):
                        wrong.append(name)
                except OSError as error:
                    wrong.append(f"{name}: {error}")

    reader = threading.Thread(target=poll)
    reader.start()
    for number in range(100 if ALL else 6):
        building.article(root, "change", 16, ("Une version.", "Une autre version, plus longue.")[number % 2])
        build_site(root, root / "output", hands=Hands(1))
        assert building.site(root) == sites[number % 2]
    ended.set()
    reader.join()
    assert reads > len(both)
    assert wrong == []


def test_a_part_of_the_site_that_somebody_removed_is_there_again_after_the_next_build(
    root: Path, new: dict[str, bytes]
) -> None:
    shutil.rmtree(root / "output/2016/03/15")
    build_site(root, root / "output", hands=Hands(1))
    assert building.site(root) == new


def test_nothing_outside_the_project_is_read_or_written(root: Path, new: dict[str, bytes]) -> None:
    command = [sys.executable, "-m", "tests.faults.watched", str(root), "build"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == str(len(new) - 1)  # the manifest names all but itself
    outside = [line for line in done.stdout.splitlines() if line.startswith("OUTSIDE")]
    assert outside == ["OUTSIDE open /etc/passwd"], (
        "which the script opens itself, to show that the hook sees"
    )
