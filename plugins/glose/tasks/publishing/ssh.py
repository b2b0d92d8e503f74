"""Another machine, over ssh with rsync: into the folder that its server serves, or into one of several releases."""

from __future__ import annotations

import shlex
from abc import ABC, abstractmethod
from pathlib import Path

from glose.digest.deliver.parcel import Parcel, pack
from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST, decoded, encoded, publication
from glose.tasks.publishing.place import MIXED, WHOLE, Files, Said, Step, refusal, run

OPTIONS = ("-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=20")
"""Nobody is there to be asked for a password: a key in the agent, or one without."""
PAGES = tuple(
    f"--exclude={name}{twin}"
    for name in ("*.html", "*.xml", "*.json", "*.txt", "_*", ".htaccess")
    for twin in ("", ".gz", ".br")
)
"""What names other files, and so goes after them."""
NEW = r"""
command -v rsync >/dev/null 2>&1 || { echo "rsync: not found" >&2; exit 69; }
p=$1
if [ ! -e "$p" ]; then echo empty
elif [ ! -d "$p" ]; then echo foreign
elif [ -f "$p/$2" ]; then echo ours; cat "$p/$2"
elif [ -z "$(ls -A "$p")" ]; then echo empty
else echo foreign; fi
"""
"""Tells what lies at a path, and its manifest."""
MARK = r"""umask 022; mkdir -p "$1" && printf %s "$3" > "$1/$2" """
"""Marks a folder as ours before anything is in it, so that a first time that was killed can be repeated."""
LIST = r"""
command -v rsync >/dev/null 2>&1 || { echo "rsync: not found" >&2; exit 69; }
p=$1
[ -e "$p" ] || { echo empty; exit 0; }
for one in $(ls -A "$p"); do
  case $one in releases|current|.current.new) ;; *) echo foreign; exit 0;; esac
done
[ -d "$p/releases" ] || { echo empty; exit 0; }
echo ours; readlink "$p/current" || echo; echo $(ls "$p/releases"); cat "$p/current/$2" 2>/dev/null || :
"""
"""Tells which release is live, which there are, and the manifest of the live one."""
SHOW = r"""cat "$1/releases/$2/$3" """
ROOM = r"""umask 022; mkdir -p "$1/releases" """
LIVE = r"""
cd "$1" || exit 1
if [ -d "releases/$2.part" ]; then rm -rf "releases/$2" && mv "releases/$2.part" "releases/$2" || exit 1; fi
rm -f .current.new && ln -s "releases/$2" .current.new || exit 1
mv -T .current.new current 2>/dev/null || mv -h .current.new current || exit 1
shift 2
for one do rm -rf "releases/$one"; done
find releases -maxdepth 1 -name '*.part' -mtime +0 -exec rm -rf {} +
"""
"""Names a finished release and makes it the live one in one rename (``-T`` of GNU, ``-h`` of BSD); removes others."""


class Machine(ABC):
    """What both ways of laying out a site on another machine have in common."""

    left = WHOLE
    """What readers have when a transfer fails."""

    def __init__(self, target: Target, box: Path) -> None:
        self._target, self._box = target, box
        self._ssh = [*shlex.split(target.ssh), *OPTIONS]

    @abstractmethod
    def files(self) -> Files:
        """What is published there now."""

    def send(self, goods: Parcel, step: Step) -> None:
        """Packs beside the digest, where the next time only what is new is written, and sends that."""
        with publication(self._box) as box:
            pack(box, goods, step)
            self._send(box.manifest)

    @abstractmethod
    def _send(self, sha256: str) -> None:
        """Takes the packed site there."""

    def _do(self, script: str, *arguments: str) -> Said:
        """Runs a script of ours there."""
        words = ("sh", "-c", script, "glose", self._target.folder, *arguments)
        said = run([*self._ssh, self._target.machine, shlex.join(words)])
        if said.code:
            raise refusal(self._target.place, said, "ssh")
        return said

    def _sync(self, folder: str, *options: str, source: str = "") -> None:
        """Copies the packed site, or one file of it, into a folder there; by content, whatever the times."""
        shell = ("-e", shlex.join(self._ssh))
        asked = ("-r", "-s", "--checksum", "--perms", "--chmod=D755,F644", "--timeout=300", *options)
        said = run(["rsync", *asked, *shell, f"{self._box}/{source}", f"{self._target.host_part}{folder}/"])
        if said.code:
            raise refusal(self._target.place, said, "rsync", self.left)

    def _foreign(self) -> DigestError:
        what = "holds files that publishing did not write, and would be replaced"
        return DigestError(Fault(self._target.place, None, what, "name an empty folder, or empty this one"))


class Remote(Machine):
    """A folder that is served: what pages need comes first, then the pages, and what is gone goes last."""

    left = MIXED
    _is_new = False

    def files(self) -> Files:
        """As the manifest there says, which is sent last of all."""
        state, _, manifest = self._do(NEW, MANIFEST).out.partition(b"\n")
        if state == b"foreign":
            raise self._foreign()
        self._is_new = state == b"empty"
        if self._is_new:
            return {}
        if (files := decoded(manifest)) is None:
            what = "the manifest there is damaged, so nobody knows what is published"
            todo = f"delete {self._target.folder}/{MANIFEST} there, empty the folder, and publish again"
            raise DigestError(Fault(self._target.place, None, what, todo))
        return files

    def _send(self, sha256: str) -> None:
        folder, kept = self._target.folder, f"--exclude=/{MANIFEST}"
        self.files()
        if self._is_new:
            self._do(MARK, MANIFEST, encoded({}).decode())
        self._sync(folder, kept, *PAGES, "--delay-updates")
        self._sync(folder, kept, "--delay-updates", "--delete-after")
        self._sync(folder, source=MANIFEST)

    def before(self) -> Files:
        """There is none."""
        what = "keeps no site before this one"
        todo = 'write "releases": 3 in PUBLISH for the next time, and publish the sources that you want now'
        raise DigestError(Fault(self._target.place, None, what, todo))

    def back(self) -> None:
        """There is no way."""
        self.before()


class Releases(Machine):
    """Whole sites side by side in ``releases/``, one of which ``current`` names: what the server serves."""

    def files(self) -> Files:
        """Of the live release."""
        live, _, manifest = self._state()
        return self._sound(live, manifest) if live else {}

    def _state(self) -> tuple[str, list[str], bytes]:
        """The live release, all of them in the order of time, and the live one's manifest."""
        state, _, rest = self._do(LIST, MANIFEST).out.partition(b"\n")
        if state == b"foreign":
            raise self._foreign()
        live, _, rest = rest.partition(b"\n")
        names, _, manifest = rest.partition(b"\n")
        every = sorted(name for name in names.decode().split() if not name.endswith(".part"))
        return live.decode().removeprefix("releases/"), every, manifest

    def _sound(self, release: str, manifest: bytes) -> Files:
        files = decoded(manifest)
        if files is None:
            what, todo = f"the release {release} there is damaged", "delete it there and publish again"
            raise DigestError(Fault(self._target.place, None, what, todo))
        return files

    def _send(self, sha256: str) -> None:
        live, names, _ = self._state()
        if not names:
            self._do(ROOM)
        last = max((int(name[:6]) for name in names if name[:6].isdecimal()), default=0)
        new = f"{last + 1:06d}-{sha256[:8]}"
        linked = (f"--link-dest=../{live}",) if live else ()
        self._sync(f"{self._target.folder}/releases/{new}.part", "--delete", *linked)
        kept = [new, *sorted(names, reverse=True)][: self._target.releases]
        self._do(LIVE, new, *(name for name in names if name not in kept))

    def before(self) -> Files:
        """Of the release before the live one."""
        earlier = self._earlier()
        return self._sound(earlier, self._do(SHOW, earlier, MANIFEST).out)

    def _earlier(self) -> str:
        live, names, _ = self._state()
        if earlier := [name for name in names if name < live]:
            return earlier[-1]
        todo = "publish the sources that you want"
        raise DigestError(Fault(self._target.place, None, "keeps no site before this one", todo))

    def back(self) -> None:
        """Names the release before."""
        self._do(LIVE, self._earlier())
