"""Dispatches in the layouts of ten agencies: what stands above, before, below the text, and what it must not cost."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest import convert
from glose.digest.model.article import Article

TITLE = "Exempleville vote son budget"
DATELINE = "Exempleville, 12 mars 2016 (AFP)"
TEXT = (
    "Le conseil municipal d'Exempleville a voté mardi un budget de douze millions, selon un document de la ville.",
    "« Nous n'avons pas le choix », a déclaré le maire, Jean Modèle, devant la presse.",
    "Le vote doit encore être confirmé par la préfecture de Valfictif.",
)


def article(
    *above: str, start: str = f"{DATELINE} - ", below: tuple[str, ...] = (), **known: object
) -> Article:
    seed = "\n\n".join((*above, start + TEXT[0], *TEXT[1:], *below))
    (made,) = convert(seed.encode(), "essai.txt", **known)  # type: ignore[arg-type]
    return made


def body(made: Article) -> tuple[str, ...]:
    return tuple(block.text for block in made.body)


def dropped(made: Article) -> list[str]:
    return [finding.text for finding in made.findings if finding.dropped]


LINES = (
    "URGENT",
    "ALERTE",
    "+++ EILMELDUNG +++",
    "LEAD 2",
    "1er LEAD",
    "2nd Ld-Writethru",
    "(Actualisé avec réactions)",
    "(Adds details, background)",
    "Mise à jour avec réactions",
    "Correction : bien lire douze millions",
    "/!\\ CORRIGE LE TITRE /!\\",
    "ATTENTION - ajoute citation ///",
    "***",
    "exemple-budget-conseil",
    "EXEMPLE-BUDGET/CONSEIL",
    "EXEMPLE / BUDGET",
    "(Photo, vidéo)",
    "Politique locale",
    "عاجل",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("below", [False, True])
def test_a_line_of_the_desk_costs_neither_title_nor_dateline_and_is_told(line: str, below: bool) -> None:
    made = article(*((TITLE, line) if below else (line, TITLE)))
    assert (made.title, made.dateline, made.source) == (TITLE, DATELINE, "AFP")
    assert (made.date, made.date_source, made.status) == (date(2016, 3, 12), "dateline", "published")
    assert body(made) == TEXT
    assert line in dropped(made)


def test_six_lines_of_the_desk_cost_no_more_than_one() -> None:
    made = article(
        "FRA0123 4 I 0456 FRA /AFP-AB12",
        "exemple-budget-conseil",
        "URGENT",
        TITLE,
        "LEAD 2",
        "(Actualisé avec lieu)",
    )
    assert (made.title, made.dateline, made.date) == (TITLE, DATELINE, date(2016, 3, 12))
    assert made.tags == ("exemple", "budget", "conseil")
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "title", ["Ville-Exemple", "Paris-Roubaix", "Peut-être", "Saint-Jean-de-Luz", "Alerte levée"]
)
def test_a_title_that_looks_like_a_slug_or_an_alert_stays_the_title(title: str) -> None:
    made = article(title)
    assert made.title == title
    assert title not in dropped(made)


@pytest.mark.parametrize(
    "note",
    [
        "Editor's note: This story describes cracks in a bridge.",
        "Note de la rédaction : les noms ont été changés.",
        "Correction: An earlier version of this story misspelled the mayor's name.",
    ],
)
def test_a_note_to_readers_stays_above_the_text(note: str) -> None:
    made = article(TITLE, note)
    assert (made.title, made.dateline) == (TITLE, DATELINE)
    assert body(made) == (note, *TEXT)


def test_a_note_to_readers_below_the_text_cuts_nothing_off() -> None:
    note = "Editor's note: names were changed."
    assert body(article(TITLE, below=(note, TEXT[1]))) == (*TEXT, note, TEXT[1])


def test_two_lines_that_could_both_be_the_title_hold_the_article() -> None:
    made = article("Le budget passe à une voix", "Exempleville évite la tutelle")
    assert made.status == "draft"
    assert "could be the title" in made.held[0]
    assert {made.title, made.standfirst} == {"Le budget passe à une voix", "Exempleville évite la tutelle"}


def test_a_long_line_below_the_title_is_the_standfirst_and_holds_nothing() -> None:
    lead = "Le maire assure que la ville n'avait plus d'autre moyen d'éviter la tutelle"
    made = article(TITLE, lead)
    assert (made.title, made.standfirst, made.held) == (TITLE, lead, ())


def test_a_person_who_says_published_has_looked() -> None:
    made = article(
        "Le budget passe à une voix", "Exempleville évite la tutelle", meta={"status": "published"}
    )
    assert made.status == "published"


# ends


@pytest.mark.parametrize(
    "line",
    [
        "-- 30 --",
        "###",
        "Enditem",
        "ENDS",
        "dpa abc xx n1 de",
        "© dpa-infocom, dpa:160312-99-123456/2",
        "(Anne Exemple, édité par Paul Modèle)",
        "abc/ def/",
        "أب/جد",
        "AFP 121642 MAR 16",
        "/ritzau/",
        "Contact presse : Anne Exemple, 01 00 00 00 00, presse@exemple.example",
        "anne@exemple.example",
        "Copyright 2016 The Associated Press. All rights reserved.",
    ],
)
def test_a_closing_line_leaves_the_text_and_is_told(line: str) -> None:
    made = article(TITLE, start="", below=(line,))
    assert body(made) == TEXT
    assert line in dropped(made) or line == made.byline


@pytest.mark.parametrize("words", ["(AFP)", "AFP", "(ANSA).", "abc/de", "Enditem", "/ritzau/", "-- 30 --"])
def test_what_is_glued_to_the_last_sentence_leaves_it(words: str) -> None:
    made = article(TITLE, start="", below=(f"Le maire l'a dit mardi. {words}",))
    assert made.body[-1].text == "Le maire l'a dit mardi."
    assert words in dropped(made)


@pytest.mark.parametrize(
    "last", ["Le maire l'a dit à l'AFP.", "Il vise l'AFP", "Le contact a été rompu : il se tait."]
)
def test_a_sentence_that_ends_like_one_is_text(last: str) -> None:
    assert article(TITLE, start="", below=(last,)).body[-1].text == last


def test_a_block_of_contacts_is_never_published_and_what_a_firm_says_of_itself_stays() -> None:
    contacts = ("Contact presse :", "Anne Exemple", "Tél. : 01 00 00 00 00", "presse@exemple.example")
    about = (
        "À propos de la Société Exemple",
        "La Société Exemple bâtit des ponts dans toute la région depuis cent ans.",
    )
    made = article(TITLE, below=(*contacts, *about))
    assert body(made) == (*TEXT, *about)
    assert set(contacts) <= set(dropped(made))
    assert made.authors == ()


def test_a_stamp_of_the_wire_dates_what_nothing_else_dates() -> None:
    assert article(TITLE, start="", below=("AFP 121642 MAR 16",)).date == date(2016, 3, 12)
    assert article(TITLE, "11 mars 2016", start="", below=("AFP 121642 MAR 16",)).source == "AFP"


# press releases


@pytest.mark.parametrize(
    ("head", "start"),
    [
        (("COMMUNIQUÉ DE PRESSE", "POUR DIFFUSION IMMÉDIATE"), "Exempleville, le 12 mars 2016 – "),
        (("FOR IMMEDIATE RELEASE",), "EXEMPLEVILLE, N.Y., March 12, 2016 -- "),
        (("PRESSEMITTEILUNG",), "Exempleville, 12. März 2016 – "),
        (("NOTA DE PRENSA",), "Exempleville, 12 de marzo de 2016.- "),
        ((), "EXEMPLEVILLE, March 12, 2016 /PRNewswire/ -- "),
    ],
)
def test_a_press_release_has_its_own_title_and_date(head: tuple[str, ...], start: str) -> None:
    made = article(*head, TITLE, start=start)
    assert (made.title, made.date, made.date_source) == (TITLE, date(2016, 3, 12), "dateline")
    assert body(made) == TEXT


# who wrote it, and what does not date it


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("De notre correspondant à Exempleville, Paul Modèle",), ("Paul Modèle",)),
        (("Par Anne Exemple (à Exempleville) et Paul Modèle",), ("Anne Exemple", "Paul Modèle")),
        (("Anne Exemple, anne@exemple.example",), ("Anne Exemple",)),
        (("Anne Exemple", "anne@exemple.example"), ("Anne Exemple",)),
        (("Por Juan Modelo, corresponsal en Exempleville",), ("Juan Modelo",)),
        (("Von unserem Korrespondenten Max Muster",), ("Max Muster",)),
        (("Dal nostro inviato a Exempleville, Mario Modello",), ("Mario Modello",)),
        (("بقلم سامي نموذج",), ("سامي نموذج",)),
        (("Publié le 12 mars 2016 par Anne Exemple",), ("Anne Exemple",)),
    ],
)
def test_a_byline_names_its_persons_and_publishes_no_address(
    lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    made = article(TITLE, *lines, start="")
    assert made.authors == authors
    assert body(made) == TEXT
    assert "@" not in made.byline


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 12 mars 2016, le maire a démissionné.",
        "Exempleville a voté le 12 mars 2016.",
        "Publié en 1986, il reparaît.",
    ],
)
def test_a_sentence_never_dates_the_article(sentence: str) -> None:
    made = article(TITLE, sentence, start="")
    assert (made.date, made.status) == (None, "draft")
    assert sentence in body(made)


def test_an_agency_of_the_house_s_own_is_known_by_its_setting_alone() -> None:
    start = "Exempleville, 12 mars 2016 (Agence Exemple) - "
    assert article(TITLE, start=start, agencies={"Agence Exemple": "AGEX"}).source == "AGEX"
    assert article(TITLE, start=start).source == ""
    assert body(article(TITLE, start=start)) == TEXT
