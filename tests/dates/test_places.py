"""What is no prose, or is spoken on another day, is not dated by the publication."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest.dates import mentioned
from glose.digest.dates.mention import MOST
from tests.dates.test_mentioned import days, mentions


@pytest.mark.parametrize(
    "text",
    [
        "Voir https://exempleville.example/archives/2011-2013/le-3-mai-2014.",
        "Voir www.exempleville.example/2011-2013.",
        "Voir exempleville.fr/actu/2014/05/03/le-3-mai.html.",
        "Voir /archives/2011-2013/mars.",
        "Écrire à anne.mai2014@exempleville.example.",
        "Le fichier bilan-2011-2013.pdf et la photo 3-mai-2014.jpg.",
        "Le compte @lundi et le mot #mars2014.",
        "Tél. 01 20 11 20 13, fax : +33 1 20-11-2013.",
        "Source : Exemple, 3 mai 2014.",
        "Lire aussi : ce qui s'est passé le 3 mai 2014.",
    ],
)
def test_an_address_a_number_and_a_list_of_sources_date_nothing(text: str) -> None:
    assert mentions(text) == ()


def test_the_date_beside_an_address_is_read() -> None:
    (found,) = mentions("Voir www.exempleville.example/2011-2013, ouvert le 3 mai 2014.")
    assert (found.text, days(found)) == ("3 mai 2014", "2014-05-03")
    (found,) = mentions("Une source a parlé le 15/03/2016.")
    assert days(found) == "2016-03-15"


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("fr", "« Nous partirons demain », avait-il dit le 3 mars.", ["3 mars"]),
        ("fr", "Le 3 mars, il avait promis : « Nous partirons vendredi prochain. »", ["3 mars"]),
        ("fr", "« Nous partirons demain », avait-il promis.", []),
        ("en", '"We leave tomorrow," he said on March 3.', ["March 3"]),
        ("es", "«Saldremos mañana», dijo el 3 de marzo.", ["3 de marzo"]),
        ("de", "„Wir reisen morgen ab“, sagte er am 3. März.", ["3. März"]),
    ],
)
def test_words_spoken_on_another_day_are_not_dated_by_ours(lang: str, text: str, said: list[str]) -> None:
    assert [mention.text for mention in mentions(text, lang)] == said


@pytest.mark.parametrize(
    ("lang", "text", "means"),
    [
        ("fr", "« Nous partirons demain », a-t-il dit mardi.", "2016-03-16 2016-03-15"),
        ("fr", "« Nous partirons demain », a-t-il dit.", "2016-03-16"),
        ("fr", "« C'était le 3 mai 2014 », avait-il dit le 3 mars.", "2014-05-03 2016-03-03"),
        ("en", '"We leave tomorrow," he said.', "2016-03-16"),
    ],
)
def test_words_spoken_on_the_day_itself_are(lang: str, text: str, means: str) -> None:
    assert [days(mention) for mention in mentions(text, lang)] == means.split()


def test_the_mentions_of_an_article_are_bounded() -> None:
    paragraphs = ["le 27 février 2016 " * 600] * 3
    assert len(mentioned(paragraphs, date(2016, 3, 15), "fr")) == MOST
