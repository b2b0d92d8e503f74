"""A note is on its words, or nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.digest import anchor
from plugins.digest.notes.anchor import find
from plugins.digest.notes.approximate import distances, likeness
from plugins.digest.notes.approximate import find as nearly
from plugins.digest.notes.folded import Text, fold
from plugins.digest.notes.quote import occurrences, quotation
from tests.notes.made_up import PARAGRAPHS, note
from tests.notes.mutations import trial

TRIALS = 300


def words(on: str, paragraphs: tuple[str, ...] = PARAGRAPHS, hint: int = 0) -> str | None:
    """What a note stands on."""
    got = anchor(note(on, hint=hint), paragraphs)
    if got is None:
        return None
    if got.paragraph == got.last:
        return paragraphs[got.paragraph][got.start : got.end]
    return f"{paragraphs[got.paragraph][got.start :]} {paragraphs[got.last][: got.end]}"


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("ne sommes |pas responsables|, du retard", "pas responsables"),
        ("du |pont|, voté", "pont"),
        ("Le |pont| d'Exempleville rouvrira", "pont"),
        ("le pont d’exempleville", "Le pont d'Exempleville"),
        ("« Nous ne sommes pas responsables » du retard", 'Nous ne sommes pas responsables" du retard'),
        ("dépassé de 30 %", "dépassé de 30 %"),
        ("l'Agence Test. Nous ne sommes pas", "l'Agence Test. \"Nous ne sommes pas"),
        ("a rappelé| le maire.", "a rappelé"),
    ],
)
def test_words_are_found_whatever_their_typography(on: str, found: str) -> None:
    assert words(on) == found


@pytest.mark.parametrize(
    "on",
    [
        "pont",
        "le maire",
        "les ponts",
        "budge",
        "Elle a vu un |pont|. Fin de tout",
        "un tout autre sujet que celui-là",
        "…",
    ],
)
def test_words_that_stand_twice_not_or_inside_a_word_are_not_found(on: str) -> None:
    assert words(on) is None


def test_words_with_a_few_edits_are_found_where_their_surroundings_stand() -> None:
    edited = (*PARAGRAPHS[:3], PARAGRAPHS[3].replace("commencé lundi", "recommencé lundi"))
    assert (
        words("Des habitants |ont commencé lundi à traverser| le fleuve", edited)
        == "ont recommencé lundi à traverser"
    )
    assert words("ont commencé lundi à traverser", edited) is None  # nothing else is known of them
    other = (*PARAGRAPHS[:3], "Selon l'agence, ils ont recommencé lundi à traverser. Personne ne les suit.")
    assert words("Des habitants |ont commencé lundi à traverser| le fleuve", other) is None


def test_of_two_places_that_are_alike_the_hint_names_the_nearer() -> None:
    twice = (*PARAGRAPHS, "Autre chose.", PARAGRAPHS[0])
    on = "Le |pont d'Exempleville| rouvrira"
    assert find(note(on).on, Text(twice)).state == "ambiguous"
    for hint, paragraph in ((1, 0), (2, 0), (6, 5)):
        got = anchor(note(on, hint=hint), twice)
        assert got
        assert got.paragraph == paragraph
    assert len(find(note(on).on, Text(twice)).best) == 2


def test_a_copy_whose_words_were_edited_makes_a_doubt() -> None:
    edited = PARAGRAPHS[3].replace("commencé lundi", "recommencé lundi")
    on = "Des habitants |ont commencé lundi à traverser| le fleuve"
    assert find(note(on).on, Text((*PARAGRAPHS, edited)), 4).state == "ambiguous"


def test_words_cut_out_of_a_sentence_are_not_found_in_its_copy() -> None:
    copy = "Selon l'agence: des habitants ont commencé lundi à traverser le fleuve, sans attendre."
    on = "Des habitants |ont commencé lundi à traverser| le fleuve à la nage."
    assert words(on, (copy, *PARAGRAPHS)) == "ont commencé lundi à traverser"
    cut = PARAGRAPHS[3].replace("ont commencé lundi à traverser ", "")
    assert find(note(on).on, Text((copy, *PARAGRAPHS[:3], cut))).anchor is None


def test_the_very_words_are_not_found_where_nothing_around_them_is_theirs() -> None:
    away = "Ailleurs, un élu dit ceci: ont commencé lundi à traverser le fleuve à la nage. Tout autre chose."
    on = "Des habitants de la ville |ont commencé lundi à traverser le fleuve à la nage| selon un témoin du quartier"
    assert find(note(on).on, Text((*PARAGRAPHS[:3], away))).state == "orphan"


def test_words_that_went_are_not_found_in_a_sentence_like_theirs() -> None:
    like = "Le préfet dit autre chose: des touristes ont commencé jeudi à traverser la place."
    on = "Des habitants |ont commencé lundi à traverser| le fleuve"
    assert find(note(on).on, Text((*PARAGRAPHS[:3], like))).state == "orphan"


@pytest.mark.parametrize("paragraphs", [(), ("",), ("  ", "\u00ad"), ("…",)])
def test_a_text_without_words_has_no_place(paragraphs: tuple[str, ...]) -> None:
    assert anchor(note("a|mot|b"), paragraphs) is None


def test_places_are_those_of_the_original_letters() -> None:
    got = anchor(note("ecole"), ("L'e\u0301cole\u0301 a ", "", "x"))
    assert got
    assert (got.start, got.end) == (2, 9)


def test_a_text_of_one_letter_a_million_times_ends() -> None:
    assert anchor(note("a|a a a b|a"), ("a " * 300_000,)) is None
    assert anchor(note("x|aaaaaaaaaaaaaaaaaaaab|y"), ("a" * 300_000,)) is None


TEXTS = st.text("ab c", max_size=14)


def plain_distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for number, char in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, letter in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (char != letter)),
            )
    return row[-1]


@settings(deadline=None)
@given(st.text("ab c", min_size=1, max_size=12), TEXTS)
def test_the_bit_vectors_give_the_edit_distance(needle: str, text: str) -> None:
    got = list(distances(needle, text, anchored=True))
    assert got == [plain_distance(needle, text[:end]) for end in range(1, len(text) + 1)]
    anywhere = list(distances(needle, text, anchored=False))
    for end, distance in enumerate(anywhere, 1):
        assert distance == min(plain_distance(needle, text[start:end]) for start in range(end + 1))
    assert 0 <= likeness(needle, text) <= 1


@settings(deadline=None)
@given(
    st.text("abcdefgh ", min_size=8, max_size=30),
    st.text("abcdefgh ", max_size=60),
    st.text("abcdefgh ", max_size=60),
)
def test_what_stands_in_a_text_is_found_with_edits(needle: str, before: str, after: str) -> None:
    edited = needle[:3] + "x" + needle[4:]
    found = nearly(needle, before + edited + after, 1)
    assert any(distance <= 1 for _, _, distance in found)
    for start, end, distance in found:
        assert plain_distance(needle, (before + edited + after)[start:end]) == distance <= 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_the_place_of_every_letter(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.at)
    assert list(folded.at) == sorted(folded.at)
    assert fold(folded.text).text == folded.text


def test_a_quotation_is_made_so_that_it_is_found() -> None:
    text = Text(PARAGRAPHS)
    assert len(occurrences("le maire", text)) == 2
    for place in occurrences("le maire", text):
        on, hint = quotation(place, text)
        got = find(on, text).anchor
        assert got
        assert (got.paragraph, got.start, hint) == (place.paragraph, place.start, place.paragraph + 1)
    assert occurrences("la maire", text) == ()


def test_after_random_changes_a_note_is_on_its_words_or_says_that_it_is_not() -> None:
    """`python -m tests.notes.mutations 10000` is the whole measure, with times."""
    trials = [trial(number) for number in range(TRIALS)]
    assert [one for one in trials if one.verdict == "WRONG"] == []
    stand = [one for one in trials if one.stands and not one.doubled]
    assert sum(one.verdict == "found" for one in stand) >= 0.97 * len(stand)
    gone = [one for one in trials if not one.stands]
    assert len(gone) > TRIALS // 10


def test_a_wrong_place_would_be_noticed_by_the_measure() -> None:
    verdicts = {one.verdict for one in map(trial, range(60))}
    assert {"found", "orphan"} <= verdicts
