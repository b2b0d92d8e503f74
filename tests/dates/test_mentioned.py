"""Dates in prose, read against a dispatch published on Tuesday 15 March 2016."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from glose.digest.dates import mentioned
from glose.digest.model.article import DateMention

TUESDAY = date(2016, 3, 15)
SEED = Path(__file__).parents[2] / "seeds" / "000_813067f104e2d271.txt"


def days(mention: DateMention) -> str:
    """The mention's days: one, ``first/last``, open with ``..``, ``?`` for none."""
    since, until = (day.isoformat() if day else ".." for day in (mention.since, mention.until))
    if since == until:
        return "?" if since == ".." else since
    return f"{since}/{until}"


def mentions(text: str, lang: str = "fr", published: date | None = TUESDAY) -> tuple[DateMention, ...]:
    """The mentions of one paragraph."""
    return mentioned([text], published, lang)


def read(text: str, lang: str = "fr", published: date | None = TUESDAY) -> list[tuple[str, str, str]]:
    """What each mention of the text says, means, and by which rule."""
    return [(mention.text, days(mention), mention.rule) for mention in mentioned([text], published, lang)]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("mardi", "2016-03-15"),
        ("il a parlé lundi soir", "2016-03-14"),
        ("il a parlé mercredi", "2016-03-09"),
        ("27 février", "2016-02-27"),
        ("depuis le 30 septembre", "2015-09-30/.."),
        ("hier", "2016-03-14"),
        ("avant-hier", "2016-03-13"),
        ("le 22 octobre 2015", "2015-10-22"),
        ("1er mars", "2016-03-01"),
        ("21 jan 2019", "2019-01-21"),
        ("10 juil 2024", "2024-07-10"),
        ("mardi 15 mars", "2016-03-15"),
        ("dans les prochaines 48 heures", "2016-03-15/2016-03-17"),
        ("d’ici 48 heures", "2016-03-15/2016-03-17"),
        ("mars 2011", "2011-03-01/2011-03-31"),
        ("il est né le 16 mars", "2015-03-16"),
        ("03/04/2016", "2016-04-03"),
        ("mardi prochain", "2016-03-22"),
        ("mardi dernier", "2016-03-08"),
        ("prévue le 20 mars", "2016-03-20"),
        ("lundi 15 mars", "?"),
        ("jusqu'au 10 avril", "../2016-04-10"),
    ],
)
def test_the_reference_table_comes_out_right(text: str, means: str) -> None:
    assert [found for _, found, _ in read(text)] == [means]


def test_the_first_seed_mentions_twelve_dates_in_reading_order() -> None:
    paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")
    found = [(m.text, days(m)) for m in mentioned(paragraphs, TUESDAY, "fr")]
    assert found == [
        ("d'ici 48 heures", "2016-03-15/2016-03-17"),
        ("22 octobre 2015", "2015-10-22"),
        ("dans les prochaines 48 heures", "2016-03-15/2016-03-17"),
        ("mardi", "2016-03-15"),
        ("dans les 48 heures", "2016-03-15/2016-03-17"),
        ("dans les prochaines 48 heures", "2016-03-15/2016-03-17"),
        ("mardi", "2016-03-15"),
        ("depuis le 30 septembre", "2015-09-30/.."),
        ("27 février", "2016-02-27"),
        ("aujourd'hui", "2016-03-15"),
        ("mardi", "2016-03-15"),
        ("mardi", "2016-03-15"),
    ]


@pytest.mark.parametrize(
    ("text", "said", "means", "rule"),
    [
        ("Il l'a dit mardi à Ville-Exemple.", "mardi", "2016-03-15", "latest-weekday"),
        ("Mardi, la réunion a commencé.", "Mardi", "2016-03-15", "latest-weekday"),
        ("Ils ont signé mercredi.", "mercredi", "2016-03-09", "latest-weekday"),
        ("La réunion est attendue mercredi.", "attendue mercredi", "2016-03-16", "next-weekday"),
        ("Le conseil se réunira mercredi.", "mercredi", "2016-03-16", "next-weekday"),
        ("Ils arrivent d'ici vendredi.", "d'ici vendredi", "2016-03-15/2016-03-18", "by next-weekday"),
        ("Fermé depuis lundi.", "depuis lundi", "2016-03-14/..", "since latest-weekday"),
        ("Le vote du 27 février.", "27 février", "2016-02-27", "latest-day"),
        ("La fête aura lieu le 20 avril.", "20 avril", "2016-04-20", "next-day"),
        ("À rendre avant le 20 mars.", "avant le 20 mars", "../2016-03-20", "before next-day"),
        ("À partir du 2 mai.", "À partir du 2 mai", "2016-05-02/..", "start next-day"),
        ("Mercredi 16 mars.", "Mercredi 16 mars", "2016-03-16", "weekday-decides"),
        ("Vendredi (24 juin) à midi.", "Vendredi (24 juin)", "2016-06-24", "weekday-decides"),
        ("Samedi 19 à Ville-Exemple.", "Samedi 19", "2016-03-19", "numbered-weekday"),
        ("Du lundi 7 au vendredi 11.", "Du lundi 7 au vendredi 11", "2016-03-07/2016-03-11", "range"),
        ("Plus qu'en 2011.", "en 2011", "2011-01-01/2011-12-31", "year"),
        ("Né le 29 février.", "29 février", "2016-02-29", "latest-day"),
        ("En mars, il a plu.", "En mars", "2016-03-01/2016-03-31", "latest-month"),
        ("En avril, il a neigé.", "En avril", "2015-04-01/2015-04-30", "latest-month"),
        ("Un accord de mars dernier.", "mars dernier", "2015-03-01/2015-03-31", "last-month"),
        ("Ouvert depuis fin janvier.", "depuis fin janvier", "2016-01-21/..", "since late latest-month"),
        ("En octobre de l'an dernier.", "En octobre de l'an dernier", "2015-10-01/2015-10-31", "full-month"),
        ("Fondée en 2011.", "en 2011", "2011-01-01/2011-12-31", "year"),
        ("Fermée avant 2011.", "avant 2011", "../2010-12-31", "before year"),
        ("Vers la fin 2015.", "la fin 2015", "2015-10-01/2015-12-31", "late year"),
        ("La semaine dernière.", "La semaine dernière", "2016-03-07/2016-03-13", "relative"),
        ("Mardi de la semaine dernière.", "Mardi de la semaine dernière", "2016-03-08", "relative"),
        ("Le mois prochain.", "Le mois prochain", "2016-04-01/2016-04-30", "relative"),
        ("L’an passé.", "L’an passé", "2015-01-01/2015-12-31", "relative"),
        ("Le week-end dernier.", "Le week-end dernier", "2016-03-12/2016-03-13", "relative"),
        ("Le week-end prochain.", "Le week-end prochain", "2016-03-19/2016-03-20", "relative"),
        ("Demain soir.", "Demain soir", "2016-03-16", "relative"),
        (
            "D'ici la fin de la semaine.",
            "D'ici la fin de la semaine",
            "2016-03-15/2016-03-20",
            "by relative",
        ),
        ("Dans un délai de trois jours.", "Dans un délai de trois jours", "2016-03-15/2016-03-18", "within"),
        ("Les 36 prochaines heures.", "36 prochaines heures", "2016-03-15/2016-03-17", "within"),
        ("Ces dernières 24 heures.", "Ces dernières 24 heures", "2016-03-14/2016-03-15", "past"),
        ("Il y a deux jours.", "Il y a deux jours", "2016-03-13", "ago"),
        ("Il y a cinq ans.", "Il y a cinq ans", "2011-01-01/2011-12-31", "ago"),
        ("Dans deux semaines.", "Dans deux semaines", "2016-03-29", "ahead"),
        ("Depuis trois jours.", "Depuis trois jours", "2016-03-12/..", "since"),
        ("Du 3 au 5 mars.", "Du 3 au 5 mars", "2016-03-03/2016-03-05", "range"),
        ("Prévue du 3 au 5 mai.", "Prévue du 3 au 5 mai", "2016-05-03/2016-05-05", "range"),
        ("Les 3 et 4 mars.", "Les 3 et 4 mars", "2016-03-03/2016-03-04", "range"),
        ("Du 28 décembre au 3 janvier.", "Du 28 décembre au 3 janvier", "2015-12-28/2016-01-03", "range"),
        ("Du 28 déc. au 3 jan 2014.", "Du 28 déc. au 3 jan 2014", "2013-12-28/2014-01-03", "range"),
        ("Samedi 12 et dimanche 13 mars.", "Samedi 12 et dimanche 13 mars", "2016-03-12/2016-03-13", "range"),
        ("Entre lundi et mercredi, il a plu.", "Entre lundi et mercredi", "2016-03-14/2016-03-16", "range"),
        ("Il a plu dans la nuit de lundi à mardi.", "de lundi à mardi", "2016-03-14/2016-03-15", "range"),
        ("De mars à mai 2015.", "De mars à mai 2015", "2015-03-01/2015-05-31", "range"),
        ("De 2011 à 2013.", "De 2011 à 2013", "2011-01-01/2013-12-31", "range"),
        ("La saison 2014-2015.", "2014-2015", "2014-01-01/2015-12-31", "range"),
    ],
)
def test_french_prose_resolves(text: str, said: str, means: str, rule: str) -> None:
    assert read(text) == [(said, means, rule)]


@pytest.mark.parametrize(
    ("text", "said", "means", "rule"),
    [
        ("He said so on Tuesday.", "Tuesday", "2016-03-15", "latest-weekday"),
        ("They met late Monday.", "Monday", "2016-03-14", "latest-weekday"),
        ("They met on Monday night.", "Monday night", "2016-03-14", "latest-weekday"),
        ("They will meet on Friday.", "Friday", "2016-03-18", "next-weekday"),
        ("Next Tuesday.", "Next Tuesday", "2016-03-22", "coming-weekday"),
        ("Last Tuesday.", "Last Tuesday", "2016-03-08", "last-weekday"),
        ("This Friday.", "This Friday", "2016-03-18", "this-weekday"),
        ("By Friday.", "By Friday", "2016-03-15/2016-03-18", "by next-weekday"),
        ("Tuesday last week.", "Tuesday last week", "2016-03-08", "relative"),
        ("The Sept. 30 vote was close.", "Sept. 30", "2015-09-30", "latest-day"),
        ("Since September 30.", "Since September 30", "2015-09-30/..", "since latest-day"),
        ("Until April 10.", "Until April 10", "../2016-04-10", "until next-day"),
        ("Due on April 10.", "Due on April 10", "2016-04-10", "next-day"),
        ("Ahead of the April 10 vote.", "Ahead of the April 10", "2016-04-10", "next-day"),
        ("Tuesday, March 15.", "Tuesday, March 15", "2016-03-15", "latest-day"),
        ("On March 22nd, 2016.", "March 22nd, 2016", "2016-03-22", "full-date"),
        ("On the 22nd of March 2015.", "22nd of March 2015", "2015-03-22", "full-date"),
        ("May 3-5, 2015.", "May 3-5, 2015", "2015-05-03/2015-05-05", "range"),
        ("From May 30 to June 2, 2015.", "From May 30 to June 2, 2015", "2015-05-30/2015-06-02", "range"),
        ("July 30-Aug. 14, 1932.", "July 30-Aug. 14, 1932", "1932-07-30/1932-08-14", "range"),
        ("Oct. 9, 11, 1981.", "Oct. 9, 11, 1981", "1981-10-09/1981-10-11", "range"),
        (
            "Between Monday and Wednesday it rained.",
            "Between Monday and Wednesday",
            "2016-03-14/2016-03-16",
            "range",
        ),
        ("In May it rained.", "In May", "2015-05-01/2015-05-31", "latest-month"),
        ("In early March.", "In early March", "2016-03-01/2016-03-10", "early latest-month"),
        ("Since March 2011.", "Since March 2011", "2011-03-01/..", "since full-month"),
        ("In October of last year.", "In October of last year", "2015-10-01/2015-10-31", "full-month"),
        ("By 2020.", "By 2020", "2016-03-15/2020-12-31", "by year"),
        ("Within 48 hours.", "Within 48 hours", "2016-03-15/2016-03-17", "within"),
        ("Over the next two days.", "Over the next two days", "2016-03-15/2016-03-17", "within"),
        ("In the past 24 hours.", "In the past 24 hours", "2016-03-14/2016-03-15", "past"),
        ("Two days ago.", "Two days ago", "2016-03-13", "ago"),
        ("Last month.", "Last month", "2016-02-01/2016-02-29", "relative"),
        ("By the end of the year.", "By the end of the year", "2016-03-15/2016-12-31", "by late relative"),
    ],
)
def test_english_prose_resolves(text: str, said: str, means: str, rule: str) -> None:
    assert read(text, "en") == [(said, means, rule)]


@pytest.mark.parametrize(
    ("lang", "text", "said", "means", "rule"),
    [
        ("es", "Lo dijo el martes.", "martes", "2016-03-15", "latest-weekday"),
        ("es", "El 15 de marzo de 2016.", "15 de marzo de 2016", "2016-03-15", "full-date"),
        ("es", "En marzo de 2011.", "En marzo de 2011", "2011-03-01/2011-03-31", "full-month"),
        (
            "es",
            "Desde el 30 de septiembre.",
            "Desde el 30 de septiembre",
            "2015-09-30/..",
            "since latest-day",
        ),
        ("es", "Se reunirá el viernes.", "viernes", "2016-03-18", "next-weekday"),
        ("es", "Hace dos días.", "Hace dos días", "2016-03-13", "ago"),
        ("de", "Er sagte es am Dienstag.", "Dienstag", "2016-03-15", "latest-weekday"),
        ("de", "Am Montagabend sprach er.", "Montagabend", "2016-03-14", "latest-weekday"),
        ("de", "Am 15. März 2016.", "15. März 2016", "2016-03-15", "full-date"),
        ("de", "Seit dem 30. September.", "Seit dem 30. September", "2015-09-30/..", "since latest-day"),
        ("de", "Vom 3. bis 5. März.", "Vom 3. bis 5. März", "2016-03-03/2016-03-05", "range"),
        ("de", "Im Jahr 2011.", "Im Jahr 2011", "2011-01-01/2011-12-31", "year"),
        ("de", "Wir kommen morgen.", "morgen", "2016-03-16", "relative"),
        ("de", "In der vergangenen Woche.", "vergangenen Woche", "2016-03-07/2016-03-13", "relative"),
        ("ar", "قال يوم الثلاثاء", "الثلاثاء", "2016-03-15", "latest-weekday"),
        ("ar", "تحدث يوم الأربعاء", "الأربعاء", "2016-03-09", "latest-weekday"),
        ("ar", "15 مارس 2016", "15 مارس 2016", "2016-03-15", "full-date"),
        ("ar", "١٥ آذار/مارس ٢٠١٦", "١٥ آذار/مارس ٢٠١٦", "2016-03-15", "full-date"),
        ("ar", "15 كانون الثاني", "15 كانون الثاني", "2016-01-15", "latest-day"),
        ("ar", "منذ عام 2011", "منذ عام 2011", "2011-01-01/..", "since year"),
        ("ar", "الأسبوع الماضي", "الأسبوع الماضي", "2016-03-07/2016-03-13", "relative"),
    ],
)
def test_spanish_german_and_arabic_prose_resolves(
    lang: str, text: str, said: str, means: str, rule: str
) -> None:
    assert read(text, lang) == [(said, means, rule)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Une sonde vers mars, du chocolat mars."),
        ("fr", "La planète Mars et la mission En Mars."),
        ("fr", "Les événements de mai 68, en mai 68."),
        ("fr", "Marie Demai et le maire de Mai-Ville."),
        ("fr", "Il a lu le Journal du Dimanche."),
        ("fr", "Le roman de Vendredi, un ami de Jeudi."),
        ("fr", "À Saint-Lundi, près de Lundi-Ville."),
        ("fr", "Rue du 8 mai 1945, place du 14 juillet."),
        ("fr", "Chaque lundi, et un mardi sur deux."),
        ("fr", "Ouvert du lundi au vendredi."),
        ("fr", "Le vendredi saint et le mercredi des Cendres."),
        ("fr", "Un bilan de 48 morts et de 2016 personnes."),
        ("fr", "Pendant 48 heures, il a couru 30 jours."),
        ("fr", "Dans les 48 heures suivant le vote, dans les deux jours qui ont suivi."),
        ("fr", "En 2000 mots, en 1500 mètres, à 2016 %."),
        ("fr", "Le numéro 2016, le vol 1515, la route 66."),
        ("fr", "Un second, la seconde, le 12-Septembre."),
        ("en", "May said she may, and April agreed."),
        ("en", "The march on the city; they march on."),
        ("en", "The March on Exampleville."),
        ("en", "Black Friday, Good Friday and Ash Wednesday."),
        ("en", "He wrote for the Sunday Times and the Mail on Sunday."),
        ("en", "Every Monday, and each Friday, and on a Tuesday."),
        ("en", "He told USA Today."),
        ("en", "The second, the third, sat down, sun and wed."),
        ("en", "Within 48 hours of the vote, two days after the vote."),
        ("en", "Some 2016 people and 2,016 soldiers, 1500 metres."),
        ("en", "All 5 may leave; the 3 march."),
        ("es", "Por la mañana, marzo y domingos."),
        ("de", "Am Morgen, Herr März, die sonntagsruhe."),
        ("de", "Bild am Sonntag, Montag bis Freitag."),
        ("ar", "كل يوم الجمعة، شارع 15"),
        ("xx", "mardi 15 mars 2016"),
        ("", "mardi 15 mars 2016"),
        ("fr", ""),
    ],
)
def test_other_words_and_numbers_stay_silent(lang: str, text: str) -> None:
    assert read(text, lang) == []


def test_a_newspaper_named_after_a_day_stays_silent_and_the_day_does_not() -> None:
    assert read("Il l'a dit dimanche au Journal du Dimanche.") == [
        ("dimanche", "2016-03-13", "latest-weekday")
    ]
    assert read("On Sunday times were hard.", "en") == [("Sunday", "2016-03-13", "latest-weekday")]


def test_a_number_that_counts_something_is_not_the_weekdays() -> None:
    assert read("He fell on March 3 and 15 others fled.", "en") == [("March 3", "2016-03-03", "latest-day")]
    for text in (
        "Samedi 20 personnes",
        "Samedi 20 véhicules",
        "Samedi 20 heures",
        "Samedi 20h",
        "Samedi 20,5",
    ):
        assert read(f"{text} ont suffi.") == [("Samedi", "2016-03-12", "latest-weekday")]


def test_a_weekday_that_contradicts_its_date_is_reported_and_never_fixed() -> None:
    assert read("Lundi 15 mars, puis lundi 14 mars.") == [
        ("Lundi 15 mars", "?", "contradiction"),
        ("lundi 14 mars", "2016-03-14", "latest-day"),
    ]
    assert read("Samedi 18 à Ville-Exemple.") == [("Samedi 18", "?", "contradiction")]
    assert read("Tuesday, March 14, 2016.", "en") == [("Tuesday, March 14, 2016", "?", "contradiction")]
    assert read("du lundi 8 au mardi 9 mars 2016") == [
        ("du lundi 8 au mardi 9 mars 2016", "?", "contradiction")
    ]


def test_a_verb_in_the_past_or_far_away_throws_no_date_ahead() -> None:
    assert read("They are expected to return to work after having read it all in August.", "en")[0][1] == (
        "2015-08-01/2015-08-31"
    )
    assert read("Il partira, a-t-il dit mercredi.")[0][1] == "2016-03-09"
    assert read("He said he will leave, officials said Wednesday.", "en")[0][1] == "2016-03-09"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mardi", [("mardi", "?", "unresolved")]),
        ("27 février", [("27 février", "?", "unresolved")]),
        ("d'ici 48 heures", [("d'ici 48 heures", "?", "unresolved")]),
        ("la semaine dernière", [("la semaine dernière", "?", "unresolved")]),
        ("entre lundi et mercredi", [("entre lundi et mercredi", "?", "unresolved")]),
        ("mardi de la semaine dernière", [("mardi de la semaine dernière", "?", "unresolved")]),
        ("le 22 octobre 2015", [("22 octobre 2015", "2015-10-22", "full-date")]),
        ("lundi 22 octobre 2015", [("lundi 22 octobre 2015", "?", "contradiction")]),
        ("en 2011", [("en 2011", "2011-01-01/2011-12-31", "year")]),
        ("mars 2011", [("mars 2011", "2011-03-01/2011-03-31", "full-month")]),
        ("du 3 au 5 mai 2011", [("du 3 au 5 mai 2011", "2011-05-03/2011-05-05", "range")]),
        ("d'ici 2020", [("d'ici 2020", "../2020-12-31", "by year")]),
    ],
)
def test_without_a_publication_date_only_what_is_complete_resolves(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert read(text, published=None) == found


def test_what_can_be_read_in_two_ways_is_unresolved() -> None:
    assert read("On 03/04/2016.", "en") == [("03/04/2016", "?", "unresolved")]
    assert read("On 15/03/2016.", "en") == [("15/03/2016", "2016-03-15", "full-date")]
    assert read("Ce week-end.") == []
    assert read("Ce week-end.", published=date(2016, 3, 13)) == [
        ("Ce week-end", "2016-03-12/2016-03-13", "relative")
    ]


def test_a_day_that_does_not_exist_is_unresolved() -> None:
    assert read("Le 31 février.") == [("31 février", "?", "unresolved")]
    assert read("Le 29 février 2015.") == [("29 février 2015", "?", "unresolved")]


def test_the_hour_of_publication_does_not_matter() -> None:
    noon = datetime(2016, 3, 15, 12, tzinfo=UTC)
    assert read("mardi, hier, le 27 février", published=noon) == read("mardi, hier, le 27 février")


def test_a_region_or_an_unbreakable_space_changes_nothing() -> None:
    assert read("le 27\u00a0février", "fr-BE") == [("27\u00a0février", "2016-02-27", "latest-day")]


def test_capitals_without_accents_are_read() -> None:
    assert read("VILLE-EXEMPLE, 27 FEVRIER 2016") == [("27 FEVRIER 2016", "2016-02-27", "full-date")]
