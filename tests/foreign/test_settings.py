"""``GLOSE``, the one dictionary of settings, and what is told of slips in it and in the files of a foreign site."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from glose.digest.model.errors import Fault
from glose.digest.notes.faults import moved
from glose.stock.options import DEFAULTS, KEYS, problems
from glose.stock.told import BY_HAND, warn
from tests.foreign.sites import FILES, NOTE, TERM, Run, Site, quickstart

QUIET = {"search": False}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Site:
    """A site in which something is wrong each time, without a search, which takes a second each time."""
    made = quickstart(tmp_path_factory.mktemp("broken"), installed, GLOSE=QUIET)
    made.write(
        {"essai.md": FILES["essai.md"], "ancien.md": FILES["ancien.md"], "glossary/ville-exemple.md": TERM}
    )
    return made


def told(run: Run) -> str:
    assert "Traceback" not in run.said
    return run.said


def test_every_default_is_sound(tmp_path: Path) -> None:
    for name in (DEFAULTS.glossary, DEFAULTS.notes):
        (tmp_path / name).mkdir()
    assert list(problems({key: getattr(DEFAULTS, key) for key in KEYS}, tmp_path)) == []


def test_a_misspelt_key_is_told_with_file_line_and_the_nearest_one(broken: Site) -> None:
    done = broken.build(GLOSE={"glosary": "glossary", "serch": False})
    assert done.code == 1
    line = next(
        number
        for number, text in enumerate((broken.root / "pelicanconf.py").read_text().splitlines(), 1)
        if text.startswith("GLOSE")
    )
    assert f"pelicanconf.py:{line}: GLOSE: unknown key 'glosary'; write \"glossary\"" in told(done)
    assert "unknown key 'serch'; write \"search\"" in told(done)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"mark": "artcle"}, 'write "article"'),
        ({"per_paragraph": "two"}, "write one from 0"),
        ({"per_paragraph": True}, "write one from 0"),
        ({"skip": "afp"}, 'write it like \'skip\': ["one", "two"]'),
        ({"search": "no"}, "write True"),
        ({"glossary": "../x"}, "write it like 'glossary': 'glossary'"),
        ({"glossary": "glosary"}, 'make content/glosary/, or write "glossary"'),
        (["glossary"], 'write it like GLOSE = {"glossary": "glossary"}'),
    ],
)
def test_a_wrong_value_is_told_with_what_to_write(value: object, expected: str, tmp_path: Path) -> None:
    (tmp_path / "content" / "glossary").mkdir(parents=True)
    ((_, what, todo),) = problems(value, tmp_path / "content")
    assert what.startswith("GLOSE")
    assert todo == expected


def test_a_site_without_entries_and_notes_is_built_as_it_was(tmp_path: Path, installed: Path) -> None:
    empty = quickstart(tmp_path / "empty", installed)
    empty.write({"essai.md": FILES["essai.md"]})
    done = empty.build("--fatal", "warnings")
    assert done.code == 0, done.said
    page = done.page("un-essai.html")
    assert not page.select("a.term, .lexicon, .glose-note")
    assert (done.output / "search" / "index.html").is_file()
    assert not (done.output / "glossary").exists()


def test_a_search_that_is_not_wanted_leaves_nothing(broken: Site) -> None:
    done = broken.build("--fatal", "warnings", "-o", "plain", GLOSE={"search": False})
    assert done.code == 0, done.said
    names = {file.name for file in (broken.root / "plain").rglob("*")}
    assert not names & {"search", "pagefind", "search.js", "terms.json"}


def test_pages_that_are_not_wanted_in_the_menu_are_made_all_the_same(broken: Site) -> None:
    done = broken.build("--fatal", "warnings", GLOSE={"menu": False})
    assert done.code == 0, done.said
    menu = {link["href"] for link in done.page("index.html").select("#banner a")}
    assert not menu & {"/search/", "/glossary/"}
    assert (done.output / "search" / "index.html").is_file()
    assert (done.output / "glossary" / "index.html").is_file()


def test_marks_and_skipped_entries_are_as_the_settings_say(broken: Site) -> None:
    every = broken.build(GLOSE={**QUIET, "mark": "all"})
    assert len(every.page("un-essai.html").select("a.term")) == 2
    slip = broken.build(GLOSE={**QUIET, "skip": ["vile-exemple"]})
    assert slip.code == 1
    assert "GLOSE: skip: there is no entry 'vile-exemple'; write \"ville-exemple\"" in told(slip)
    none = broken.build(GLOSE={**QUIET, "skip": ["ville-exemple"]})
    assert not none.page("un-essai.html").select("a.term, .lexicon")


def test_each_plugin_does_its_part_alone(broken: Site) -> None:
    broken.write({"notes/un-essai.yaml": NOTE})
    found = {}
    for name in ("glose_tooltips", "glose_notes", "glose_search"):
        done = broken.build("--fatal", "warnings", "-o", f"alone/{name}", PLUGINS=[name], GLOSE={})
        assert done.code == 0, done.said
        page = BeautifulSoup((broken.root / "alone" / name / "un-essai.html").read_text(), "html.parser")
        marks, notes = page.select("a.term"), page.select("details.glose-note")
        found[name] = bool(marks), bool(notes), (broken.root / "alone" / name / "pagefind").is_dir()
    (broken.root / "content" / "notes" / "un-essai.yaml").unlink()
    assert list(found.values()) == [(True, False, False), (False, True, False), (False, False, True)]


def test_no_task_of_a_digest_is_advised_where_there_is_none(caplog: pytest.LogCaptureFixture) -> None:
    note = SimpleNamespace(id="pont")
    warn(Fault("a.yaml", 1, *moved(note, SimpleNamespace(words=share))) for share in (0.9, 1.0))  # type: ignore[arg-type]
    warn([Fault("b.yaml", 2, "what", "look at it")])
    assert "invoke" not in caplog.text
    assert [message.partition("; ")[2] for message in caplog.messages] == [BY_HAND, BY_HAND, "look at it"]


def test_a_new_definition_is_shown_where_pelican_keeps_what_it_has_read(broken: Site) -> None:
    cached = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CONTENT_CACHING_LAYER": "generator"}
    first = broken.build(**cached)
    assert "Une ville d’essai." in first.page("un-essai.html").text
    broken.write({"glossary/ville-exemple.md": TERM.replace("Une ville d’essai", "Une bourgade")})
    second = broken.build(**cached)
    broken.write({"glossary/ville-exemple.md": TERM})
    lexicon = second.page("un-essai.html").select("section.lexicon")
    assert [one.dd.p.text for one in lexicon] == ["Une bourgade."]


def test_a_second_run_gives_the_same_pages_and_leaves_no_old_index(broken: Site) -> None:
    runs = []
    for _ in range(2):
        done = broken.build(GLOSE={})
        assert done.code == 0, done.said
        files = sorted(file for file in done.output.rglob("*") if file.is_file())
        runs.append(
            {file.relative_to(done.output): file.read_bytes() for file in files if file.suffix != ".xml"}
        )
    assert runs[0] == runs[1]


def test_an_article_may_have_its_own_rules(broken: Site) -> None:
    header = FILES["essai.md"].replace("Date:", "Glossary: {%s}\nDate:")
    broken.write({"essai.md": header % "skip: [ville-exemple]"})
    assert not broken.build().page("un-essai.html").select("a.term")
    broken.write({"essai.md": header % "skip: [vile-exemple]"})
    slip = broken.build()
    assert 'content/essai.md: glossary names no term: "vile-exemple"; write "ville-exemple"' in told(slip)
    broken.write({"essai.md": header.replace("{%s}", "skip this")})
    broken_header = broken.build()
    broken.write({"essai.md": FILES["essai.md"]})
    assert slip.code == broken_header.code == 1
    assert "write it like {skip: [slug], first: all}" in told(broken_header)


def test_a_broken_entry_is_told_by_its_line(broken: Site) -> None:
    broken.write({"glossary/ville-exemple.md": TERM.replace("type: place", "type: plaice")})
    done = broken.build()
    broken.write({"glossary/ville-exemple.md": TERM})
    assert done.code == 1
    assert "ville-exemple.md:2:" in told(done)


def test_a_broken_note_is_told_by_its_line(broken: Site) -> None:
    broken.write({"notes/un-essai.yaml": NOTE.replace("kind: claim", "kind: clam")})
    done = broken.build()
    assert done.code == 1
    assert "content/notes/un-essai.yaml:2:" in told(done)
    assert "claim" in told(done)


def test_a_note_whose_words_are_gone_is_left_out_and_told(broken: Site) -> None:
    broken.write({"notes/un-essai.yaml": NOTE.replace("le pont restera fermé", "la gare est ouverte")})
    done = broken.build()
    assert done.code == 0
    assert "content/notes/un-essai.yaml:1:" in told(done)
    assert not done.page("un-essai.html").select(".glose-note")
    fatal = broken.build("--fatal", "warnings")
    assert fatal.code == 1
    assert "content/notes/un-essai.yaml:1:" in told(fatal)


def test_notes_on_no_article_are_told_with_the_nearest_slug(broken: Site) -> None:
    broken.write({"notes/un-essai.yaml": "[]", "notes/un-esai.yaml": NOTE})
    done = broken.build()
    (broken.root / "content" / "notes" / "un-esai.yaml").unlink()
    assert done.code == 0
    assert 'no article has the slug "un-esai"; rename the file: write "un-essai"' in told(done)


def test_a_draft_of_a_note_is_shown_where_the_settings_say_so(broken: Site) -> None:
    broken.write({"notes/un-essai.yaml": NOTE + "  status: draft\n"})
    assert not broken.build().page("un-essai.html").select(".glose-note")
    assert broken.build(GLOSE={**QUIET, "draft_notes": True}).page("un-essai.html").select(".glose-note")
