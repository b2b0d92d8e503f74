"""Names on the map: beside their dots, and none on another one."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glose.digest.edition.labels import STEPS, Box, around, candidates, covered, label

FRAME = Box(0, 0, 640, 450)
POINTS = st.tuples(
    st.text("abcde -", min_size=1, max_size=16), st.floats(0, 640, width=16), st.floats(0, 450, width=16)
)


def boxes(places: list[tuple[str, float, float]], *taken: Box) -> list[Box]:
    found = label(places, FRAME, taken)
    return [at.box(name) for at, (name, _, _) in zip(found, places, strict=True)]


def test_a_name_alone_stands_to_the_right_of_its_dot():
    (at,) = label([("Exempleville", 200, 200)], FRAME)
    assert (at.x, at.anchor) == (209, "start")


def test_a_name_at_the_right_edge_stands_to_the_left():
    (at,) = label([("Exempleville", 600, 200)], FRAME)
    assert (at.x, at.anchor) == (591, "end")


def test_towns_close_together_are_all_legible():
    places = [
        ("Exempleville", 214, 150),
        ("Testville", 224, 162),
        ("Sampletown", 260, 148),
        ("Port", 216, 170),
    ]
    dots = [around(x, y) for _, x, y in places]
    found = boxes(places)
    assert not any(one.shared(other) for one, other in combinations(found, 2))
    assert not any(box.shared(dot) for box in found for dot in dots)


def test_a_name_gives_way_to_what_is_written_already():
    country = around(260, 200, 90, 24)
    (box,) = boxes([("Exempleville", 200, 200)], country)
    assert not box.shared(country)


def test_two_places_at_one_point_have_two_lines():
    one, other = boxes([("Exempleville", 200, 200), ("Testville", 200, 200)])
    assert not one.shared(other)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(POINTS, max_size=30))
def test_every_place_has_its_name_within_reach_whatever_the_crowd(places):
    found = label(places, FRAME)
    assert all(at in list(candidates(x, y)) for at, (_, x, y) in zip(found, places, strict=True))
    assert len(list(candidates(0, 0))) == 2 * len(STEPS)


@given(st.lists(POINTS, max_size=30))
def test_looking_only_at_what_is_near_chooses_as_looking_at_everything_does(places):
    country = around(300, 200, 96, 24)
    occupied, wanted = [country, *(around(x, y) for _, x, y in places)], []
    for name, x, y in places:
        others = [box for box in occupied if box != around(x, y)]
        wanted.append(min(candidates(x, y), key=lambda at: covered(at.box(name), FRAME, others)))
        occupied.append(wanted[-1].box(name))
    assert label(places, FRAME, [country]) == wanted


def test_in_a_crowd_every_name_still_stands_within_reach_of_its_dot():
    places = [("Exempleville", 300 + n % 20, 200 + n // 20) for n in range(400)]
    found = label(places, FRAME)
    assert all(at in list(candidates(x, y)) for at, (_, x, y) in zip(found, places, strict=True))
