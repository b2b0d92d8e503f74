"""Where a text quotes, and where it only has a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glose.digest.text.quotations import quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Il a dit "non", puis "oui".', ['"non"', '"oui"']),
        ("Il a dit « non », puis «oui».", ["« non »", "«oui»"]),
        ("She said “no” and “yes”.", ["“no”", "“yes”"]),
        ("Sie sagte „nein“ und »ja«.", ["„nein“", "»ja«"]),
        ("« Il a dit “non” deux fois », dit-elle.", ["« Il a dit “non” deux fois »"]),
        ('l\'"avenir" de la place', ['"avenir"']),
        ('("non")', ['("non")'[1:-1]]),
        ('"Non"', ['"Non"']),
        ("« Un.\n« Deux.\n« Trois », dit-elle.", ["« Un.", "« Deux.", "« Trois »"]),
        ("“One.\n“Two,” she said.", ["“One.", "“Two,”"]),
        ("« Un.\nDeux.\nTrois », dit-elle. Suite.", ["« Un.", "Deux.", "Trois »"]),
    ],
)
def test_the_words_of_others_are_found(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Une phrase.",
        'Un écran de 13" et un autre de 15".',
        "Il a dit « non.",
        'Il a dit "non.\nUne suite.',
        "a » b",
        '"',
        "",
        "l'avenir ‘x’",
    ],
)
def test_a_mark_without_its_partner_quotes_nothing(text: str) -> None:
    assert quoted(text) == []


@given(st.text(alphabet='ab "«»“”„\n.,(', max_size=60))
def test_quotations_are_sorted_disjoint_and_inside_one_paragraph(text: str) -> None:
    last = 0
    for start, end in quotations(text):
        assert last <= start < end <= len(text)
        assert "\n" not in text[start:end]
        last = end
