"""What stands above a text, and for it in lists."""

from __future__ import annotations

import pytest

from glose.digest.build.lead import LONGEST, Lead, lead

TEXT = (
    "<p>Le Conseil d’Exempleville ouvre la halle.</p>\n"
    "<p>«\u00a0Il est clair que la halle ouvre\u00a0», a dit mardi le maire de la ville.</p>"
)


@pytest.mark.parametrize(
    "standfirst",
    [
        '"Il est clair que la halle ouvre", a dit mardi le maire de la ville.',
        "Il est clair que la halle ouvre, a dit mardi le maire",
        "« Il est clair que la halle ouvre », a dit hier mardi le maire de la ville",
        "La halle",
    ],
)
def test_a_standfirst_that_repeats_the_text_gives_way_to_its_first_paragraph(standfirst: str) -> None:
    assert lead(standfirst, TEXT) == Lead("Le Conseil d’Exempleville ouvre la halle.", "", True)


@pytest.mark.parametrize(
    "standfirst", ["Ce qu’il faut savoir de la halle, en une phrase.", "La halle du maire", "Le maire ouvre"]
)
def test_one_that_says_something_else_is_shown(standfirst: str) -> None:
    assert lead(standfirst, TEXT) == Lead(standfirst, standfirst, False)


def test_a_text_that_came_without_is_told_by_its_first_paragraph() -> None:
    assert lead("", TEXT) == Lead("Le Conseil d’Exempleville ouvre la halle.", "", False)


def test_a_standfirst_of_a_text_that_is_not_shown_is_its_own() -> None:
    assert lead("La halle", "") == Lead("La halle", "La halle", False)


def test_a_long_paragraph_ends_at_a_word() -> None:
    listed = lead("", f"<p>{'un mot ' * 100}</p>").listed
    assert len(listed) <= LONGEST + 2
    assert listed.endswith((" mot …", " un …"))


def test_markup_is_no_word() -> None:
    assert lead("", '<figure><img src="x"></figure><p>Le <b>Conseil</b> &amp; la halle.</p>').listed == (
        "Le Conseil & la halle."
    )
