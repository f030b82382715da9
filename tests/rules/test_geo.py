"""Distances on the globe."""

from __future__ import annotations

from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.geo import EARTH_RADIUS_METRES, distance_metres

Point = tuple[float, float]

POINT = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
HALF_ROUND = pi * EARTH_RADIUS_METRES


@pytest.mark.parametrize(
    ("from_", "to", "metres"),
    [
        # A degree along a meridian, and along the equator: a 360th of the way round.
        ((0.0, 0.0), (1.0, 0.0), 111_195.08),
        ((0.0, 0.0), (0.0, 1.0), 111_195.08),
        # Paris to London: 343.5 km along the great circle.
        ((48.8566, 2.3522), (51.5074, -0.1278), 343_556),
        # Over the date line it is two degrees, and not three hundred and fifty-eight.
        ((0.0, 179.0), (0.0, -179.0), 222_390.16),
        ((90.0, 0.0), (-90.0, 0.0), HALF_ROUND),
        # A thousandth of a degree to the south in Mojokerto, and one to the east, where degrees are narrower.
        ((-7.472, 112.4346), (-7.473, 112.4346), 111.195),
        ((-7.472, 112.4346), (-7.472, 112.4356), 110.251),
    ],
)
def test_known_distances_come_out(from_: Point, to: Point, metres: float) -> None:
    assert distance_metres(from_, to) == pytest.approx(metres, rel=1e-4)


@given(POINT, POINT)
def test_it_is_as_far_back_and_never_farther_than_half_round(here: Point, there: Point) -> None:
    away = distance_metres(here, there)
    assert away == pytest.approx(distance_metres(there, here), abs=1e-3)
    assert 0 <= away <= HALF_ROUND + 1e-6


@given(POINT)
def test_from_a_point_to_itself_is_no_way(point: Point) -> None:
    assert distance_metres(point, point) == 0


@given(POINT, POINT, POINT)
def test_no_way_round_is_shorter(one: Point, other: Point, between: Point) -> None:
    assert distance_metres(one, other) <= distance_metres(one, between) + distance_metres(between, other) + 0.1
