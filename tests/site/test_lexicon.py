"""The lexicon of an article: its terms on its day, and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from glose.digest.editions import Editions
from glose.digest.glossary import Glossary, Mention
from glose.digest.glossary.term import Sense
from glose.digest.site.lexicon import first_sentence, lexicon
from glose.digest.site.values import LexiconEntry
from tests.glossary.entries import term

RENAMED = date(2016, 7, 28)
FIRST: dict[str, Any] = {"since": None, "until": RENAMED, "short": {"fr": "Un conseil.", "en": "A council."}}
NEXT = Sense(RENAMED, None, {"fr": "Devenu un sénat le 28 juillet 2016. Il siège à Exempleville."})


def entry(*senses: Sense, on: date = date(2016, 3, 15), lang: str = "fr") -> LexiconEntry:
    """The one entry of an article of that day that names the one term."""
    glossary = Glossary([term("conseil", "Conseil", senses=senses)])
    (found,) = lexicon([Mention(0, 7, "conseil", "Conseil")], glossary, lang, on, Editions(("fr",)))
    return found


def test_what_became_of_it_is_told_in_the_entrys_own_words() -> None:
    assert entry(Sense(**FIRST, later={"fr": "Dissous en 2017."}), NEXT).later == "Dissous en 2017."


def test_without_such_words_the_next_sense_begins_to_tell_it() -> None:
    assert entry(Sense(**FIRST), NEXT).later == "Devenu un sénat le 28\u00a0juillet 2016."


def test_of_a_sense_that_still_holds_nothing_has_become_yet() -> None:
    assert entry(Sense(**FIRST), NEXT, on=RENAMED).later == ""
    assert entry(Sense(**FIRST), NEXT, lang="en").later == "", "the next sense has no English"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("M. Exemple le dirige depuis 2012. Il y vit.", "M. Exemple le dirige depuis 2012."),
        ("Un groupe armé de l’est, env. trente hommes.", "Un groupe armé de l’est, env. trente hommes."),
        ("أسس المجلس في عام 2012 في المدينة. ثم حُل.", "أسس المجلس في عام 2012 في المدينة."),
    ],
)
def test_a_first_sentence_does_not_end_at_an_abbreviation(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_what_is_remembered_of_a_term_is_not_told_of_another_day_language_or_form() -> None:
    glossary = Glossary(
        [
            term("conseil", "Conseil", senses=(Sense(**FIRST), NEXT)),
            term("senat", "Sénat", senses=(Sense(None, None, {"fr": "Une chambre.", "en": "A chamber."}),)),
        ]
    )
    editions = Editions(("fr", "en"))

    def told(form: str, lang: str, on: date | None) -> list[tuple[str, str, str]]:
        mentions = [Mention(0, 1, slug, form) for slug in glossary]
        return [
            (one.slug, one.definition, one.form) for one in lexicon(mentions, glossary, lang, on, editions)
        ]

    before = date(2016, 3, 15)
    first = told("a", "fr", before)
    assert first == [("conseil", "Un conseil.", "a"), ("senat", "Une chambre.", "a")]
    assert told("b", "en", before) == [("conseil", "A council.", "b"), ("senat", "A chamber.", "b")]
    assert [one[1][:12] for one in told("c", "fr", RENAMED)] == ["Devenu un sé", "Une chambre."]
    assert told("a", "fr", before) == first
