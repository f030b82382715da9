"""List the kept scans that wait for the organiser's word."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import agenda_with_scans
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.provisional_scan import MOST_AT_ONCE, ScanState
from functions.eagenda.listed_scan import ListedScan, listed_scan
from functions.eagenda.provisional_scans import OF_AGENDA_IN_STATE, PROVISIONAL_SCANS, attended_key
from functions.eagenda.records import ATTENDANCE
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the agenda that the caller runs"
_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class WhichProvisionalScans:
    """Of which agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


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
        items.append(listed_scan(key, scan, present, titles.get(scan.sitting_id, "")))
    return ProvisionalScans(tuple(items), count, page.next_cursor)
