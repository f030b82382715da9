"""Show what the hall's screen needs: the codes of the next ten minutes and the count, never the secret."""

from __future__ import annotations

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.codes import SLOT_SECONDS, hall_codes
from functions.eagenda.domain.leaving import leaving_time
from functions.eagenda.domain.sitting import hall_id, sitting_at
from functions.eagenda.domain.spot_check import shown_now
from functions.eagenda.guests import count_guests
from functions.eagenda.present_counts import count_present
from functions.eagenda.records import (
    AGENDAS,
    ATTENDANCE,
    OF_AGENDA_LATEST_FIRST,
    OF_SITTING_LATEST_FIRST,
    QR_SECRETS,
)
from functions.eagenda.shown_hall import Hall, ShownCode
from functions.eagenda.spot_check_records import SPOT_CHECKS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import HALL_DISPLAY
from shared.refusals import RecordMissing

_RIGHT = "the display token of this agenda"
_NAMES_SHOWN = 5


@query(permission=HALL_DISPLAY, refuses=(RecordMissing,))
def show_hall(ctx: ReadContext) -> Hall:
    """Show the hall's codes of the next ten minutes and how many are present."""
    agenda = ctx.get(AGENDAS, ctx.actor.id, right_from=_RIGHT)
    kept = ctx.peek(QR_SECRETS, agenda.id)
    sitting = sitting_at(agenda.sittings, ctx.now)
    equal = (agenda.id, sitting.id) if sitting else (agenda.id,)
    latest_first = OF_SITTING_LATEST_FIRST if sitting else OF_AGENDA_LATEST_FIRST
    present = count_present(agenda, sitting, ctx, _RIGHT)
    latest = (
        ctx.list(ATTENDANCE, latest_first, equal=equal, limit=_NAMES_SHOWN, right_from=_RIGHT).items
        if agenda.show_names
        else ()
    )

    part = sitting or agenda
    leaving = leaving_time(agenda, part)
    shows_codes = kept is not None and agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.closes_at
    hall = hall_id(agenda.id, sitting.id if sitting else "")
    codes = hall_codes(kept.secret, hall, ctx.now) if kept and shows_codes else ()
    link = f"{ctx.ports.public_url}/h/{agenda.id}{'?lokasi' if agenda.asks_position else ''}"
    return Hall(
        agenda_id=agenda.id,
        title=agenda.title,
        place=agenda.place,
        starts_at=part.starts_at,
        ends_at=part.ends_at,
        opens_at=part.opens_at,
        closes_at=part.closes_at,
        state=agenda.state,
        slot_seconds=SLOT_SECONDS,
        codes=tuple(ShownCode(code.starts_at, f"{link}#{code.link_code}", code.short_code) for code in codes),
        present_count=present,
        invited_count=agenda.invited_count,
        guest_count=count_guests(agenda, ctx, _RIGHT, sitting),
        spot_number=shown_now(ctx.find(SPOT_CHECKS, agenda.id, right_from=_RIGHT), ctx.now),
        latest_names=tuple(attendance.attendee.name for _, attendance in latest),
        sitting_title=sitting.title if sitting else "",
        leave_from=leaving[0] if leaving else None,
    )
