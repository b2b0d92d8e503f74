"""`invoke articles.import` and `articles.export` as a maintainer calls them; every command of the how-to."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bring.desk import picture, written
from tests.bring.export import item, wxr
from tests.bring.glossaries import MARKDOWN, TBX_2
from tests.digest import ROOT, a_project

HUGO = {
    "hugo.toml": 'baseURL = "https://old.example/"\ntimeZone = "Europe/Berlin"\nlanguageCode = "en-us"\n',
    "content/posts/port.md": (
        "---\ntitle: A port\ndate: 2016-03-15\nweight: 3\n---\n[b](/posts/b/), ![Sea](/sea.png), <i>so</i>\n"
    ),
    "content/posts/b.md": (
        "---\ntitle: B\ndate: 2016-03-16\n---\n{{<note>}}x vector<int>{{</note>}} [js](javascript:x) [^1]\n"
    ),
    "content/about.md": "---\ntitle: About\n---\nWe.\n",
    "static/sea.png": picture(),
}
PAGES = [
    (ROOT / f"docs/how/bring-{name}.md").read_text(encoding="utf-8") for name in ("articles", "a-glossary")
]
COMMANDS = [
    line
    for page in PAGES
    for block in re.findall(r"```console\n(.*?)```", page, re.S)
    for line in block.splitlines()
]

Tried = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tried]:
    """A digest beside an old site and an export, in which every command of the pages was given, in their order."""
    root = tmp_path_factory.mktemp("bring")
    written(root / "old-site", HUGO)
    project = a_project(root / "digest", whole=True)
    written(project, {"export.xml": wxr(item(1, "From WordPress", "x")), "uploads/x.png": picture()})
    written(
        project,
        {
            "words.csv": "term;definition\nQuay;A place.\n",
            "abbreviations.md": MARKDOWN,
            "termbase.tbx": TBX_2,
        },
    )
    yield project, invoke(project, *(word for command in COMMANDS for word in command.split()[1:]))
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def digest(tried: Tried) -> Path:
    """The digest alone."""
    return tried[0]


def invoke(where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=where,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_command_of_the_pages_runs(tried: Tried) -> None:
    done = tried[1]
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("another with --from") == len(COMMANDS) - 1  # all but the export


def test_the_glossary_holds_what_was_taken_in_once(digest: Path) -> None:
    names = sorted(file.stem for file in (digest / "content/glossary").glob("*.md"))
    assert names == ["pve", "quay", "sw"]
    done = invoke(digest, "glossary.import", "termbase.tbx", "--dry-run")
    assert "termbase.tbx: recognised as tbx; another with --from" in done.stdout
    assert "would take in 0 new; 0 with more; 0 refused" in done.stdout


def test_what_was_brought_is_a_site_without_faults(digest: Path) -> None:
    done = invoke(digest, "build", "--no-search")
    assert done.returncode == 0, done.stdout + done.stderr
    led = (digest / "output/_redirects").read_text(encoding="utf-8")
    assert "/posts/port/ /en/2016/03/15/port/ 301" in led
    assert "/about/ /en/about/ 301" in led
    page = (digest / "output/en/2016/03/15/port/index.html").read_text(encoding="utf-8")
    assert 'href="../../../../../en/2016/03/16/b/"' in page
    assert "<em>so</em>" in page


def test_the_report_has_a_line_for_each_file_and_each_thing_told(digest: Path) -> None:
    done = invoke(digest, "articles.import", "../old-site", "--dry-run", "--report", "again.jsonl")
    assert "would bring 0 articles; 0 pages; 0 pictures; 3 were here" in done.stdout
    rows = [json.loads(line) for line in (digest / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["file"] for row in rows if "file" in row] == ["articles/from-wordpress.md"]
    assert all({"told", "path", "line"} <= row.keys() for row in rows if "file" not in row)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("articles.import", "nowhere"),
            1,
            "nowhere: is not there; name the folder of the site, or the export file",
        ),
        (
            ("articles.import", "content"),
            1,
            "content: is nothing that is recognised; say what it comes from: --from hugo",
        ),
        (
            ("articles.import", "../old-site", "--from", "drupal"),
            2,
            "--from drupal: choose one of hugo, jekyll",
        ),
        (
            ("articles.import", "../old-site", "--media", "x"),
            2,
            "--media x: name the folder of WordPress's uploads",
        ),
        (("articles.export", "content"), 1, "content: is there and not empty; name a new folder"),
    ],
)
def test_a_wrong_call_is_one_sentence(digest: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = invoke(digest, *words)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_refusal_is_told_and_is_exit_1(digest: Path, tmp_path: Path) -> None:
    written(tmp_path, {"hugo.toml": "", "content/posts/x.md": "---\ntitle: A: b\n---\n"})
    done = invoke(digest, "articles.import", str(tmp_path))
    assert done.returncode == 1
    assert "content/posts/x.md:2: the header is not YAML" in done.stdout
