"""A kill in plain text takes back the one article that it names, for good; in doubt it is held and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from glose.digest.batch.waiting import waiting
from tests.batch.digest import Digest, dispatch, sentences

NAME = "ville-exemple-ouvre-le-dossier-numero-1.md"
TITLE = "Ville-Exemple ouvre le dossier numéro 1"
DATED = {"date": "2016-03-15"}
NEXT_DAY = {"date": "2016-03-16"}
KILL = f"ANNULATION\n\nLa dépêche « {TITLE} » est annulée, merci de ne pas l'utiliser.\n"

KILLS = {
    "fr": ("Ville-Exemple rouvre son pont", "ANNULATION\n\nLa dépêche « {} » est annulée.\n"),
    "en": ("Sampletown reopens its old bridge", "KILL\n\nEditors: please disregard our story “{}”.\n"),
    "de": ("Musterstadt öffnet die alte Brücke", "STORNO\n\nDie Meldung „{}“ wird zurückgezogen.\n"),
    "es": ("Villa Ejemplo reabre el viejo puente", "ANULACIÓN: {}\n\nRogamos no utilicen el despacho.\n"),
}
"""By language: the title of a story, and a kill that names it."""


def held(digest: Digest) -> list[str]:
    return [str(fault) for fault in waiting(digest.seeds, digest.content).held]


def names(digest: Digest) -> list[str]:
    return sorted(file.name for file in digest.articles.iterdir())


def orders() -> list[object]:
    return [pytest.param(order, id="+".join(order)) for order in (("a", "k"), ("k", "a"), ("ak",))]


@pytest.mark.parametrize("order", orders())
@pytest.mark.parametrize("lang", KILLS)
def test_a_kill_that_names_its_story_takes_it_back_whichever_comes_first(
    digest: Digest, lang: str, order: tuple[str, ...]
) -> None:
    title, text = KILLS[lang]
    for run in order:
        if "k" in run:
            digest.seed("kill.txt", text.format(title), DATED)
        if "a" in run:
            digest.seed("a.txt", dispatch(title=title), DATED)
        digest.convert()
    (name,) = names(digest)
    header = digest.header(name)
    assert (header["title"], header["status"], header["seed"]["path"]) == (title, "retracted", "a.txt")
    assert digest.body(name) == ""
    assert len(header["corrections"]) == 1
    assert held(digest) == []
    before = digest.tree()
    assert digest.convert().current == 2
    assert digest.kinds(check=True) == {}
    digest.convert(force=True)
    assert digest.tree() == before


def test_what_was_taken_back_stays_so_when_its_seed_changes_or_moves(digest: Digest) -> None:
    story = digest.seed("a.txt", dispatch(), DATED)
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    digest.seed(
        "a.txt", f"{dispatch()}\nUne phrase de plus pour Ville-Exemple, sans importance aucune.\n", DATED
    )
    digest.convert()
    assert digest.header(NAME)["status"] == "retracted"
    story.rename(story.with_name("b.txt"))
    Path(f"{story}.meta.yaml").rename(story.with_name("b.txt.meta.yaml"))
    digest.convert()
    assert digest.header(NAME)["status"] == "retracted"
    assert digest.header(NAME)["seed"]["path"] == "b.txt"


def test_an_article_that_is_deleted_comes_back_taken_back(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    (digest.articles / NAME).unlink()
    digest.convert()
    assert names(digest) == [NAME]
    assert digest.header(NAME)["status"] != "published"


def test_a_person_who_publishes_it_again_gets_its_text_back_for_good(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.convert()
    text = digest.body(NAME)
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    digest.edit(NAME, "status: retracted", "status: published")
    digest.convert()
    assert (digest.header(NAME)["status"], digest.body(NAME)) == ("published", text)
    before = digest.tree()
    assert digest.convert().current == 2
    digest.convert(force=True)
    assert digest.tree() == before


def test_a_status_that_is_then_written_into_the_sidecar_wins_too(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED | {"status": "published"})
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    assert digest.header(NAME)["status"] == "retracted"  # the kill came after that word
    digest.seed("a.txt", dispatch(), DATED | {"status": "published", "category": "Villes"})
    digest.convert()
    assert (digest.header(NAME)["status"], bool(digest.body(NAME))) == ("published", True)


def test_without_its_kill_it_stays_taken_back_and_that_is_told(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    kill = digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    kill.unlink()
    Path(f"{kill}.meta.yaml").unlink()
    (orphan,) = digest.outcomes(force=True)[-1:]
    assert digest.header(NAME)["status"] == "retracted"
    told = [outcome.why for outcome in digest.outcomes() if outcome.kind == "orphan"]
    assert told == [
        "seeds/kill.txt, which took it back, is gone; it stays taken back; "
        "set `status: published` in it when it may be read again"
    ]
    assert orphan.kind == "orphan"
    assert len(waiting(digest.seeds, digest.content).orphans) == 1


def test_a_kill_by_an_identifier_takes_back_the_item_that_has_it(digest: Digest) -> None:
    digest.seed("exemple_20160315_77.txt", dispatch(), DATED)
    digest.seed("autre.txt", dispatch(2), DATED)
    digest.seed("kill.txt", "KILL\n\nEditors: please disregard our story exemple_20160315_77.\n", DATED)
    digest.convert()
    assert digest.header(NAME)["status"] == "retracted"
    assert digest.header("ville-exemple-ouvre-le-dossier-numero-2.md")["status"] == "published"


def test_copies_by_other_outlets_go_with_what_is_taken_back(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.seed("copy.txt", f"{dispatch()}\n", DATED)
    digest.convert()
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    assert {digest.header(name)["status"] for name in names(digest)} <= {"retracted", "withheld"}


def test_of_two_with_one_title_the_day_tells_which(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    digest.seed("b.txt", dispatch(7, title=TITLE), NEXT_DAY)
    digest.seed(
        "kill.txt",
        f"ANNULATION\n\nLa dépêche « {TITLE} » du 16 mars 2016 est annulée.\n",
        {"date": "2016-03-17"},
    )
    digest.convert()
    assert digest.header(NAME)["status"] == "published"
    assert digest.header(NAME.replace(".md", "-2.md"))["status"] == "retracted"


@pytest.mark.parametrize(
    ("stories", "kill", "told"),
    [
        pytest.param(
            (1,), "ANNULATION\n\nNotre dépêche est annulée.\n", "that it does not name", id="no name"
        ),
        pytest.param((2,), KILL, TITLE, id="not here"),
        pytest.param((1, 7), KILL, "names more than one article", id="two"),
        pytest.param(
            (1,), KILL.replace("numéro 1", "numéro 1 et le referme"), "referme", id="a longer title"
        ),
        pytest.param((1,), KILL.replace("dossier", "classeur"), "classeur", id="another word"),
    ],
)
def test_a_kill_that_names_no_single_article_is_held_and_says_so(
    digest: Digest, stories: tuple[int, ...], kill: str, told: str
) -> None:
    for number in stories:
        digest.seed(f"{number}.txt", dispatch(number, title=TITLE if number == 7 else ""), DATED)
    digest.seed("kill.txt", kill, DATED)
    digest.convert()
    assert any(told in line for line in held(digest))
    found = [digest.header(name)["status"] for name in names(digest)]
    assert sorted(found) == ["published"] * len(stories) + ["withheld"]


@pytest.mark.parametrize(
    "meta",
    [pytest.param(NEXT_DAY, id="a later day"), pytest.param(DATED | {"source": "AGX"}, id="another agency")],
)
def test_a_namesake_of_another_day_or_agency_stays(digest: Digest, meta: dict[str, str]) -> None:
    digest.seed("a.txt", dispatch(), meta)
    digest.seed("kill.txt", KILL, DATED | {"source": "AGT"})
    digest.convert()
    assert digest.header(NAME)["status"] == "published"


def test_a_story_about_a_retraction_takes_nothing_back(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(), DATED)
    about = (
        f"L'agence retire une dépêche\n\n{sentences(5)} La dépêche « {TITLE} » est annulée, a-t-elle dit.\n\n"
    )
    digest.seed("b.txt", about + "\n\n".join(sentences(n) for n in range(20, 25)), DATED)
    digest.convert()
    assert digest.header(NAME)["status"] == "published"
    assert len(names(digest)) == 2


def test_an_article_that_is_a_persons_own_stays_and_is_named(digest: Digest) -> None:
    digest.articles.mkdir(parents=True, exist_ok=True)
    own = f"---\ntitle: {TITLE}\nslug: a-la-main\nlang: fr\nstatus: published\ndate: 2016-03-15\n---\n\nTexte.\n"
    (digest.articles / "own.md").write_text(own, encoding="utf-8")
    digest.seed("kill.txt", KILL, DATED)
    digest.convert()
    assert (digest.articles / "own.md").read_text(encoding="utf-8") == own
    assert any("content/articles/own.md" in line for line in held(digest))
