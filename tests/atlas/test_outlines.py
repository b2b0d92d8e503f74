"""Outlines cut out of the world: small, legible, whole across the date line, and read by the map that draws them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shapely import box as rectangle
from shapely import unary_union

from glose.digest.atlas.box import around, box_of
from glose.digest.atlas.credit import credit
from glose.digest.atlas.draw import SMALL, draw, written
from glose.digest.atlas.world import Country, World, carried, read_world
from glose.digest.edition.outline import WIDTH, Outline, load_outline
from glose.digest.model.errors import DigestError

MADE_UP = World(
    (
        Country("AA", "Exempelland", (5, 5), rectangle(0, 0, 10, 10)),
        Country(
            "BB", "Beispielland", (15, 5), unary_union([rectangle(10, 0, 20, 10), rectangle(60, 0, 61, 1)])
        ),
        Country(
            "CC",
            "Datumsland",
            (179, 3),
            unary_union([rectangle(178, 0, 180, 6), rectangle(-180, 0, -179, 6)]),
        ),
        Country("AA", "Exempelinsel", (100, 5), rectangle(100, 5, 100.1, 5.1)),
        Country("", "No land of anybody", (2, 2), rectangle(4, 4, 4.1, 4.1)),
    ),
    "made up",
)


@pytest.fixture(scope="module")
def world() -> World:
    return read_world(carried())


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[World, str], Outline]:
    """The outline of a box, after it was written and read."""

    def make(world: World, box: str) -> Outline:
        file = tmp_path / "made.json"
        file.write_text(written(draw(world, box_of(box), credit(world.view))), encoding="utf-8")
        found = load_outline(file)
        assert found is not None
        return found

    return make


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1,2,3", "four numbers"),
        ("a,b,c,d", "four numbers"),
        ("0,10,10,0", "south lies below north"),
        ("0,-95,10,0", "south lies below north"),
        ("-200,0,10,10", "between -180 and 180"),
        ("11,52,6,55", "turned about"),
        ("6,52,6,55", "turned about"),
        ("0,0,0.1,0.1", "0.2 to 360 degrees"),
    ],
)
def test_a_box_that_is_none_is_refused_with_what_to_write(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        box_of(text)


def test_a_border_stands_once_and_a_coast_around_both(drawn: Callable[[World, str], Outline]) -> None:
    found = drawn(MADE_UP, "-2,-2,22,12")
    assert [sorted(map(tuple, line)) for line in found.borders] == [[(10, 0), (10, 10)]]
    assert len(found.land) == 1
    assert sorted(code for code, _ in found.countries) == ["AA", "BB"]


def test_a_name_stands_in_its_country_and_is_left_out_where_it_has_no_room(
    drawn: Callable[[World, str], Outline],
) -> None:
    for code, (east, north) in drawn(MADE_UP, "-2,-2,22,12").countries:
        assert (0 < east < 10) if code == "AA" else (10 < east < 20)
        assert 0 < north < 10
    assert [code for code, _ in drawn(MADE_UP, "8.5,-2,30,12").countries] == [
        "BB"
    ]  # of AA too little is in sight


def test_a_country_across_the_date_line_is_drawn_in_one_piece(drawn: Callable[[World, str], Outline]) -> None:
    found = drawn(MADE_UP, "170,-4,-172,10")
    assert found.box[2] == 188
    assert len(found.land) == 1
    assert max(east for ring in found.land for east, _ in ring) == 181
    assert found.holds((-179.5, 3))
    assert found.place((-179.5, 3)) == found.place((180.5, 3))
    assert not found.holds((0, 3))


def test_the_box_of_a_country_leaves_far_parts_out_and_says_so() -> None:
    box, left = around(MADE_UP, ["AA", "BB"])
    assert (box.west < 0, 20 < box.east < 40, left) == (True, True, ("Beispielland",))
    box, left = around(MADE_UP, ["CC"])
    assert (box.west < 178, 181 < box.east < 190, left) == (True, True, ())


def test_a_code_that_is_no_country_is_named() -> None:
    with pytest.raises(ValueError, match="ZZ: no country"):
        around(MADE_UP, ["AA", "ZZ"])


def test_a_box_of_water_has_no_outline() -> None:
    with pytest.raises(ValueError, match="no land"):
        draw(MADE_UP, box_of("-60,-40,-50,-30"), credit(""))


@pytest.mark.parametrize("countries", [("DE", "AT", "CH"), ("FJ",), ("US",)])
def test_an_outline_of_real_countries_is_small_and_fits_a_page(
    world: World, countries: tuple[str, ...], tmp_path: Path
) -> None:
    box, _ = around(world, countries)
    text = written(draw(world, box, credit(world.view)))
    assert len(text.encode()) <= SMALL
    (file := tmp_path / "made.json").write_text(text, encoding="utf-8")
    found = load_outline(file)
    assert found is not None
    assert set(countries) <= {code for code, _ in found.countries}
    assert 0.4 < found.height / WIDTH < 1.4
    points = [point for line in (*found.land, *found.borders) for point in line]
    room = (box.east - box.west) * 0.03
    assert all(box.west - room <= east <= box.east + room for east, _ in points)
    assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in found.land)


def test_france_is_on_its_map_and_guiana_is_not(world: World) -> None:
    box, left = around(world, ["FR"])
    assert (-8 < box.west < -4, 8 < box.east < 12, left) == (True, True, ("France",))


def test_whose_view_of_borders_it_is_stands_in_the_credit(world: World) -> None:
    assert "Deutschland" in credit(world.view)["de"]
    assert "Germany" in credit(world.view)["en"]
    assert "De facto" in credit("")["en"]


def test_a_file_that_holds_no_countries_is_named(tmp_path: Path) -> None:
    (file := tmp_path / "ne.zip").write_bytes(b"PK nothing")
    with pytest.raises(DigestError, match=r"^ne\.zip: holds no countries"):
        read_world(file)


def test_the_text_of_an_outline_is_json_a_field_a_line() -> None:
    text = written(draw(MADE_UP, box_of("-2,-2,22,12"), credit("")))
    fields: dict[str, Any] = json.loads(text)
    assert text.count("\n") == len(fields) + 2
