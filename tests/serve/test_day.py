"""A day under `invoke serve --drafts`: whatever is edited comes through, whatever is wrong is told to open pages."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from glose.tasks.draft_marks import LIST
from tests.build.served import Served, served
from tests.digest import a_project
from tests.editor.conftest import ARTICLE, ENTRY, NOTES, PAGE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the server is stopped with a POSIX signal")
DRAFT = ARTICLE.replace("slug: le-pont", "slug: la-gare").replace("published", "draft")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_project(tmp_path_factory.mktemp("day") / "project", whole=True)
    content = root / "content"
    (content / "notes").mkdir()
    (content / "articles/le-pont.md").write_text(ARTICLE, encoding="utf-8")
    (content / "glossary/exempleville.md").write_text(ENTRY, encoding="utf-8")
    (content / "notes/le-pont.yaml").write_text(NOTES, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Served]:
    with served(root, "--port", "0", "--drafts") as running:
        yield running


def git(root: Path, *words: str) -> None:
    person = {
        f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, env={**os.environ, **person})


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_draft_is_shown_with_its_mark_and_in_the_list_of_drafts(root: Path, server: Served) -> None:
    server.hear(LIST)
    (root / "content/articles/la-gare.md").write_text(DRAFT, encoding="utf-8")
    assert "Draft: not published." in server.shown("/2016/03/15/la-gare/", "Le budget du pont")
    assert "la-gare.md" in server.get(LIST)
    assert "la-gare" not in server.get("/")


def test_notes_terms_and_words_of_the_interface_come_through(root: Path, server: Served) -> None:
    change(root / "content/notes/le-pont.yaml", "Il était de 3 millions", "Il était de trois")
    server.shown(PAGE, "Il était de trois")
    change(root / "content/glossary/exempleville.md", "au bord du fleuve", "au bord de la mer")
    server.shown(PAGE, "au bord de la mer")
    change(
        root / "theme/translations/fr.po", 'msgid "Glossary"\nmsgstr "', 'msgid "Glossary"\nmsgstr "Grand '
    )
    server.shown("/", "Grand ")


def test_a_renamed_file_is_the_same_article_and_a_deleted_one_is_gone(root: Path, server: Served) -> None:
    file = root / "content/articles/le-port.md"
    file.write_text(ARTICLE.replace("slug: le-pont", "slug: le-port"), encoding="utf-8")
    server.shown("/2016/03/15/le-port/", "Le budget du pont")
    moved = file.rename(file.with_name("renamed.md"))
    change(moved, "Le pont est vieux.", "Le port est vieux.")
    server.shown("/2016/03/15/le-port/", "Le port est vieux.")
    moved.unlink()
    server.shown("/", "Le pont rouvre")
    while "le-port" in server.get("/"):
        server.reloaded()


def test_a_checkout_of_hundreds_of_files_comes_through(root: Path, server: Served) -> None:
    git(root, "init", "-q", "-b", "one")
    git(root, "add", "content")
    git(root, "commit", "-qm", "one")
    git(root, "checkout", "-qb", "two")
    for number in range(200):
        file = root / f"content/articles/many/{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(ARTICLE.replace("slug: le-pont", f"slug: pont-{number}"), encoding="utf-8")
    git(root, "add", "content")
    git(root, "commit", "-qm", "two")
    git(root, "checkout", "-q", "one")
    while "pont-7/" in server.get("/archives/"):
        server.reloaded()
    git(root, "checkout", "-q", "two")
    for number in (0, 77, 199):
        server.shown(f"/2016/03/15/pont-{number}/", "Le budget du pont")
    git(root, "checkout", "-q", "one")
    while "pont-199" in json.dumps(server.get("/2016/03/15/pont-199/")):
        server.reloaded()


def test_a_broken_style_is_told_with_its_line_over_the_new_page(root: Path, server: Served) -> None:
    style = root / "theme/static/style.css"
    sound = style.read_text(encoding="utf-8")
    style.write_text(f"p.x {{ color: red\n  margin: 0 }}\n{sound}", encoding="utf-8")
    said = json.loads(server.news("theme/static/style.css:2"))
    assert said["wrong"] == []
    assert 'a semicolon is missing before "margin"' in said["aside"][0]["what"]
    assert "p.x" in server.shown("/", "p.x")
    server.hear("theme/static/style.css:2: ")
    style.write_text(sound, encoding="utf-8")
    server.news('"aside": []')


def test_what_is_wrong_is_told_until_it_is_mended_though_nothing_new_is_built(
    root: Path, server: Served
) -> None:
    article = root / "content/articles/le-pont.md"
    before = article.read_text(encoding="utf-8")
    article.write_text(before.replace("status: published", "status: publisched"), encoding="utf-8")
    said = json.loads(server.news("le-pont.md:6"))
    assert said["wrong"][0]["todo"]
    assert "Le pont rouvre" in server.get(PAGE)
    article.write_text(before, encoding="utf-8")
    server.news('"wrong": []')


def test_a_seed_that_cannot_be_read_is_told_while_everything_else_is_built(
    root: Path, server: Served
) -> None:
    seed = root / "seeds/broken.xml"
    seed.write_text("<nitf><body>", encoding="utf-8")
    assert json.loads(server.news("seeds/broken.xml"))["wrong"] == []
    change(root / "content/articles/le-pont.md", "Le pont est vieux.", "Le pont est ancien.")
    server.shown(PAGE, "Le pont est ancien.")
    assert "seeds/broken.xml" in server.news("broken")
    seed.unlink()
    server.news('"aside": []')


def test_settings_are_followed_by_what_is_watched_and_by_the_editor(root: Path, server: Served) -> None:
    change(root / "pelicanconf.py", 'DEFAULT_LANG = "fr"', 'PATH = "texts"\nDEFAULT_LANG = "fr"')
    server.news("texts")  # there is no such folder yet
    (root / "content").rename(root / "texts")
    server.news('"wrong": []')
    change(root / "texts/articles/le-pont.md", "Le pont est ancien.", "Le pont est neuf.")
    page = server.shown(PAGE, "Le pont est neuf.")
    token = re.search(r'data-token="([^"]+)"', page)
    assert token
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    own = f"http://127.0.0.1:{server.port}"
    headers = {"Origin": own, "X-Glose-Token": token[1], "Content-Type": "application/json"}
    connection.request("POST", "/.glose/editor/notes", json.dumps({"page": PAGE}), headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    assert answer["file"] == "texts/notes/le-pont.yaml"


def test_settings_that_cannot_be_read_harm_nothing_and_are_told(root: Path, server: Served) -> None:
    settings = root / "pelicanconf.py"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"{before}\nEDITIONS = (\n", encoding="utf-8")
    assert "pelicanconf.py" in json.loads(server.news("pelicanconf.py:"))["wrong"][0]["place"]
    assert "Le pont rouvre" in server.get(PAGE)
    settings.write_text(f'{before}\nSITENAME = "Essai du jour"\n', encoding="utf-8")
    server.shown(PAGE, "Essai du jour")


def test_a_second_server_names_the_first_one_and_takes_the_next_port(root: Path, server: Served) -> None:
    with served(root, "--port", str(server.port)) as other:
        assert other.port > server.port
        said = other.hear(f"port {server.port} is taken")
        assert f"port {other.port} it is" in said
        if Path("/proc/net/tcp").is_file():
            assert f"by process {server.process.pid}: " in said
            assert str(root) in said
        assert "Le pont rouvre" in other.get(PAGE)
        assert "glose-draft" not in other.get(PAGE)
        assert "la-gare" not in other.get("/2016/03/15/la-gare/")
