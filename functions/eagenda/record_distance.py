"""Record how far from the meeting's place the phone of somebody was who has just been recorded present."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.distance import Position, PositionNotWanted, PositionTooLate, measure_after_scan
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.map_points import map_policy
from functions.eagenda.records import AGENDAS, ATTENDANCE, participation_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing

_OWN = "the caller's own attendance"


@dataclass(frozen=True, slots=True)
class SentPosition:
    """At which agenda or which of its sittings, and where the phone says that it is."""

    agenda_id: str
    position: Position
    sitting_id: str = ""


@dataclass(frozen=True, slots=True)
class DistanceRecorded:
    """What the organiser sees; ``already`` when an earlier position said it, which stands."""

    distance: Distance
    already: bool


@operation(permission=Permission.ATTEND, refuses=(RecordMissing, PositionNotWanted, PositionTooLate))
def record_distance(sent: SentPosition, ctx: Context) -> DistanceRecorded:
    """Record how far the caller's phone was from the meeting that they attend; its position is not kept."""
    attendance = ctx.get(ATTENDANCE, participation_key(sent.agenda_id, ctx.actor.id, sent.sitting_id), right_from=_OWN)
    agenda = ctx.get(AGENDAS, sent.agenda_id, right_from=_OWN)
    policy = map_policy(ctx)

    earlier = attendance.distance
    distance = earlier or measure_after_scan(agenda, sent.position, attendance.at, ctx.now, policy)

    if not earlier:
        ctx.put(ATTENDANCE, replace(attendance, distance=distance))
    return DistanceRecorded(distance, already=earlier is not None)
