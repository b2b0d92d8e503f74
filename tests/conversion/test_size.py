"""Seeds of a size that nobody writes: each test would not end if a step looked at everything for everything."""

from __future__ import annotations

from lxml.html import document_fromstring

from glose.digest.model.article import Article, Block, Mark
from glose.digest.model.draft import Draft
from glose.digest.readers.page.chunks import chunks
from glose.digest.readers.page.trafilatura_vote import MOST, opinion
from glose.digest.rules.ending import ending
from glose.digest.rules.standfirst import fold, recurs
from glose.digest.text.blocks import tidy
from glose.digest.text.decode import MOST_REPAIRED, repair

MANY = 60_000
SENTENCE = "Le maire de Valfictif a inauguré mardi la halle rénovée devant les habitants du bourg. "


def test_a_paragraph_of_very_many_marks_keeps_each() -> None:
    marks = tuple(Mark("strong", 5 * place, 5 * place + 4) for place in range(MANY))
    got = tidy(Block("paragraph", "mots\u00a0" * MANY, marks=marks))
    assert (len(got.text), len(got.marks)) == (5 * MANY - 1, MANY)


def test_very_many_marks_around_one_word_are_nested() -> None:
    marks = tuple(Mark("em", 0, MANY - place) for place in range(MANY))
    assert len(tidy(Block("paragraph", "m" * MANY, marks=marks)).marks) == MANY


def test_a_mark_that_crosses_another_is_left_out() -> None:
    marks = (Mark("em", 0, 7), Mark("strong", 4, 12), Mark("em", 8, 12))
    assert tidy(Block("paragraph", "mots et mots", marks=marks)).marks == (marks[0], marks[2])


def test_damage_is_repaired_up_to_a_number_of_characters_and_the_rest_is_told() -> None:
    text = "Ã© «\u00a0» " * MOST_REPAIRED
    got, findings = repair(text)
    assert got == text
    assert [one.confidence < 0.5 for one in findings] == [True]


def test_a_long_text_with_little_damage_is_repaired_whole() -> None:
    text = SENTENCE.replace("é", "e") * 40_000 + "\nUne trÃªve\n"
    got, findings = repair(text)
    assert got.endswith("\nUne trêve\n")
    assert [one.confidence for one in findings] == [0.8]


def test_very_much_sound_text_of_another_script_is_told_as_nothing() -> None:
    text = "قال المتحدث باسم البلدية " * (MOST_REPAIRED // 12)
    assert repair(text) == (text, ())


def test_a_lead_as_long_as_a_book_recurs_only_word_for_word() -> None:
    book = fold(SENTENCE * 10_000)
    assert recurs(book, book + "fin")
    assert not recurs(book, book.replace("mardi", "lundi"))


def test_a_lead_recurs_though_a_word_of_it_is_another() -> None:
    lead = fold(SENTENCE * 2)
    assert recurs(lead, lead.replace("mardi", "lundi", 1))
    assert not recurs(lead, lead[::-1])


def test_very_many_lines_of_contacts_are_each_told() -> None:
    lines = (SENTENCE.strip(),) * 2 + ("Contact : a@sampletown.example",) * MANY
    got = ending(Draft(Article(lang="fr"), tuple(Block("paragraph", text) for text in lines)))
    assert (len(got.blocks), len(got.article.findings)) == (2, MANY)


def test_the_engine_is_not_asked_about_a_page_of_more_paragraphs_than_any_has() -> None:
    few = document_fromstring("<article>" + f"<p>{SENTENCE}</p>" * 5 + "</article>")
    many = document_fromstring("<article>" + "<p>Mot.</p>" * (MOST + 1) + "</article>")
    assert opinion(few, chunks(few))
    assert opinion(many, chunks(many)) == ()


def test_the_engine_is_not_asked_about_a_paragraph_of_very_many_marks() -> None:
    few = document_fromstring(f"<article><p>{SENTENCE * 5} <b>mot</b></p></article>")
    many = document_fromstring(f"<article><p>{SENTENCE * 5}" + "<b>mot</b> " * MANY + "</p></article>")
    assert opinion(few, chunks(few))
    assert opinion(many, chunks(many)) == ()
