"""One build's hold on a published site: what is live, the tree that comes next, and the step from one to the other."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import manifest
from glose.digest.publish.exchange import exchange, flush, recover
from glose.digest.publish.lock import alone
from glose.digest.publish.places import MANIFEST, Places, refuse_foreign, told
from glose.digest.publish.trees import NEW, Tree, check, copy, parent
from glose.digest.publish.twin import make_twin, meanwhile, place_twin

OTHERWISE = "another build is running"


class Publication:
    """The two trees of one output, held by one build. Made by `publication`.

    Nothing that is done before `publish` can be seen in the live tree, whatever ends the process.
    """

    def __init__(self, places: Places, lock: int) -> None:
        self.lock = lock
        """Descriptor to hand to child processes (``pass_fds``): the lock lives as long as any of them."""
        self.tree = places.spare
        """The tree that comes next. Other programs may read it, and write below a folder that `clear` emptied."""
        self.state = places.state
        """Where a build may remember what it made; safe to delete."""
        self._places = places
        self._live, self._spare = Tree(places.output), Tree(places.spare)
        self._data = manifest.read(places.output)
        self._shared = manifest.decode(self._data)
        """Files of the live site that the next may share, where they are still what the manifest says."""
        if not manifest.tops(self._shared) <= (self._live.names() if self._data else set()):
            self._data = b""  # somebody removed a part of the site: nothing vouches for the rest
        self._next: dict[str, str] | None = None
        """What `tree` holds; None before `begin` and after a failure, when it may hold anything."""
        self._fresh: set[str] = set()
        """Paths that are new on the disk."""
        self._owed: set[str] = set()
        """Paths at which `tree` does not hold the live file yet, since another one is to come there."""
        self._hollow: set[str] = set()
        """Folders of `tree` in which perhaps no file is any more."""
        self._whole, self._doubt = False, False
        """Whether every file is made anew, and whether one of the live ones is not what its manifest says."""

    @property
    def manifest(self) -> str:
        """SHA-256 of the live site's manifest; "" where no site is live, or none that a sound manifest vouches for."""
        return manifest.digest(self._data) if self._data else ""

    @property
    def files(self) -> Mapping[str, str]:
        """The live site: path → SHA-256, sorted by path."""
        return self._shared if self._data else {}

    def begin(self, *, empty: bool = False, soon: Collection[str] = ()) -> None:
        """Makes `tree` hold what is live, or no file when `empty`. `soon`: paths that are written or removed next.

        Only what the two manifests say differently is touched; all of it where the tree has no sound manifest, because
        a build was killed in it, or where somebody put a file beside the site's while it was live. Raises
        `DamagedError` when the live site lacks what its manifest names: begin with an empty tree then.
        """
        self._next, self._whole, self._doubt = None, empty, False
        self._fresh.clear()
        self._hollow.clear()
        self._owed.clear()
        with told(self.tree):
            self._live, self._spare = Tree(self._places.output), Tree(self.tree)
            if self.tree.is_symlink() or not self.tree.is_dir():
                self._spare.clear()
            before = manifest.decode(manifest.read(self.tree))
            self._spare.vacate(MANIFEST)  # from now on nobody takes it for a whole site
            files = {} if empty else dict(self.files)
            if not files:
                self._hollow = self._spare.hollow()
            elif before and self._spare.names() == manifest.tops(before):
                self._catch_up(before, soon)
            else:
                self._spare.resemble(self._live, files)
        self._next = files

    def _catch_up(self, before: Mapping[str, str], soon: Collection[str]) -> None:
        """Removes first: a file may be where a folder was. What is replaced `soon` is not replaced twice."""
        after = self.files
        for path in before:
            if path not in after:
                self._spare.remove(path)
        for path, sha256 in after.items():
            if before.get(path) != sha256 and path in soon:
                self._owed.add(path)
            elif before.get(path) != sha256:
                self._spare.link(self._live, path)

    def _pay(self) -> None:
        """Puts the live files into the tree that were to be replaced, and were not."""
        while self._owed:
            self._spare.link(self._live, self._owed.pop())

    def write(self, path: str, data: bytes, sha256: str = "") -> bool:
        """Puts a new file into `tree`, in the place of the old one.

        `path` is relative, with slashes; `sha256`, in hexadecimal digits, is computed when it is not given. False where
        the tree or the live site has these bytes at this path already: then that very file stands there, its time too.
        """
        files = self._begun()
        sha256 = sha256 or manifest.digest(data)
        self._check(path)
        with told(self.tree), self._careful():
            owed = path in self._owed
            self._owed.discard(path)
            if not owed and files.get(path) == sha256 and self._spare.size(path) == len(data):
                return False
            files.pop(path, None)
            there = self._shared.get(path) == sha256
            known = there and self._same(path, data)
            self._doubt |= there and not known
            if known:
                self._spare.link(self._live, path)
            else:
                self._spare.put(path, data)
                self._fresh.add(path)
            files[path] = sha256
        return not known

    def remove(self, path: str) -> None:
        """Takes a file out of `tree`, and the folders that it leaves empty; nothing where there is none."""
        files = self._begun()
        check(path)
        with told(self.tree), self._careful():
            self._owed.discard(path)
            self._spare.remove(path)
            files.pop(path, None)

    def clear(self, below: str) -> Path:
        """Takes everything below a folder ("": all) out of `tree`; returns it empty, for another program to fill.

        A program that opens a file of `tree` to write into it would write into the live site, which shares it.
        """
        files = self._begun()
        self._check(f"{below}/x" if below else "x")
        with told(self.tree), self._careful():
            self._pay()
            if below:
                self._spare.prune_empty(self._spare.hollow(below))
                self._spare.make(below)
            else:
                self._spare.clear()
            for path in [path for path in files if not below or path.startswith(f"{below}/")]:
                del files[path]
        return self.tree / below

    def adopt(self, below: str) -> None:
        """Takes what another program wrote below a folder ("": all of `tree`) into the manifest.

        Where the bytes are those of the live site, its very file is put back, so that its time stays. Folders in which
        nothing is go. Raises `DigestError` for links and anything else that is no regular file.
        """
        files = self._begun()
        if below:
            check(below)
        prefix = f"{below}/" if below else ""
        with told(self.tree), self._careful():
            self._pay()
            found: dict[str, str] = {}
            for path, entry in list(self._spare.walk(below)) if self._spare.has(below) else ():
                if entry is None:
                    self._spare.prune(path)
                    continue
                if not entry.is_file(follow_symlinks=False):
                    todo = "put a regular file there and build again"
                    raise DigestError(Fault(entry.path, None, "is not a regular file", todo))
                data = self._spare.read(path)
                found[path] = manifest.digest(data)
                if self._shared.get(path) == found[path] and self._same(path, data):
                    self._spare.link(self._live, path)
                else:
                    self._fresh.add(path)
            self._spare.prune(below)
            for path in [path for path in files if path.startswith(prefix)]:
                del files[path]
            files.update(found)

    def publish(self) -> str:
        """Puts `tree` in the place of the live site in one step, after all of it is on the disk.

        Returns the SHA-256 of its manifest. What was live stays in `tree` until the next `begin`.
        """
        data = manifest.encode(self._begun())
        with told(self._places.output):
            self._pay()
            self._spare.prune_empty(self._hollow)
            self._draft(data)
            if self._data:
                twin = False
                flush(self.tree, self._fresh)
            else:
                with meanwhile(flush, self.tree, self._fresh):
                    twin = make_twin(self._places.twin, self._spare, self._begun())
            self._next = None
            copy(self._places.draft, self.tree / MANIFEST)
            doubted = self._is_doubtful()
            exchange(self._places)
            self._places.draft.unlink()
            if doubted:  # or what somebody did to it would come back with the next edit
                (self.tree / MANIFEST).unlink(missing_ok=True)
        self._data, self._shared = data, manifest.decode(data)
        if twin:
            place_twin(self._places)
        return self.manifest

    def _is_doubtful(self) -> bool:
        """Whether the live tree is another than its manifest says, as far as that is seen at no great cost."""
        if self._doubt or not (self._whole and self._shared):
            return self._doubt
        return {path for path, entry in self._live.walk() if entry} != {*self._shared, MANIFEST}

    def _draft(self, data: bytes) -> None:
        """Writes the manifest beside the tree, where it tells that the tree is not published yet.

        The tree's folder gets the live one's permissions.
        """
        draft, live = self._places.draft, self._places.output
        draft.unlink(missing_ok=True)
        if data == self._data:  # the same site again: its manifest's time stays as well
            copy(live / MANIFEST, draft)
        else:
            with os.fdopen(os.open(draft, NEW, 0o644), "wb") as stream:
                stream.write(data)
        if live.exists():
            self.tree.chmod(stat.S_IMODE(live.stat().st_mode))

    def _begun(self) -> dict[str, str]:
        if self._next is None:
            raise RuntimeError("begin() comes first, and again after a failure")
        return self._next

    def _same(self, path: str, data: bytes) -> bool:
        """Whether the live file has these bytes: its manifest says so, and somebody may have edited it since."""
        try:
            return self._live.size(path) == len(data) and self._live.read(path) == data
        except OSError:
            return False

    def _check(self, path: str) -> None:
        """Raises `DigestError` for no path of a site, and where a file of the site would be the folder of another."""
        check(path)
        folder = parent(path)
        while folder:
            if folder in self._begun():
                raise DigestError(Fault(path, None, f"lies in {folder}, which is a file", "remove it first"))
            folder = parent(folder)

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """After a failure the tree may hold anything: it is not published."""
        files, self._next = self._next, None
        yield
        self._next = files


@contextmanager
def publication(output: Path, *, wait: float = 0.0) -> Iterator[Publication]:
    """Holds `output` against every other build, and ends what a killed one left half done.

    `wait`: seconds to wait for another build to end. Raises `BusyError`, which says who holds the lock, when it does
    not, and `DigestError` when `output` is a folder that no build of ours made.
    """
    with held(output, wait) as (places, lock):
        with told(output):
            site = Publication(places, lock)
        yield site


@contextmanager
def held(output: Path, wait: float) -> Iterator[tuple[Places, int]]:
    """The lock of an output, after what a killed build left half done was ended."""
    with told(output):
        places = Places.of(output)
        places.make()
    with alone(places.lock, OTHERWISE, wait=wait) as lock:
        with told(places.work):
            recover(places)
            refuse_foreign(places.output)
        yield places, lock
