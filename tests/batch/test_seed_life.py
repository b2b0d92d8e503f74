"""What a person does with an article (moves, dates, adopts, publishes it) is kept through the life of its seed."""

from __future__ import annotations

import pytest

from glose.digest.batch import waiting
from tests.batch.digest import Digest, dispatch, ninjs

DATED = {"date": "2016-03-15"}
SLUG = "ville-exemple-ouvre-le-dossier-numero-1"
NAME = f"{SLUG}.md"
MORE = "\nUne fin toute neuve, selon l'Agence Test.\n"


@pytest.fixture
def converted(digest: Digest) -> Digest:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    return digest


def names(digest: Digest) -> list[str]:
    return sorted(file.relative_to(digest.articles).as_posix() for file in digest.articles.rglob("*.md"))


def test_a_date_corrected_by_hand_leaves_the_old_address_and_none_to_itself(converted: Digest) -> None:
    converted.edit(NAME, "date: 2016-03-15", "date: 2016-03-16")
    assert converted.kinds(check=True) == {"a.txt": "stale"}
    assert converted.kinds() == {"a.txt": "merged"}
    header = converted.header(NAME)
    assert header["date"].day == 16
    assert header["aliases"] == [f"/2016/03/15/{SLUG}/"]
    assert converted.convert().current == 1
    converted.seed("a.txt", dispatch(1) + MORE)
    assert converted.kinds() == {"a.txt": "merged"}
    assert converted.header(NAME)["aliases"] == [f"/2016/03/15/{SLUG}/"]
    assert converted.header(NAME)["date"].day == 16


def test_a_date_put_back_by_hand_takes_the_alias_away_again(converted: Digest) -> None:
    converted.edit(NAME, "date: 2016-03-15", "date: 2016-03-16")
    converted.convert()
    converted.edit(NAME, "date: 2016-03-16", "date: 2016-03-15")
    converted.convert()
    assert "aliases" not in converted.header(NAME)
    assert converted.convert().current == 1


def test_a_slug_changed_by_hand_leaves_the_old_address(converted: Digest) -> None:
    converted.edit(NAME, f"slug: {SLUG}", "slug: le-pont")
    converted.convert()
    header = converted.header(NAME)
    assert (header["slug"], header["aliases"]) == ("le-pont", [f"/2016/03/15/{SLUG}/"])
    assert converted.convert(force=True).kinds == {"unchanged": 1}


def test_an_alias_that_a_person_wrote_stays_beside_ours(converted: Digest) -> None:
    converted.edit(NAME, f"slug: {SLUG}", "slug: le-pont\naliases: [/vieux/pont/]")
    converted.convert()
    assert converted.header(NAME)["aliases"] == ["/vieux/pont/", f"/2016/03/15/{SLUG}/"]
    assert converted.convert().current == 1


def test_an_address_that_another_article_has_taken_is_no_alias(converted: Digest) -> None:
    text = (
        f"---\ntitle: À la main\ndate: 2016-03-15\nslug: {SLUG}\nlang: fr\nstatus: published\n---\n\nTexte.\n"
    )
    converted.edit(NAME, f"slug: {SLUG}", "slug: le-pont")
    (converted.articles / "main.md").write_text(text, encoding="utf-8")
    assert converted.convert().current == 1
    assert "aliases" not in converted.header(NAME)


def test_an_edit_that_moves_nothing_is_not_looked_at(converted: Digest) -> None:
    converted.edit(NAME, "lang: fr", "lang: fr\ncategory: Ponts")
    assert converted.convert().current == 1


def test_a_draft_dated_by_hand_leaves_no_alias(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1))
    digest.convert()
    digest.edit(NAME, "status: draft", "status: published\ndate: 2016-03-16")
    assert digest.convert().current == 1
    digest.seed("a.txt", dispatch(1) + MORE)
    assert digest.kinds() == {"a.txt": "merged"}
    assert "aliases" not in digest.header(NAME)
    assert (digest.header(NAME)["status"], digest.header(NAME)["date"].day) == ("published", 16)


@pytest.mark.parametrize("run_between", [True, False])
def test_after_a_solved_conflict_the_next_change_is_merged(converted: Digest, run_between: bool) -> None:
    first = converted.body(NAME).split("\n")[0]
    converted.edit(NAME, first, "Un début corrigé à la main.")
    other = dispatch(1).replace(first, "Un autre début, selon l'Agence Test.")
    converted.seed("a.txt", other)
    assert converted.kinds() == {"a.txt": "conflict"}
    (fault,) = waiting(converted.seeds, converted.content).failed
    assert str(fault).startswith(
        f"content/articles/{NAME}: was edited, and its seed changed too; compare it with"
    )
    new = converted.content / ".generated" / f"{NAME}.new"
    keys = new.read_text(encoding="utf-8")
    keys = keys[keys.index("seed:\n") : keys.index("\n---\n", 4)]
    text = (converted.articles / NAME).read_text(encoding="utf-8")
    solved = text.replace(text[text.index("seed:\n") : text.index("\n---\n", 4)], keys)
    (converted.articles / NAME).write_text(solved, encoding="utf-8")
    assert waiting(converted.seeds, converted.content).failed == ()
    if run_between:
        assert converted.convert().ok
        assert not new.exists()
    converted.seed("a.txt", other + MORE)
    assert converted.kinds() == {"a.txt": "merged"}
    assert converted.body(NAME).startswith("Un début corrigé à la main.")
    assert converted.body(NAME).endswith("Une fin toute neuve, selon l'Agence Test.")
    assert not new.exists()


def adopt(digest: Digest, name: str) -> None:
    """Deletes `seed:` and what stands below it, as a person would."""
    file = digest.articles / name
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("seed:\n")] + text[text.index("converter:\n") :], encoding="utf-8")


@pytest.mark.parametrize("options", [{}, {"force": True}])
def test_an_adopted_article_gets_no_copy_and_is_never_touched(
    converted: Digest, options: dict[str, bool]
) -> None:
    adopt(converted, NAME)
    before = (converted.articles / NAME).read_bytes()
    (outcome,) = converted.outcomes(**options)
    assert (outcome.kind, outcome.why) == ("set aside", f"{NAME} is yours since its key seed: was deleted")
    assert converted.convert().current == 1
    converted.seed("a.txt", dispatch(1) + MORE)
    assert converted.kinds() == {"a.txt": "set aside"}
    assert names(converted) == [NAME]
    assert (converted.articles / NAME).read_bytes() == before


def test_an_adopted_article_that_is_moved_gets_no_copy_either(converted: Digest) -> None:
    adopt(converted, NAME)
    (converted.articles / "2016").mkdir()
    (converted.articles / NAME).rename(converted.articles / "2016" / "pont.md")
    assert converted.kinds() == {"a.txt": "set aside"}
    assert converted.convert().current == 1
    assert names(converted) == ["2016/pont.md"]


def test_a_newer_version_of_an_adopted_item_is_no_second_article(digest: Digest) -> None:
    digest.seed("a.json", ninjs())
    digest.convert()
    adopt(digest, NAME)
    digest.seed("b.json", ninjs(version=2))
    assert set(digest.kinds().values()) == {"set aside"}
    assert names(digest) == [NAME]


def test_an_adopted_article_that_is_deleted_is_made_again(converted: Digest) -> None:
    adopt(converted, NAME)
    converted.convert()
    (converted.articles / NAME).unlink()
    assert converted.kinds() == {"a.txt": "written"}
    assert converted.convert().current == 1


def test_a_hand_written_article_beside_it_is_no_adoption(converted: Digest) -> None:
    text = "---\ntitle: À la main\ndate: 2016-03-15\nslug: main\nlang: fr\nstatus: published\n---\n\nTexte.\n"
    (converted.articles / "main.md").write_text(text, encoding="utf-8")
    converted.seed("b.txt", dispatch(2), DATED)
    assert converted.kinds() == {"b.txt": "written"}


@pytest.fixture
def held(converted: Digest, monkeypatch: pytest.MonkeyPatch) -> Digest:
    """An article that every conversion holds back."""
    from dataclasses import replace

    from glose.digest.conversion import pipeline
    from glose.digest.model.article import Article, Finding

    def doubting(*arguments: object) -> Article:
        article: Article = inner(*arguments)
        doubt = Finding("status", "", "a doubt; set `status: published` if it is right", 0.4, holds=True)
        return replace(article, findings=(*article.findings, doubt))

    inner = pipeline.supplied
    monkeypatch.setattr(pipeline, "supplied", doubting)
    converted.convert(force=True)
    return converted


LINE = f"content/articles/{NAME}: held: a doubt; set `status: published` if it is right"


def test_a_held_article_is_told_at_every_run_and_stops_nothing(held: Digest) -> None:
    for _ in range(2):
        report = held.convert()
        assert [str(fault) for fault in report.held] == [LINE]
        assert report.ok


def test_what_a_person_publishes_stays_published_and_is_told_no_more(held: Digest) -> None:
    held.edit(NAME, "status: draft", "status: published")
    assert held.convert().held == ()
    for end in ("Une fin.", "Une autre fin."):
        held.seed("a.txt", f"{dispatch(1)}\n{end}\n")
        report = held.convert()
        assert (report.kinds, report.held, report.statuses) == ({"merged": 1}, (), {"published": 1})
        assert held.header(NAME)["status"] == "published"
        assert "held" not in held.header(NAME)
        assert held.body(NAME).endswith(end)


def test_published_in_the_sidecar_it_is_published(held: Digest) -> None:
    held.seed("a.txt", dispatch(1), DATED | {"status": "published"})
    assert held.convert().held == ()
    assert held.header(NAME)["status"] == "published"
