"""Every dependency is there for a reason that pyproject.toml gives in one line."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import chain

from tests.docs.manual import ROOT, text

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


def test_what_another_pelican_site_has_to_install_is_what_the_two_plugins_need() -> None:
    (packages,) = re.findall(
        r"`pip install ([a-z0-9 ]+)` into its environment", " ".join(text("docs/glossary.md").split())
    )
    names = {"pyyaml": "yaml"}
    code = (
        "import sys, pelican, markdown\n"
        "sys.modules['typing_extensions'] = None  # msgspec takes it where it is, and does without\n"
        "before = {m.partition('.')[0] for m in sys.modules}\n"
        "import glose.glossary_tooltips, glose.glossary_pages\n"
        "new = {m for m in sys.modules if '.' not in m} - before\n"
        "files = {m: getattr(sys.modules[m], '__file__', '') for m in new}\n"
        "print(*(m for m, file in files.items() if 'site-packages' in (file or '')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {names.get(package, package) for package in packages.split()}
