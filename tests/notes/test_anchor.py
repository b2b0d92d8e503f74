"""A note is on its words, or nowhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest import anchor
from glose.digest.notes.anchor import EDITS, find
from glose.digest.notes.approximate import beginning, distances, edits, kept
from glose.digest.notes.approximate import find as nearly
from glose.digest.notes.folded import Place, Text, fold
from glose.digest.notes.note import Quotation
from glose.digest.notes.quote import occurrences, quotation
from tests.notes.changes import CHANGES, ORDINARY, Change, choose
from tests.notes.dispatches import dispatch, language
from tests.notes.made_up import PARAGRAPHS, note
from tests.notes.mutations import Trial, trial

TRIALS, FIRST = 1200, 0


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


SENTENCE = PARAGRAPHS[3]
LONGER = f"{SENTENCE} Personne ne les suit, selon un témoin de la rive."
ON = "ont commencé lundi à |traverser le fleuve à la nage. Personne ne les suit|, selon un témoin de la rive."


@pytest.mark.parametrize(
    ("edited", "state"),
    [
        (LONGER.replace("traverser", "travrser"), "found"),
        (LONGER.replace("Personne ne les suit", "Pesonne ne lles suit"), "found"),
        (LONGER.replace("traverser", "longer"), "ambiguous"),
        (LONGER.replace("traverser", "vite traverser"), "ambiguous"),
        (LONGER.replace("la nage", "pied"), "ambiguous"),
    ],
)
def test_letters_may_slip_but_a_word_that_is_another_makes_them_other_words(edited: str, state: str) -> None:
    assert find(note(ON).on, Text((*PARAGRAPHS[:3], edited)), 4).state == state


def test_a_figure_that_is_another_makes_them_other_words() -> None:
    on = note("dépassé de |30 %, selon le registre| de la ville.").on
    assert find(on, Text(PARAGRAPHS), 3).state == "found"
    later = [one.replace("30 %", "31 %") for one in PARAGRAPHS]
    assert find(on, Text(later), 3).state == "ambiguous"


def test_of_a_sentence_and_one_that_is_nearly_it_none_is_taken_for_the_other() -> None:
    on = note(ON).on
    twin = LONGER.replace("traverser", "longer")
    assert find(on, Text((*PARAGRAPHS[:3], LONGER, twin)), 4).state == "found"
    assert (
        find(on, Text((*PARAGRAPHS[:3], twin, LONGER)), 4).state == "ambiguous"
    )  # the twin is nearer to the hint
    assert find(on, Text((*PARAGRAPHS[:3], twin, LONGER)), 5).state == "found"
    assert find(on, Text((*PARAGRAPHS[:3], twin, twin)), 4).anchor is None
    later = LONGER.replace("Des habitants", "Des touristes")  # the very words, in another sentence
    words = note("|traverser le fleuve à la nage.|").on
    assert find(words, Text((*PARAGRAPHS[:3], LONGER, later)), 4).state == "ambiguous"
    assert find(words, Text((*PARAGRAPHS[:3], LONGER, LONGER)), 4).state == "found"


def test_a_word_of_the_surroundings_may_be_another_in_the_paragraph_that_the_note_names() -> None:
    text = Text((*PARAGRAPHS[:3], LONGER.replace("la rive", "la ville")))
    assert find(note(ON).on, text, 4).state == "found"
    assert find(note(ON).on, text, 2).state == "ambiguous"


def test_a_paragraph_that_moved_takes_its_note_along() -> None:
    on = note(f"selon le registre de la ville.|{SENTENCE}|").on
    assert find(on, Text((SENTENCE, *PARAGRAPHS[:3])), 4).state == "found"
    assert find(on, Text((f"Il a dit: {SENTENCE}", *PARAGRAPHS[:3])), 4).state == "orphan"


def test_words_that_were_replaced_are_not_found_where_a_copy_has_them() -> None:
    copy = f"{SENTENCE} Plus tard, le maire a parlé."
    on = note("Des habitants |ont commencé lundi à traverser| le fleuve à la nage.").on
    assert find(on, Text((*PARAGRAPHS[:3], copy)), 4).state == "found"
    replaced = SENTENCE.replace("ont commencé lundi à traverser", "ont fini de longer")
    assert find(on, Text((*PARAGRAPHS[:3], replaced, copy)), 4).state == "ambiguous"


def test_words_cut_out_of_a_sentence_are_not_found_in_its_copy() -> None:
    copy = "Selon l'agence: traverser le fleuve à la nage. Personne ne les suit, sans témoin."
    assert words(ON, (copy, LONGER)) == "traverser le fleuve à la nage. Personne ne les suit"
    cut = LONGER.replace("traverser le fleuve à la nage. Personne ne les suit", "")
    assert find(note(ON).on, Text((copy, *PARAGRAPHS[:3], cut))).anchor is None


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
    assert 0 <= beginning(needle, text)[0] <= 1


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


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_letters_that_an_alignment_keeps_are_those_of_the_edit_distance(one: str, other: str) -> None:
    places = kept(one, other)
    pairs = [
        (-1, -1),
        *((at, place) for at, place in enumerate(places) if place >= 0),
        (len(one), len(other)),
    ]
    assert all(one[at] == other[place] for at, place in pairs[1:-1])
    steps = pairwise(pairs)
    assert sum(max(b[0] - a[0], b[1] - a[1]) - 1 for a, b in steps) == edits(one, other)


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(0, 10**9))
def test_a_note_on_a_text_that_did_not_change_is_on_its_words_or_in_doubt(seed: int, number: int) -> None:
    paragraphs = dispatch(seed)
    chosen = choose(paragraphs, language(seed), random.Random(number))
    text = Text(paragraphs)
    on, hint = quotation(Place(chosen.paragraph, chosen.start, chosen.paragraph, chosen.end), text)
    got = find(on, text, hint)
    if got.anchor:
        assert got.anchor.paragraph == chosen.paragraph
        assert got.anchor.start - chosen.start in (0, 1)  # a quotation mark before them
        assert got.words == got.around == 1
    else:
        assert got.state == "ambiguous"


@settings(deadline=None)
@given(
    st.lists(st.text("abcde .", max_size=60), max_size=6),
    st.text("abcde .", min_size=1),
    st.text("abcde .", max_size=40),
)
def test_whatever_is_found_is_nearly_the_words(paragraphs: list[str], exact: str, around: str) -> None:
    got = anchor(note(Quotation(exact, around, around[::-1])), paragraphs)
    if got and got.paragraph == got.last:
        needle, there = fold(exact).text, fold(paragraphs[got.paragraph][got.start : got.end]).text
        assert needle in there or edits(needle, there) <= 2 * EDITS * len(needle) + 2


def trials(kinds: Sequence[Change]) -> list[Trial]:
    return [trial(number, kinds) for number in range(FIRST, FIRST + TRIALS)]


def test_after_random_changes_a_note_is_on_its_words_or_says_that_it_is_not() -> None:
    """`python -m tests.notes.mutations 10000` is the whole measure, with times."""
    every = trials(ORDINARY)
    assert [one for one in every if one.verdict in ("WRONG", "twin")] == []
    stand = [one for one in every if one.state == "stands"]
    assert sum(one.verdict == "found" for one in stand) >= 0.97 * len(stand)
    assert len(stand) > TRIALS // 3
    assert sum(one.state == "gone" for one in every) > TRIALS // 10


def test_sentences_made_to_deceive_do_not_get_a_note_that_is_not_theirs() -> None:
    every = trials(CHANGES)
    assert [one for one in every if one.verdict == "WRONG"] == []
    assert (
        sum(one.verdict == "twin" for one in every) <= TRIALS // 100
    )  # the very words, in nearly their sentence
    assert sum(one.verdict == "found" for one in every) > TRIALS // 3


def test_a_wrong_place_would_be_noticed_by_the_measure() -> None:
    verdicts = {one.verdict for one in (trial(number) for number in range(60))}
    assert {"found", "orphan"} <= verdicts
    one = next(one for one in map(trial, range(200)) if one.on_own)
    assert replace(one, on_own=False, on_copy=False, on_twin=False).verdict == "WRONG"
