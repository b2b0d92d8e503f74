"""The rules for what stands above the text, each with what it takes and what it must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest import convert
from glose.digest.model.article import Image
from glose.digest.newsroom.bylines import names
from glose.digest.rules.byline import byline
from glose.digest.rules.caption import caption
from glose.digest.rules.date_line import date_line
from glose.digest.rules.title import title
from tests.conversion.drafts import SENTENCE, draft, left

# title


@pytest.mark.parametrize(
    "text", ["Ville-Exemple : un titre", "Que faire ?", '"Non", dit-elle', "Un titre court."]
)
def test_the_first_block_is_the_title(text: str) -> None:
    done = title(draft(text, SENTENCE))
    assert done.article.title == text
    assert left(done) == [SENTENCE]


@pytest.mark.parametrize(
    "text", [SENTENCE + " " + SENTENCE, "mot " * 60, "VILLE (AFP) - Une phrase.", "Un. Deux. Trois."]
)
def test_a_paragraph_is_no_title(text: str) -> None:
    assert title(draft(text, SENTENCE)).article.title == ""


def test_a_title_that_comes_twice_is_kept_once() -> None:
    done = title(draft("Un titre", "UN TITRE", SENTENCE))
    assert left(done) == [SENTENCE]
    assert [f.text for f in done.article.findings if f.dropped] == ["UN TITRE"]


def test_a_seed_without_title_is_a_draft_named_like_its_file() -> None:
    (article,) = convert((SENTENCE + " " + SENTENCE).encode(), "dossier/essai.txt", {"date": "2020-01-01"})
    assert (article.title, article.status) == ("essai", "draft")
    assert min(f.confidence for f in article.findings if f.rule == "title") < 0.5


# byline


@pytest.mark.parametrize(
    ("text", "authors", "source"),
    [
        ("Par Anne Exemple", ("Anne Exemple",), ""),
        ("Par Anne Exemple et Paul de l'Essai, à Ville-Exemple", ("Anne Exemple", "Paul de l'Essai"), ""),
        ("By Anne Example and Paul Sample", ("Anne Example", "Paul Sample"), ""),
        ("Von Anna Beispiel, dpa", ("Anna Beispiel",), "dpa"),
        ("Por Ana Ejemplo", ("Ana Ejemplo",), ""),
        ("Anne Exemple, envoyée spéciale à Ville-Exemple", ("Anne Exemple",), ""),
        ("Par AFP", (), "AFP"),
        ("Le Journal-Exemple avec AFP", (), "AFP"),
        ("Par Anne Exemple avec AFP", ("Anne Exemple",), "AFP"),
        ("By Anne Example Jr.", ("Anne Example Jr",), ""),
    ],
)
def test_a_byline_is_kept_as_received_and_its_persons_named(
    text: str, authors: tuple[str, ...], source: str
) -> None:
    done = byline(draft("Un titre", text, SENTENCE))
    assert done.article.byline == text
    assert done.article.source == source
    assert left(done) == ["Un titre", SENTENCE]
    assert done.article.authors == authors


@pytest.mark.parametrize(
    "text",
    [
        "Par ailleurs, une place ouvre",
        "By Monday the square will be open to all.",
        "Par Anne Exemple " + "x " * 60,
        "Von nun an gilt eine Regel.",
        "Avec Anne Exemple",
        SENTENCE,
    ],
)
def test_a_sentence_is_no_byline(text: str) -> None:
    assert byline(draft("Un titre", text, SENTENCE)).article.byline == ""


def test_a_title_that_begins_like_a_byline_stays_the_title() -> None:
    done = title(byline(draft("Von Ville bis Exemple: ein Netz", "Von Anna Beispiel", SENTENCE)))
    assert (done.article.title, done.article.byline) == (
        "Von Ville bis Exemple: ein Netz",
        "Von Anna Beispiel",
    )


def test_a_name_with_an_agency_is_no_person() -> None:
    assert names("Par Agence France-Presse") == ()
    assert names("Par Anne Exemple (texte) et Paul Essai (photos)") == ("Anne Exemple",)


# date line


@pytest.mark.parametrize(
    ("text", "published", "modified"),
    [
        ("Publié le 15/03/2016 à 17:42", date(2016, 3, 15), None),
        ("Publié le 15 mars 2016 - Mis à jour le 16 mars 2016", date(2016, 3, 15), date(2016, 3, 16)),
        ("Mis à jour le 16 mars 2016", date(2016, 3, 16), date(2016, 3, 16)),
        ("mardi 15 mars 2016", date(2016, 3, 15), None),
        ("2016-03-15", date(2016, 3, 15), None),
    ],
)
def test_a_date_line_gives_the_date_and_leaves_the_text(
    text: str, published: date | None, modified: date | None
) -> None:
    done = date_line(draft("Un titre", text, SENTENCE))
    assert (done.article.date, done.article.modified) == (published, modified)
    assert done.article.date_source == ("metadata" if published else "unresolved")
    assert left(done) == ["Un titre", SENTENCE]
    assert [f.text for f in done.article.findings if f.dropped] == [text]


def test_a_date_line_that_can_be_read_in_two_ways_gives_none() -> None:
    done = date_line(draft("A title", "Published 03/04/2016", SENTENCE, lang="en"))
    assert done.article.date is None
    assert done.article.findings[-1].confidence < 0.5


def test_a_date_line_does_not_outdo_a_date_from_the_metadata() -> None:
    done = date_line(draft("Publié le 15/03/2016", SENTENCE, date=date(2020, 1, 1), date_source="metadata"))
    assert done.article.date == date(2020, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Le 15 mars 2016, une place a ouvert dans la ville après deux ans.",
        "Publiée en 1986, l'œuvre est rééditée dans la ville avec une préface et des notes de bas de page, en deux "
        "tomes, pour les lecteurs.",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(text: str) -> None:
    assert text in left(date_line(draft("Un titre", text, SENTENCE)))


# caption


@pytest.mark.parametrize(
    ("text", "credit", "archive"),
    [
        ("Une place de la ville. (AP Photo/Anne Exemple, File)", "AP Photo/Anne Exemple, File", True),
        ("Une place de la ville, le 3 mars 2015. (Anne Exemple/AFP)", "Anne Exemple/AFP", False),
        ("Une place de la ville. © Anne Exemple", "Anne Exemple", False),
        ("Une place de la ville. | Anne Exemple/AFP Archives", "Anne Exemple/AFP Archives", True),
        ("Une place de la ville. Photo : Anne Exemple", "Anne Exemple", False),
        ("Une place de la ville. / AFP", "AFP", False),
        ("Une place de la ville - Anne Exemple", "Anne Exemple", False),
        ("Une place de la ville (Anne Exemple)", "Anne Exemple", False),
        ("Une place de la ville. ANNE EXEMPLE / AFP", "ANNE EXEMPLE / AFP", False),
        ("FILE PHOTO: A square. REUTERS/Anne Example", "REUTERS/Anne Example", True),
    ],
)
def test_a_caption_parts_with_its_credit(text: str, credit: str, archive: bool) -> None:
    done = caption(draft(text, SENTENCE, title="Un titre"))
    assert done.article.image.credit == credit
    assert done.article.image.archive == archive
    assert done.article.image.caption.startswith(text[:8])
    assert left(done) == [SENTENCE]


@pytest.mark.parametrize(
    "text",
    [
        "La ville a perdu des secteurs (ouest).",
        "Il vit à Ville-Exemple (la ville) depuis un an.",
        "La place - la plus grande - est ouverte.",
        "Un accord a été signé par l'agence (AFP) et la ville.",
        "Ville (AFP) - Une phrase.",
        "Trois quarts (3/4) de la place.",
        "Elle a montré une photo : la place y était vide.",
        SENTENCE,
    ],
)
def test_a_paragraph_with_brackets_is_no_caption(text: str) -> None:
    assert caption(draft(text, SENTENCE, title="Un titre")).article.image == Image()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Légende : une place de la ville.", "une place de la ville."),
        ("Photo d'archives d'une place de la ville.", "Photo d'archives d'une place de la ville."),
        ("FILE PHOTO: A square of the town", "FILE PHOTO: A square of the town"),
    ],
)
def test_a_caption_that_says_so_needs_no_credit(text: str, kept: str) -> None:
    done = caption(draft(text, SENTENCE, title="Un titre"))
    assert done.article.image.caption == kept
    assert done.article.image.archive == ("hoto" in text or "PHOTO" in text)


def test_a_credit_that_names_an_agency_and_a_person_is_found_below_the_text_too() -> None:
    text = "Une place de la ville. (AP Photo/Anne Exemple)"
    done = caption(draft(*[SENTENCE] * 6, text))
    assert done.article.image.credit == "AP Photo/Anne Exemple"


def test_the_last_words_of_an_article_are_no_caption_for_a_name_in_brackets() -> None:
    assert caption(draft(*[SENTENCE] * 6, "Une phrase de fin (Anne Exemple)")).article.image == Image()


def test_a_picture_that_the_reader_found_switches_the_rule_off() -> None:
    known = Image(caption="Une place", credit="Anne Exemple")
    done = caption(draft("Une autre. (AP Photo/Paul Essai)", SENTENCE, image=known))
    assert done.article.image == known
