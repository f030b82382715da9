"""List the kept scans that wait for the organiser's word."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import agenda_with_scans
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import Method
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.provisional_scan import MOST_AT_ONCE, ScanState
from functions.eagenda.provisional_scans import OF_AGENDA_IN_STATE, PROVISIONAL_SCANS, attended_key
from functions.eagenda.records import ATTENDANCE
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant, Nip

_RIGHT = "the agenda that the caller runs"
_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class WhichProvisionalScans:
    """Of which agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedScan:
    """Who says that they were in the hall; ``attended_at`` when they have become present otherwise meanwhile.

    With ``leaving`` they say that they left, and ``attended_at`` is when they had come, if that is known already.
    """

    id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    method: Method
    device_name: str
    scanned_at: Instant
    received_at: Instant
    attended_at: Instant | None
    sitting_title: str
    leaving: bool
    distance: Distance | None


@dataclass(frozen=True, slots=True)
class ProvisionalScans:
    """A part of the list in order of receipt, and how many wait in all (at most 1000)."""

    items: tuple[ListedScan, ...]
    waiting_count: int
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_provisional_scans(which: WhichProvisionalScans, ctx: ReadContext) -> ProvisionalScans:
    """List the scans of an agenda that phones kept and the organiser has not decided on."""
    agenda, _ = agenda_with_scans(which.agenda_id, ctx)
    waiting = (agenda.id, ScanState.WAITING)
    page = ctx.list(
        PROVISIONAL_SCANS, OF_AGENDA_IN_STATE, equal=waiting, cursor=which.cursor, limit=MOST_AT_ONCE, right_from=_RIGHT
    )
    count = ctx.count(PROVISIONAL_SCANS, OF_AGENDA_IN_STATE, equal=waiting, up_to=_COUNTED, right_from=_RIGHT)

    titles = {it.id: it.title for it in agenda.sittings}
    items = []
    for key, scan in page.items:
        present = ctx.find(ATTENDANCE, attended_key(scan), right_from=_RIGHT)
        items.append(
            ListedScan(
                key,
                scan.attendee.name,
                scan.attendee.nip,
                scan.attendee.position_title,
                scan.attendee.organisation_name,
                scan.method,
                scan.device_name,
                scan.scanned_at,
                scan.received_at,
                present.at if present else None,
                titles.get(scan.sitting_id, ""),
                scan.leaving,
                scan.distance,
            )
        )
    return ProvisionalScans(tuple(items), count, page.next_cursor)
