"""Sittings: what an organiser may write of them, and the times that they get by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.eagenda.domain.arranging import MOST_SITTINGS, Frame, PlannedSitting, arrange
from functions.eagenda.domain.plan import schedule
from functions.eagenda.domain.sitting import Sitting, sitting_at
from shared.refusals import InvalidField
from tests.eagenda.domain.examples import DEWI, EIGHT, PLAN, TEN

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
FRAME = Frame(TEN, TEN + 8 * HOUR)
FIRST = PlannedSitting("Materi", TEN, TEN + 2 * HOUR)
SECOND = PlannedSitting("Praktik", TEN + 3 * HOUR, TEN + 5 * HOUR)
IDS = ("a", "b")


def arranged(*planned: PlannedSitting, frame: Frame = FRAME, before: tuple[Sitting, ...] = ()) -> tuple[Sitting, ...]:
    return arrange(planned, frame, before, IDS, EIGHT)


def test_each_sitting_opens_half_an_hour_before_it_starts_and_closes_when_it_ends() -> None:
    first, second = arranged(FIRST, SECOND)
    assert (first.id, first.opens_at, first.closes_at) == ("a", TEN - 30 * MINUTE, TEN + 2 * HOUR)
    assert (second.id, second.opens_at, second.closes_at) == ("b", TEN + 150 * MINUTE, TEN + 5 * HOUR)


def test_one_that_follows_at_once_opens_when_the_one_before_closes() -> None:
    first, second = arranged(FIRST, replace(SECOND, starts_at=TEN + 2 * HOUR))
    assert second.opens_at == first.closes_at == TEN + 2 * HOUR


def test_where_leaving_is_recorded_a_sitting_closes_as_long_after_its_end_as_leaving_begins_before_it() -> None:
    frame = replace(FRAME, leaving_minutes=15)
    first, second = arranged(FIRST, SECOND, frame=frame)
    assert first.closes_at == TEN + 135 * MINUTE
    assert second.opens_at == TEN + 150 * MINUTE

    at_once = replace(SECOND, starts_at=TEN + 125 * MINUTE)
    first, second = arranged(FIRST, at_once, frame=frame)
    assert first.closes_at == second.opens_at == TEN + 125 * MINUTE


def test_they_are_put_in_order_of_time_and_the_agenda_is_open_from_the_first_to_the_last() -> None:
    sittings = arranged(SECOND, FIRST)
    assert [it.title for it in sittings] == ["Materi", "Praktik"]

    agenda = schedule("bimtek", replace(PLAN, ends_at=TEN + 8 * HOUR), DEWI, EIGHT, sittings)
    assert (agenda.opens_at, agenda.closes_at) == (TEN - 30 * MINUTE, TEN + 5 * HOUR)


@pytest.mark.parametrize(
    ("pointer", "which", "change"),
    [
        ("/sittings/0/ends_at", 0, {"ends_at": TEN}),
        ("/sittings/0/starts_at", 0, {"starts_at": TEN - MINUTE}),
        ("/sittings/1/ends_at", 1, {"ends_at": TEN + 9 * HOUR}),
        ("/sittings/1/starts_at", 1, {"starts_at": TEN + HOUR}),
        ("/sittings/0/opens_at", 0, {"opens_at": TEN + 3 * HOUR}),
        ("/sittings/0/closes_at", 0, {"closes_at": TEN - HOUR}),
        ("/sittings/1/closes_at", 1, {"closes_at": TEN + timedelta(days=8)}),
        ("/sittings/1/opens_at", 1, {"opens_at": TEN + 90 * MINUTE}),
        ("/sittings/1/title", 1, {"id": "gone"}),
    ],
)
def test_one_that_contradicts_itself_the_others_or_the_agenda_names_the_field(
    pointer: str, which: int, change: dict[str, Any]
) -> None:
    planned = [FIRST, SECOND]
    planned[which] = replace(planned[which], **change)
    with pytest.raises(InvalidField) as refusal:
        arranged(*planned)
    assert [error["pointer"] for error in refusal.value.facts["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("pointer", "change"),
    [("/sittings/0/ends_at", {"ends_at": TEN + 15 * MINUTE}), ("/sittings/0/closes_at", {"closes_at": TEN + HOUR})],
)
def test_nobody_could_leave_a_sitting_that_is_too_short_or_closes_before(pointer: str, change: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refusal:
        arranged(replace(FIRST, **change), frame=replace(FRAME, leaving_minutes=15))
    assert [error["pointer"] for error in refusal.value.facts["errors"]] == [pointer]


def test_there_are_only_so_many() -> None:
    many = [
        PlannedSitting("Sesi", TEN + number * MINUTE, TEN + (number + 1) * MINUTE)
        for number in range(MOST_SITTINGS + 1)
    ]
    assert len(arrange(many[1:], FRAME, (), list("abcdefghijklmnopqrstuvwxyz"), EIGHT)) == MOST_SITTINGS
    with pytest.raises(InvalidField, match="paling banyak 20 sesi"):
        arrange(many, FRAME, (), list("abcdefghijklmnopqrstuvwxyz"), EIGHT)


def test_one_that_is_there_keeps_its_id_and_may_have_begun_unless_it_is_moved() -> None:
    before = arranged(FIRST, SECOND)
    written = replace(FIRST, id="a", title="Pembukaan")
    later = TEN + HOUR
    assert arrange([written], FRAME, before, (), later)[0].id == "a"
    with pytest.raises(InvalidField, match="sudah lewat"):
        arrange([replace(written, starts_at=TEN + 30 * MINUTE)], FRAME, before, (), later)
    with pytest.raises(InvalidField, match="sudah dihapus"):
        arrange([written, replace(SECOND, id="a")], FRAME, before, (), EIGHT)


@pytest.mark.parametrize("pointer", ["opens_at", "closes_at"])
def test_the_whole_has_no_time_of_attendance_beside_its_sittings(pointer: str) -> None:
    change: dict[str, Any] = {pointer: TEN}
    plan = replace(PLAN, ends_at=TEN + 8 * HOUR, **change)
    with pytest.raises(InvalidField) as refusal:
        schedule("bimtek", plan, DEWI, EIGHT, arranged(FIRST))
    assert [error["pointer"] for error in refusal.value.facts["errors"]] == [f"/{pointer}"]


@pytest.mark.parametrize(
    ("pointer", "change"), [("/ends_at", {"leaving_minutes": 60}), ("/closes_at", {"closes_at": TEN + 30 * MINUTE})]
)
def test_an_agenda_without_sittings_leaves_time_to_leave_too(pointer: str, change: dict[str, Any]) -> None:
    assert schedule("rapat", replace(PLAN, leaving_minutes=15), DEWI, EIGHT).closes_at == PLAN.ends_at + 15 * MINUTE
    with pytest.raises(InvalidField) as refusal:
        schedule("rapat", replace(PLAN, **{"leaving_minutes": 15, **change}), DEWI, EIGHT)
    assert [error["pointer"] for error in refusal.value.facts["errors"]] == [pointer]


def test_at_each_moment_one_sitting_is_meant_the_next_before_it_opens_and_the_last_for_ever() -> None:
    first, second = arranged(FIRST, SECOND)
    moments = [(EIGHT, first), (TEN, first), (first.closes_at, second), (second.opens_at, second)]
    assert [sitting_at((first, second), at) for at, _ in moments] == [sitting for _, sitting in moments]
    assert sitting_at((first, second), TEN + timedelta(days=3)) == second
    assert sitting_at((), TEN) is None
