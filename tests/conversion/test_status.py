"""Lines of the desk: until when a story may not be published, that it is taken back, that it is a part of several."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.newsroom.notices import notice
from glose.digest.rules.status import status
from tests.conversion.drafts import draft

TITLE = "Ville-Exemple ouvre sa place"
LEAD = (
    "Le conseil de Ville-Exemple a ouvert mardi la place du marché, après deux ans de travaux et de débats."
)
MORE = (
    "La maire, Anne Exemple, a remercié les ouvriers et promis que les arbres seraient plantés au printemps."
)


def read(*lines: str) -> Article:
    (article,) = convert("\n\n".join(lines).encode(), "x.txt", {"date": "2016-03-14"})
    return article


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("SOUS EMBARGO JUSQU'AU 15 MARS 2016 À 17H00 GMT", datetime(2016, 3, 15, 17)),
        ("EMBARGO jusqu’au mardi 15 mars 2016, 17h (heure de Paris)", datetime(2016, 3, 15, 16)),
        ("EMBARGOED UNTIL 00:01 GMT TUESDAY 15 MARCH 2016", datetime(2016, 3, 15, 0, 1)),
        ("Embargoed for release until 10 a.m. ET on Tuesday, March 15, 2016", datetime(2016, 3, 15, 14)),
        ("NOT FOR PUBLICATION BEFORE 17:00 GMT ON 15 MARCH 2016", datetime(2016, 3, 15, 17)),
        ("*** EMBARGO 15/03/2016 17:00 GMT ***", datetime(2016, 3, 15, 17)),
        ("Sperrfrist: 15.3.2016, 17.00 Uhr MEZ", datetime(2016, 3, 15, 16)),
        ("EMBARGO HASTA LAS 17:00 GMT DEL 15 DE MARZO DE 2016", datetime(2016, 3, 15, 17)),
        ("حظر النشر حتى 15 مارس 2016 الساعة 17:00 بتوقيت غرينتش", datetime(2016, 3, 15, 17)),
        ("À ne pas diffuser avant le 15 mars 2016 à 17h00 GMT", datetime(2016, 3, 15, 17)),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_an_embargo_above_or_below_the_title_holds_until_its_moment(
    line: str, until: datetime, above: bool
) -> None:
    article = read(*([line, TITLE] if above else [TITLE, line]), LEAD, MORE)
    assert article.embargo_until == until.replace(tzinfo=UTC)
    assert (article.title, [block.text for block in article.body]) == (TITLE, [LEAD, MORE])
    assert not article.held


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("SOUS EMBARGO JUSQU'AU 15 MARS 2016 À 17H00", datetime(2016, 3, 16, 5)),
        ("Sperrfrist: 15.3.2016, 17.00 Uhr", datetime(2016, 3, 16, 5)),
        ("Embargo jusqu'au 15 mars 2016", datetime(2016, 3, 16, 12)),
    ],
)
def test_an_embargo_without_a_zone_holds_until_its_hour_has_come_everywhere(
    line: str, until: datetime
) -> None:
    article = read(TITLE, line, LEAD, MORE)
    assert article.embargo_until == until.replace(tzinfo=UTC)
    assert min(found.confidence for found in article.findings if found.rule == "embargo") == 0.6


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGO",
        "EMBARGO 17H00",
        "Embargo : mardi 15 mars, 17h",
        "Under embargo until Tuesday",
        "SPERRFRIST 17 Uhr",
        "Embargo jusqu'à nouvel ordre",
        "EMBARGO – CHECK AGAINST DELIVERY",
        "محظور النشر حتى الثلاثاء",
        "EMBARGO LIFTED",
    ],
)
def test_an_embargo_whose_moment_is_not_certain_holds_the_article(line: str) -> None:
    article = read(line, TITLE, LEAD, MORE)
    assert (article.status, article.embargo_until) == ("draft", None)
    assert len(article.held) == 1
    assert line in article.held[0]


def test_two_embargoes_that_differ_hold_the_article() -> None:
    article = read("EMBARGO 15/03/2016 17:00 GMT", TITLE, "EMBARGO 16/03/2016 17:00 GMT", LEAD, MORE)
    assert article.status == "draft"


def test_an_embargo_in_the_title_is_taken_out_of_it() -> None:
    article = read(f"{TITLE} (EMBARGO 15 mars 2016 17h00 GMT)", LEAD, MORE)
    assert (article.title, article.embargo_until) == (TITLE, datetime(2016, 3, 15, 17, tzinfo=UTC))


@pytest.mark.parametrize(
    "line",
    [
        "L'embargo sur les armes est levé",
        "Embargo sur le pétrole : l'Union vote mardi 15 mars",
        "Embargo : le Conseil vote mardi",
        "EMBARGO SUR LES ARMES : LE CONSEIL VOTE",
        "Publication des résultats jusqu'au 15 mars",
        "The kill order was signed on 15 March 2016",
        "Le maire a retiré sa plainte",
        "Annulation : le concert de mardi n'aura pas lieu",
        "L'article 3 du projet de loi a été retiré mardi.",
        "L'alerte au tsunami a été annulée mardi.",
        "Ne pas utiliser l'ascenseur en cas d'incendie",
        "Do not use the lift in case of fire",
        "Hold the line",
        "Frei ab 18",
        "إلغاء الرحلات الجوية",
        "الجيش يعلن سحب القوات",
        "Victoire 2 à 1",
        "Correction des copies : les professeurs protestent",
        "End of the war",
    ],
)
def test_the_same_words_in_a_title_or_a_sentence_mean_nothing(line: str) -> None:
    assert notice(line, "fr") is None
    plain = draft(line, LEAD, MORE)
    assert status(plain) is plain


KILLS = [
    "ANNULATION",
    "MANDATORY KILL",
    "BC-EU--Exampleland, KILL",
    'La dépêche "Ville-Exemple ouvre sa place" datée du 12 mars 2016 est annulée. Prière de ne pas l\'utiliser.',
    'EDITORS: The agency is killing the story from Sampletown headlined "Sampletown opens its square".',
    "Editors: please disregard the story slugged SQUARE.",
    "Die Meldung «Musterstadt eröffnet Platz» wird zurückgezogen.",
    'La noticia titulada "Villa Ejemplo abre su plaza" ha sido anulada.',
    "يرجى عدم استخدام الخبر السابق",
    'La notizia "Esempio apre la piazza" è stata annullata.',
]


@pytest.mark.parametrize("line", KILLS)
def test_a_kill_is_no_article_and_says_what_to_do(line: str) -> None:
    article = read(line, "Motif : erreur sur le nom de la place.")
    assert article.status == "retracted"
    assert "status: retracted" in article.held[0]


def test_a_kill_that_names_its_story_has_its_title() -> None:
    article = read("ANNULATION", 'La dépêche "Ville-Exemple ouvre sa place" est annulée.', "AFP")
    assert article.title == TITLE
    assert TITLE in article.held[0]


def test_a_kill_above_a_whole_story_is_left_to_a_person() -> None:
    article = read("ANNULATION", TITLE, LEAD, MORE, LEAD.replace("mardi", "lundi"))
    assert article.status == "draft"
    assert article.held


def test_the_words_of_a_kill_below_the_first_sentence_are_the_story_s() -> None:
    assert (
        read(TITLE, LEAD, "The agency is withdrawing the story, the mayor said.", MORE).status == "published"
    )


@pytest.mark.parametrize(
    "line", ["NE PAS UTILISER", "(do not use)", "Nicht verwenden!", "لا تستخدم", "BROUILLON"]
)
def test_a_line_that_forbids_use_holds_the_article(line: str) -> None:
    article = read(line, TITLE, LEAD, MORE)
    assert (article.status, article.title) == ("draft", TITLE)
    assert line in article.held[0]


def test_all_parts_in_one_seed_are_one_article() -> None:
    article = read(TITLE, "(1 de 2)", LEAD, "(à suivre)", f"{TITLE} (2 de 2)", MORE, "(fin)")
    assert (article.status, article.title) == ("published", TITLE)
    assert [block.text for block in article.body] == [LEAD, MORE]


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, "(1 de 2)", LEAD, MORE),
        (TITLE, LEAD, MORE, "(à suivre)"),
        (TITLE, LEAD, MORE, "-more-"),
        (f"{TITLE} (2 de 2)", LEAD, MORE, "(fin)"),
        (TITLE, "1st of 3", LEAD, "3rd of 3", MORE),
        (TITLE, LEAD, MORE, "يتبع"),
        (TITLE, "(suite)", LEAD, MORE),
    ],
)
def test_a_part_without_the_others_is_held(lines: tuple[str, ...]) -> None:
    article = read(*lines)
    assert (article.status, article.title) == ("draft", TITLE)
    assert "part" in article.held[0]


def test_a_page_break_of_a_press_release_is_no_missing_part() -> None:
    article = read(TITLE, LEAD, "-more-", MORE)
    assert article.status == "published"
    assert [block.text for block in article.body] == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "URGENT",
        "1er LEAD",
        "(Actualisé avec réactions)",
        "(Updates with details)",
        "/!\\ CORRIGE LE TITRE /!\\",
        "عاجل",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_that_says_what_is_new_is_no_part_of_the_article(line: str, above: bool) -> None:
    article = read(*([line, TITLE] if above else [TITLE, line]), LEAD, MORE)
    assert (article.status, article.title) == ("published", TITLE)
    assert [block.text for block in article.body] == [LEAD, MORE]
    assert line in [found.text for found in article.findings if found.dropped]


@pytest.mark.parametrize(
    "line",
    [
        "AVIS D'ANNULATION",
        "KILL KILL KILL",
        "ANNULE ET REMPLACE",
        "AGENCE ANNULE la dépêche « Ville-Exemple ouvre sa place »",
        "Nous annulons la dépêche intitulée « Ville-Exemple ouvre sa place »",
        "Attention, la dépêche « Ville-Exemple ouvre sa place » est nulle et non avenue.",
        "Withdrawal: Sampletown square",
        "The following story was sent in error and should not be used: Sampletown opens its square",
        'We are withdrawing our story "Sampletown opens its square".',
        "Bitte verwenden Sie die Meldung «Musterstadt eröffnet Platz» nicht.",
        "Anulamos la información titulada «Villa Ejemplo abre su plaza»",
        "إلغاء البرقية السابقة",
    ],
)
def test_what_may_be_a_kill_is_held_and_nothing_of_it_is_lost(line: str) -> None:
    article = read(line, "Motif : le nom était faux.")
    assert article.status in ("draft", "retracted")
    assert article.held


@pytest.mark.parametrize(
    "line",
    [
        "*EMBARGO* Ne rien publier avant 17h",
        "Information sous embargo jusqu'au 15 mars 2016 à 17h00",
        "هذا الخبر محظور النشر حتى 15 مارس 2016",
    ],
)
def test_what_may_be_an_embargo_is_held(line: str) -> None:
    article = read(line, LEAD, MORE)
    assert article.status == "draft"
    assert line in article.held[0]
    assert "embargo" in article.held[0]
