"""Where a meeting is on the map, and how far from there somebody's phone was."""

from __future__ import annotations

from dataclasses import dataclass

from shared.values import Latitude, Longitude


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point (degrees, WGS 84) and how many metres around it count as there; without them, the usual ones."""

    latitude: Latitude
    longitude: Longitude
    radius_metres: int | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a phone was, in metres, and how far off that may be; the position itself is not kept.

    ``is_outside`` was decided by the point and the radius of that moment.
    """

    metres: int
    accuracy_metres: int
    is_outside: bool
