"""The examples of the documentation are true: YAML by the real loaders, Python by running it, tables by their words."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from glose.digest.conversion import sidecar
from glose.digest.dates import mentioned
from glose.digest.glossary import Glossary, Matcher, Policy, annotate, article_policy, load_glossary
from glose.digest.markdown import parse
from glose.digest.model.errors import DigestError
from glose.digest.notes.load import read_notes
from glose.digest.render import render
from glose.digest.schema.article import MACHINE
from glose.digest.schema.yaml_file import load, split
from glose.tasks.site_build import build
from tests.docs.manual import Block, blocks, code, rows
from tests.glossary import case_table
from tests.glossary.entries import term

YAML = blocks("yaml")
KNOWN = Glossary((
    term("afp", "AFP"), term("ap", "AP"), term("aleppo", "Alep"), term("jabhat-al-nusra", "Front al-Nosra", "al-Nosra")
))  # fmt: skip
"""The terms that the pages speak of besides their own entries."""
ENTRIES = [block for block in YAML if "entry" in block.words]
PYTHON = blocks("python")
DIALOGUES = [block for block in PYTHON if ">>>" in block.text]


def test_every_block_of_yaml_says_what_it_is() -> None:
    assert {block.words[0] for block in YAML} == {
        *("article", "sidecar", "entry", "notes"),
        *("header", "workflow"),
    }


@pytest.mark.parametrize("block", [block for block in YAML if "article" in block.words], ids=str)
def test_an_article_is_read_as_the_site_reads_it(block: Block) -> None:
    fields, body = parse(block.text, str(block))
    assert fields["title"]
    assert body
    terms = {*KNOWN, *(entry.words[1] for entry in ENTRIES)}
    article_policy(Policy(), fields.get("glossary", {}), terms)


@pytest.mark.parametrize("block", [block for block in YAML if "header" in block.words], ids=str)
def test_a_piece_of_a_header_stands_in_an_article(block: Block) -> None:
    least = {
        "title": "Un essai",
        "slug": "un-essai",
        "lang": "fr",
        "date": "2016-03-15",
        "status": "published",
    }
    rest = "".join(f"{key}: {value}\n" for key, value in least.items() if f"{key}:" not in block.text)
    fields, _ = parse(f"---\n{rest}{block.text}---\n\nText.\n", str(block))
    assert fields.keys() >= set(re.findall(r"^(\w+):", block.text, re.M))


@pytest.mark.parametrize("block", [block for block in YAML if "sidecar" in block.words], ids=str)
def test_a_sidecar_is_read_as_the_converter_reads_it(block: Block) -> None:
    assert sidecar.read(block.text.encode(), str(block))["date"]


def test_a_sidecar_takes_every_key_but_those_of_the_converter() -> None:
    (article, *_) = blocks("yaml", "docs/reference/article-keys.md", kind="article")
    header, _ = split(article.text, str(article))
    assert load(header, str(article)).keys() >= set(MACHINE)
    without = re.sub(rf"^(?:{'|'.join(MACHINE)}):\n(?:[ -] .*\n)+", "", header, flags=re.M)
    assert sidecar.read(without.encode(), str(article)).keys() == load(header, str(article)).keys() - set(
        MACHINE
    )


def test_the_notes_are_read_without_faults_or_warnings() -> None:
    for block in YAML:
        if "notes" in block.words:
            notes, reading = read_notes(block.text.encode(), "docs/exemple.yaml")
            assert notes.notes
            assert not reading.faults + reading.warnings


def entries_at(folder: Path) -> Path:
    """The entries that the pages show, as files."""
    folder.mkdir(exist_ok=True)
    for block in ENTRIES:
        (folder / f"{block.words[1]}.md").write_text(block.text, encoding="utf-8")
    return folder


def test_the_entries_make_a_glossary_without_faults_or_warnings(tmp_path: Path) -> None:
    glossary = load_glossary(entries_at(tmp_path / "glossary"))
    assert glossary.keys() == {"ville-exemple", "front-de-ville-exemple"}
    assert not glossary.warnings


@pytest.mark.parametrize("page", sorted({block.page for block in DIALOGUES}))
def test_a_dialogue_with_python_gives_the_answers_that_it_shows(
    page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    entries_at(tmp_path / "content" / "glossary")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for block in DIALOGUES:
        if block.page == page:
            example = doctest.DocTestParser().get_doctest(block.text, names, str(block), page, block.line)
            runner = doctest.DocTestRunner(verbose=False)
            runner.run(example, clear_globs=False)
            assert runner.summarize(verbose=False).failed == 0
            names = example.globs


@pytest.mark.parametrize("block", [block for block in PYTHON if block not in DIALOGUES], ids=str)
def test_other_python_compiles(block: Block) -> None:
    compile(block.text if block.text[0] != " " else f"({block.text})", str(block), "exec")


def test_the_policy_of_the_site_is_one() -> None:
    (block,) = (block for block in PYTHON if block.text.startswith("GLOSSARY_POLICY"))
    settings: dict[str, Any] = {}
    exec(block.text, settings)  # noqa: S102  our own example
    policy = article_policy(Policy(**settings["GLOSSARY_POLICY"]), {"skip": ["afp"]}, KNOWN)
    assert policy.skip == {"ap", "afp"}
    assert set(settings["GLOSSARY_POLICY"]) == set(Policy.__slots__) - {"href"}


def test_the_dates_of_the_table_come_out_of_a_dispatch() -> None:
    for words, since, until, rule in rows("docs/reference/dates.md", "# Dates that a text mentions"):
        (found,) = mentioned([f"C'est {words}, à Ville-Exemple."], date(2016, 3, 15), "fr")
        assert found.text == words
        assert (str(found.since or ""), str(found.until or ""), found.rule) == (since, until, code(rule)[0])


def cases(folder: Path) -> list[case_table.Case]:
    (block,) = blocks("text", "docs/reference/mentions.md", kind="cases")
    file = folder / "cases.txt"
    file.write_text(block.text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(case_table, "TABLE", file)
        return list(case_table.cases())


def test_the_mentions_of_the_cases_are_found_and_no_other(tmp_path: Path) -> None:
    for case in cases(tmp_path):
        found = Matcher(case.glossary, case.lang, case.on).find(case.text)
        assert tuple((case.text[one.start : one.end], one.term) for one in found) == case.expected, str(case)


def test_marks_made_by_hand_do_what_is_said_of_them() -> None:
    (block,) = blocks("markdown", "docs/glossary.md")
    done = annotate(render(block.text, "fr"), Matcher(KNOWN, "fr", date(2016, 3, 15)))
    links = re.findall(r'<a class="term" href="/glossary/([^/]+)/#since-[\w-]+"[^>]*>([^<]*)</a>', done.html)
    assert links == [("afp", "AFP"), ("jabhat-al-nusra", "ce groupe")]
    text = " ".join(re.sub(r"<[^>]+>", "", done.html).split())
    assert "and Alep is not" in text
    assert "[[AFP]] and [[AFP]] are left alone" in text
    assert done.problems == ()


ARTICLE = "---\ntitle: Un essai\nslug: un-essai\nlang: fr\ndate: 2016-03-15\nstatus: published\n---\n\n"


def site_with(project: Path, words: str) -> Path:
    entries_at(project / "content" / "glossary")
    (project / "content" / "articles" / "un-essai.md").write_text(f"{ARTICLE}{words}\n", encoding="utf-8")
    build(project, project / "output")
    return project / "output" / "2016" / "03" / "15" / "un-essai" / "index.html"


def test_a_mark_made_by_hand_is_a_link_on_the_page(project: Path) -> None:
    page = site_with(project, "Dans [[ville-exemple|cette ville]], rien.").read_text(encoding="utf-8")
    assert re.search(r'<a class="term"[^>]* aria-details="term-ville-exemple"[^>]*>cette ville</a>', page)
    assert "[[" not in page


def test_a_mark_that_names_no_term_stops_the_build_with_its_place(project: Path) -> None:
    with pytest.raises(DigestError) as error:
        site_with(project, "Dans [[Ville-Exempel]], rien.")
    (fault,) = error.value.faults
    assert (
        str(fault) == 'content/articles/un-essai.md:9: [[Ville-Exempel]] names no term; write "Ville-Exemple"'
    )
