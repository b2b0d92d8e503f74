"""Names are found by their capitals, in French and English, with the words that only look like names left out."""

from __future__ import annotations

import pytest

from glose.digest.glossary.runs import runs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hier, Abou Mohammed al-Exemple a parlé", ["Abou Mohammed al-Exemple"]),
        ("la Ligue de Ville-Exemple et l’Union du Nord", ["Ligue de Ville-Exemple", "Union du Nord"]),
        ("l'Exemple, d’Alpha, qu’Oméga", ["Exemple", "Alpha", "Oméga"]),
        ("the Bank of Exampletown’s men", ["Bank of Exampletown"]),
        ("avec le P.T.E. et l'U.E. Nord", ["P.T.E.", "U.E. Nord"]),
        ("un Front\u00a0al-Exemple, une Œuvre", ["Front\u00a0al-Exemple", "Œuvre"]),
        ("près d’E\u0301cole-Exemple", ["E\u0301cole-Exemple"]),
        ("voir Ville (Exemple), puis ONU", ["Ville", "Exemple", "ONU"]),
    ],
)
def test_a_run_of_capitalised_words_is_one_name(text: str, names: list[str]) -> None:
    assert [run.text for run in runs(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "aucune majuscule ici",
        "Il parle. Après cela, Elle part. Jusqu’en mars, Selon eux.",
        "Monday, in March, He said. However, The others left.",
        "https://exemple.example/Grande-Page et www.Exemple.example",
        "le point A",
    ],
)
def test_a_capital_that_is_due_to_its_place_is_no_name(text: str) -> None:
    assert not list(runs(text))


def test_stop_words_are_cut_off_both_ends_of_a_run() -> None:
    assert [run.text for run in runs("Selon Ville-Exemple Lundi")] == ["Ville-Exemple"]


def test_a_stop_word_that_is_half_of_a_name_stays() -> None:
    assert [run.text for run in runs("puis En-Nousra")] == ["En-Nousra"]


@pytest.mark.parametrize(
    "text",
    ["Ville tient.", "C’est tout. Ville tient.", "dit : Ville", "« Ville tient »", "\nVille", "- Ville"],
)
def test_a_run_that_begins_a_sentence_says_so(text: str) -> None:
    assert [run.initial for run in runs(text)] == [True]


@pytest.mark.parametrize("text", ["vers Ville", "Selon Ville", "la Ville", "dit-il, Ville", "Mme Ville"])
def test_a_run_inside_a_sentence_does_not(text: str) -> None:
    assert [run.initial for run in runs(text)] == [False]


def test_offsets_lead_to_the_words_of_the_text() -> None:
    text = "Voir https://exemple.example/A puis Ville-Exemple et l’Union."
    assert [text[run.start : run.end] for run in runs(text)] == ["Voir", "Ville-Exemple", "Union"]
