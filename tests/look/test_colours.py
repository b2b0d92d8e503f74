"""A house's accent can be read wherever the theme uses it, and every other tone follows from it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glose.digest.site.look.colour import (
    AAA,
    apart,
    contrast,
    fitting,
    in_gamut,
    is_colour,
    mixed,
    oklch,
    parts,
)
from glose.digest.site.look.tones import (
    GROUNDS,
    PAPERS,
    TINT,
    Tones,
    Wanted,
    chosen,
    faults,
    reach,
    toned,
    tones,
)
from tests.digest import ROOT

CSS = (ROOT / "theme/static/style.css").read_text(encoding="utf-8")
OWN = tones(CSS)
COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def sides(wanted: Wanted) -> list[dict[str, str]]:
    """The whole tones of light and dark paper."""
    return [{**own, **new} for own, new in zip(OWN, chosen(OWN, wanted), strict=True)]


def grounds(side: Mapping[str, str]) -> list[str]:
    """All that words stand on: the papers, and the tint under what an address leads to."""
    return [*(side[name] for name in GROUNDS), mixed(side["acc"], side["bg"], TINT)]


def test_the_tint_is_that_of_the_style() -> None:
    views = (ROOT / "theme/static/views.css").read_text(encoding="utf-8")
    assert f"var(--acc) {TINT:.0%}, transparent" in views


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48  # WCAG's own example of just too little
    assert contrast("#000", "#ffffff") == contrast("#ffffff", "#000") == 21


@given(COLOUR)
def test_a_colour_comes_back_from_lightness_chroma_and_hue(colour: str) -> None:
    assert all(abs(a - b) <= 1 for a, b in zip(parts(in_gamut(oklch(colour))), parts(colour), strict=True))


@settings(max_examples=50, deadline=None)
@given(COLOUR, st.sampled_from(["#ffffff", "#fcf9f2", "#181613", "#000000"]))
def test_the_nearest_tone_that_fits_has_the_contrast_and_the_hue(colour: str, paper: str) -> None:
    found = fitting(colour, lambda tone: contrast(tone, paper))
    assert contrast(found, paper) >= AAA
    if oklch(found).chroma > 0.05:
        assert apart(found, colour) < 8 or oklch(colour).chroma < 0.05


def test_a_colour_that_fits_stays_what_it_is() -> None:
    assert fitting("#17486A", lambda tone: contrast(tone, "#ffffff")) == "#17486a"


@pytest.mark.parametrize("text", ["#8a1f11", "#810", "#ABCDEF"])
def test_a_colour_is_three_or_six_digits(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize("text", ["red", "8a1f11", "#8a1f1", "#8a1f11ff", "rgb(0,0,0)", "", None, "#12345g"])
def test_anything_else_is_none(text: object) -> None:
    assert not is_colour(text)


def test_a_tint_is_between_the_colour_and_its_ground() -> None:
    assert mixed("#8a1f11", "#fcf9f2", 0) == "#fcf9f2"
    assert mixed("#8a1f11", "#fcf9f2", 1) == "#8a1f11"


def test_the_theme_keeps_its_own_promise() -> None:
    for side in OWN:
        assert min(reach(side[name], side) for name in ("acc", "blue")) >= AAA
        assert min(contrast(side["mut"], ground) for ground in grounds(side)) >= AAA


@settings(max_examples=40, deadline=None)
@given(COLOUR, st.sampled_from(("", *PAPERS)))
def test_from_any_accent_that_is_not_refused_every_tone_can_be_read(colour: str, paper: str) -> None:
    wanted = Wanted((colour, ""), paper=paper)
    for which, side, remedy in faults(OWN, wanted):
        assert (which, side) == ("accent", "light")
        wanted = wanted._replace(accent=(remedy, ""))
    assert faults(OWN, wanted) == [], "the remedy that is named is accepted"
    for side in sides(wanted):
        assert reach(side["acc"], side) >= AAA
        assert reach(side["blue"], side) >= AAA
        assert min(contrast(side[name], ground) for name in ("fg", "mut") for ground in grounds(side)) >= AAA
    light = sides(wanted)[0]
    assert apart(light["acc"], light["blue"]) >= 20, "readers tell terms and notes by their colours"


@settings(max_examples=30, deadline=None)
@given(COLOUR)
def test_an_accent_for_dark_paper_alone_gives_one_for_light(colour: str) -> None:
    wanted = Wanted(("", colour))
    for _, side, remedy in faults(OWN, wanted):
        assert side == "dark"
        wanted = Wanted(("", remedy))
    assert all(reach(side["acc"], side) >= AAA for side in sides(wanted))


def test_nothing_that_is_wanted_changes_nothing() -> None:
    assert chosen(OWN, Wanted()) == Tones({}, {})
    assert chosen(OWN, Wanted(paper="warm")) == Tones({}, {})
    assert toned(CSS, Tones({}, {}), {}) == CSS


def test_only_what_differs_is_written_and_it_costs_no_byte() -> None:
    changed = chosen(OWN, Wanted(("#00563b", "")))
    assert changed.light == {"acc": "#00563b"}
    css = toned(CSS, changed, {})
    assert len(css) == len(CSS)
    assert tones(css).light["acc"] == "#00563b"
    assert tones(css).dark["acc"] == changed.dark["acc"]
    rest = re.sub(r"--acc: #\w+", "", CSS), re.sub(r"--acc: #\w+", "", css)
    assert rest[0] == rest[1]


def test_what_is_printed_stays_black() -> None:
    css = toned(CSS, chosen(OWN, Wanted(("#00563b", ""), paper="cool")), {})
    assert css.partition("@media print")[2] == CSS.partition("@media print")[2]


def test_a_blue_accent_turns_the_colour_of_notes_away_from_it_and_a_green_one_does_not() -> None:
    assert "blue" not in chosen(OWN, Wanted(("#00563b", ""))).light
    blue = chosen(OWN, Wanted(("#0f3bc5", ""))).light
    assert apart(blue["acc"], blue["blue"]) > 120
    said = chosen(OWN, Wanted(("#0f3bc5", ""), ("#5c3a00", ""))).light
    assert said["blue"] == "#5c3a00"


def test_a_style_without_the_tones_is_left_as_it_is() -> None:
    assert chosen(tones("body { color: red }"), Wanted(("#00563b", ""))) == Tones({}, {})
