"""What lint says of a glossary, and that it says nothing where there is nothing to say."""

from __future__ import annotations

import datetime as dt

import pytest

from glose.digest.glossary import Glossary
from glose.digest.glossary.lint import LONGEST, lint
from glose.digest.glossary.term import Identifier, Name, Rules, Sense, Term
from tests.aids.made_up import term

TODAY = dt.date(2026, 11, 22)
DAY = dt.date(2016, 3, 15)
BOTH = ("fr", "en")


def said(
    *terms: Term, text: str = "Ville-Exemple tient.", lang: str = "fr", on: dt.date | None = DAY
) -> list[str]:
    """What lint says of these terms and one article."""
    return [
        str(fault)
        for fault in lint(Glossary(terms), [("content/articles/a.md", lang, on, text)], TODAY, BOTH)
    ]


def test_a_term_in_use_and_in_order_is_passed_over() -> None:
    assert said(term()) == []


def test_a_term_that_no_article_mentions_is_unused() -> None:
    (fault,) = said(term(), text="Rien de tel.")
    assert fault.startswith("content/glossary/ville-exemple.md: unused: no article mentions it; ")


def test_a_used_draft_names_the_article_that_would_show_it() -> None:
    (fault,) = said(term(status="draft"))
    assert "draft: content/articles/a.md mentions it" in fault


def test_a_draft_that_nobody_uses_is_only_unused() -> None:
    (fault,) = said(term(status="draft"), text="Rien de tel.")
    assert "unused" in fault


@pytest.mark.parametrize(("until", "says"), [(TODAY - dt.timedelta(1), 1), (TODAY, 0), (None, 0)])
def test_an_entry_is_overdue_the_day_after_its_review_date(until: dt.date | None, says: int) -> None:
    found = said(term(review_after=until))
    assert ["overdue: was to be reviewed after 2026-11-21" in one for one in found] == [True] * says


@pytest.mark.parametrize(("length", "says"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_a_definition_longer_than_a_card_is_named_with_its_line(length: int, says: int) -> None:
    found = said(term(senses=(Sense(None, None, {"fr": "é" * length, "en": "A town."}, line=7),)))
    where = "content/glossary/ville-exemple.md:7: long: "
    what = f'the definition in "fr" has {LONGEST + 1} characters, a card shows {LONGEST}'
    assert [one.split(";")[0] for one in found] == [where + what] * says


def test_a_missing_language_is_named_for_the_name_and_for_each_sense() -> None:
    one = term(
        names=(Name("Ville-Exemple", "fr", "pref"),),
        senses=(
            Sense(None, DAY, {"fr": "Un bourg."}, line=5),
            Sense(DAY, None, {"fr": "Une ville.", "en": "A town."}, line=9),
        ),
    )
    assert [fault.split(": ", 1)[0] for fault in said(one)] == [
        "content/glossary/ville-exemple.md",
        "content/glossary/ville-exemple.md:5",
    ]


def test_a_regional_name_and_text_serve_their_language() -> None:
    names = (Name("Ville-Exemple", "fr-CA", "pref"), Name("Exampletown", "en-GB", "pref"))
    assert (
        said(term(names=names, senses=(Sense(None, None, {"fr-CA": "Une ville.", "en-GB": "A town."}),)))
        == []
    )


def test_a_name_of_all_languages_serves_every_edition() -> None:
    assert said(term(names=(Name("Ville-Exemple", "mul", "pref"),))) == []


def test_an_edition_in_one_language_asks_for_no_other() -> None:
    one = term(
        names=(Name("Ville-Exemple", "fr", "pref"),), senses=(Sense(None, None, {"fr": "Une ville."}),)
    )
    articles = [("a.md", "fr", DAY, "Ville-Exemple")]
    assert lint(Glossary((one,)), articles, TODAY, languages=("fr",)) == ()


def test_words_that_two_terms_claim_are_reported_once_an_article() -> None:
    twin = term("autre", names=(Name("Ville-Exemple", "fr", "pref"), Name("Otherplace", "en", "pref")))
    found = said(term(), twin, text="Ville-Exemple et Ville-Exemple ; Exampletown, Otherplace.")
    assert [one.split(";")[0] for one in found if "ambiguous" in one] == [
        'content/articles/a.md: ambiguous: "Ville-Exemple" may be autre or ville-exemple, and is left unmarked'
    ]


def test_a_priority_settles_what_two_terms_claim() -> None:
    twin = term(
        "autre",
        names=(Name("Ville-Exemple", "fr", "pref"), Name("Otherplace", "en", "pref")),
        rules=Rules(priority=1),
    )
    assert not [
        one
        for one in said(term(), twin, text="Ville-Exemple, Exampletown, Otherplace.")
        if "ambiguous" in one
    ]


def nord(text: str, on: dt.date = DAY) -> list[str]:
    """What lint says of an article beside a term whose name is long enough to have slips."""
    names = (Name("Nordlaque", "fr", "pref", since=dt.date(2016, 1, 1)), Name("Northlaque", "en", "pref"))
    return said(term("nordlaque", names=names), text=f"Northlaque. {text}", on=on)


def test_a_name_one_letter_away_is_a_probable_slip() -> None:
    assert nord("On va à Nordlacque, puis à Nordlacque.") == [
        'content/articles/a.md: slip: "Nordlacque" (2 times) looks like "Nordlaque" of nordlaque; '
        "if it is, add it there with role: hidden"
    ]


def test_the_same_consonants_with_other_vowels_are_a_possible_variant() -> None:
    (fault,) = nord("On va à Nouardalak.")
    assert 'variant: "Nouardalak" looks like' in fault
    assert fault.endswith("role: alt")


@pytest.mark.parametrize("text", ["On va à Sudmont.", "On va à Nordlaque.", "On va à nordlacque.", "À Alep."])
def test_another_name_the_name_itself_and_small_letters_are_no_slip(text: str) -> None:
    assert nord(text) == []


def test_a_name_that_did_not_exist_yet_has_no_slips() -> None:
    assert not [fault for fault in nord("On va à Nordlaqe.", on=dt.date(2015, 1, 1)) if "Nordlaque" in fault]


def test_two_entries_with_all_but_one_name_may_be_one() -> None:
    twin = term(
        "nord-exempleville", names=(Name("Vile-Exemple", "fr", "pref"), Name("Elsewhere", "en", "pref"))
    )
    found = said(term(), twin, text="Ville-Exemple, Elsewhere.")
    assert [one.split(";")[0] for one in found] == [
        'content/glossary/ville-exemple.md: duplicate: "Ville-Exemple" looks like "Vile-Exemple" of nord-exempleville'
    ]


def test_two_entries_with_one_identifier_may_be_one() -> None:
    same = (Identifier("wikidata", "Q0", TODAY, "test"),)
    other = term(
        "autre", names=(Name("Montagne", "fr", "pref"), Name("Mountain", "en", "pref")), same_as=same
    )
    (fault,) = said(term(same_as=same), other, text="Ville-Exemple, Montagne.")
    assert "duplicate: wikidata Q0 is also that of autre" in fault


def test_numbers_tell_names_apart_and_so_do_days() -> None:
    first = term("a", names=(Name("Résolution 1111", "fr", "pref"), Name("Text 1111", "en", "pref")))
    second = term("b", names=(Name("Résolution 1112", "fr", "pref"), Name("Text 1112", "en", "pref")))
    old = term(
        "c", names=(Name("Ligue du Nord", "fr", "pref", until=DAY), Name("League of Old", "en", "pref"))
    )
    new = term(
        "d", names=(Name("Ligue du Nord", "fr", "pref", since=DAY), Name("Union of New", "en", "pref"))
    )
    text = "Résolution 1111, Résolution 1112, Ligue du Nord, League of Old."
    assert not [one for one in said(first, second, old, new, text=text) if "duplicate" in one]


def test_a_namesake_is_told_with_the_words_that_made_it_one() -> None:
    modele = term(
        slug="jean-modele",
        type="person",
        names=(
            Name("Jean Modèle", "fr", "pref"),
            Name("Modèle", "fr", "alt"),
            Name("Jean Modele", "en", "pref"),
        ),
    )
    found = said(modele, text="Modèle est là. Igor Modèle aussi, et encore Igor Modèle.")
    assert [one for one in found if "namesake" in one] == [
        'content/articles/a.md: namesake: "Igor Modèle" (2 times) is taken for somebody or something else than'
        " jean-modele, and left unmarked; if it is jean-modele, add it there as a name"
    ]
    assert not [one for one in said(modele, text="Le président Modèle est là.") if "namesake" in one]


def test_a_name_that_its_own_rule_leaves_unmarked_is_no_slip_of_itself() -> None:
    near = term(rules=Rules(near=("armée",)))
    assert not [one for one in said(near, text="Ville-Exemple tient.") if "slip" in one or "variant" in one]


def test_entries_that_their_rules_tell_apart_are_no_duplicates() -> None:
    one, two = term(slug="un"), term(slug="deux", rules=Rules(near=("fleuve",)))
    assert not [found for found in said(one, two) if "duplicate" in found]
    assert [found for found in said(one, term(slug="trois")) if "duplicate" in found]


def test_a_language_that_the_site_lacks_is_never_asked_for() -> None:
    one = term(
        names=(Name("Ville-Exemple", "de", "pref"),), senses=(Sense(None, None, {"de": "Eine Stadt."}),)
    )
    found = lint(Glossary((one,)), [("a.md", "de", DAY, "Ville-Exemple schläft.")], TODAY, ("de-AT", "de"))
    assert found == ()


def test_a_name_that_its_rules_pass_over_is_not_said_to_stand_nowhere() -> None:
    near = term(rules=Rules(near=("armée",)))
    (fault,) = [one for one in said(near, text="À Ville-Exemple, rien.") if "unused" in one]
    assert 'its name "Ville-Exemple" stands in content/articles/a.md' in fault
    own = term(
        names=(Name("Ville-Exemple", "fr", "pref", rules=Rules(near=("armée",))), Name("X1", "en", "pref"))
    )
    assert [
        one for one in said(own, text="À Ville-Exemple, rien.") if "stands in content/articles/a.md" in one
    ]
    assert not [one for one in said(near, text="L’armée à Ville-Exemple.") if "unused" in one]


def test_a_word_like_a_name_that_wants_its_surroundings_is_no_slip() -> None:
    def slips(rules: Rules) -> list[str]:
        names = (Name("Nordlaque", "fr", "pref"), Name("Northlaque", "en", "pref"))
        return [
            one for one in said(term("nord", names=names, rules=rules), text="À Nordlacque.") if "slip" in one
        ]

    assert slips(Rules())
    assert slips(Rules(near=("armée",))) == []


def test_what_near_cannot_decide_is_told_as_that() -> None:
    terms = [term(slug, rules=Rules(near=("armée",))) for slug in ("un", "deux")]
    (fault,) = [one for one in said(*terms, text="L’armée à Ville-Exemple.") if "ambiguous" in one]
    assert "the words around suit both" in fault
