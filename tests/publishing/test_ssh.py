"""Another machine as target: a real sshd on the loopback, and rsync."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError
from glose.tasks.publishing import place_of
from glose.tasks.publishing.place import Place
from tests.publish.faults import run
from tests.publish.sites import stamp
from tests.publishing.ended import killed_before
from tests.publishing.machine import Machine, running
from tests.publishing.sites import ONE, TWO, goods, made, nothing, texts


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with running() as found:
        yield found


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """Where the site is to lie; its name has signs of a shell."""
    return tmp_path / "w w$(x)'"


@pytest.fixture
def plain(machine: Machine, www: Path) -> Target:
    return made("ssh", f"127.0.0.1:{www}", ssh=machine.ssh())


@pytest.fixture
def several(machine: Machine, www: Path) -> Target:
    return made("ssh", f"127.0.0.1:{www}", ssh=machine.ssh(), releases=2)


def place(tmp_path: Path, target: Target, digest: str = "digest") -> Place:
    return place_of(target, tmp_path / digest)


def test_a_folder_there_holds_the_site_and_what_is_withdrawn_goes_with_its_twins(
    tmp_path: Path, www: Path, plain: Target
) -> None:
    there = place(tmp_path, plain)
    assert there.files() == {}
    there.send(goods(tmp_path / "site", ONE, plain), nothing)
    kept = stamp(www / "theme" / "search.js")
    there.send(two := goods(tmp_path / "site", TWO, plain), nothing)
    assert texts(www) == TWO
    assert not list(www.glob("2016/03/15/**/*"))
    assert stamp(www / "theme" / "search.js") == kept, "what is the same is not sent again"
    assert {path: there.files()[path] for path in two.files} == two.files
    assert oct((www / "index.html").stat().st_mode)[-3:] == "644"


def test_from_another_machine_only_what_differs_is_sent(tmp_path: Path, www: Path, plain: Target) -> None:
    place(tmp_path, plain).send(goods(tmp_path / "site", ONE, plain), nothing)
    kept = stamp(www / "index.html.br")
    parcel = goods(tmp_path / "other", ONE | {"robots.txt": "new"}, plain)
    place(tmp_path, plain, "elsewhere").send(parcel, nothing)
    assert texts(www) == ONE | {"robots.txt": "new"}
    assert stamp(www / "index.html.br") == kept


def test_releases_lie_side_by_side_and_a_link_names_the_live_one(
    tmp_path: Path, www: Path, several: Target
) -> None:
    there = place(tmp_path, several)
    assert there.files() == {}
    for number in range(3):
        there.send(goods(tmp_path / "site", ONE | {"robots.txt": str(number)}, several), nothing)
    assert texts(www / "current") == ONE | {"robots.txt": "2"}
    assert [one.name[:6] for one in sorted((www / "releases").iterdir())] == ["000002", "000003"]
    assert (www / "current").readlink().parts[0] == "releases", "the folder can be moved"
    first, second = (one / "theme" / "search.js" for one in sorted((www / "releases").iterdir()))
    assert first.samefile(second), "what is the same lies there once"


def test_the_release_before_comes_back_and_the_next_follows_the_newest(
    tmp_path: Path, www: Path, several: Target
) -> None:
    there = place(tmp_path, several)
    there.send(goods(tmp_path / "site", ONE, several), nothing)
    with pytest.raises(DigestError, match="keeps no site before this one"):
        there.before()
    there.send(goods(tmp_path / "site", TWO, several), nothing)
    assert "2016/03/15/a/index.html" in there.before()
    there.back()
    assert texts(www / "current") == ONE
    there.send(goods(tmp_path / "site", TWO | {"robots.txt": "3"}, several), nothing)
    assert texts(www / "current") == TWO | {"robots.txt": "3"}
    assert len(list((www / "releases").iterdir())) == 2


def test_without_releases_there_is_no_way_back_and_that_is_said(tmp_path: Path, plain: Target) -> None:
    with pytest.raises(DigestError, match='keeps no site before this one; write "releases": 3 in PUBLISH'):
        place(tmp_path, plain).before()


@pytest.mark.parametrize("kind", ["plain", "several"])
def test_a_folder_of_somebody_else_is_left_alone(
    tmp_path: Path, www: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    www.mkdir()
    (www / "mine.txt").write_text("mine")
    with pytest.raises(DigestError, match="holds files that publishing did not write"):
        place(tmp_path, request.getfixturevalue(kind)).files()
    assert texts(www) == {"mine.txt": "mine"}


@pytest.mark.parametrize(
    ("ssh", "told"),
    [
        (
            {"IdentityFile": "{home}/stranger"},
            "refuses the login; the site there is as it was; give this account",
        ),
        (
            {"UserKnownHostsFile": "/dev/null"},
            "is not known on this machine; .* connect once by hand with `ssh",
        ),
        ({"HostName": "sampletown.invalid"}, "has no address; .* look for a slip in its name"),
        ({"Port": "1"}, "does not answer; .* see that it runs"),
    ],
)
def test_a_machine_that_cannot_be_reached_is_told_with_a_remedy(
    tmp_path: Path, machine: Machine, www: Path, ssh: dict[str, str], told: str
) -> None:
    home = str(machine.home)
    own = {key: value.replace("{home}", home) for key, value in ssh.items()}
    command = machine.ssh(**own)
    if "IdentityFile" in ssh:  # settings of a file add to those of the command
        (machine.home / "stranger_config").write_text(
            (machine.home / "ssh_config").read_text().replace(f"{home}/user\n", f"{home}/stranger\n")
        )
        command = f"ssh -F {machine.home / 'stranger_config'}"
    there = place(tmp_path, made("ssh", f"127.0.0.1:{www}", ssh=command))
    with pytest.raises(DigestError, match=told):
        there.files()


def test_a_machine_without_rsync_is_told_with_a_remedy(tmp_path: Path, machine: Machine, www: Path) -> None:
    command = f"{machine.ssh()} -o SetEnv=X=1"
    bare = tmp_path / "ssh"  # a login whose PATH names other programs only
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "sh").symlink_to("/bin/sh")
    bare.write_text(
        f'#!/bin/sh\nfor last; do :; done\n{command} -o BatchMode=yes 127.0.0.1 "PATH={tmp_path}/bin $last"\n'
    )
    bare.chmod(0o755)
    there = place(tmp_path, made("ssh", f"127.0.0.1:{www}", ssh=str(bare)))
    with pytest.raises(DigestError, match="has no rsync; the site there is as it was; install rsync there"):
        there.files()


def test_without_rsync_here_it_is_told_before_anything_is_sent(
    tmp_path: Path, www: Path, plain: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    for directory in os.environ["PATH"].split(os.pathsep):
        if Path(directory, "ssh").exists():
            (tmp_path / "bin" / "ssh").symlink_to(Path(directory, "ssh"))
            break
    there = place(tmp_path, plain)
    parcel = goods(tmp_path / "site", ONE, plain)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(
        DigestError, match="rsync is not installed on this machine; install rsync and publish again"
    ):
        there.send(parcel, nothing)
    assert texts(www) == {}


def test_whenever_publishing_is_killed_a_release_is_live_whole(
    tmp_path: Path, www: Path, several: Target
) -> None:
    there = place(tmp_path, several)
    there.send(goods(tmp_path / "one", ONE, several), nothing)
    parcel = goods(tmp_path / "two", TWO, several)
    for number in (1, 2, 3):
        assert run(lambda: there.send(parcel, nothing), killed_before(number)) == -signal.SIGKILL
        assert texts(www / "current") == ONE
    there.send(parcel, nothing)
    assert texts(www / "current") == TWO


def test_whenever_publishing_is_killed_no_page_is_half_and_the_next_time_ends_it(
    tmp_path: Path, www: Path, plain: Target
) -> None:
    there = place(tmp_path, plain)
    one, two = goods(tmp_path / "one", ONE, plain), goods(tmp_path / "two", TWO, plain)
    assert run(lambda: there.send(one, nothing), killed_before(4)) == -signal.SIGKILL  # the first time, too
    there.send(one, nothing)
    for number in (2, 3, 4):
        assert run(lambda: there.send(two, nothing), killed_before(number)) == -signal.SIGKILL
        assert all(text in (ONE.get(path), TWO.get(path)) for path, text in texts(www).items())
        assert there.files()["index.html"] == one.files["index.html"], (
            "what is not whole is not called published"
        )
    there.send(two, nothing)
    assert texts(www) == TWO


@pytest.mark.parametrize("kind", ["plain", "several"])
def test_where_there_is_no_room_for_all_the_old_site_stays(
    tmp_path: Path, machine: Machine, www: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    target = request.getfixturevalue(kind)
    there = place(tmp_path, target)
    there.send(goods(tmp_path / "one", ONE, target), nothing)
    before = there.files()
    cut = tmp_path / "cut"  # there is room for short files only, and who writes a longer one is ended
    less = f'exec {machine.ssh()} -o BatchMode=yes 127.0.0.1 "ulimit -f 1; ${{*##*127.0.0.1 }}"'
    words = f'case "$*" in *rsync*--server*) {less};; *) exec {machine.ssh()} "$@";; esac'
    cut.write_text(f"#!/bin/sh\n{words}\n")
    cut.chmod(0o755)
    worse = place_of(replace(target, ssh=str(cut)), tmp_path / "digest")
    with pytest.raises(DigestError, match="publish again"):
        worse.send(goods(tmp_path / "two", TWO, target), nothing)
    found = texts(www / "current" if kind == "several" else www)
    assert {path: text for path, text in found.items() if ".~tmp~" not in path} == ONE
    assert there.files() == before
    there.send(goods(tmp_path / "two", TWO, target), nothing)
    assert texts(www / "current" if kind == "several" else www) == TWO
    assert not [path for path in www.rglob("*") if path.name in (".~tmp~",)]
