"""docs/tutorial.md as somebody follows it: its own commands, from the wheel to the published site, and an upgrade."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.digest import ROOT

BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.M | re.S)
PARTS = ("plugins", "theme", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")
FOREIGN = re.compile(r"Glose\b|Syri|dépêche|rédaction|[Gg]lossaire|Levant|levant\.json|\bAFP\b")


def wheel(folder: Path, version: str) -> Path:
    """Ours, called another version."""
    source = folder / f"source-{version}"
    source.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
        copy(ROOT / part, source / part)
    init = source / "plugins" / "glose" / "__init__.py"
    init.write_text(re.sub(r'"[\d.]+"', f'"{version}"', init.read_text(encoding="utf-8")), encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.glob(f"glose-{version}-*.whl")
    return made


class Shell:
    """A terminal that stays in the folder and the environment to which its commands lead."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said, self.count = folder, "", 0
        self.env = {
            name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITEURL")
        }

    def run(self, command: str) -> str:
        """What it says; it must succeed."""
        script = (
            f"set -e\n{command}\npwd > '{self.folder}/../.pwd'; echo \"$PATH\" > '{self.folder}/../.path'"
        )
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        self.env["PATH"] = (self.folder / "../.path").read_text().strip()
        self.folder = Path((self.folder / "../.pwd").read_text().strip())
        self.count += 1
        return done.stdout + done.stderr


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Who has followed the tutorial to its end."""
    desk = tmp_path_factory.mktemp("tutorial") / "desk"
    shutil.copytree(ROOT / "docs" / "tutorial" / "inbox", desk / "inbox")
    shutil.move(wheel(desk.parent, "0.9.0"), desk)
    shell = Shell(desk)
    for block in BLOCK.finditer((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        if block["kind"] == "console":
            for command in block["text"].splitlines():
                said = shell.run(command.removeprefix("$ "))
                shell.said += "" if "pip install" in command else said
        else:
            with (shell.folder / block["file"]).open("a", encoding="utf-8") as file:
                file.write(block["text"])
    return shell


def test_it_takes_fewer_than_fifteen_commands_and_ends_with_a_published_site(followed: Shell) -> None:
    assert followed.count < 15
    names = followed.run("git --git-dir ../site.git ls-tree -r --name-only gh-pages").split()
    assert {"index.html", "de/index.html", "map/index.html", "sitemap.xml", ".nojekyll"} <= set(names)
    articles = {name.split("/")[-2] for name in names if re.fullmatch(r"2026/\d\d/\d\d/.+/index\.html", name)}
    assert len(articles) == 5, articles


def test_what_was_brought_in_is_there(followed: Shell) -> None:
    output = followed.folder / "output"
    pages = {file.relative_to(output).as_posix(): file.read_text("utf-8") for file in output.rglob("*.html")}
    mole = pages["2026/03/07/what-a-mole-is-for/index.html"]
    assert "By half, says the register." in mole
    assert "A crane at the quay" in mole
    assert mole.count('class="term"') == 2
    storm = next(text for name, text in pages.items() if "sturm" in name)
    assert "Hafenamt" in storm
    assert 'class="term"' in storm
    assert "#00563b" in mole
    assert len(list((output / "glossary").glob("*/index.html"))) >= 10
    assert "Natural Earth" in pages["map/index.html"]
    assert "Was die Wörter des Hafens bedeuten." in pages["de/index.html"]


def test_nobody_meets_another_digest_on_the_way(followed: Shell) -> None:
    assert not FOREIGN.findall(followed.said)
    for file in sorted(followed.folder.rglob("*")):
        place = file.relative_to(followed.folder).parts
        if file.is_dir() or place[0] in (".git", ".glose", "wheels") or "pagefind" in place:
            continue
        text = file.read_text("utf-8", "ignore")
        if file.suffix == ".html":
            page = BeautifulSoup(text, "html.parser")
            assert not page.find_all(attrs={"lang": "fr"}), file
            text = page.get_text()
        assert not FOREIGN.findall(text), file


def test_its_own_ci_passes_on_a_clean_checkout(followed: Shell) -> None:
    followed.run("git add -A && git -c user.name=x -c user.email=x@harbour.test commit --quiet -m Begin")
    followed.run("rm -rf ../clone && git clone --quiet . ../clone")
    steps = yaml.safe_load((followed.folder / ".github/workflows/digest.yml").read_text())["jobs"]["check"][
        "steps"
    ]
    todo = [step["run"] for step in steps if "run" in step and "if" not in step]
    assert any("invoke check" in command for command in todo)
    for command in todo:
        followed.run(f"(cd ../clone && {command})")


def test_a_newer_wheel_builds_the_same_digest(followed: Shell, tmp_path: Path) -> None:
    newer = wheel(tmp_path, "0.9.1")
    followed.run(f"pip install --quiet --no-deps --upgrade {newer}")
    assert followed.run("glose --version").strip() == "glose 0.9.1"
    followed.run("invoke build && invoke check")
