"""Whether a published site is, byte for byte, the one that a build gives which remembers nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import MANIFEST

MEND = "build with --fresh, and report it unless somebody changed the site by hand"


def verify(output: Path, clean: Callable[[Path], object]) -> None:
    """Has `clean` build into a folder beside the site; raises `DigestError` with every file that is not the same."""
    with TemporaryDirectory(dir=output.parent / ".glose", prefix="verify-") as folder:
        beside = Path(folder).resolve() / output.name
        clean(beside)
        faults = list(differences(output, beside))
    if faults:
        raise DigestError.of(faults)


def differences(site: Path, clean: Path) -> Iterator[Fault]:
    """The files that only one of two sites has, or that are not the same in both."""
    here, there = digests(site), digests(clean)
    for path in sorted({*here, *there}):
        if here.get(path) != there.get(path):
            what = (
                "is not there, and a clean build makes it"
                if path not in here
                else "is made by no clean build"
                if path not in there
                else "is not what a clean build makes"
            )
            yield Fault(str(site / path), None, what, MEND)


def digests(site: Path) -> dict[str, str]:
    """The SHA-256 of every file of a site but its manifest."""
    files = (file for file in site.rglob("*") if file.is_file() and file != site / MANIFEST)
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }
