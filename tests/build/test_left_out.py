"""A text that costs more than it may is left out by name, and the others are published; a template is an error."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from glose.digest.build import read_texts, render_pages
from glose.digest.build.hands import Hands
from glose.digest.build.load import source_faults
from glose.digest.build.parse import read_text
from glose.digest.model.errors import DigestError
from glose.digest.work.bounded import bounded
from glose.tasks.settings import read_site
from glose.tasks.site_build import Built, sources_of
from glose.tasks.site_build import build as build_site
from tests.build.test_site_build import article
from tests.build.test_tasks import invoke
from tests.faults.test_build_kills import start_processes_for_little

WHY = "takes more than 0.3 seconds of processor time, and is left out"
ENDLESS = "{% macro on(n) %}{% for one in range(9999) %}{{ on(n + 1) if n < 9 }}{% endfor %}{% endmacro %}{{ on(0) }}"


def build(root: Path, *, fresh: bool = False) -> Built:
    return build_site(root, root / "output", hands=Hands(1), fresh=fresh)


def published(root: Path) -> set[str]:
    return {file.parent.name for file in root.glob("output/2016/03/15/*/index.html")}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lowers the limit, makes texts that say so run away, and tells which files were read."""
    files: list[str] = []

    def reading(raw: bytes, file: str, *more: object, **named: object) -> object:
        files.append(file)
        while b"without end" in raw:
            pass
        return read_text(raw, file, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(read_texts, "read_text", reading)
    monkeypatch.setattr(read_texts, "bounded", partial(bounded, seconds=0.3))
    return files


def test_a_text_that_runs_away_is_left_out_by_name_and_the_others_are_published(
    project: Path, read: list[str]
) -> None:
    for slug, body in (
        ("a", "Un."),
        ("b", "This goes on without end."),
        ("c", "Deux."),
        ("d", "without end"),
    ):
        article(project, slug, body)
    built = build(project)
    assert published(project) == {"a", "c"}
    assert [(one.path, one.what) for one in built.left_out] == [
        ("content/articles/b.md", WHY),
        ("content/articles/d.md", WHY),
    ]
    assert all(one.todo for one in built.left_out)
    told = source_faults(sources_of(read_site(project)))
    assert [one.path for one in told] == ["content/articles/b.md", "content/articles/d.md"]


def test_it_is_told_at_every_build_and_tried_again_only_when_its_file_is_new_or_everything_is(
    project: Path, read: list[str]
) -> None:
    article(project, "a")
    article(project, "b", "without end")
    first = build(project)
    for file in ("content/articles/a.md", "content/articles/b.md"):
        assert file.removeprefix("content/") in read
    read.clear()
    assert build(project).left_out == first.left_out
    assert read == []  # nothing changed: nothing is tried
    article(project, "a", "Autre chose.")
    assert build(project).left_out == first.left_out
    assert read == ["articles/a.md"]
    build(project, fresh=True)
    assert read == ["articles/a.md", "articles/a.md", "articles/b.md"]
    article(project, "b", "Une fin.")
    assert build(project).left_out == ()
    assert published(project) == {"a", "b"}


def test_what_was_published_before_it_ran_away_is_taken_from_the_site(project: Path, read: list[str]) -> None:
    article(project, "a")
    article(project, "b")
    build(project)
    assert published(project) == {"a", "b"}
    article(project, "b", "without end")
    build(project)
    assert published(project) == {"a"}
    assert "/b/" not in (project / "output/feeds/all.atom.xml").read_text(encoding="utf-8")


def test_a_link_to_it_is_told_with_the_reason(project: Path, read: list[str]) -> None:
    article(project, "a", "[là]({filename}b.md)")
    article(project, "b", "without end")
    with pytest.raises(DigestError) as caught:
        build(project)
    assert {one.path for one in caught.value.faults} == {"content/articles/a.md", "content/articles/b.md"}
    assert not (project / "output").exists()


def test_an_entry_that_runs_away_is_an_error_since_texts_are_marked_with_all(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from glose.digest.build import read_terms

    def endless(*_: object) -> None:
        while True:
            pass

    (project / "content/glossary/x.md").write_text("---\n---\n", encoding="utf-8")
    monkeypatch.setattr(read_terms, "read_term", endless)
    monkeypatch.setattr(read_terms, "bounded", partial(bounded, seconds=0.1))
    with pytest.raises(DigestError, match=r"^content/glossary/x\.md: takes more than 0\.1 seconds"):
        build(project)


def test_a_template_that_runs_away_is_an_error_that_names_it_and_the_page(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(checkout)
    build(checkout)
    before = published(checkout)
    template = checkout / "theme/templates/article.html"
    template.write_text(template.read_text(encoding="utf-8") + ENDLESS, encoding="utf-8")
    monkeypatch.setattr(render_pages, "bounded", partial(bounded, seconds=0.3))
    with pytest.raises(DigestError) as caught:
        build(checkout)
    said = str(caught.value)
    assert "article.html" in said
    assert "(for the page 2016/03/15/essai/index.html and 1 more); mend the template" in said
    assert published(checkout) == before


@pytest.mark.parametrize("others", [0, 6], ids=["in one process", "in several"])
def test_the_task_publishes_names_it_and_exits_with_1(checkout: Path, others: int) -> None:
    for number in range(others):
        article(checkout, f"autre-{number}")
    names = {f"autre-{number}" for number in range(others)}
    if others:
        start_processes_for_little(checkout)
    article(checkout, "a")
    file = checkout / "plugins/glose/digest/build/read_texts.py"
    code = file.read_text(encoding="utf-8")
    slow = code.replace(
        "return self._done(job)", "return self._done(job) if b'without' not in job.raw else loop()"
    )
    assert slow != code
    loop = "\n\ndef loop():\n    while True:\n        pass\n"
    file.write_text(slow.replace("bounded(job.path)", "bounded(job.path, 0.3)") + loop, encoding="utf-8")
    article(checkout, "b", "without end")
    for _ in range(2):
        done = invoke(checkout, "build", "--no-search")
        assert done.returncode == 1
        assert done.stdout.startswith(f"content/articles/b.md: {WHY}; ")
        assert "published without what is named above as left out" in done.stderr
        assert published(checkout) - names == {"a"}
    article(checkout, "b", "Une fin.")
    assert invoke(checkout, "build", "--no-search").returncode == 0
    assert published(checkout) - names == {"a", "b"}


def test_of_an_article_with_notes_the_error_names_their_file_too(project: Path, read: list[str]) -> None:
    article(project, "a", "This goes on without end.")
    article(project, "b", "without end")
    (project / "content/notes").mkdir(exist_ok=True)
    (project / "content/notes/b.yaml").write_text("[]\n", "utf-8")
    first, second = build(project).left_out  # and nobody says that the notes have no article
    assert ".yaml" not in first.todo
    assert second.todo.endswith(", here or in content/notes/b.yaml")


@pytest.mark.parametrize(
    ("much", "what"),
    [
        ("a" * 2_000_000, "is larger than 2,000,000 bytes"),
        ("a\n" * 200_001, "has more than 200,000 lines"),
    ],
)
def test_a_text_larger_than_any_article_is_left_out_unread_and_the_others_are_published(
    project: Path, much: str, what: str
) -> None:
    article(project, "a", "Un.")
    article(project, "b", much)
    built = build(project)
    assert published(project) == {"a"}
    assert [(one.path, one.what) for one in built.left_out] == [
        ("content/articles/b.md", f"{what}, and is left out")
    ]
    article(project, "b", "Deux.")
    assert not build(project).left_out
    assert published(project) == {"a", "b"}


def test_a_header_longer_than_any_is_left_out_as_well(project: Path) -> None:
    article(project, "a", "Un.")
    article(project, "b", "Deux.")
    file = project / "content/articles/b.md"
    file.write_text(file.read_text("utf-8").replace("---\n", f"---\n# {'a' * 100_000}\n", 1), "utf-8")
    (left,) = build(project).left_out
    assert left.what.startswith("has a header of 100,")
    assert published(project) == {"a"}
