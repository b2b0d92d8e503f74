"""What is saved under `invoke serve` is on the page and every open page loads again; what is wrong harms nothing."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.build.served import Served, served
from tests.build.test_site_build import article
from tests.build.test_tasks import SEED, SIDECAR
from tests.digest import a_project

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the server is stopped with a POSIX signal")
TERM = """---
type: place
names: [{text: Ville-Exemple, lang: fr, role: pref}]
senses: [{short: {fr: Avant., en: Before.}}]
sources: [{title: Essai, url: https://exemple.test/}]
as_of: 2026-11-22
status: reviewed
---
"""
FEATURE = '''"""A page of our own, which a test may hold up."""
import time
from pathlib import Path

from glose.digest.site.values import Page

ROOT = Path(__file__).parents[2]


def pages(site):
    while (ROOT / "hold").exists():
        (ROOT / "held").touch()
        time.sleep(0.01)
    yield Page("greeting.txt", "greeting", site.settings.lang, "greeting.txt", (), {})


WRITERS = {"greeting": lambda page, room: "Bonjour"}
'''


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = a_project(tmp_path_factory.mktemp("served") / "project", whole=True)
    article(root, body="À Ville-Exemple, rien.")
    (root / "content/glossary/ville-exemple.md").write_text(TERM, encoding="utf-8")
    (root / "plugins/glose/greeting.py").write_text(FEATURE, encoding="utf-8")
    settings = root / "pelicanconf.py"
    settings.write_text(settings.read_text() + 'PLUGINS.append("glose.greeting")\n')
    return root


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[Served]:
    with served(project) as running:
        yield running


def replace(file: Path, old: str, new: str) -> None:
    """As most editors save: another file takes the place."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.rename(file)


def test_a_saved_article_is_on_its_page_once_that_loads_again(project: Path, server: Served) -> None:
    article(project, "corps", body="Un premier état.")
    server.shown("/2016/03/15/corps/", "Un premier état.")
    article(project, "corps", body="Un second état.")
    server.shown("/2016/03/15/corps/", "Un second état.")


def test_a_saved_term_is_in_the_articles_that_mention_it(project: Path, server: Served) -> None:
    replace(project / "content/glossary/ville-exemple.md", "Avant.", "Après.")
    assert "Avant." not in server.shown("/2016/03/15/essai/", "Après.")


def test_a_saved_template_is_on_every_page(project: Path, server: Served) -> None:
    replace(project / "theme/templates/base.html", "</body>", "<!-- pied --></body>")
    server.shown("/2016/03/15/essai/", "<!-- pied -->")
    assert "<!-- pied -->" in server.get("/")


def test_a_fault_of_a_template_is_told_with_its_line_and_the_page_stays(
    project: Path, server: Served
) -> None:
    before, said = server.get("/2016/03/15/essai/"), len(server.said)
    file = project / "theme/templates/base.html"
    sound = file.read_text(encoding="utf-8")
    file.write_text(f"{sound}{{% if %}}\n", encoding="utf-8")
    server.hear(f"theme/templates/base.html:{sound.count(chr(10)) + 1}: ", said)
    assert server.get("/2016/03/15/essai/") == before
    file.write_text(sound.replace("</body>", "<!-- mieux --></body>"), encoding="utf-8")
    server.shown("/2016/03/15/essai/", "<!-- mieux -->")


def test_a_broken_header_is_told_with_its_line_and_the_page_stays_until_it_is_mended(
    project: Path, server: Served
) -> None:
    file = article(project, "titre")
    server.shown("/2016/03/15/titre/", "Un texte d’essai.")
    said = len(server.said)
    replace(file, "title: Titre d’essai", "title: Syrie : essai")
    server.hear("content/articles/titre.md:2: ", said)
    assert "Un texte d’essai." in server.get("/2016/03/15/titre/")
    replace(file, "title: Syrie : essai", "title: 'Syrie : un autre titre'")
    server.shown("/2016/03/15/titre/", "un autre titre")


def test_a_saved_seed_is_converted_before_the_site_is_built(project: Path, server: Served) -> None:
    (project / "seeds/x.txt.meta.yaml").write_text(f"{SIDECAR}slug: semence\n", encoding="utf-8")
    (project / "seeds/x.txt").write_text(SEED, encoding="utf-8")
    server.shown("/2016/03/15/semence/", "Un second paragraphe d’essai.")


def test_an_article_whose_seed_is_there_comes_back_when_it_was_deleted(project: Path, server: Served) -> None:
    (project / "seeds/y.txt.meta.yaml").write_text(f"{SIDECAR}slug: retour\n", encoding="utf-8")
    (project / "seeds/y.txt").write_text(SEED.replace("second", "dernier"), encoding="utf-8")
    server.shown("/2016/03/15/retour/", "Un dernier paragraphe d’essai.")
    (file,) = (project / "content/articles").rglob("retour.md")
    said = len(server.said)
    file.unlink()
    server.hear("written: seeds/y.txt", said)
    server.shown("/2016/03/15/retour/", "Un dernier paragraphe d’essai.")


def test_a_saved_plugin_is_imported_anew_and_a_broken_one_harms_nothing(
    project: Path, server: Served
) -> None:
    assert server.get("/greeting.txt") == "Bonjour"
    file, said = project / "plugins/glose/greeting.py", len(server.said)
    replace(file, "def pages(site):", "def pages(site:")
    server.hear("plugins/glose/greeting.py:10: ", said)
    assert server.get("/greeting.txt") == "Bonjour"
    replace(file, "def pages(site:", "def pages(site):")
    replace(file, "Bonjour", "Bonsoir")
    server.shown("/greeting.txt", "Bonsoir")


def test_saved_settings_hold_each_time_though_the_editor_puts_a_new_file_in_their_place(
    project: Path, server: Served
) -> None:
    for name in ("Un essai", "Un autre essai"):
        settings = project / "pelicanconf.py"
        replace(settings, settings.read_text().partition("\nSITENAME = ")[2].partition("\n")[0], f'"{name}"')
        server.shown("/", name)


def test_what_is_saved_during_a_build_is_built_right_after_it(project: Path, server: Served) -> None:
    (project / "hold").touch()
    article(project, "pendant", body="Avant la pause.")
    server.until(project / "held")
    article(project, "pendant", body="Pendant la pause.")
    article(project, "aussi", body="Une autre, elle aussi.")
    (project / "hold").unlink()
    server.shown("/2016/03/15/pendant/", "Pendant la pause.")
    server.shown("/2016/03/15/aussi/", "Une autre, elle aussi.")


def test_what_is_saved_during_the_first_build_is_built_after_it(project: Path) -> None:
    (project / "held").unlink(missing_ok=True)
    (project / "hold").touch()
    article(project, "matin", body="Avant le début.")
    with later(project, "matin", "Après le début."), served(project) as running:
        running.shown("/2016/03/15/matin/", "Après le début.")


@contextmanager
def later(project: Path, slug: str, body: str) -> Iterator[None]:
    """Saves an article as soon as a build has begun, and lets that go on."""

    def save() -> None:
        while not (project / "held").exists():
            time.sleep(0.01)
        article(project, slug, body=body)
        (project / "hold").unlink()

    saving = threading.Thread(target=save, daemon=True)
    saving.start()
    yield
    saving.join()


@pytest.mark.parametrize(
    ("by", "everybody", "code"),
    [
        (signal.SIGINT, True, 130),
        (signal.SIGTERM, False, 143),
        (signal.SIGKILL, False, -signal.SIGKILL),
    ],
)
@pytest.mark.parametrize("busy", [False, True])
def test_no_process_outlives_the_server(
    project: Path, by: signal.Signals, everybody: bool, code: int, busy: bool
) -> None:
    with served(project) as running:
        (project / "held").unlink(missing_ok=True)
        if busy:
            (project / "hold").touch()
            article(project, "essai", body=f"Interrompu par {by.name}.")
            running.until(project / "held")
        try:
            assert running.stop(by, everybody) == code
        finally:
            (project / "hold").unlink(missing_ok=True)
        assert "Traceback" not in "".join(running.said)
