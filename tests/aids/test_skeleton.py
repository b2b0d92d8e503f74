"""Spellings of one name share a skeleton; other names do not, and short names have none."""

from __future__ import annotations

from itertools import combinations

import pytest

from glose.digest.glossary.skeleton import SLIP, likeness, skeleton


@pytest.mark.parametrize(
    "family",
    [
        ["al-Nosra", "Al-Nosra", "al Nosra", "al-Nusra", "an-Nusra", "En-Nousra", "Nosra"],
        ["Hmeimim", "Hemeimeem", "Hemeimim", "Hmeymim", "Khmeimim", "Humaymim"],
        ["Lattaquié", "Lataquié", "LATTAQUIÉ", "Lattaquie"],
        ["Tahrir al-Cham", "Tahrir al-Sham"],
    ],
)
def test_transliterations_of_one_name_share_a_skeleton(family: list[str]) -> None:
    assert len(set(map(skeleton, family))) == 1
    assert skeleton(family[0])


def test_other_names_have_other_skeletons() -> None:
    names = [
        "Lattaquié",
        "Nosra",
        "Palmyre",
        "Tartous",
        "Hmeimim",
        "Damas",
        "Beyrouth",
        "résolution 2254",
        "résolution 2268",
    ]
    assert all(skeleton(one) != skeleton(other) for one, other in combinations(names, 2))


@pytest.mark.parametrize("name", ["Alep", "Assad", "ONU", "", "éé", "12"])
def test_a_name_with_two_consonants_left_has_no_skeleton(name: str) -> None:
    assert skeleton(name) == ""


def test_a_slip_is_more_like_its_name_than_a_transliteration_is() -> None:
    assert likeness("Lataquié", "Lattaquié") >= SLIP
    assert likeness("Khmeimim", "Hemeimeem") < SLIP
    assert likeness("Ville", "Ville") == 1.0
