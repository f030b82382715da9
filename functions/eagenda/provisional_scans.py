"""Scans that were kept on a phone without signal, until the organiser decides."""

from __future__ import annotations

from functions.eagenda.domain.provisional_scan import ProvisionalScan
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection

OF_AGENDA_IN_STATE = ListQuery(equal=("agenda_id", "state"), order="received_at")


def scan_key(scan: ProvisionalScan) -> str:
    """Return the one key for a kept scan of a person at an agenda or sitting: one for coming, one for leaving."""
    key = attended_key(scan)
    return leaving_key(key) if scan.leaving else key


def leaving_key(key: str) -> str:
    """Return the key of the scan by which somebody leaves what they attended under this key."""
    return f"{key}:leaving"


def attended_key(scan: ProvisionalScan) -> str:
    """Return the key of the attendance that a kept scan makes or ends."""
    return participation_key(scan.agenda_id, scan.attendee.person_id, scan.sitting_id)


PROVISIONAL_SCANS = TypedCollection(
    "provisional_scans",
    ProvisionalScan,
    key=scan_key,
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA_IN_STATE,),
)
