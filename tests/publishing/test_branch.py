"""A branch as target, in a real bare repository."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError
from glose.tasks.publishing import place_of
from glose.tasks.publishing.place import Place
from tests.publish.faults import run
from tests.publishing.ended import killed_before
from tests.publishing.sites import ONE, TWO, goods, made, nothing

OWN = {".nojekyll": "", "CNAME": "news.example\n"}


def git(where: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=where, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def held(repository: Path, branch: str = "gh-pages") -> dict[str, str]:
    """The files of a branch but the manifest."""
    names = git(repository, "ls-tree", "-r", "--name-only", branch).splitlines()
    blobs = {name: f"{branch}:{name}" for name in names if name != ".glose-manifest.json"}
    show = ["git", "cat-file", "blob"]
    return {
        name: subprocess.run([*show, blob], cwd=repository, capture_output=True, check=True).stdout.decode()
        for name, blob in blobs.items()
    }


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "--bare", "site.git")
    return tmp_path / "site.git"


@pytest.fixture
def target(bare: Path) -> Target:
    return made("gh-pages", bare, domain="news.example")


def place(target: Target, root: Path) -> Place:
    root.mkdir(exist_ok=True)
    return place_of(target, root)


def test_the_branch_is_one_commit_with_the_site_and_what_hosts_read(
    tmp_path: Path, bare: Path, target: Target
) -> None:
    there = place(target, tmp_path / "digest")
    assert there.files() == {}
    there.send(goods(tmp_path / "site", ONE, target), nothing)
    there.send(goods(tmp_path / "site", TWO, target), nothing)
    assert held(bare) == TWO | OWN
    assert git(bare, "rev-list", "--count", "gh-pages") == "1"
    assert "2016/03/15/a/index.html" not in git(bare, "ls-tree", "-r", "--name-only", "gh-pages")


def test_with_history_each_site_is_a_commit_on_the_one_before(tmp_path: Path, bare: Path) -> None:
    target = made("gh-pages", bare, history=True, branch="pages/live")
    there = place(target, tmp_path / "digest")
    for pages in (ONE, TWO):
        there.send(goods(tmp_path / "site", pages, target), nothing)
    assert git(bare, "rev-list", "--count", "pages/live") == "2"
    there.back()
    assert held(bare, "pages/live") == ONE | {".nojekyll": ""}
    assert git(bare, "rev-list", "--count", "pages/live") == "3"


def test_another_machine_goes_on_from_what_the_branch_says(
    tmp_path: Path, bare: Path, target: Target
) -> None:
    place(target, tmp_path / "one").send(goods(tmp_path / "site", ONE, target), nothing)
    other = place(target, tmp_path / "two")
    assert other.files().keys() == ONE.keys() | OWN.keys()
    assert not (tmp_path / "two" / ".glose").exists(), "looking writes nothing"
    other.send(goods(tmp_path / "site", TWO, target), nothing)
    assert held(bare) == TWO | OWN
    with pytest.raises(DigestError, match="is not what was published last from this machine"):
        place(target, tmp_path / "one").before()


def test_the_commit_before_that_this_machine_sent_comes_back(
    tmp_path: Path, bare: Path, target: Target
) -> None:
    there = place(target, tmp_path / "digest")
    there.send(goods(tmp_path / "site", ONE, target), nothing)
    with pytest.raises(DigestError, match="keeps no site before this one"):
        there.before()
    there.send(goods(tmp_path / "site", TWO, target), nothing)
    assert "2016/03/15/a/index.html" in there.before()
    there.back()
    assert held(bare) == ONE | OWN


def test_a_branch_of_somebody_else_is_left_alone(tmp_path: Path, bare: Path, target: Target) -> None:
    work = tmp_path / "work"
    git(tmp_path, "init", "-q", "-b", "gh-pages", "work")
    (work / "mine.txt").write_text("mine")
    git(work, "add", ".")
    git(work, "-c", "user.name=A", "-c", "user.email=a@b.invalid", "commit", "-qm", "mine")
    git(work, "push", "-q", str(bare), "gh-pages")
    there = place(target, tmp_path / "digest")
    with pytest.raises(DigestError, match="holds files that publishing did not write; name another branch"):
        there.files()
    with pytest.raises(DigestError, match="publishing did not write"):
        there.send(goods(tmp_path / "site", ONE, target), nothing)
    assert held(bare) == {"mine.txt": "mine"}


def test_the_digests_own_repository_is_not_touched_and_names_the_remote(tmp_path: Path, bare: Path) -> None:
    digest = tmp_path / "digest"
    git(tmp_path, "init", "-q", "-b", "main", "digest")
    target = made("gh-pages", "origin")
    with pytest.raises(DigestError, match="has no remote 'origin'; add it with `git remote add origin"):
        place(target, digest)
    git(digest, "remote", "add", "origin", str(bare))
    place(target, digest).send(goods(tmp_path / "site", ONE, target), nothing)
    assert held(bare) == ONE | {".nojekyll": ""}
    assert git(digest, "for-each-ref") == ""


def test_a_repository_that_is_not_there_is_told_with_a_remedy(tmp_path: Path) -> None:
    there = place(made("gh-pages", tmp_path / "none.git"), tmp_path / "digest")
    with pytest.raises(
        DigestError, match="is no repository that this account can see; the site there is as it was"
    ):
        there.files()


def test_a_push_that_the_host_refuses_is_told_and_changes_nothing(
    tmp_path: Path, bare: Path, target: Target
) -> None:
    there = place(target, tmp_path / "digest")
    there.send(goods(tmp_path / "site", ONE, target), nothing)
    hook = bare / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'protected branch' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(
        DigestError, match="refuses the push; the site there is as it was; allow this account"
    ):
        there.send(goods(tmp_path / "site", TWO, target), nothing)
    assert held(bare) == ONE | OWN
    hook.unlink()
    there.send(goods(tmp_path / "site", TWO, target), nothing)
    assert held(bare) == TWO | OWN


def test_whenever_publishing_is_killed_the_branch_is_the_old_site_or_the_new_one(
    tmp_path: Path, bare: Path, target: Target
) -> None:
    there = place(target, tmp_path / "digest")
    there.send(goods(tmp_path / "one", ONE, target), nothing)
    parcel = goods(tmp_path / "two", TWO, target)
    for number in (1, 5, 7, 9, 10, 11):
        assert run(lambda: there.send(parcel, nothing), killed_before(number)) == -signal.SIGKILL
        assert held(bare) in (ONE | OWN, TWO | OWN), number
    there.send(parcel, nothing)
    assert held(bare) == TWO | OWN
