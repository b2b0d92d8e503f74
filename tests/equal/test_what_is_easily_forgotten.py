"""Edits after which a build that remembers has once given, or might give, another site than one that does not."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from glose.digest.model.errors import DigestError, Fault
from glose.digest.publish import rollback
from tests.equal.sample import sample
from tests.equal.trial import Result, Trial, differences
from tests.equal.walk import LATER
from tests.equal.world import Text, World

HEAD = {"date": "2016-03-15T10:00:00+01:00", "lang": "fr", "status": "published"}


@pytest.fixture
def trial(place: Path) -> Trial:
    """A site of three articles and two terms."""
    world: World = sample(1, articles=0, terms=2)
    for name in ("un", "deux", "trois"):
        head = {"title": f"Titre {name}", "slug": name, **HEAD}
        world.articles[name] = Text(head, f"Le grand marché ouvre {name}.")
    found = Trial(place, world)
    found.later = LATER
    same(found)
    return found


def same(trial: Trial, *, fresh: bool = False) -> Result:
    """What a build gives; it is what a clean one gives."""
    found = trial.edited(fresh=fresh)
    assert differences(found, trial.clean()) == []
    return found


def named(trial: Trial, text: str) -> None:
    """One more name of the first term."""
    trial.world.terms["terme-0"].head["names"].append({"text": text, "lang": "fr", "role": "alt"})


def pages(trial: Trial) -> str:
    """The text of all pages."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(trial.output.rglob("*.html")))


@pytest.mark.parametrize("change", ["retracted", "emptied"])
def test_a_text_that_was_taken_away_does_not_come_back_with_a_new_name_for_a_term(
    trial: Trial, change: str
) -> None:
    text = trial.world.articles["un"]
    text.body = "Un aveu secret au grand marché."
    same(trial)
    if change == "retracted":
        text.head["status"] = "retracted"
    else:
        text.body = ""
    same(trial)
    named(trial, "grand marché")
    assert not same(trial).faults
    assert "aveu secret" not in pages(trial)


def test_a_new_name_is_found_in_old_articles_when_as_many_new_ones_come_with_it(trial: Trial) -> None:
    for number in range(9):
        head = {"title": f"Neuf {number}", "slug": f"neuf-{number}", **HEAD}
        trial.world.articles[f"neuf-{number}"] = Text(head, "Rien.")
    named(trial, "grand marché")
    same(trial)
    assert 'aria-details="term-terme-0"' in (trial.output / "2016/03/15/un/index.html").read_text()


def test_a_term_that_an_article_waits_for_is_marked_once_it_is_there(trial: Trial) -> None:
    text = trial.world.articles["un"]
    text.head["glossary"] = {"force": {"grand": "terme-9"}}
    assert "terme-9" in same(trial).faults
    trial.world.terms["terme-9"] = trial.world.terms.pop("terme-1")
    same(trial)
    assert 'aria-details="term-terme-9"' in (trial.output / "2016/03/15/un/index.html").read_text()


def test_a_mark_by_hand_of_a_term_that_comes_later_is_a_link_then(trial: Trial) -> None:
    trial.world.articles["un"].body += " Voir [[terme-9]]."
    assert "terme-9" in same(trial).faults
    trial.world.terms["terme-9"] = trial.world.terms.pop("terme-1")
    assert not same(trial).faults


def test_an_article_that_could_not_be_read_misses_no_change_of_a_term(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, name: str) -> bytes:
        if path.name == "un.md":
            raise DigestError(Fault(name, None, "cannot be read: Permission denied", "make it readable"))
        return path.read_bytes()

    os.utime(trial.disk.root / "content/articles/un.md")
    named(trial, "grand marché")
    with monkeypatch.context() as patch:
        patch.setattr("glose.digest.build.read_texts.read", refused)
        assert "Permission denied" in trial.edited().faults
    same(trial)
    assert 'aria-details="term-terme-0"' in (trial.output / "2016/03/15/un/index.html").read_text()


def test_an_embargo_holds_again_when_the_clock_is_set_back(trial: Trial) -> None:
    trial.world.articles["un"].head["embargo_until"] = "2016-08-15T00:00:00+02:00"
    same(trial)
    assert "Titre un" in pages(trial)
    trial.world.now -= dt.timedelta(days=60)
    same(trial)
    assert "Titre un" not in pages(trial)
    trial.world.now += dt.timedelta(days=60)
    same(trial)
    assert "Titre un" in pages(trial)


def test_a_style_that_one_page_of_the_editors_needs_is_sent_with_all_of_them_from_then_on(
    trial: Trial,
) -> None:
    def sent() -> str:
        return (trial.output / "_headers").read_text(encoding="utf-8")

    before, page = sent(), next(iter(trial.world.pages.values()))
    text, page.body = page.body, f"{page.body}\n\nMot\n: Ce qu'il veut dire."
    same(trial)
    assert len(sent()) > len(before)
    page.body = text
    same(trial)
    assert sent() == before


def test_what_is_dated_ahead_comes_out_when_its_hour_does_and_waits_again_when_the_clock_is_set_back(
    trial: Trial,
) -> None:
    trial.world.articles["un"].head["date"] = "2016-09-20T08:00:00+02:00"
    for days, shown in ((0, False), (20, True), (-20, False), (20, True)):
        trial.world.now += dt.timedelta(days=days)
        same(trial)
        assert ("Titre un" in pages(trial)) == shown


def test_a_step_that_comes_or_goes_is_a_change_although_no_source_is_new(trial: Trial) -> None:
    for steps in ((), ("index",), ("index", "more"), ("more",), ()):
        trial.steps = steps
        same(trial)
        assert {one.name for one in trial.output.iterdir()} >= {*steps}
        before = (trial.output / "index.html").stat().st_mtime_ns
        same(trial)
        assert (trial.output / "index.html").stat().st_mtime_ns == before


@pytest.mark.parametrize("harm", ["changed", "deleted", "added"])
def test_what_somebody_did_to_the_site_does_not_come_back_with_a_later_edit(trial: Trial, harm: str) -> None:
    file = trial.output / "2016/03/15/deux" / ("stray.html" if harm == "added" else "index.html")
    file.unlink(missing_ok=True)
    if harm != "deleted":
        file.write_text("by hand")
    same(trial, fresh=True)
    for number in range(3):
        trial.world.articles["un"].body += f" Encore {number}."
        same(trial)


def test_a_site_that_nobody_touched_can_be_put_back_after_a_fresh_build(trial: Trial) -> None:
    before = same(trial)
    trial.world.articles["un"].body += " Encore."
    same(trial, fresh=True)
    rollback(trial.output)
    assert differences(before, Result(trial.edited().files)) != []
    same(trial)


def test_two_articles_that_change_places_are_told_apart(trial: Trial) -> None:
    articles = trial.world.articles
    articles["un"], articles["deux"] = articles["deux"], articles["un"]
    same(trial)
    articles["un"].head["slug"], articles["deux"].head["slug"] = "un", "deux"
    same(trial)
