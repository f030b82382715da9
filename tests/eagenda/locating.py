"""Meetings that want to know how far the phones are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.distance import Position
from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.record_distance import DistanceRecorded, SentPosition, record_distance
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

HALL = MapPoint(-7.4722, 112.4346)
IN_THE_HALL = Position(-7.4724, 112.4347, 30)  # 25 m away
IN_MOJOSARI = Position(-7.5208, 112.5596, 30)  # nearly 15 km away


def asking(desk: Desk, *others: Actor, **planned: Any) -> Meeting:  # noqa: ANN401 -- further fields of the plan
    """Call a meeting that asks the phones where they are."""
    return Meeting(desk, *others, point=HALL, asks_position=True, **planned)


def locate(meeting: Meeting, by: Actor, position: Position = IN_THE_HALL) -> DistanceRecorded:
    """Send where somebody's phone is."""
    answer: DistanceRecorded = meeting.desk.call(record_distance, SentPosition(meeting.id, position), by=by)
    return answer
