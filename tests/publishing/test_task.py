"""`invoke publish` and `invoke rollback --to`, as a maintainer types them, on a digest of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from glose.digest.publish import files_of
from glose.tasks.new_site import Digest, lay
from tests.publishing.sites import texts

URL = "https://sampletown.test/digest"
ARTICLE = """---
title: A sample of {slug}
date: 2016-03-15
slug: {slug}
lang: en
status: {status}
{more}---

The text of {slug} in Sampletown.
"""


def article(root: Path, slug: str, status: str = "published", more: str = "") -> Path:
    file = root / "content" / "articles" / f"{slug}.md"
    file.write_text(ARTICLE.format(slug=slug, status=status, more=more), encoding="utf-8")
    return file


def invoke(root: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments]
    done = subprocess.run(command, cwd=cwd or root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A digest with two articles, and with two that may not be shown."""
    digest = tmp_path / "digest"
    lay(Digest("Sample", ("en",), "UTC", url=URL), digest, "none")
    article(digest, "one")
    article(digest, "two")
    article(digest, "secret", "withheld")
    article(digest, "tomorrow", more="embargo_until: 2999-01-01T00:00:00+00:00\n")
    (digest / "publishconf.py").write_text(
        (digest / "publishconf.py").read_text(encoding="utf-8")
        + 'PUBLISH = {"live": {"to": "folder", "place": "www/digest"}}\n',
        encoding="utf-8",
    )
    return digest


def test_a_day_of_publishing(root: Path) -> None:
    """In one run, since each build takes its time."""
    www = root / "www" / "digest"
    dry = invoke(root, "publish", "--dry-run", "--changed", "changed.txt")
    assert dry.returncode == 0, dry.stderr
    assert f"+ {URL}/2016/03/15/one/" in dry.stdout
    assert "live (www/digest): " in dry.stdout
    assert "nothing was published" in dry.stdout
    assert not www.exists()
    assert not (root / "changed.txt").exists()
    assert not (root / "output").exists()

    assert invoke(root, "publish", cwd=root / "content").returncode == 0
    first = texts(www)
    assert "2016/03/15/one/index.html" in first
    held = [path for path, text in first.items() if "secret" in path + text or "tomorrow" in path + text]
    assert held == [], "what may not be shown does not leave"
    assert files_of(www)
    again = invoke(root, "publish")
    assert again.stdout.splitlines()[-1] == "live (www/digest): nothing has changed"

    article(root, "two", "withheld")
    article(root, "three")
    done = invoke(root, "publish", "--changed", "-")
    assert done.returncode == 0, done.stderr
    addresses = done.stdout.splitlines()
    assert {f"{URL}/2016/03/15/two/", f"{URL}/2016/03/15/three/", f"{URL}/"} <= set(addresses)
    assert all(line.startswith(URL) for line in addresses), "an address a line and nothing else"
    assert not (www / "2016/03/15/two").exists()

    back = invoke(root, "rollback", "--to", "live")
    assert back.returncode == 1
    assert (
        "/2016/03/15/two/: has been withdrawn since, and would come back; publish the sources" in back.stderr
    )
    assert (www / "2016/03/15/three/index.html").exists()
    article(root, "two")
    assert invoke(root, "rollback", "--to", "live").returncode == 0
    assert texts(www) == first


def test_a_site_in_which_the_check_finds_a_fault_stays_here(root: Path) -> None:
    own = root / "theme" / "templates" / "home.html"
    own.parent.mkdir(parents=True)
    home = (
        '{% extends "!theme/home.html" %}{% block main %}{{ super() }}<a href="nowhere/">x</a>{% endblock %}'
    )
    own.write_text(home, encoding="utf-8")
    done = invoke(root, "publish")
    shutil.rmtree(root / "theme")
    assert done.returncode == 1
    assert "nowhere/" in done.stdout
    assert "not published: " in done.stderr
    assert not (root / "www").exists()


def test_without_an_address_or_a_target_it_is_told_what_to_write(root: Path) -> None:
    settings = root / "publishconf.py"
    sound = settings.read_text(encoding="utf-8")
    settings.write_text(f'{sound}SITEURL = ""\n', encoding="utf-8")
    done = invoke(root, "publish")
    assert done.returncode == 1
    assert "SITEURL is empty; write where readers will find the site into publishconf.py" in done.stderr
    settings.write_text(f"{sound}PUBLISH = {{}}\n", encoding="utf-8")
    done = invoke(root, "publish")
    assert done.returncode == 2
    assert "no target is known: name one, like `invoke publish --to ./public`" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--to", "live1"), "--to live1: choose one of live, folder, ssh, gh-pages"),
        (("--to", "ssh"), 'no place; write "place": "user@host.example:/srv/www/digest"'),
        (("--to", "gh-pages", "--branch", "-x"), "'-x' is no name of a branch"),
        (("--to", "seeds/www"), "lies in seeds/"),
    ],
)
def test_wrong_usage_is_told(root: Path, options: tuple[str, ...], told: str) -> None:
    done = invoke(root, "publish", *options)
    assert done.returncode in (1, 2)
    assert told in done.stderr + done.stdout


def test_a_server_is_told_of_the_path_and_the_folder(root: Path) -> None:
    done = invoke(root, "publish.server", "nginx", "--folder", "/srv/sample")
    assert done.returncode == 0, done.stderr
    assert "location /digest/ {" in done.stdout
    assert 'alias "/srv/sample/";' in done.stdout
