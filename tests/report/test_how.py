"""docs/how/check.md shows what the formats say, and its commands run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.check import formats
from glose.digest.check.report import GROUPS, of_rule, of_site, of_sources, report_of
from glose.digest.model.errors import Fault
from glose.digest.publish import publication
from tests.digest import EMPTY, PARTS, ROOT, source

PAGE = (ROOT / "docs/how/check.md").read_text(encoding="utf-8")
DAY = "write the day it was published into seeds/marche.txt.meta.yaml"
REPORT = report_of(
    (
        *of_sources(
            [Fault("content/articles/le-pont.md", 3, 'unknown key "sumary"', 'write "summary"')],
            "error",
            "content",
            "content/glossary",
        ),
        *of_site(
            [
                Fault(
                    "index.html",
                    None,
                    "link: 2016/03/16/absent/ leads to no page",
                    "mend the link or build what is missing",
                )
            ],
            "output",
        ),
        *of_rule(
            [
                Fault(
                    "content/notes/le-pont.yaml",
                    1,
                    "note budget: its words have changed",
                    "look whether it still holds",
                )
            ],
            "warning",
            "annotation",
        ),
        *of_rule([Fault("content/articles/marche.md", None, "held: no date is known", DAY)], "note", "held"),
    ),
    "content/ and output: 31 pages, 2 files looked at now",
    {"pages": 31},
)


def block(info: str) -> str:
    found = re.search(rf"^```{info}\n(.*?)^```$", PAGE, re.M | re.S)
    assert found, info
    return found[1]


def test_the_text_is_what_people_are_told() -> None:
    assert block("text report").splitlines() == list(formats.as_text(REPORT))


def test_the_json_is_what_programs_are_told() -> None:
    start, end = block("json report").split("  …\n")
    told = formats.as_json(REPORT)
    assert told.startswith(start.rstrip(",\n"))
    assert told.endswith(end.rstrip("\n"))


def test_the_result_is_that_of_sarif() -> None:
    assert json.loads(block("json result")) == json.loads(formats.as_sarif(REPORT))["runs"][0]["results"][0]


def test_the_commands_are_those_of_github() -> None:
    assert block("text github").splitlines() == list(formats.as_github(REPORT))


def test_every_group_has_a_heading() -> None:
    assert formats.TITLES.keys() == GROUPS.keys()


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A digest without articles, built once."""
    root = tmp_path_factory.mktemp("digest")
    for part in PARTS:
        if source(part).is_dir():
            (root / part).symlink_to(source(part))
        else:
            shutil.copy(source(part), root / part)  # where they lie says which digest is meant
    for folder in EMPTY:
        (root / folder).mkdir(parents=True)
    done = invoke(root, "build --no-search")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def invoke(root: Path, words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *words.split()]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


COMMANDS = [
    line.removeprefix("invoke ")
    for text in re.findall(r"^```console\n(.*?)^```$", PAGE, re.M | re.S)
    for line in text.splitlines()
]


@pytest.mark.parametrize(
    "words", [*COMMANDS, *(f"check --format {one}" for one in ("json", "sarif", "github"))]
)
def test_a_command_of_the_page_runs_and_finds_nothing_wrong(digest: Path, words: str) -> None:
    done = invoke(digest, words)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_second_check_looks_at_nothing_and_says_so(digest: Path) -> None:
    invoke(digest, "check")
    assert ", 0 files looked at now" in invoke(digest, "check").stdout
    assert ", 0 files" not in invoke(digest, "check --all").stdout


def test_no_colours_go_into_a_file_and_none_where_nobody_wants_them(digest: Path) -> None:
    assert "\x1b" not in invoke(digest, "check").stdout


def test_a_check_waits_for_no_build_and_disturbs_none(digest: Path) -> None:
    with publication(digest / "output"):
        assert invoke(digest, "check").returncode == 0


def test_what_builds_remember_is_used_and_a_damaged_memory_of_theirs_is_not(digest: Path) -> None:
    article = digest / "content/articles/essai.md"
    article.write_text("---\ntitle: Essai\nslug: essai\nlang: fr\nstatus: nonsense\n---\n\nUn essai.\n")
    try:
        first = invoke(digest, "check")
        assert (first.returncode, "content/articles/essai.md:5: status" in first.stdout) == (1, True), (
            first.stdout
        )
        state = digest / ".glose/output/state.db"
        state.write_bytes(state.read_bytes()[:5000] + b"x" * 3000)
        again = invoke(digest, "check")
        assert (again.returncode, again.stdout.splitlines()[1]) == (1, first.stdout.splitlines()[1])
    finally:
        article.unlink()
