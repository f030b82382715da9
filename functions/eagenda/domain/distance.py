"""Distance as a score: a phone that was elsewhere is a reason to look, never a wall.

Inside a hall a position may be hundreds of metres off, and who knows how can feign one. So the doubt speaks for the
person, and nobody is refused for where their phone was. Only how far it was is kept, not where: no more than the
purpose needs (UU 27/2022 Pasal 16 ayat (2)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.map_point import Distance, MapPoint
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time
from shared.rules.geo import distance_metres
from shared.values import Between, Latitude, Longitude

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda

_COARSEST_METRES = 100_000  # beyond, a phone says in which province it is; the globe's browsers never send none


@dataclass(frozen=True, slots=True)
class Position:
    """Where a phone says that it is (degrees, WGS 84), and how far off that may be in metres, rounded up."""

    latitude: Latitude
    longitude: Longitude
    accuracy_metres: Annotated[int, Between(1, _COARSEST_METRES)]


@dataclass(frozen=True, slots=True)
class MapPolicy:
    """Which radius is usual and which are allowed, and how long after a scan its position is still taken."""

    usual_radius_metres: Annotated[int, Between(10, 10_000)]
    smallest_radius_metres: Annotated[int, Between(10, 10_000)]
    largest_radius_metres: Annotated[int, Between(10, 100_000)]
    send_within_minutes: Annotated[int, Between(1, 60)]

    @property
    def send_within(self) -> timedelta:
        """Return how long after a scan its position is still taken."""
        return timedelta(minutes=self.send_within_minutes)


class PositionNotWanted(Refusal):
    """The meeting asks for no position, so none is taken."""

    title = "Agenda ini tidak meminta lokasi."


class PositionTooLate(Refusal):
    """Where the phone is by now says nothing of where the scan was made."""

    title = "Waktu mengirim lokasi sudah lewat."


def placed(point: MapPoint | None, policy: MapPolicy) -> MapPoint | None:
    """Return the point with a radius. Raises InvalidField for one that is not allowed."""
    if point is None:
        return None
    radius = policy.usual_radius_metres if point.radius_metres is None else point.radius_metres
    least, most = policy.smallest_radius_metres, policy.largest_radius_metres
    if not least <= radius <= most:
        raise InvalidField("/point/radius_metres", f"Radius antara {least} dan {most} meter.")
    return MapPoint(point.latitude, point.longitude, radius)


def measure(point: MapPoint, position: Position) -> Distance:
    """Return how far the phone was: outside only if it was so even with its position as far off as can be."""
    metres = round(distance_metres((point.latitude, point.longitude), (position.latitude, position.longitude)))
    is_outside = metres - position.accuracy_metres > (point.radius_metres or 0)
    return Distance(metres, position.accuracy_metres, is_outside)


def wanted_of(agenda: Agenda) -> MapPoint | None:
    """Return the point from which the agenda wants to know distances, while it does."""
    return agenda.point if agenda.asks_position and agenda.state is AgendaState.SCHEDULED else None


def measure_after_scan(
    agenda: Agenda, position: Position, scanned_at: datetime, now: datetime, policy: MapPolicy
) -> Distance:
    """Return how far the phone was that has just scanned. Raises PositionNotWanted, PositionTooLate."""
    point = wanted_of(agenda)
    if point is None:
        raise PositionNotWanted("Kehadiran Anda tetap tercatat; tidak ada yang perlu dilakukan.")
    if now > scanned_at + policy.send_within:
        until = clock_time(scanned_at + policy.send_within)
        raise PositionTooLate(f"Lokasi dikirim paling lambat pukul {until}. Kehadiran Anda tetap tercatat.")
    return measure(point, position)
