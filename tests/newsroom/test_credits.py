"""Where a caption ends and its credit begins."""

from __future__ import annotations

import pytest

from glose.digest.newsroom.credits import is_archive, split_credit, tidy_credit


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Une rue de Ville-Exemple. Photo : Anne Exemple", "Une rue de Ville-Exemple.", "Anne Exemple"),
        ("Une rue de Ville-Exemple © Anne Exemple", "Une rue de Ville-Exemple", "Anne Exemple"),
        ("Une rue (Paul Essai/Agence Test)", "Une rue", "Paul Essai/Agence Test"),
        ("Une rue. PAUL ESSAI / AFP", "Une rue.", "PAUL ESSAI / AFP"),
        ("A street in Port Sample. AP", "A street in Port Sample.", "AP"),
        ("A street in Port Sample AP Photo/Jane Sample", "A street in Port Sample", "AP Photo/Jane Sample"),
        ("Eine Straße. Foto: Max Muster/dpa", "Eine Straße.", "Max Muster/dpa"),
        ("Une rue en 2015 | Agence Test/Léa Modèle", "Une rue en 2015", "Agence Test/Léa Modèle"),
        ("例の町の旗＝ＡＰ", "例の町の旗", "ＡＰ"),
        ("거리 모습. [사진 출처 = 시험통신]", "거리 모습.", "시험통신"),
    ],
)
def test_a_caption_ends_where_its_credit_begins(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Le parti de la majorité (ouest)",
        "La crue de l'an passé (2015)",
        "La rencontre avec Sen. John Sample",
        "Le pont de Ville-Exemple, fermé depuis lundi par arrêté du maire.",
        "Anne Exemple",
    ],
)
def test_a_caption_without_a_credit_stays_whole(text: str) -> None:
    assert split_credit(text) == (text, "")


def test_a_credit_loses_its_brackets_and_the_word_that_announces_it() -> None:
    assert tidy_credit("(Photo : AP Photo/Anne Exemple, File)") == "AP Photo/Anne Exemple, File"


def test_a_picture_from_the_files_is_known_by_its_credit_or_its_first_words() -> None:
    assert is_archive("", "AP Photo/Anne Exemple, File")
    assert is_archive("FILE - A street in Port Sample", "")
    assert not is_archive("Les archives de la ville ont brûlé", "Anne Exemple")
