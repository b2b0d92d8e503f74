"""docs/how/publish.md and docs/how/servers.md: every command runs, every key is explained."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from glose.digest.deliver.target import KEYS, problems
from glose.digest.publish import files_of
from glose.tasks.new_site import Digest, lay
from tests.docs.manual import blocks, code, rows
from tests.publishing.sites import texts

PUBLISH, SERVERS = "docs/how/publish.md", "docs/how/servers.md"


def commands(page: str) -> list[str]:
    return [line for block in blocks("console", page) for line in block.text.splitlines() if line]


def test_every_key_of_a_target_is_explained_and_no_other() -> None:
    assert [code(key)[0] for key, *_ in rows(PUBLISH, "## Say where, once")] == list(KEYS)


def test_the_targets_that_are_shown_are_sound() -> None:
    found = [*blocks("python", PUBLISH), *blocks("python", SERVERS)]
    assert len(found) == 2
    for block in found:
        settings: dict[str, object] = {}
        exec(block.text, settings)  # noqa: S102  our own manual
        assert list(problems(settings["PUBLISH"])) == []


def test_every_command_runs_as_it_is_printed(tmp_path: Path) -> None:
    root = tmp_path / "digest"
    lay(Digest("Sample", ("en",), "UTC", url="https://sampletown.test/digest"), root, "none")
    (shown,) = blocks("python", PUBLISH)
    targets = shown.text[shown.text.index("PUBLISH") :].replace("/srv/copy/", "copy/")
    own = targets.replace("{", '{"first": {"to": "folder", "place": "www/digest"},', 1)
    with (root / "publishconf.py").open("a", encoding="utf-8") as file:
        file.write(own)
    ran = 0
    for line in (*commands(PUBLISH), *commands(SERVERS)):
        if "rollback" in line:  # to which there has to be a way
            page = root / "content" / "pages" / "about.md"
            page.write_text(
                "---\ntitle: About\nslug: about\nlang: en\nstatus: published\n---\n\nUs.\n", encoding="utf-8"
            )
            subprocess.run([sys.executable, "-m", "invoke", "publish", "--to", "copy"], cwd=root, check=True)
        words = line.split()
        assert words.pop(0) == "invoke"
        done = subprocess.run(
            [sys.executable, "-m", "invoke", *words], cwd=root, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
        ran += 1
    assert ran == 8
    assert (root / "changed.txt").read_text().startswith("https://sampletown.test/digest/")
    assert files_of(root / "public")
    assert "about/index.html" not in texts(root / "copy" / "digest")
    assert "location /digest/" in (root / "nginx.conf").read_text()
