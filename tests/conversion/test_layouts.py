"""The paragraphs of a text, however its lines are laid out."""

from __future__ import annotations

import textwrap

import pytest

from glose.digest.text.paragraphs import blocks

PARAGRAPHS = [
    "Ville-Exemple ouvre sa place",
    "Une place nouvelle a ouvert lundi à Ville-Exemple, après deux ans de travaux, devant quelques centaines "
    "d'habitants venus malgré la pluie.",
    '"Nous attendions ce jour", a dit une habitante, qui tient depuis trente ans une librairie sous les arcades '
    "et n'avait plus de vitrine.",
    "Le marché du mardi y revient dès la semaine prochaine.",
    "La mairie d'une ville voisine, elle, a choisi de garder ses voitures : le parc de stationnement y reste "
    "ouvert tous les jours de la semaine.",
]


def wrapped(width: int, indent: str = "") -> list[str]:
    return [
        "\n".join(textwrap.wrap(text, width, initial_indent=indent, break_on_hyphens=False))
        for text in PARAGRAPHS
    ]


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


LAYOUTS = {
    "blank lines": "\n\n".join(PARAGRAPHS),
    "one line a paragraph": "\n".join(PARAGRAPHS),
    "many blank lines": "\n\n\n\n".join(PARAGRAPHS),
    "blank lines with spaces": "\n  \t\n".join(PARAGRAPHS),
    "Windows lines": "\n\n".join(PARAGRAPHS).replace("\n", "\r\n").replace("\r", ""),
    "hard-wrapped at 69": "\n\n".join(wrapped(69)),
    "hard-wrapped at 78": "\n\n".join(wrapped(78)),
    "hard-wrapped at 40": "\n\n".join(wrapped(40)),
    "wrapped with indentation": "\n".join(wrapped(69, "   ")),
    "wrapped with tabs": "\n".join(wrapped(69, "   ")).replace("   ", "\t"),
    "wrapped with indentation and blank lines": "\n\n".join(wrapped(69, "   ")),
    "all of it indented": textwrap.indent("\n\n".join(wrapped(60)), "      "),
    "trailing spaces": "\n\n".join(PARAGRAPHS).replace("\n", "   \n"),
    "no line break at the end": "\n\n".join(PARAGRAPHS) + "\n\n",
    "double spaces": "\n\n".join(PARAGRAPHS).replace(" ", "  "),
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_same_paragraphs(text: str) -> None:
    assert texts(text) == PARAGRAPHS


def test_a_word_cut_at_its_hyphen_is_whole_again() -> None:
    text = "\n\n".join(wrapped(69)).replace("la pluie", "la plu-\nie")
    assert "la plu-ie" in " ".join(texts(text))


def test_a_dash_at_the_end_of_a_line_keeps_its_space() -> None:
    lines = [
        "une place nouvelle a ouvert lundi à Ville-Exemple -",
        "une des plus grandes de la région, avec ses arcades,",
    ]
    assert texts("\n".join([*lines * 3, "fin."])) == [" ".join(lines * 3) + " fin."]


def test_short_lines_in_one_run_stay_lines_of_their_own() -> None:
    header = "Ville-Exemple ouvre sa place\nPar Anne Exemple\nPublié le 15 mars 2016"
    assert texts(header + "\n\n" + "\n\n".join(wrapped(69)[1:])) == [*header.split("\n"), *PARAGRAPHS[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        ["un", "deux", "trois", "quatre"],
        ["Ville-Exemple, place du marché", "Ville", "Une autre ville plus loin", "Exemple"] * 3,
        ["La place est grande et claire", "sous le soleil", "et nul n'y passe plus le soir", "sinon le vent"]
        * 3,
    ],
)
def test_verses_and_lists_stay_lines(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines


def test_bullets_are_items_without_their_sign() -> None:
    found = list(blocks("Une liste :\n\n• un point\n• un autre\n\nLa suite."))
    assert [(block.kind, block.text) for block in found][1:3] == [("item", "un point"), ("item", "un autre")]


def test_a_line_of_dialogue_is_a_paragraph_with_its_dash() -> None:
    found = list(blocks("- Non, dit-elle.\n- Oui, dit-il."))
    assert [(block.kind, block.text) for block in found] == [
        ("paragraph", "- Non, dit-elle."),
        ("paragraph", "- Oui, dit-il."),
    ]
