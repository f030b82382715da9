"""Distance as a score: what counts as outside, and what of a position is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.distance import (
    MapPolicy,
    Position,
    PositionNotWanted,
    PositionTooLate,
    measure,
    measure_after_scan,
    placed,
)
from functions.eagenda.domain.map_point import Distance, MapPoint
from shared import codec
from shared.refusals import InvalidField
from tests.eagenda.domain.examples import TEN, meeting

POLICY = MapPolicy(200, 25, 5000, 10)
HALL = MapPoint(-7.4722, 112.4346, 200)
A_DEGREE = 111_195.08  # metres, to the north
GOOD = {"latitude": -7.4722, "longitude": 112.4346, "accuracy_metres": 20}


def north(metres: float, accuracy: int = 20) -> Position:
    """Return a position so far north of the hall."""
    return Position(HALL.latitude + metres / A_DEGREE, HALL.longitude, accuracy)


def asking() -> Agenda:
    """Return a meeting that asks for positions."""
    return replace(meeting(), point=HALL, asks_position=True)


@pytest.mark.parametrize(("metres", "accuracy"), [(221, 20), (1_000, 799), (60_000, 30)])
def test_outside_is_who_is_so_although_the_doubt_speaks_for_them(metres: int, accuracy: int) -> None:
    assert measure(HALL, north(metres, accuracy)) == Distance(metres, accuracy, is_outside=True)


@pytest.mark.parametrize(("metres", "accuracy"), [(0, 1), (200, 1), (220, 20), (1_000, 800), (60_000, 60_000)])
def test_who_may_have_been_within_the_radius_is_not_outside(metres: int, accuracy: int) -> None:
    assert measure(HALL, north(metres, accuracy)) == Distance(metres, accuracy, is_outside=False)


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(1, 100_000), st.integers(0, 100_000))
def test_a_vaguer_position_is_never_more_suspicious(
    latitude: float, longitude: float, accuracy: int, vaguer: int
) -> None:
    sharp = measure(HALL, Position(latitude, longitude, accuracy))
    vague = measure(HALL, Position(latitude, longitude, accuracy + vaguer))
    assert sharp.is_outside >= vague.is_outside
    assert sharp.metres == vague.metres


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.integers(1, 100_000))
def test_who_is_nearer_is_never_more_suspicious(near: int, farther: int, accuracy: int) -> None:
    assert measure(HALL, north(near, accuracy)).is_outside <= measure(HALL, north(near + farther, accuracy)).is_outside


@pytest.mark.parametrize(
    "wrong",
    [
        {"latitude": 112.4346, "longitude": -7.4722},
        {"latitude": -90.1},
        {"longitude": 180.5},
        {"accuracy_metres": 0},
        {"accuracy_metres": -5},
        {"accuracy_metres": 100_001},
        {"accuracy_metres": 12.5},
        {"latitude": "-7,47"},
        {"latitude": None},
        {"latitude": float("nan")},
        {"longitude": float("inf")},
    ],
)
def test_a_position_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((codec.Invalid, codec.Malformed)):
        codec.decode_json(Position, json.dumps({**GOOD, **wrong}).encode())


def test_a_position_is_read_to_a_tenth_of_a_metre() -> None:
    read = codec.decode_json(Position, json.dumps({**GOOD, "latitude": -7.47220049}).encode())
    assert read == Position(-7.4722, 112.4346, 20)


def test_swapped_coordinates_are_told_as_such() -> None:
    with pytest.raises(codec.Invalid) as refused:
        codec.decode_json(MapPoint, b'{"latitude": 112.4346, "longitude": -7.4722}')
    assert refused.value.errors == [
        {
            "pointer": "/latitude",
            "detail": "Lintang antara -90 dan 90, di sini sekitar -7,5. Bila tertukar: lintang dulu, lalu bujur.",
        }
    ]


def test_without_a_radius_the_usual_one_counts() -> None:
    assert placed(MapPoint(-7.4722, 112.4346), POLICY) == HALL
    assert placed(None, POLICY) is None


@pytest.mark.parametrize("radius", [-1, 24, 5001])
def test_a_radius_stays_between_the_bounds(radius: int) -> None:
    with pytest.raises(InvalidField, match="antara 25 dan 5000 meter"):
        placed(replace(HALL, radius_metres=radius), POLICY)


def test_a_position_is_taken_for_ten_minutes_after_the_scan() -> None:
    in_time = measure_after_scan(asking(), north(5), TEN, TEN + timedelta(minutes=10), POLICY)
    assert in_time == Distance(5, 20, is_outside=False)
    with pytest.raises(PositionTooLate, match="Kehadiran Anda tetap tercatat"):
        measure_after_scan(asking(), north(5), TEN, TEN + timedelta(minutes=10, seconds=1), POLICY)


@pytest.mark.parametrize(
    "changed", [{"asks_position": False}, {"state": AgendaState.CLOSED}, {"state": AgendaState.CANCELLED}]
)
def test_a_meeting_that_does_not_ask_takes_none(changed: dict[str, Any]) -> None:
    with pytest.raises(PositionNotWanted):
        measure_after_scan(replace(asking(), **changed), north(5), TEN, TEN, POLICY)
