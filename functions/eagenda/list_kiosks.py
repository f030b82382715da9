"""List the kiosks of an agenda, for those who run it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.kiosk import Revocation
from functions.eagenda.kiosks import KIOSKS, OF_AGENDA, OF_KIOSK, SCANS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant

_RIGHT = "the agenda that the caller runs"
_MOST_COUNTED = 2_000


@dataclass(frozen=True, slots=True)
class WhichKiosks:
    """Of which agenda; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedKiosk:
    """A tablet as it was opened last, what it has sent (at most 2,000 are counted) and when the latest of it came."""

    kiosk_id: str
    attended: bool
    opened_by: str
    opened_at: Instant
    scan_count: int
    last_scan_at: Instant | None
    revoked: Revocation | None


@dataclass(frozen=True, slots=True)
class ListedKiosks:
    """A part of the list, that opened first first."""

    items: tuple[ListedKiosk, ...]
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_kiosks(which: WhichKiosks, ctx: ReadContext) -> ListedKiosks:
    """List the kiosks that were opened for an agenda, those that were revoked too."""
    agenda = organised_agenda(which.agenda_id, ctx)
    page = ctx.list(KIOSKS, OF_AGENDA, equal=(agenda.id,), cursor=which.cursor, right_from=_RIGHT)

    items = []
    for _, kiosk in page.items:
        sent = (agenda.id, kiosk.id)
        last = ctx.list(SCANS, OF_KIOSK, equal=sent, limit=1, right_from=_RIGHT).items
        items.append(
            ListedKiosk(
                kiosk.id,
                kiosk.attended,
                kiosk.opened_by,
                kiosk.opened_at,
                ctx.count(SCANS, OF_KIOSK, equal=sent, up_to=_MOST_COUNTED, right_from=_RIGHT),
                last[0][1].received_at if last else None,
                kiosk.revoked,
            )
        )
    return ListedKiosks(tuple(items), page.next_cursor)
