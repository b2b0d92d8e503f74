"""`invoke serve --drafts` shows what is not published so that nobody takes it for published; no build ever does."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from glose.digest.model.errors import DigestError
from glose.tasks.dev_server import Answers
from glose.tasks.draft_marks import LIST, DraftMarks
from glose.tasks.editor import Desk
from glose.tasks.listening import listen
from glose.tasks.reloading import Reloader
from glose.tasks.settings import read_site
from glose.tasks.site_build import build
from glose.tasks.warm import Request, answer
from tests.digest import a_project

HEADER = "---\ntitle: {title}\nslug: {slug}\nlang: fr\n{more}---\n\nUn texte de {slug}.\n"
TEXTS = {
    "articles/paru.md": "date: 2016-03-15\nstatus: published\n",
    "articles/brouillon.md": "date: 2016-03-16\nstatus: draft\nheld: [the date is a guess; look it up]\n",
    "articles/sans-date.md": "status: draft\n",
    "articles/retenu.md": "date: 2016-03-17\nstatus: withheld\n",
    "articles/futur.md": "date: 2016-03-18\nstatus: published\nembargo_until: 2999-01-01T00:00:00Z\n",
    "pages/projet.md": "status: draft\n",
    "pages/bientot.md": "status: published\nembargo_until: 2999-01-01T00:00:00Z\n",
}
PLACES = {
    "/2016/03/16/brouillon/": "Draft",
    "/drafts/sans-date/": "Draft",
    "/2016/03/17/retenu/": "Withheld",
    "/2016/03/18/futur/": "Waits for its hour",
    "/projet/": "Draft",
    "/bientot/": "Waits for its hour",
}
Get = Callable[[str], tuple[int, str]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_project(tmp_path_factory.mktemp("drafts") / "project")
    (root / "content/pages").mkdir()
    for file, more in TEXTS.items():
        slug = Path(file).stem
        text = HEADER.format(title=f"Titre {slug}", slug=slug, more=more)
        (root / "content" / file).write_text(text, encoding="utf-8")
    folder = root / ".glose/drafts"
    folder.mkdir(parents=True)
    assert answer(root, folder, Request(convert=False, build=True, drafts=True, looked_at=[]))["wrong"] == []
    return root


@pytest.fixture(scope="module")
def get(root: Path) -> Iterator[Get]:
    folder = root / ".glose/drafts"
    answers = Answers(folder, Reloader(), Desk(read_site(root)), drafts=DraftMarks(folder))
    servers = listen(answers, 0)

    def ask(path: str) -> tuple[int, str]:
        with closing(
            http.client.HTTPConnection("127.0.0.1", servers[0].server_port, timeout=10)
        ) as connection:
            connection.request("GET", path)
            found = connection.getresponse()
            assert found.getheader("X-Robots-Tag") == "noindex"
            return found.status, found.read().decode()

    yield ask
    for one in servers:
        one.shutdown()
        one.server_close()


@pytest.mark.parametrize("place", PLACES)
def test_what_is_not_published_is_shown_with_a_banner_and_kept_from_search_engines(
    get: Get, place: str
) -> None:
    status, page = get(place)
    slug = place.split("/")[-2]
    assert status == 200
    assert f"Un texte de {slug}." in page
    assert f"{PLACES[place]}: not published." in page.partition("<main")[0]
    assert "<title>[" in page
    assert f"{slug}.md</li>" in page


def test_the_banner_says_why_it_waits(get: Get) -> None:
    assert "held: the date is a guess; look it up" in get("/2016/03/16/brouillon/")[1]
    assert "not before 2999-01-01" in get("/2016/03/18/futur/")[1]


def test_what_is_published_has_no_banner(get: Get) -> None:
    for place in ("/2016/03/15/paru/", "/", "/archives/"):
        status, page = get(place)
        assert status == 200
        assert "glose-draft" not in page, place
        assert "<title>[" not in page


def test_no_list_feed_or_data_names_what_is_not_published(root: Path) -> None:
    own = {f"{place}index.html"[1:] for place in PLACES} | {"unpublished.json"}
    for file in (root / ".glose/drafts").rglob("*"):
        if not file.is_file() or file.name == "manifest.json":
            continue
        name = file.relative_to(root / ".glose/drafts").as_posix()
        held = any(f"Titre {Path(one).stem}" in file.read_text(errors="replace") for one in list(TEXTS)[1:])
        assert held == (name in own), name


def test_all_of_it_is_listed_with_its_file(get: Get) -> None:
    status, page = get(LIST)
    assert status == 200
    assert f"Not published: {len(PLACES)}" in page
    for place in PLACES:
        assert f'href="{place}"' in page
    assert "content/articles/sans-date.md" in page
    assert "paru" not in page


def test_without_the_option_none_of_it_is_there(root: Path, tmp_path: Path) -> None:
    (tmp_path / "serve").mkdir()
    for folder in (tmp_path / "serve", tmp_path / "output"):
        if folder.name == "serve":
            answer(root, folder, Request(convert=False, build=True, drafts=False, looked_at=[]))
        else:
            build(root, folder)
        assert (folder / "2016/03/15/paru/index.html").is_file()
        for place in PLACES:
            assert not (folder / place[1:]).exists()
        for file in folder.rglob("*"):
            raw = file.read_bytes() if file.is_file() else b""
            assert not any(f"Titre {Path(one).stem}".encode() in raw for one in list(TEXTS)[1:]), file
            assert b"glose-draft" not in raw


def test_a_settings_file_that_asks_for_drafts_is_refused(root: Path, tmp_path: Path) -> None:
    settings = root / "pelicanconf.py"
    before = settings.read_text()
    settings.write_text(f"{before}\nDRAFTS = True\n")
    try:
        with pytest.raises(DigestError, match=r"pelicanconf\.py: DRAFTS would publish .*serve --drafts"):
            build(root, tmp_path / "output")
    finally:
        settings.write_text(before)


def test_a_draft_that_is_released_has_no_banner_any_more(root: Path, get: Get) -> None:
    file, folder = root / "content/articles/brouillon.md", root / ".glose/drafts"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("status: draft", "status: published"), encoding="utf-8")
    try:
        answer(root, folder, Request(convert=False, build=True, drafts=True, looked_at=[]))
        assert "glose-draft" not in get("/2016/03/16/brouillon/")[1]
        assert "brouillon" in get("/")[1]
    finally:
        file.write_text(before, encoding="utf-8")
        answer(root, folder, Request(convert=False, build=True, drafts=True, looked_at=[]))
    assert "glose-draft" in get("/2016/03/16/brouillon/")[1]
    assert len(json.loads((folder / "unpublished.json").read_bytes())) == len(PLACES)
