"""Publishing is one step: the old site or the new one, never a mixture, and nothing of anybody else's is replaced."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from plugins.digest import publish
from plugins.digest.model.errors import DigestError

ROOT = Path(__file__).parents[2]


def make(site: Path, text: str) -> None:
    site.mkdir(parents=True)
    for number in range(5):
        (site / f"{number}.html").write_text(text)


def put(output: Path, text: str) -> None:
    with publish.stage(output) as stage:
        make(stage / "site", text)
        publish.write_manifest(stage / "site")
        publish.exchange(stage / "site", output)


def fail(output: Path) -> None:
    with publish.stage(output) as stage:
        make(stage / "site", "half")
        raise RuntimeError


def test_a_site_takes_the_place_of_the_one_before_and_leaves_no_stage(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(output, "one")
    put(output, "two")
    assert {f.read_text() for f in output.glob("*.html")} == {"two"}
    assert not (tmp_path / publish.WORK / "stage").exists()


def test_the_manifest_names_every_file_with_its_digest(tmp_path: Path) -> None:
    make(tmp_path / "site", "text")
    manifest = publish.write_manifest(tmp_path / "site")
    assert manifest == {f"{n}.html": hashlib.sha256(b"text").hexdigest() for n in range(5)}


def test_a_build_that_fails_leaves_the_published_site_as_it_was(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(output, "one")
    with pytest.raises(RuntimeError):
        fail(output)
    assert {f.read_text() for f in output.glob("*.html")} == {"one"}
    assert not (tmp_path / publish.WORK / "stage").exists()


def test_a_folder_that_no_build_made_is_never_replaced(tmp_path: Path) -> None:
    output = tmp_path / "letters"
    output.mkdir()
    (output / "love.txt").write_text("dear")
    with pytest.raises(DigestError, match="no build of ours wrote"), publish.stage(output):
        pass
    assert (output / "love.txt").read_text() == "dear"


def test_an_empty_folder_may_be_published_to(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    put(output, "one")
    assert (output / publish.MANIFEST).is_file()


def test_a_link_is_not_followed_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DigestError, match="is not a folder"), publish.stage(tmp_path / "output"):
        pass


def test_two_builds_do_not_run_at_once(tmp_path: Path) -> None:
    with publish.stage(tmp_path / "output"):
        code = textwrap.dedent(f"""
            from pathlib import Path
            from plugins.digest import publish
            try:
                with publish.stage(Path({str(tmp_path / "output")!r})): print("entered")
            except publish.BusyError as error: print(error)
        """)
        said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout
    assert "another build is running" in said


LOOP = """
import sys
from pathlib import Path
from plugins.digest import publish
output = Path(sys.argv[1])
for turn in range(10**6):
    with publish.stage(output) as stage:
        site = stage / "site"
        site.mkdir()
        for number in range(20): (site / f"{number}.html").write_text(str(turn))
        publish.write_manifest(site)
        publish.exchange(site, output)
    print(turn, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_killing_a_build_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    output, chance = tmp_path / "output", random.Random(16)
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", LOOP, str(output)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()  # one site is published
        time.sleep(chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        pages = {f.read_text() for f in output.glob("*.html")}
        assert len(pages) == 1
        assert len(list(output.glob("*.html"))) == 20
