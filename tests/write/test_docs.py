"""How-tos of those who write by hand: commands run, examples are what they say, messages are told word for word."""

from __future__ import annotations

import re
import shlex
import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from glose.digest.build.load import looked_at
from glose.digest.build.sources import Sources
from glose.digest.check.site import site_faults
from glose.digest.markdown import parse
from glose.digest.render import read
from glose.digest.render.problems import placed
from glose.tasks.site_build import build
from tests.digest import a_project
from tests.docs.manual import Block, blocks, rows
from tests.write.test_new import DIGEST, invoke

WRITE, PICTURES, SCHEDULE = (f"docs/how/{name}.md" for name in ("write-by-hand", "pictures", "schedule"))
EXAMPLES = blocks("markdown", WRITE, PICTURES)
HEAD = "title: {slug}\ndate: 2026-05-01\nslug: {slug}\nlang: en\nstatus: published\n"
TERM = """---
type: place
names:
- {text: Old Quay, lang: en, role: pref}
- {text: Vieux Quai, lang: fr, role: pref}
senses:
- short:
    en: a quay in Sampletown
    fr: un quai de Sampletown
sources:
- {title: Register, url: "https://register.example/"}
as_of: 2026-05-01
status: reviewed
---
"""


def text(slug: str, body: str) -> str:
    return f"---\n{HEAD.format(slug=slug)}---\n\n{body}\n"


def png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(b"\0ab"))
        + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article for each example, beside what they name."""
    root = a_project(tmp_path_factory.mktemp("how") / "digest")
    (root / "pelicanconf.py").write_text(DIGEST, encoding="utf-8")
    (root / "content/images").mkdir()
    (root / "content/images/quay.png").write_bytes(png())
    (root / "content/glossary/quay.md").write_text(TERM, encoding="utf-8")
    articles = root / "content/articles"
    (articles / "quay.md").write_text(text("quay", "The old quay is closed."), encoding="utf-8")
    for number, block in enumerate(EXAMPLES):
        (articles / f"n{number}.md").write_text(text(f"n{number}", block.text), encoding="utf-8")
    build(root, root / "output")
    return root


def shown(root: Path, holding: str) -> BeautifulSoup:
    """The text of the page of the first example that holds these words."""
    number = next(number for number, one in enumerate(EXAMPLES) if holding in one.text)
    page = (root / f"output/2026/05/01/n{number}/index.html").read_text(encoding="utf-8")
    found = BeautifulSoup(page, "html.parser").select_one(".text")
    assert found is not None
    return BeautifulSoup(str(found), "html.parser")


def test_every_example_is_published_and_nothing_is_wrong_with_its_page(digest: Path) -> None:
    assert len(EXAMPLES) == 8
    assert site_faults(digest / "output") == []


def test_what_the_examples_say_is_what_their_pages_hold(digest: Path) -> None:
    assert len(shown(digest, "another").select("ol > li > ul > li > ol")) == 1
    assert shown(digest, "Ships").select_one("div.wide[tabindex='0'][role=group] th[scope=col]") is not None
    assert [one.name for one in shown(digest, "Mole").select("dt, dd")] == ["dt", "dd", "dd", "dt", "dd"]
    assert len(shown(digest, "~~~python").select("pre > code")) == 2
    assert shown(digest, "~~~python").select_one("code.language-python") is not None
    figure = shown(digest, "Anna").select_one("figure > figcaption")
    assert figure is not None
    assert re.split(r"\n+", figure.get_text().strip())[-1] == "Photo: Anne Exemple"
    terms = shown(digest, "[[quay|")
    assert [one.get_text() for one in terms.select("a.term")] == ["The old one"]


def test_footnotes_work_without_a_script_and_say_where_they_lead(digest: Path) -> None:
    page = shown(digest, "[^register]")
    notes = page.select_one("section[role=doc-endnotes]")
    assert notes is not None
    assert notes["aria-label"] == "Footnotes"
    for link in page.select("a[role=doc-noteref], a[role=doc-backlink]"):
        assert page.select_one(str(link["href"])) is not None
    assert [one["aria-label"] for one in notes.select("[role=doc-backlink]")] == [
        "Back to the text from footnote 1",
        "Back to the text from footnote 2",
    ]


def test_a_page_has_the_style_of_what_it_holds_and_no_other(digest: Path) -> None:
    def styles(name: str) -> int:
        page = (digest / f"output/2026/05/01/{name}/index.html").read_text(encoding="utf-8")
        return page.count("<style>")

    number = next(number for number, one in enumerate(EXAMPLES) if "Mole" in one.text)
    assert (styles("quay"), styles(f"n{number}")) == (1, 2)


COMMANDS = [
    line.removeprefix("$ ")
    for block in blocks("console", WRITE, SCHEDULE, PICTURES)
    for line in block.text.splitlines()
    if line.startswith("$ ")
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_does_what_the_page_says(digest: Path, command: str) -> None:
    said = invoke(digest, *shlex.split(command)[1:])
    file, following = said.splitlines()[:2]
    assert (digest / file.partition(":")[0]).is_file()
    assert following.startswith("next: ")
    block = next(one for one in blocks("console", WRITE, SCHEDULE) if command in one.text)
    assert not block.text.startswith(f"$ {command}\ncontent/") or said in block.text


def faults_of(body: str) -> list[str]:
    made = read(body, "en")
    return [f"{what}; {todo}" for _, what, todo in placed(made.problems, body, 9)]


@pytest.mark.parametrize(("wrote", "says"), rows(WRITE, "## What is not read"))
def test_what_is_not_read_is_told_as_the_page_says(wrote: str, says: str) -> None:
    assert says in faults_of(wrote.strip("`"))


def messages(page: str, kind: str) -> list[Block]:
    return blocks("console", page, kind=kind)


def test_the_messages_are_those_that_a_build_gives(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for folder in ("articles", "glossary", "images"):
        (content / folder).mkdir(parents=True)
    (content / "images/quay.png").write_bytes(png())
    settings = {"TIMEZONE": "Europe/Paris", "WITH_FUTURE_DATES": False, "DEFAULT_LANG": "en", "SITENAME": "S"}
    where = Sources(tmp_path, content, content / "glossary", settings, datetime(2026, 6, 1, tzinfo=UTC))
    file = content / "articles/quay.md"
    for page, body in ((WRITE, "A <b>quay</b>."), (PICTURES, "![Ships]({static}/images/quai.png)")):
        file.write_text(text("quay", body), encoding="utf-8")
        assert [str(one) for one in looked_at(where)[0]] == messages(page, "fault")[0].text.splitlines()
    head = HEAD.format(slug="quay").replace("2026-05-01", "2026-12-24T08:00:00+01:00")
    file.write_text(f"---\n{head}---\n\nText.\n", encoding="utf-8")
    assert [str(one) for one in looked_at(where)[1]] == messages(SCHEDULE, "held")[0].text.splitlines()


@pytest.mark.parametrize("block", blocks("yaml", PICTURES, SCHEDULE), ids=str)
def test_every_piece_of_a_header_is_one(block: Block) -> None:
    given = [line.partition(":")[0] for line in block.text.splitlines()]
    rest = "".join(
        line
        for line in HEAD.format(slug="quay").splitlines(keepends=True)
        if line.partition(":")[0] not in given
    )
    fields, _ = parse(f"---\n{rest}{block.text}---\n", "x.md")
    assert {key for key in given if key[0] != " "} <= set(fields)
