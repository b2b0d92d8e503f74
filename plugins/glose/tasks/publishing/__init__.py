"""How a site gets to its target: into a folder, over ssh with rsync, or as a commit of a branch."""

from __future__ import annotations

from pathlib import Path

from glose.digest.deliver.target import Target
from glose.tasks.publishing.place import Place


def place_of(target: Target, root: Path) -> Place:
    """The place that a target names; `root`: the digest's folder."""
    from glose.tasks.publishing.branch import Branch
    from glose.tasks.publishing.folder import Folder
    from glose.tasks.publishing.ssh import Releases, Remote

    box = root / ".glose" / "publish" / target.name
    if target.to == "folder":
        return Folder(target, root)
    if target.to == "gh-pages":
        return Branch(target, root, box)
    return Releases(target, box) if target.releases else Remote(target, box)
