"""Scans that were kept on a phone without signal, until the organiser decides."""

from __future__ import annotations

from functions.eagenda.domain.provisional_scan import ProvisionalScan
from functions.eagenda.records import participation_key
from shared.kernel.collections import ListQuery, TypedCollection

OF_AGENDA_IN_STATE = ListQuery(equal=("agenda_id", "state"), order="received_at")
PROVISIONAL_SCANS = TypedCollection(
    "provisional_scans",
    ProvisionalScan,
    key=lambda it: participation_key(it.agenda_id, it.attendee.person_id),
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA_IN_STATE,),
)
