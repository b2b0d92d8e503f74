"""What waits for a person is told by every run, and by `check`, until it is dealt with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glose.digest.batch import waiting
from glose.digest.batch.waiting import Waiting
from glose.digest.work import pool
from tests.batch.digest import NOW, Digest, dispatch

DATED = {"date": "2016-03-15"}
NAME = "ville-exemple-ouvre-le-dossier-numero-1.md"


def waits(digest: Digest) -> Waiting:
    return waiting(digest.seeds, digest.content)


def lines(faults: tuple[object, ...]) -> list[str]:
    return [str(fault) for fault in faults]


def test_a_failed_seed_is_told_again_without_a_second_try_until_it_is_mended(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest.seed("a.bin", b"\0\1\2\3" * 500)
    digest.seed("b.txt", dispatch(1), DATED)
    words = lines(tuple(digest.convert().faults()))
    tried = []
    monkeypatch.setattr("glose.digest.batch.stale.Call", lambda *call: tried.append(call))
    for options in ({}, {"check": True}):
        report = digest.convert(**options)
        assert (report.kinds, report.ok) == ({"failed": 1}, False)
        assert lines(tuple(report.faults())) == words == lines(waits(digest).failed)
    assert tried == []
    monkeypatch.undo()
    digest.seed("a.bin", dispatch(2))
    assert waits(digest).failed == ()
    assert digest.convert().ok
    assert digest.convert().kinds == {}


def test_asked_by_force_it_is_tried_again(digest: Digest) -> None:
    digest.seed("a.bin", b"\0\1\2\3" * 500)
    digest.convert()
    assert digest.convert(force=True).kinds == {"failed": 1}


def test_what_the_machine_may_be_to_blame_for_is_tried_at_every_run(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    dead = [pool.failure(pool.Call("", "seeds/a.txt", print, ()), "took longer than 60 seconds")]
    monkeypatch.setattr(pool, "attempt", lambda call: dead[0])
    assert not digest.convert().ok
    assert lines(waits(digest).failed) == [
        "seeds/a.txt: took longer than 60 seconds; save the article alone, or report it"
    ]
    monkeypatch.undo()
    assert digest.kinds() == {"a.txt": "written"}
    assert waits(digest) == Waiting()


def test_a_new_version_that_cannot_be_read_is_told_although_an_article_stands(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    before = (digest.articles / NAME).read_bytes()
    digest.seed("a.txt", b"")
    for _ in range(2):
        assert digest.convert().kinds == {"failed": 1}
    assert (digest.articles / NAME).read_bytes() == before
    digest.seed("a.txt", dispatch(1))
    assert digest.convert().kinds == {}
    assert waits(digest) == Waiting()


def test_a_seed_that_fails_and_is_deleted_is_forgotten(digest: Digest) -> None:
    digest.seed("a.bin", b"\0\1\2\3" * 500)
    digest.convert()
    (digest.seeds / "a.bin").unlink()
    assert waits(digest) == Waiting()
    assert digest.convert().ok


def test_a_faulty_sidecar_is_told_until_it_is_mended(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), "titel: Un titre\n")
    digest.convert()
    assert lines(waits(digest).failed) == [
        'seeds/a.txt.meta.yaml:1: unknown key "titel" in the header; write "title"'
    ]
    digest.seed("a.txt", dispatch(1), DATED)
    assert digest.convert().ok
    assert waits(digest) == Waiting()


def test_an_undated_article_and_one_without_a_seed_are_told_with_what_to_do(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1))
    digest.convert()
    assert lines(waits(digest).held)[0].startswith(f"content/articles/{NAME}: held: no date is known; write")
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    assert waits(digest) == Waiting()
    (digest.seeds / "a.txt").unlink()
    assert lines(waits(digest).orphans) == [
        f"content/articles/{NAME}: its seed seeds/a.txt is gone; put it back, delete the article, "
        "or delete its key seed: to keep it as your own"
    ]


def test_a_draft_that_a_person_made_is_counted_and_not_told_as_held(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    digest.edit(NAME, "status: published", "status: draft")
    assert waits(digest) == replace(Waiting(), drafts=waits(digest).drafts)
    assert lines(waits(digest).drafts) == [
        "content/articles: 1 article is draft and not published; write `status: published` into what is ready"
    ]
    assert digest.convert().held == ()


def test_a_site_without_seeds_has_no_orphans(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.convert()
    for file in digest.seeds.iterdir():
        file.unlink()
    digest.seeds.rmdir()
    assert waits(digest) == Waiting()


def test_a_kill_that_names_no_article_that_is_here_waits_and_says_what_to_do(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.seed("kill.txt", "ANNULATION\n\nLa dépêche « Ville-Exemple referme tout » est annulée.\n", DATED)
    digest.convert()
    assert digest.header(NAME)["status"] == "published"
    (told,) = lines(waits(digest).held)
    assert "takes back “Ville-Exemple referme tout”: set `status: retracted`" in told
    assert digest.convert().held != ()


def test_an_embargo_that_is_read_waits_for_its_hour_and_not_for_a_person(digest: Digest) -> None:
    digest.seed("a.txt", f"EMBARGO 15/04/2016 17:00 GMT\n\n{dispatch()}", DATED)
    digest.convert()
    assert digest.header(NAME)["status"] == "withheld"
    assert waits(digest).held == ()
    digest.convert(now=NOW.replace(day=16))
    assert digest.header(NAME)["status"] == "published"
