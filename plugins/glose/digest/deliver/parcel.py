"""The files that go to a target: the site's own, and those that the target's server asks for beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from glose.digest.deliver.compress import TWINS, is_text, is_twin, shrinks, twins
from glose.digest.deliver.servers import Rules, headers_file, htaccess, redirects_file
from glose.digest.deliver.target import Target
from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST, DamagedError, Publication

TOP = frozenset({"robots.txt", "404.html", ".well-known/security.txt"})
"""What a host answers at its root only."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a target is to hold."""

    tree: Path
    """The built site."""
    taken: Mapping[str, str]
    """Path at the target → path in `tree`."""
    made: Mapping[str, bytes]
    """Path at the target → bytes that are not in the site as they are."""
    files: Mapping[str, str]
    """Path at the target → SHA-256 of everything but twins."""
    twins: bool
    """Whether files get twins."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises `DamagedError` where the built site has others than its manifest says."""
        data = self.made.get(path)
        if data is None:
            data = (self.tree / self.taken[path]).read_bytes()
        if hashlib.sha256(data).hexdigest() != self.files[path]:
            what = "is not what the build wrote"
            raise DamagedError(
                Fault(str(self.tree / path), None, what, "remove that folder and publish again")
            )
        return data


def parcel(tree: Path, files: Mapping[str, str], target: Target, siteurl: str) -> Parcel:
    """What goes to `target` of the site built at `tree`, whose manifest is `files`."""
    below = unquote(urlsplit(siteurl).path).strip("/") if target.host else ""
    prefix = f"{below}/" if below else ""
    taken = {f"{prefix}{path}": path for path in files}
    made: dict[str, bytes] = {}
    rules = Rules.of(_text(tree, files, "_headers"), _text(tree, files, "_redirects"), siteurl)
    if prefix:
        for name in TOP & files.keys():
            taken[name] = name
        for name in ("_headers", "_redirects", "robots.txt", ".well-known/security.txt"):
            taken.pop(f"{prefix}{name}", None)
    if prefix or rules.path:
        made |= {"_headers": headers_file(rules, prefix)} if "_headers" in files else {}
        made |= {"_redirects": redirects_file(rules, prefix)} if rules.moves else {}
        if not prefix:
            taken = {path: source for path, source in taken.items() if path not in made}
    if target.server == "apache":
        made[f"{prefix}.htaccess"] = htaccess(rules)
    if target.to == "gh-pages":
        made[".nojekyll"] = b""
        made |= {"CNAME": f"{target.domain}\n".encode()} if target.domain else {}
    known = {path: files[source] for path, source in taken.items()}
    known |= {path: hashlib.sha256(data).hexdigest() for path, data in made.items()}
    return Parcel(tree, taken, made, dict(sorted(known.items())), target.twins)


def _text(tree: Path, files: Mapping[str, str], name: str) -> str:
    return (tree / name).read_text(encoding="utf-8") if name in files else ""


def pack(box: Publication, goods: Parcel, step: Callable[[str], None] = lambda _: None) -> str:
    """Puts everything into a publication that is held, and publishes it there in one step.

    Only what is new is written and compressed. `step` is called with each path. Returns the SHA-256 of the manifest.
    """
    before = dict(box.files)
    try:
        box.begin()
    except DamagedError:  # somebody took files away: then everything is written again
        before = {}
        box.begin(empty=True)
    kept = set(goods.files)
    for path, sha256 in goods.files.items():
        step(path)
        same = before.get(path) == sha256
        old = [path + suffix for suffix in TWINS if path + suffix in before] if same and goods.twins else []
        kept.update(old)
        if old or (same and not (goods.twins and is_text(path))):
            continue
        data = goods.read(path)
        box.write(path, data, sha256)
        if goods.twins and shrinks(path, len(data)):
            for suffix, small in twins(data).items():
                box.write(path + suffix, small)
                kept.add(path + suffix)
    for path in before.keys() - kept:
        box.remove(path)
    return box.publish()


def refuse_names(files: Mapping[str, str]) -> None:
    """Raises `DigestError` for files that would be taken for twins or for the manifest of another."""
    for path in files:
        stem = path.removesuffix(".gz").removesuffix(".br")
        if path.rpartition("/")[2] == MANIFEST or (is_twin(path) and stem in files):
            what = "has the name of a file that publishing makes itself"
            raise DigestError(Fault(path, None, what, "give it another name in content/"))
