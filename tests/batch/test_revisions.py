"""Of an item's versions the newest stands; a kill takes it back; what was delivered again changes nothing."""

from __future__ import annotations

import pytest

from glose.digest.batch import Outcome
from glose.digest.batch.revisions import withdrawal
from tests.batch.digest import NOW, Digest, dispatch, ninjs

NAME = "ville-exemple-ouvre-le-dossier-numero-1.md"
DATED = {"date": "2016-03-15"}


def by_seed(digest: Digest, **options: object) -> dict[str, Outcome]:
    return {outcome.seed.removeprefix("seeds/"): outcome for outcome in digest.outcomes(**options)}


def files(digest: Digest) -> list[str]:
    return sorted(file.name for file in digest.articles.iterdir())


def test_a_newer_version_replaces_the_older_and_leaves_a_dated_notice(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    digest.seed("b.json", ninjs(version=2))
    assert by_seed(digest)["b.json"].kind == "written"
    assert files(digest) == [NAME]
    header = digest.header(NAME)
    assert header["seed"]["path"] == "b.json"
    assert header["revision"] == "2"
    (correction,) = header["corrections"]
    assert correction["date"].isoformat() == "2016-03-16"
    assert correction["what"] == "Mis à jour d’après une nouvelle version de la source."
    assert header["date"].isoformat() == "2016-03-15T10:00:00+01:00"
    assert header["modified"].isoformat() == "2016-03-16T10:00:00+01:00"
    assert digest.convert().kinds == {}


def test_every_version_leaves_its_notice_and_none_is_lost(digest: Digest) -> None:
    for version in (1, 2, 3):
        digest.seed(f"{version}.json", ninjs(version=version))
        digest.convert()
    days = [entry["date"].day for entry in digest.header(NAME)["corrections"]]
    assert days == [16, 17]
    digest.convert(force=True)
    assert [entry["date"].day for entry in digest.header(NAME)["corrections"]] == days


def test_an_older_version_that_arrives_late_is_set_aside(digest: Digest) -> None:
    digest.seed("b.json", ninjs(version=2))
    digest.convert()
    before = (digest.articles / NAME).read_bytes()
    digest.seed("a.json", ninjs(version=1))
    outcome = by_seed(digest)["a.json"]
    assert (outcome.kind, outcome.why) == ("set aside", "an older version of b.json")
    assert (digest.articles / NAME).read_bytes() == before
    assert digest.convert().current == 2
    assert digest.kinds(check=True) == {}


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a")])
def test_several_versions_in_one_run_give_one_article_whatever_their_order(
    digest: Digest, order: tuple[str, ...]
) -> None:
    for version, name in enumerate(order, 1):
        digest.seed(f"{name}.json", ninjs(version=version))
    digest.convert()
    assert files(digest) == [NAME]
    assert digest.header(NAME)["revision"] == "3"
    assert digest.header(NAME)["seed"]["path"] == f"{order[2]}.json"
    assert digest.convert().current == 3


def test_a_seed_overwritten_by_a_newer_version_leaves_a_notice_too(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    digest.seed("a.json", ninjs(version=2))
    digest.convert()
    assert len(digest.header(NAME)["corrections"]) == 1


def test_a_seed_that_is_only_converted_again_leaves_no_notice(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    digest.seed("a.json", ninjs(version=1, headline="Ville-Exemple referme le dossier"))
    digest.convert()
    assert "corrections" not in digest.header(NAME)


def test_a_correction_that_the_sender_words_is_not_doubled(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    meta = {"corrections": [{"date": "2016-03-16", "what": "Le nom du pont a été corrigé."}]}
    digest.seed("b.json", ninjs(version=2), meta)
    digest.convert()
    assert [entry["what"] for entry in digest.header(NAME)["corrections"]] == [
        "Le nom du pont a été corrigé."
    ]


def test_a_kill_takes_the_article_back_and_leaves_its_page_with_a_notice(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    address = digest.header(NAME)["date"], digest.header(NAME)["slug"]
    digest.seed("b.json", ninjs(version=2, pubstatus="canceled", headline="KILL"))
    assert by_seed(digest)["b.json"].status == "retracted"
    header = digest.header(NAME)
    assert header["status"] == "retracted"
    assert header["title"] == "Ville-Exemple ouvre le dossier numéro 1"
    assert (header["date"], header["slug"]) == address
    assert header["corrections"][0]["what"] == "Retiré à la demande de la source."
    assert digest.body(NAME) == ""
    before = digest.tree()
    digest.convert(force=True)
    assert digest.tree() == before


def test_a_kill_without_a_text_is_a_kill(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    digest.seed("b.json", ninjs(version=2, pubstatus="canceled", body_text=""))
    assert by_seed(digest)["b.json"].status == "retracted"


def test_a_kill_and_what_it_kills_in_one_run_give_the_same_page(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.seed("b.json", ninjs(version=2, pubstatus="canceled"))
    digest.convert()
    assert files(digest) == [NAME]
    header = digest.header(NAME)
    assert header["status"] == "retracted"
    assert len(header["corrections"]) == 1
    before = digest.tree()
    assert digest.convert().current == 2
    digest.convert(force=True)
    assert digest.tree() == before


def test_a_kill_of_what_was_never_here_publishes_nothing(digest: Digest) -> None:
    digest.seed("b.json", ninjs(version=2, pubstatus="canceled"))
    assert by_seed(digest)["b.json"].status == "withheld"
    digest.seed("a.json", ninjs(version=1))
    assert by_seed(digest)["a.json"].kind == "set aside"
    assert digest.header(NAME)["status"] == "withheld"


def test_a_kill_takes_copies_from_other_outlets_back_as_well(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.seed("copy.json", ninjs("urn:autre.example:9", version=1))
    outcomes = by_seed(digest)
    assert outcomes["copy.json"].status == "hidden"
    digest.seed("kill.json", ninjs(version=2, pubstatus="canceled"))
    outcomes = by_seed(digest)
    assert outcomes["kill.json"].status == "retracted"
    assert outcomes["copy.json"].status == "withheld"
    assert digest.convert().kinds == {}


def test_a_copy_that_comes_with_the_kill_is_not_published_either(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.seed("copy.json", ninjs("urn:autre.example:9", version=1))
    digest.seed("kill.json", ninjs(version=2, pubstatus="canceled"))
    assert by_seed(digest)["copy.json"].status == "withheld"
    assert digest.convert().kinds == {}


def test_the_same_bytes_under_another_name_give_no_second_article(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.convert()
    before = digest.tree()
    digest.seed("b.txt", dispatch())
    outcome = by_seed(digest)["b.txt"]
    assert (outcome.kind, outcome.why) == ("set aside", "delivered again: the same as a.txt")
    after = digest.tree()
    after.pop(".generated/seeds.jsonl")
    assert after == before
    assert digest.convert().current == 2


def test_when_the_first_delivery_is_removed_the_second_takes_its_place(digest: Digest) -> None:
    first = digest.seed("a.txt", dispatch(), DATED)
    digest.seed("b.txt", dispatch(), DATED)
    digest.convert()
    assert digest.header(NAME)["seed"]["path"] == "a.txt"
    first.unlink()
    first.with_name("a.txt.meta.yaml").unlink()
    assert by_seed(digest)["b.txt"].kind == "written"
    assert digest.header(NAME)["seed"]["path"] == "b.txt"
    assert files(digest) == [NAME]


def test_an_item_delivered_twice_in_other_wrappings_is_one_article(digest: Digest) -> None:
    digest.seed("a.json", ninjs())
    digest.seed("b.json", ninjs(usageterms="Agence Test"))
    outcomes = by_seed(digest)
    assert (outcomes["a.json"].kind, outcomes["b.json"].kind) == ("written", "set aside")
    assert files(digest) == [NAME]


def test_items_of_other_senders_with_one_number_are_two(digest: Digest) -> None:
    digest.seed("a.json", ninjs("17", seed=1, byline="", provider="Agence Test"))
    digest.seed("b.json", ninjs("17", seed=2, byline="", provider="Agence Autre"))
    digest.convert()
    assert len(files(digest)) == 2


def test_a_new_date_leaves_the_old_address_behind(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.convert()
    digest.seed("a.txt", dispatch(), {"date": "2016-03-16"})
    digest.convert()
    slug = NAME.removesuffix(".md")
    assert digest.header(NAME)["aliases"] == [f"/2016/03/15/{slug}/"]
    digest.seed("a.txt", dispatch(), {"date": "2016-03-17"})
    digest.convert()
    assert digest.header(NAME)["aliases"] == [f"/2016/03/15/{slug}/", f"/2016/03/16/{slug}/"]


def test_a_draft_that_gets_its_date_leaves_none(digest: Digest) -> None:
    digest.seed("a.txt", dispatch())
    digest.convert()
    digest.seed("a.txt", dispatch(), DATED)
    digest.convert()
    assert "aliases" not in digest.header(NAME)


def test_a_version_under_embargo_waits_and_then_stands(digest: Digest) -> None:
    digest.seed("a.json", ninjs(version=1))
    digest.convert()
    digest.seed("b.json", ninjs(version=2, embargoed="2016-04-02T00:00:00+00:00"))
    digest.convert()
    assert digest.header(NAME)["status"] == "withheld"
    digest.convert(now=NOW.replace(day=3))
    assert digest.header(NAME)["status"] == "published"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de", "Auf Wunsch"),
        ("de-CH", "Auf Wunsch"),
        ("pt-BR", "Retirado"),
        ("sv", "Withdrawn"),
        ("", "Withdrawn"),
    ],
)
def test_what_was_taken_back_is_told_in_the_language_of_its_article(lang: str, words: str) -> None:
    assert withdrawal(lang).startswith(words)
