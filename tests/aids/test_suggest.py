"""Names without an entry are suggested by how many articles use them; known names and mere beginnings are not."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from glose.digest.glossary import Glossary
from glose.digest.glossary.suggest import suggest
from glose.digest.glossary.term import Name, Term
from glose.digest.glossary.usage import coverage, usages, where_used
from tests.aids.made_up import term

DAY = dt.date(2016, 3, 15)
GLOSSARY = Glossary((term(),))


def suggested(*texts: str, limit: int = 50) -> list[str]:
    articles = [(f"{number}.md", "fr", DAY, text) for number, text in enumerate(texts)]
    return [one.text for one in suggest(usages(GLOSSARY, articles), limit)]


def test_a_name_in_more_articles_comes_first_then_the_more_frequent() -> None:
    texts = ("à Alpha, à Bêta, à Bêta, à Bêta", "à Alpha, à Gamma", "à Delta, à Delta")
    assert suggested(*texts) == ["Alpha", "Bêta", "Delta", "Gamma"]
    assert suggested(*texts, limit=2) == ["Alpha", "Bêta"]


def test_a_name_of_the_glossary_is_not_suggested_in_any_spelling() -> None:
    assert suggested("à Ville-Exemple, à VILLE-EXEMPLE, à Exampletown") == []


def test_spellings_that_differ_in_accents_or_case_are_one_suggestion() -> None:
    articles = [("a.md", "fr", DAY, "vers Bêta, vers Bêta, vers BETA, vers Gamma")]
    first, second = suggest(usages(GLOSSARY, articles))
    assert (first.forms, first.count, first.articles) == (("Bêta", "BETA"), 3, 1)
    assert (second.text, second.example) == ("Gamma", "vers Bêta, vers Bêta, vers BETA, vers Gamma")


def test_a_beginning_that_also_stands_in_small_letters_is_no_name() -> None:
    assert suggested("Négociations en vue. Les négociations continuent.") == []


def test_a_beginning_that_stands_nowhere_in_small_letters_may_be_one() -> None:
    assert suggested("Bêta tient bon.") == ["Bêta"]


def test_a_name_inside_a_sentence_is_kept_though_its_word_also_has_small_letters() -> None:
    assert suggested("le journal Le Monde tourne ; tout un monde") == ["Monde"]


def test_where_used_counts_the_mentions_of_each_article() -> None:
    found = usages(
        GLOSSARY,
        [
            ("a.md", "fr", DAY, "Ville-Exemple, Ville-Exemple"),
            ("b.md", "fr", DAY, "rien"),
            ("c.md", "en", DAY, "Exampletown"),
        ],
    )
    assert where_used(found) == {"ville-exemple": (("a.md", 2), ("c.md", 1))}


def test_coverage_says_how_many_of_the_names_are_explained() -> None:
    (usage,) = usages(GLOSSARY, [("a.md", "fr", DAY, "à Ville-Exemple, à Alpha, à Alpha et à Bêta")])
    found = coverage(usage)
    assert (found.words, found.terms, found.mentions, found.names) == (9, 1, 1, 4)
    assert (found.explained, found.unknown) == (0.25, ("Alpha", "Bêta"))


def test_an_article_without_names_is_wholly_explained() -> None:
    (usage,) = usages(GLOSSARY, [("a.md", "fr", DAY, "rien à dire")])
    assert coverage(usage).explained == 1.0


def suggestions(text: str, lang: str, *terms: Term) -> list[tuple[str, tuple[str, ...], str]]:
    glossary = Glossary(terms)
    found = usages(glossary, [("a.md", lang, DAY, text)])
    return [(one.text, one.aliases, one.entry) for one in suggest(found, 50, glossary)]


def test_a_name_and_the_abbreviation_beside_it_are_one_suggestion() -> None:
    text = "L’Organisation du traité du Nord (OTN) se tait. L’OTN a parlé, puis l’OTN part."
    assert suggestions(text, "fr") == [("Organisation du traité du Nord", ("OTN",), "")]


@pytest.mark.parametrize(
    ("known", "lacks"), [("Sample Front for Change", "SFC"), ("SFC", "Sample Front for Change")]
)
def test_what_an_entry_lacks_of_the_two_is_suggested_as_its_alias(known: str, lacks: str) -> None:
    entry = term("front", names=(Name(known, "en", "pref"),))
    assert suggestions("The Sample Front for Change (SFC) left.", "en", entry) == [(lacks, (), "front")]
    both = term("front", names=(Name(known, "en", "pref"), Name(lacks, "en", "alt")))
    assert suggestions("The Sample Front for Change (SFC) left.", "en", both) == []


SPOKEN = {
    "de": "Am Montag sprach [Anna Muster]. Eine Regierung und zwei Brücken. Die Regierung in [Musterstadt] schwieg.",
    "es": "El lunes habló [Ana Ejemplo] en la [Ciudad de Muestra]. Sin embargo, Ella calló.",
    "en": "On Monday, [Mary Sample] left the [Bank of Sampletown]. However, She spoke.",
    "it": "Lunedì [Maria Esempio] ha lasciato la [Banca di Campione]. Tuttavia tace.",
    "pt": "Na segunda-feira, [Maria Exemplo] deixou o [Banco da Amostra].",
    "nl": "Maandag sprak [Anna Voorbeeld]. Daarna vertrok Zij naar [Voorbeeldstad].",
    "ar": "وصل اليوم [وزير المثال] إلى البلدة. وقال بعد ذلك وزير المثال إنه سيعود",
}


@pytest.mark.parametrize("lang", SPOKEN)
def test_names_are_told_from_beginnings_and_common_nouns_in_every_language(lang: str) -> None:
    names = re.findall(r"\[([^]]*)\]", SPOKEN[lang])
    text = SPOKEN[lang].replace("[", "").replace("]", "")
    assert sorted(one for one, *_ in suggestions(text, lang)) == sorted(names)


def test_the_stop_words_of_one_language_are_names_in_another() -> None:
    assert [one for one, *_ in suggestions("gestern in Die, sagte er", "de")] == []
    assert [one for one, *_ in suggestions("hier à Die, dit-il", "fr")] == ["Die"]
