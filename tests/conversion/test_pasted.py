"""What a PDF, a browser or a Markdown file leaves in a text that was copied from it."""

from __future__ import annotations

from datetime import date

import pytest

from glose.digest import convert
from glose.digest.model.article import Article
from glose.digest.readers.markdown_text import blocks, is_markdown

TITLE = "Exempleville vote son budget"
ONE = (
    "Le conseil municipal d'Exempleville a voté mardi un budget de douze millions d'euros, selon un document."
)
TWO = "« Nous n'avons pas le choix », a déclaré le maire, Jean Modèle, devant la presse de la ville."


def article(text: str) -> Article:
    (made,) = convert(text.encode(), "essai.txt")
    return made


def body(made: Article) -> list[str]:
    return [block.text for block in made.body]


def test_words_cut_by_a_typesetter_are_whole_and_compounds_keep_their_hyphen() -> None:
    text = (
        "Le conseil municipal d'Exempleville a voté mardi un bud-\n"
        "get de douze millions d'euros, a dit devant tous le vice-\n"
        "président du conseil, qui a cité longuement la préfec-\n"
        "ture de Valfictif et un arrêté de la mairie de Saint-\n"
        "Denis devant la presse de la ville et ses habitants."
    )
    (found,) = body(article(f"{TITLE}\n\n{text}"))
    assert "un budget de" in found
    assert "vice-président" in found
    assert "la préfecture de" in found
    assert "de Saint-Denis" in found


def test_one_hyphen_at_the_end_of_a_line_may_be_the_word_s_own() -> None:
    text = (
        "Le conseil municipal d'Exempleville a voté mardi un pacte franco-\n"
        "allemand sur les ponts des deux pays, a dit devant tous le maire\n"
        "de la ville, qui a cité longuement la préfecture de la région et\n"
        "un arrêté de la mairie devant la presse et tous les habitants."
    )
    assert "franco-allemand" in body(article(f"{TITLE}\n\n{text}"))[0]


@pytest.mark.parametrize("foot", ["- 1 -", "Page 1 sur 2", "1"])
def test_page_numbers_leave_the_text_and_a_paragraph_goes_on_over_the_edge(foot: str) -> None:
    first, _, second = ONE.partition(" un budget ")
    second = f"un budget {second}"
    made = article(f"{TITLE}\n\n{first}\n\n{foot}\n\f\n{second}\n\n{TWO}\n")
    assert body(made) == [ONE, TWO]
    assert foot in [f.text for f in made.findings if f.dropped]


def test_a_score_on_a_line_of_its_own_is_no_page_number() -> None:
    assert "4/3" in body(article(f"{TITLE}\n\n{ONE}\n\n4/3\n\n{TWO}"))


def test_the_paper_s_head_goes_and_its_date_stays() -> None:
    made = article(f"La Gazette d'Exempleville                12 mars 2016\n\n{TITLE}\n\n{ONE}\n")
    assert (made.title, made.date) == (TITLE, date(2016, 3, 12))
    assert body(made) == [ONE]


def test_the_day_on_which_a_browser_printed_a_page_is_nobody_s_date() -> None:
    head = f"15/03/2016 17:42          {TITLE}"
    made = article(
        f"{head}\n{TITLE}\n\n{ONE}\n\nhttps://a.example/1   1/2\n\f{head}\n{TWO}\n\nhttps://a.example/1   2/2\n"
    )
    assert made.date is None
    assert body(made) == [ONE, TWO]


def test_a_menu_above_the_title_goes_and_a_poem_stays() -> None:
    made = article(f"Accueil\nPolitique\nMonde\nRechercher\n\n{TITLE}\n\n{ONE}")
    assert (made.title, body(made)) == (TITLE, [ONE])
    assert body(article(f"Le soir\n\nUn pont\nUne rue\nUn banc\n\n{ONE}"))[:3] == [
        "Un pont",
        "Une rue",
        "Un banc",
    ]


def test_character_references_are_the_characters_that_they_stand_for() -> None:
    assert body(article(f"{TITLE}\n\nL&amp;#039;&eacute;cole d&rsquo;Exempleville. {ONE}"))[0].startswith(
        "L'école d’Exempleville."
    )
    assert body(article(f"{TITLE}\n\nFroid & Fils ; vente. {ONE}"))[0].startswith("Froid & Fils ; vente.")


MARKDOWN = f"# {TITLE}\n\n*Par Anne Exemple*\n\n**12 mars 2016**\n\n{ONE}\n\n> {TWO}\n\n## Suite\n\n- un [point](https://a.example/)\n"


def test_markdown_is_read_as_such() -> None:
    made = article(MARKDOWN)
    assert (made.title, made.authors, made.date) == (TITLE, ("Anne Exemple",), date(2016, 3, 12))
    assert [(b.kind, b.text) for b in made.body] == [
        ("paragraph", ONE),
        ("quote", TWO),
        ("heading", "Suite"),
        ("item", "un point"),
    ]
    assert made.body[-1].marks[0].href == "https://a.example/"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n- Non, dit-elle.\n- Oui, dit-il.",
        f"{TITLE}\n\n#exemple et *une* étoile",
        f"{TITLE}\n\n- Une question -\n\n{ONE}",
    ],
)
def test_dialogue_hashtags_and_stars_are_no_markdown(text: str) -> None:
    assert not is_markdown(text)


def test_the_signs_inside_a_word_are_the_word_s() -> None:
    (block,) = blocks("Le fichier nom_de_la_ville et 2*3*4 restent, \\*ceci\\* aussi.")
    assert block.text == "Le fichier nom_de_la_ville et 2*3*4 restent, *ceci* aussi."
