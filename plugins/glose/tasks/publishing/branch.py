"""A branch of a repository, from which a host serves pages: the site is its one commit, written by ghp-import."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from glose.digest.deliver.parcel import Parcel, pack
from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST, decoded, publication
from glose.tasks.child import run_module
from glose.tasks.publishing.place import Files, Said, Step, refusal, run

KEPT = 3
"""Sites that this machine keeps, the live one among them, where the target names no number."""
SENT = "refs/glose/"
"""Where they stand in the repository beside the digest, which nobody else sees."""
AUTHOR = {"NAME": "publish", "EMAIL": "publish@localhost"}
"""Who commits where git knows nobody."""


class Branch:
    """A branch that holds nothing but the site."""

    def __init__(self, target: Target, root: Path, box: Path) -> None:
        self._target, self._root, self._box = target, root, box
        self._ref = f"refs/heads/{target.branch}"
        self._own = box.with_name(f"{target.name}.git")
        """A repository of our own: nothing is written to the digest's, which need not be one."""
        self._url = self._address()

    def _address(self) -> str:
        """The address of a remote of the digest's repository, or the place itself."""
        place = self._target.place
        if ":" in place or "/" in place:
            return place if ":" in place else str((self._root / place).resolve())
        said = run(["git", "remote", "get-url", "--push", "--", place], cwd=self._root)
        if said.code:
            what = f"the digest's repository has no remote {place!r}"
            todo = f"add it with `git remote add {place} ADDRESS`, or name the repository's address"
            raise DigestError(Fault(place, None, what, todo))
        return said.out.decode(errors="replace").strip()

    def files(self) -> Files:
        """As the manifest in the branch says."""
        with self._repository() as here:
            head = self._fetch(here)
            return self._files(here, head) if head else {}

    @contextmanager
    def _repository(self) -> Iterator[Path]:
        """Our own repository where there is one; otherwise one that is gone afterwards."""
        if self._own.is_dir():
            yield self._own
            return
        with TemporaryDirectory(prefix="branch-") as folder:
            self._git(Path(folder), "init", "--quiet", "--bare", ".")
            yield Path(folder)

    def _git(self, here: Path, *arguments: str) -> Said:
        """Runs git in a repository of ours; raises `DigestError` with its reason."""
        shell = {"GIT_SSH_COMMAND": f"{self._target.ssh} -o BatchMode=yes -o ConnectTimeout=20"}
        if "GIT_SSH_COMMAND" in os.environ and self._target.ssh == "ssh":
            shell = {}
        said = run(["git", *arguments], cwd=here, GIT_DIR=str(here), GIT_TERMINAL_PROMPT="0", **shell)
        if said.code:
            refused = [line for line in said.out.decode(errors="replace").splitlines() if line[:1] == "!"]
            said = said._replace(err="\n".join([said.err, *refused]))
            raise refusal(f"{self._target.place} {self._target.branch}", said, "git")
        return said

    def _fetch(self, here: Path) -> str:
        """Brings the branch's last commit here; "" where there is no such branch."""
        listed = self._git(here, "ls-remote", "--", self._url, self._ref).out.decode()
        if not listed.strip():
            return ""
        head = listed.split()[0]
        depth = [] if here == self._own else ["--depth=1"]  # what is not whole cannot be pushed again
        self._git(here, "fetch", "--quiet", "--no-tags", *depth, "--", self._url, self._ref)
        return head

    def _files(self, here: Path, commit: str) -> Files:
        said = run(["git", "cat-file", "blob", f"{commit}:{MANIFEST}"], cwd=here, GIT_DIR=str(here))
        files = decoded(said.out) if not said.code else None
        if files is None:
            what = f"its branch {self._target.branch} holds files that publishing did not write"
            todo = f"name another branch, or delete it with `git push {self._target.place} :{self._target.branch}`"
            raise DigestError(Fault(self._target.place, None, what, todo))
        return files

    def send(self, goods: Parcel, step: Step) -> None:
        """Packs, commits in our own repository, and pushes unless somebody else did meanwhile."""
        with publication(self._box) as box:
            pack(box, goods, step)
            if not self._own.is_dir():
                self._own.mkdir(parents=True)
            self._git(self._own, "init", "--quiet", "--bare", ".")
            head = self._fetch(self._own)
            if head:
                self._files(self._own, head)
            commit = self._commit(head, f"Publish {box.manifest[:12]}", box.lock)
            self._push(commit, head)
            self._keep(commit)

    def _commit(self, head: str, message: str, lock: int) -> str:
        """The packed site as a commit; raises `DigestError` unless it holds every file."""
        scratch = "refs/heads/next"
        run(["git", "update-ref", "-d", scratch], cwd=self._own, GIT_DIR=str(self._own))
        if self._target.history and head:
            self._git(self._own, "update-ref", scratch, head)
        env = {**os.environ, **_author(self._root), "GIT_DIR": str(self._own)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "env": _with_program(env)}
        tree = str(self._box)
        code, said = run_module(
            self._own, lock, "ghp_import", "-n", "-b", "next", "-r", "none", "-m", message, tree, **streams
        )
        names = run(
            ["git", "ls-tree", "-r", "-z", "--name-only", scratch], cwd=self._own, GIT_DIR=str(self._own)
        )
        held = set(names.out.decode(errors="surrogateescape").split("\0")) - {""}
        wanted = {path.relative_to(self._box).as_posix() for path in self._box.rglob("*") if path.is_file()}
        if code or names.code or held != wanted:
            raise refusal(
                self._target.place, Said(code or 1, b"", said or "not every file was committed"), "git"
            )
        return self._git(self._own, "rev-parse", scratch).out.decode().strip()

    def _push(self, commit: str, head: str) -> None:
        lease = f"--force-with-lease={self._ref}:{head}"
        self._git(
            self._own, "push", "--quiet", "--porcelain", lease, "--", self._url, f"{commit}:{self._ref}"
        )

    def _keep(self, commit: str) -> None:
        """Remembers what was published, and forgets what is older than is kept."""
        sent = self._sent()
        number = int(sent[-1][0].removeprefix(SENT)) + 1 if sent else 1
        self._git(self._own, "update-ref", f"{SENT}{number:06d}", commit)
        for ref, _ in sent[: max(0, len(sent) + 1 - (self._target.releases or KEPT))]:
            self._git(self._own, "update-ref", "-d", ref)

    def _sent(self) -> list[tuple[str, str]]:
        """Name and commit of what was published from here, the oldest first."""
        asked = ("for-each-ref", "--sort=refname", "--format=%(refname) %(objectname)", SENT)
        lines = self._git(self._own, *asked).out.decode().splitlines() if self._own.is_dir() else []
        return [(ref, commit) for ref, _, commit in (line.partition(" ") for line in lines)]

    def before(self) -> Files:
        """Of what was published from here before."""
        return self._files(self._own, self._earlier()[1])

    def _earlier(self) -> tuple[str, str]:
        """The live commit, and the one that was published from here before it."""
        todo = "publish the sources that you want"
        sent = [commit for _, commit in self._sent()]
        head = self._fetch(self._own) if sent else ""
        if head not in sent:
            what = "is not what was published last from this machine"
            raise DigestError(Fault(f"{self._target.place} {self._target.branch}", None, what, todo))
        if not (earlier := sent[: sent.index(head)]):
            what = "this machine keeps no site before this one"
            raise DigestError(Fault(f"{self._target.place} {self._target.branch}", None, what, todo))
        return head, earlier[-1]

    def back(self) -> None:
        """Pushes that commit; where the history is kept, its files on top of it."""
        head, earlier = self._earlier()
        if self._target.history:
            tree = self._git(self._own, "rev-parse", f"{earlier}^{{tree}}").out.decode().strip()
            env = {**_author(self._root), "GIT_DIR": str(self._own)}
            said = run(["git", "commit-tree", tree, "-p", head, "-m", "Go back"], cwd=self._own, **env)
            earlier = said.out.decode().strip()
            self._push(earlier, head)
            self._keep(earlier)
        else:
            self._push(earlier, head)


def _author(root: Path) -> dict[str, str]:
    """Who commits: whom git knows in the digest's folder, or nobody in particular."""
    found = {}
    for part, otherwise in AUTHOR.items():
        said = run(["git", "config", f"user.{part.lower()}"], cwd=root).out.decode(errors="replace").strip()
        for role in ("AUTHOR", "COMMITTER"):
            name = f"GIT_{role}_{part}"
            found[name] = os.environ.get(name) or said or otherwise
    return found


def _with_program(environment: dict[str, str]) -> dict[str, str]:
    from glose.tasks.child import CODE, with_program

    return with_program(environment, CODE.parent)
