"""One dispatch from two outlets is recognised; an update, a form and a namesake are not taken for it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.text.similarity import SHARED, same_dispatch, sketch

SYLLABLES = ("ma", "ri", "vo", "lu", "pe", "ta", "co")
WORDS = [one + two for one in SYLLABLES for two in SYLLABLES]


def dispatch(seed: int, length: int = 200) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(length)]


def same(one: list[str], other: list[str], titles: tuple[str, str] = ("Un titre", "Un titre")) -> bool:
    return same_dispatch((titles[0], " ".join(one)), (titles[1], " ".join(other))).same


def test_one_word_changed_is_one_dispatch_and_the_words_are_named() -> None:
    one, other = dispatch(1), dispatch(1)
    one[100], other[100] = "avéré", "révélé"
    likeness = same_dispatch(("A", " ".join(one)), ("B", " ".join(other)))
    assert likeness.same
    assert likeness.differ == "avere/revele"


def test_case_accents_quotes_and_markup_do_not_count() -> None:
    one = "« L'école » a dit le maire, jeudi. " + " ".join(dispatch(2))
    other = '"L’ECOLE" a dit le [maire](https://ville.example/maire), *jeudi*. ' + " ".join(dispatch(2))
    assert same_dispatch(("", one), ("", other)).same


def test_two_dispatches_with_one_title_are_two() -> None:
    assert not same(dispatch(3), dispatch(4))


def test_an_update_that_adds_a_paragraph_is_another_article() -> None:
    assert not same(dispatch(5), dispatch(5) + dispatch(6, 40))
    assert not same(dispatch(5), dispatch(6, 40) + dispatch(5))


def test_an_update_with_other_figures_is_another_article() -> None:
    one, other = dispatch(7), dispatch(7)
    one[50], other[50] = "12", "15"
    likeness = same_dispatch(("", " ".join(one)), ("", " ".join(other)))
    assert not likeness.same
    assert likeness.differ == "12/15"


def test_thousands_are_one_figure_however_they_are_set() -> None:
    one, other = dispatch(8), dispatch(8)
    one[50], other[50] = "10 000", "10.000"
    assert same(one, other)


def test_short_texts_are_one_only_when_title_and_words_are_equal() -> None:
    flash = ["Plus", "d'informations", "sur", "cette", "annonce", "à", "suivre"]
    assert same(flash, flash)
    assert not same(flash, flash, ("Le pont est fermé", "Le pont est rouvert"))
    assert not same(flash, [*flash, "demain"])
    assert not same([], [])


@pytest.mark.parametrize("length", [40, 80, 300])
def test_one_word_changed_leaves_enough_of_the_sketch_to_find_the_other(length: int) -> None:
    for seed in range(200):
        one, other = dispatch(seed, length), dispatch(seed, length)
        other[length // 2] = "autrement"
        assert len(set(sketch(" ".join(one))) & set(sketch(" ".join(other)))) >= SHARED


def test_different_dispatches_seldom_share_a_hash() -> None:
    sketches = [set(sketch(" ".join(dispatch(seed)))) for seed in range(60)]
    shared = [len(a & b) for i, a in enumerate(sketches) for b in sketches[:i]]
    assert max(shared) < SHARED


@given(st.text())
def test_any_text_has_a_sketch_and_is_like_itself(text: str) -> None:
    assert sketch(text) == tuple(sorted(sketch(text)))
    assert same_dispatch(("", text), ("", text)).same == bool(sketch(text))
