"""Every dependency is there for a reason that pyproject.toml gives in one line."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

from tests.docs.manual import ROOT

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
NAME = re.compile(r"[A-Za-z0-9._-]+")


def dependencies() -> set[str]:
    project = tomllib.loads(PROJECT)
    groups = (*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values())
    return {NAME.match(one)[0] for one in chain(project["project"]["dependencies"], *groups)}  # type: ignore[index]


def explained() -> set[str]:
    """The names that stand on a line of their own with a comment of more than a word."""
    return {
        match[1]
        for line in PROJECT.splitlines()
        if (match := re.match(r'[^"#]*"([A-Za-z0-9._-]+)[^"]*"\]?,? *# (\S+ \S+.*)$', line))
    }


def test_every_dependency_has_its_reason_beside_it() -> None:
    assert dependencies() - explained() == set()
