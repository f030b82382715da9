"""Where a phone was whose scan was kept: it could not ask whether the meeting wants to know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.distance import measure, wanted_of
from functions.eagenda.domain.provisional_scan import ScanState

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.kept_scan import KeptScan
    from functions.eagenda.domain.map_point import Distance
    from functions.eagenda.domain.provisional_scan import ProvisionalScan


def distance_told(agenda: Agenda, scan: KeptScan) -> Distance | None:
    """Return how far the phone was, if it told and the agenda wants to know."""
    point = wanted_of(agenda)
    return measure(point, scan.position) if point and scan.position else None


def with_distance(agenda: Agenda, before: ProvisionalScan, scan: KeptScan) -> ProvisionalScan:
    """Return a scan that waits with the distance that it came without, where it is sent again and tells it now."""
    if before.distance or before.nonce != scan.nonce or before.state is not ScanState.WAITING:
        return before
    return replace(before, distance=distance_told(agenda, scan))
