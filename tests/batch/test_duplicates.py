"""One dispatch from two outlets is published once; everything that only resembles it is published."""

from __future__ import annotations

from glose.digest.batch import Outcome
from tests.batch.digest import Digest, dispatch, sentences

DATED = {"date": "2016-03-15"}
TITLE = "Ville-Exemple ouvre le dossier numéro 1"
SLUG = "ville-exemple-ouvre-le-dossier-numero-1"


def by_seed(digest: Digest, **options: object) -> dict[str, Outcome]:
    return {outcome.seed.removeprefix("seeds/"): outcome for outcome in digest.outcomes(**options)}


def other(title: str = "Un autre titre pour le même texte") -> str:
    """The first dispatch, as another outlet prints it: another title, one word changed."""
    return dispatch(1, title).replace("présenté", "exposé", 1)


def test_the_copy_of_another_outlet_is_hidden_and_names_the_original(digest: Digest) -> None:
    digest.seed("b.txt", dispatch(1), DATED)
    digest.seed("a.txt", other(), {"date": "2016-03-16"})
    outcomes = by_seed(digest)
    assert (outcomes["b.txt"].status, outcomes["b.txt"].variant_of) == ("published", "")
    assert (outcomes["a.txt"].status, outcomes["a.txt"].variant_of) == ("hidden", SLUG)
    (finding,) = (finding for finding in outcomes["a.txt"].findings if finding.rule == "variant")
    assert finding.message == "the same dispatch as b.txt, but for expose/presente"
    assert digest.header("un-autre-titre-pour-le-meme-texte.md")["variant_of"] == SLUG
    assert digest.convert().current == 2


def test_of_one_day_the_first_by_seed_is_the_original_whatever_the_order_of_work(digest: Digest) -> None:
    for number in range(8):
        digest.seed(f"{number}.txt", other(f"Titre {number}"), DATED)
    report = digest.convert(jobs=2)
    assert report.variants == 7
    assert digest.header("titre-0.md")["status"] == "published"


def test_what_readers_know_stays_the_original_when_an_earlier_copy_arrives(digest: Digest) -> None:
    digest.seed("b.txt", dispatch(1), DATED)
    digest.convert()
    digest.seed("a.txt", other(), {"date": "2016-03-14"})
    assert by_seed(digest)["a.txt"].variant_of == SLUG
    assert digest.header(f"{SLUG}.md")["status"] == "published"


def test_what_is_dated_comes_before_what_is_not(digest: Digest) -> None:
    digest.seed("a.txt", other())
    digest.seed("b.txt", dispatch(1), DATED)
    outcomes = by_seed(digest)
    assert outcomes["b.txt"].status == "published"
    assert (outcomes["a.txt"].status, outcomes["a.txt"].variant_of) == ("draft", SLUG)


def test_when_the_original_is_removed_the_copy_is_published(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b.txt", other(), DATED)
    digest.convert()
    (digest.seeds / "a.txt").unlink()
    (digest.articles / f"{SLUG}.md").unlink()
    assert by_seed(digest)["b.txt"].status == "published"


def test_two_dispatches_with_one_title_are_both_published(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1, "Le point"), DATED)
    digest.seed("b.txt", dispatch(2, "Le point"), DATED)
    assert digest.convert().statuses == {"published": 2}


def test_an_update_of_the_story_is_published(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed(
        "b.txt", dispatch(1, "Le dossier grossit") + "\n" + sentences(7) + "\n\n" + sentences(8) + "\n", DATED
    )
    assert digest.convert().statuses == {"published": 2}


def test_an_update_of_a_figure_is_published_and_pointed_out(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1) + "\nLe pont mesure 120 mètres, selon l'Agence Test.\n", DATED)
    digest.seed("b.txt", dispatch(1) + "\nLe pont mesure 150 mètres, selon l'Agence Test.\n", DATED)
    outcomes = by_seed(digest)
    assert [outcome.status for outcome in outcomes.values()] == ["published", "published"]
    notes = [finding.message for finding in outcomes["b.txt"].findings if finding.rule == "variant"]
    assert notes == ["repeats a.txt but for 150/120: taken for an update, since figures differ"]


def test_the_same_words_weeks_later_are_another_article(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b.txt", other(), {"date": "2016-03-29"})
    assert digest.convert().statuses == {"published": 2}


def test_the_same_text_in_another_language_is_no_copy(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b.txt", other(), DATED | {"lang": "en"})
    assert digest.convert().variants == 0


def test_short_notices_that_differ_in_a_word_are_all_published(digest: Digest) -> None:
    for number, place in enumerate(("du port", "du lac", "de la gare")):
        digest.seed(f"{number}.txt", f"Avis {place}\n\nLe bureau {place} est fermé lundi.\n", DATED)
    assert digest.convert().statuses == {"published": 3}


def test_a_person_who_publishes_a_copy_is_obeyed(digest: Digest) -> None:
    digest.seed("a.txt", dispatch(1), DATED)
    digest.seed("b.txt", other(), DATED)
    digest.convert()
    name = "un-autre-titre-pour-le-meme-texte.md"
    digest.edit(name, "status: hidden", "status: published")
    digest.edit(name, f"variant_of: {SLUG}\n", "")
    digest.convert(force=True)
    assert digest.header(name)["status"] == "published"
    assert "variant_of" not in digest.header(name)
