"""docs/how/any-pelican-site.md does what it says."""

from __future__ import annotations

import ast
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from glose.stock import head, options
from glose.stock.options import DEFAULTS, KEYS, problems
from tests.docs.manual import Block, blocks, code, rows, text
from tests.foreign.sites import ROOT, Site, environment, quickstart
from tests.golden import golden

PAGE = "docs/how/any-pelican-site.md"
ARTICLE = "Title: News\nDate: 2016-03-15\n\nIn Sampletown the mayor said that the bridge will stay closed.\n"
NAMESPACE = ROOT / "plugins" / "glose" / "stock" / "namespace"


def example(language: str, kind: str = "") -> Block:
    (found,) = blocks(language, PAGE, kind=kind)
    return found


def docs_of_keys() -> dict[str, str]:
    """What stands under each key in the code."""
    (found,) = (
        node
        for node in ast.parse(Path(options.__file__).read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    told = zip(found.body, found.body[1:], strict=False)
    return {
        one.target.id: ast.literal_eval(doc.value)
        for one, doc in told
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(doc, ast.Expr)
    }


def test_the_table_of_settings_is_the_codes_own() -> None:
    """Under GLOSE_ACCEPT=1 the table is written from the code."""
    file = ROOT / PAGE
    before, _, rest = file.read_text(encoding="utf-8").partition(
        "| key | what it says | default |\n|---|---|---|\n"
    )
    after = rest[rest.index("\n\n") + 1 :]
    told = docs_of_keys()
    assert set(told) == set(KEYS)
    table = "".join(f"| `{key}` | {told[key]} | `{getattr(DEFAULTS, key)!r}` |\n" for key in KEYS)
    golden(file, f"{before}| key | what it says | default |\n|---|---|---|\n{table}{after}")


def test_the_plugins_that_it_names_are_those_that_the_wheel_has() -> None:
    there = {one.name for one in NAMESPACE.iterdir() if (one / "__init__.py").is_file()}
    assert {code(name)[0] for name, _ in rows(PAGE, "## Install")} == there
    assert set(ast.literal_eval(example("python", "plugins").text.partition("= ")[2])) == there


def test_the_settings_that_it_shows_are_sound(tmp_path: Path) -> None:
    value = ast.literal_eval(example("python", "settings").text.partition("= ")[2])
    assert list(problems(value, tmp_path)) == []


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Site:
    """A site of somebody who did what the page says, command by command; the wheel is installed already."""
    made = quickstart(tmp_path_factory.mktemp("followed"), installed, DEFAULT_LANG="en")
    made.write({"news.md": ARTICLE})
    made.build("-o", "before", PLUGINS=[])
    install, *commands = example("console").text.splitlines()
    (wheel,) = installed.parent.glob("*.whl")
    *program, pattern = shlex.split(install)
    assert program == ["pip", "install"]
    assert wheel.match(pattern)
    for command in commands[:-1]:
        subprocess.run(shlex.split(command), cwd=made.root, check=True)
    made.write(
        {
            "glossary/sampletown.md": example("markdown", "entry").text,
            "notes/news.yaml": example("yaml", "notes").text,
        }
    )
    made.build()  # writes the settings
    program = [sys.executable, "-m", *shlex.split(commands[-1])]
    subprocess.run(program, cwd=made.root, check=True, env=environment(installed), capture_output=True)
    return made


def test_its_commands_and_examples_make_tooltips_notes_and_a_search(followed: Site) -> None:
    page = BeautifulSoup((followed.root / "output" / "news.html").read_text(encoding="utf-8"), "html.parser")
    (link,) = page.select("a.term")
    assert "A town on the river." in page.find(id=link["aria-details"]).text
    assert "It opened again" in page.select_one("details.glose-note").text
    assert (followed.root / "output" / "pagefind" / "pagefind-entry.json").is_file()


def test_what_it_changes_is_what_it_adds(followed: Site) -> None:
    before, after = followed.root / "before", followed.root / "output"
    names = {file.relative_to(before) for file in before.rglob("*") if file.is_file()}
    assert {name for name in names if not (after / name).is_file()} == set()


def test_the_two_lines_for_a_theme_are_those_that_are_put_into_others() -> None:
    assert example("html", "placed").text.split("\n")[:2] == [head._HEAD, head._FOOT]


def test_a_theme_that_places_them_gets_them_there_and_nowhere_else(followed: Site, tmp_path: Path) -> None:
    theme = tmp_path / "templates"
    theme.mkdir()
    top, foot = example("html", "placed").text.split("\n")[:2]
    page = f"<html><head></head><body><i>{top}</i><b>{foot}</b>{{{{ article.content }}}}</body></html>"
    (theme / "article.html").write_text(page, encoding="utf-8")
    done = followed.build("-t", str(tmp_path), "-o", "placed")
    assert done.code == 0, done.said
    made = BeautifulSoup((followed.root / "placed" / "news.html").read_text(encoding="utf-8"), "html.parser")
    assert made.select("i > link, i > script")
    assert len(made.select("#card")) == len(made.select("b #card")) == 1
    assert not made.head.select("link, script")


def test_a_theme_with_a_template_for_entries_has_it_rendered(followed: Site, tmp_path: Path) -> None:
    theme = tmp_path / "templates"
    theme.mkdir()
    lines = "{% for one, line in page.lines %}{{ one.title }}, {{ line.words }}{% endfor %}"
    page = f"<html><body>{{{{ term.slug }}}}: {lines}</body></html>"
    (theme / "term.html").write_text(page, encoding="utf-8")
    done = followed.build("-t", str(tmp_path), "-o", "own")
    assert done.code == 0, done.said
    made = (followed.root / "own" / "glossary" / "sampletown" / "index.html").read_text(encoding="utf-8")
    assert "<body>sampletown: News, Sampletown" in made


def test_the_glossarys_manual_leads_here() -> None:
    assert "how/any-pelican-site.md" in text("docs/glossary.md")
