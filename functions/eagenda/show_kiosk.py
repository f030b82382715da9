"""Show what a kiosk needs of its agenda; asked again and again while it is open."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.kiosk import KioskRevoked
from functions.eagenda.kiosks import RIGHT, serving_kiosk
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import KIOSK
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownKiosk:
    """The agenda, how many are present, and whether somebody sits at the kiosk. No moment, so no change is no bytes."""

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    state: AgendaState
    organiser_name: str
    present_count: int
    invited_count: int
    attended: bool


@query(permission=KIOSK, refuses=(RecordMissing, KioskRevoked))
def show_kiosk(ctx: ReadContext) -> ShownKiosk:
    """Show a kiosk its agenda and how many are present."""
    agenda, kiosk = serving_kiosk(ctx)
    present = ctx.count(
        ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), up_to=agenda.invited_count, right_from=RIGHT
    )

    return ShownKiosk(
        agenda.id,
        agenda.title,
        agenda.place,
        agenda.starts_at,
        agenda.ends_at,
        agenda.opens_at,
        agenda.closes_at,
        agenda.state,
        agenda.organiser.name,
        present,
        agenda.invited_count,
        kiosk.attended,
    )
