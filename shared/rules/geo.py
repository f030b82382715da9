"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_METRES = 6_371_008.8  # the mean radius of WGS 84 (IUGG); the ellipsoid is never more than 0.6 % off


def distance_metres(from_: tuple[float, float], to: tuple[float, float]) -> float:
    """Return how far two points (latitude and longitude in degrees, WGS 84) lie apart, along the ground (haversine)."""
    latitude, to_latitude = radians(from_[0]), radians(to[0])
    across = sin((to_latitude - latitude) / 2) ** 2
    along = cos(latitude) * cos(to_latitude) * sin(radians(to[1] - from_[1]) / 2) ** 2
    return 2 * EARTH_RADIUS_METRES * asin(min(1.0, sqrt(across + along)))
