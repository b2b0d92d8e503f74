"""The rules for what stands in and below the text, each with what it must leave alone."""

from __future__ import annotations

import pytest

from glose.digest.model.article import Article, Block, BlockKind
from glose.digest.model.draft import Draft
from glose.digest.rules.ending import ending
from glose.digest.rules.keywords import keywords
from glose.digest.rules.language import language
from glose.digest.rules.noise import noise
from glose.digest.rules.standfirst import standfirst
from glose.digest.rules.subheads import subheads
from glose.digest.rules.tail import tail
from tests.conversion.drafts import QUOTE, SENTENCE, draft, left

# standfirst


@pytest.mark.parametrize(
    "copy", [QUOTE, QUOTE.replace("habitante", "habitant"), f"Avant. {QUOTE} Après.", QUOTE.upper()]
)
def test_a_lead_that_comes_again_is_the_standfirst_and_its_copy_stays(copy: str) -> None:
    done = standfirst(draft(QUOTE, SENTENCE, copy))
    assert done.article.standfirst == QUOTE
    assert left(done) == [SENTENCE, copy]


@pytest.mark.parametrize(
    "copy", [SENTENCE, "« Une autre phrase, que personne n'a dite », a dit une habitante.", "mot pour mot"]
)
def test_a_lead_that_does_not_come_again_is_a_paragraph(copy: str) -> None:
    assert standfirst(draft(QUOTE, SENTENCE, copy)).article.standfirst == ""


def test_a_short_line_repeats_by_chance() -> None:
    assert standfirst(draft("Il a dit non.", SENTENCE, "Il a dit non.")).article.standfirst == ""


# ending


@pytest.mark.parametrize(
    ("last", "source"),
    [
        ("AFP", "AFP"),
        ("(AFP)", "AFP"),
        ("AFP.", "AFP"),
        ("(avec AFP)", "AFP"),
        ("Le Journal-Exemple avec AFP", "AFP"),
        ("© 2016 AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("(SDA/sj)", "SDA"),
        ("AFP sn", "AFP"),
        ("AAP gfr", "AAP"),
        ("Source : AFP", "AFP"),
        ("AFP/Reuters", "AFP"),
        ("© 2016 AFP. Tous droits réservés.", "AFP"),
        ("ats afp", "ATS"),
        ("jmg/afp", "AFP"),
        ("dpa/lno", "dpa"),
        ("bur-dar-gl/fz", ""),
        ("asl/tib/pid/cac", ""),
        ("ends", ""),
        ("- 30 -", ""),
        ("***", ""),
        ("FIN", ""),
    ],
)
def test_a_signature_leaves_the_text_and_names_the_source(last: str, source: str) -> None:
    done = ending(draft(SENTENCE, last))
    assert left(done) == [SENTENCE]
    assert done.article.source == source
    assert last.strip("().") == source or last in [f.text for f in done.article.findings if f.dropped]


@pytest.mark.parametrize(
    "last",
    ["Il l'a dit à l'AFP.", "La suite demain.", "Une place/une rue", SENTENCE, "AP est une lettre double."],
)
def test_a_last_sentence_is_no_signature(last: str) -> None:
    assert left(ending(draft(SENTENCE, last))) == [SENTENCE, last]


def test_several_closing_lines_all_go() -> None:
    done = ending(draft(SENTENCE, "bur-dar/fz", "(AFP)", "***"))
    assert left(done) == [SENTENCE]
    assert done.article.source == "AFP"


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("Anne Exemple", ("Anne Exemple",), ""),
        ("Anne Exemple avec AFP", ("Anne Exemple",), "AFP"),
        ("Anne Exemple/AFP", ("Anne Exemple",), "AFP"),
    ],
)
def test_a_name_that_signs_below_the_text_is_the_byline(
    line: str, authors: tuple[str, ...], source: str
) -> None:
    done = ending(draft(SENTENCE, line))
    assert left(done) == [SENTENCE]
    assert (done.article.byline, done.article.authors, done.article.source) == (line, authors, source)


@pytest.mark.parametrize(
    "line", ["Une Question", "Place du Marché Neuf", "Ville-Exemple", "Anne Exemple, maire"]
)
def test_a_short_last_line_is_no_name(line: str) -> None:
    assert left(ending(draft(SENTENCE, "Un titre sans point", line)))[-1] == line


def test_a_line_that_names_reporters_and_editors_is_the_byline() -> None:
    line = "(Reporting by Anne Example and Paul Sample; Editing by Ann Other)"
    done = ending(draft(SENTENCE, line))
    assert left(done) == [SENTENCE]
    assert (done.article.byline, done.article.authors) == (line, ("Anne Example", "Paul Sample"))
    again = ending(draft(SENTENCE, line, byline="By Anne Example"))
    assert [f.text for f in again.article.findings if f.dropped] == [line]


def test_the_only_block_is_no_signature() -> None:
    assert left(ending(draft("AFP"))) == ["AFP"]


def test_a_source_that_the_reader_knows_stays() -> None:
    assert ending(draft(SENTENCE, "AFP", source="ATS")).article.source == "ATS"


# noise


@pytest.mark.parametrize(
    "line",
    [
        "À lire aussi : une autre place",
        "A lire aussi une autre place",
        "Lire aussi",
        "LIRE AUSSI > Une place",
        "À lire également",
        "Voir aussi : la place",
        "Lire la suite",
        "Sur le même sujet",
        "Read more: the square",
        "Read more",
        "See also: the square",
        "Related articles",
        "ALSO READ: A square",
        "Passer la publicité",
        "Publicité",
        "PUBLICITÉ",
        "La suite après cette publicité",
        "Advertisement",
        "Story continues below advertisement",
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "Article réservé aux abonnés",
        "Déjà abonné ? Se connecter",
        "Inscrivez-vous à notre newsletter",
        "Sign up for our morning newsletter",
        "Partager sur un réseau",
        "Share this article",
        "Lesen Sie auch: ein Platz",
    ],
)
def test_what_a_website_puts_between_the_paragraphs_is_left_out_with_a_finding(line: str) -> None:
    done = noise(draft("Un titre", SENTENCE, line, SENTENCE))
    assert left(done) == ["Un titre", SENTENCE, SENTENCE]
    assert [f.text for f in done.article.findings if f.dropped] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi fatigue, disait-elle, quand on a relu vingt fois la même page du même livre dans la même ville, "
        "et que la lampe faiblit ; elle posait alors son livre sur la table, éteignait et regardait la place où "
        "passaient les derniers promeneurs du soir.",
        "La publicité a changé la ville.",
        "Publicité et politique",
        "Read more books, she said.",
        "Share prices fell on Monday.",
        "Lire et relire",
        "Advertisement spending fell.",
        "Voir Ville-Exemple",
        "Related costs rose.",
        "L'article est réservé à la ville.",
    ],
)
def test_a_paragraph_that_begins_like_it_stays(line: str) -> None:
    assert line in left(noise(draft("Un titre", SENTENCE, line, SENTENCE)))


def test_a_text_that_a_paywall_cuts_is_of_low_confidence() -> None:
    done = noise(
        draft(SENTENCE, "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.")
    )
    assert min(f.confidence for f in done.article.findings) < 0.5


# tail


@pytest.mark.parametrize(
    "line",
    [
        "# Notizblock",
        "Note aux rédactions : à suivre",
        "Notes to editors:",
        "Redaktionelle Hinweise",
        "The following is not for publication",
        "NOTEBOOK",
    ],
)
def test_what_speaks_to_editors_is_cut_to_the_end(line: str) -> None:
    done = tail(draft("Un titre", SENTENCE, line, "Téléphone : 00"))
    assert left(done) == ["Un titre", SENTENCE]
    assert [f.text for f in done.article.findings if f.dropped] == [line, "Téléphone : 00"]


@pytest.mark.parametrize(
    "line", ["Notebook sales rose in the city.", "Le mot « notebook » est anglais.", SENTENCE]
)
def test_a_paragraph_about_notebooks_stays(line: str) -> None:
    assert left(tail(draft("Un titre", SENTENCE, line, SENTENCE)))[2] == line


# keywords, subheads, language


def test_a_line_of_keywords_becomes_the_tags() -> None:
    done = keywords(draft("Un titre", SENTENCE, "Mots-clés : Ville, Exemple, Ville."))
    assert done.article.tags == ("Ville", "Exemple")
    assert left(done) == ["Un titre", SENTENCE]


def test_a_sentence_about_keywords_stays() -> None:
    assert keywords(draft("Un titre", "Les mots-clés : une question de méthode")).article.tags == ()


@pytest.mark.parametrize(
    ("text", "subhead"),
    [
        ("- Une question -", "Une question"),
        ("– Une question –", "Une question"),
        ("-- Après la place --", "Après la place"),
    ],
)
def test_a_line_between_dashes_is_a_heading(text: str, subhead: str) -> None:
    done = subheads(draft(SENTENCE, text, SENTENCE))
    assert done.blocks[1] == Block("heading", subhead, level=2)


@pytest.mark.parametrize(
    "text", ["- Non, dit-elle.", "La place - la plus grande - ouvre", "- - -", "-x-".replace("x", "")]
)
def test_a_line_of_dialogue_is_no_heading(text: str) -> None:
    assert [block.kind for block in subheads(draft(SENTENCE, text)).blocks] == ["paragraph"] * 2


def test_a_heading_that_keeps_its_dashes_in_the_markup_loses_them() -> None:
    kind: BlockKind = "heading"
    done = subheads(Draft(Article(), (Block(kind, "- Une question -", level=3),)))
    assert done.blocks == (Block("heading", "Une question", level=3),)


def test_the_language_is_told_and_a_doubt_shows() -> None:
    sure = language(draft(SENTENCE, SENTENCE, lang="")).article
    assert sure.lang == "fr"
    assert sure.findings[-1].confidence > 0.9
    doubtful = language(draft("Ville-Exemple 2016", lang="")).article
    assert doubtful.lang == ""
    assert doubtful.findings[-1].confidence < 0.5


def test_a_language_that_is_known_is_not_told_again() -> None:
    known = draft(SENTENCE, lang="en")
    assert language(known) is known
