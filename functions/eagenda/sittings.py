"""The sittings of an agenda, as operations get and change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.arranging import arrange, require_unattended
from functions.eagenda.domain.plan import frame_of
from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.guests import count_guests
from functions.eagenda.present_counts import present_in_order
from functions.eagenda.provisional_scans import OF_AGENDA_IN_STATE, PROVISIONAL_SCANS
from functions.eagenda.records import ATTENDANCE
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.edit import Edit
    from functions.eagenda.domain.plan import Plan
    from functions.eagenda.domain.sitting import Sitting
    from shared.kernel.context import Context, ReadContext

RIGHT = "the agenda that the caller runs"


def arranged(written: Plan | Edit, before: tuple[Sitting, ...], ctx: Context) -> tuple[Sitting, ...]:
    """Return the sittings that an organiser wrote; new ones get an id that no other had. Raises InvalidField."""
    if not written.sittings:
        return ()
    new_ids = tuple(ctx.new_id() for it in written.sittings if not it.id)
    return arrange(written.sittings, frame_of(written), before, new_ids, ctx.now)


def require_none_lost(before: Agenda, after: Agenda, ctx: Context) -> None:
    """Refuse to take away what somebody attended, or says to have attended. Raises SittingAttended.

    Queries in a command, since no key names all who came: each scan guards the agenda that is then written.
    """
    if after.sittings and not before.sittings:
        require_unattended(None, is_attended=_is_attended(before, None, ctx))
    stays = {it.id for it in after.sittings}
    for gone in (it for it in before.sittings if it.id not in stays):
        require_unattended(gone, is_attended=_is_attended(before, gone, ctx))


def chosen_sitting(agenda: Agenda, sitting_id: str) -> Sitting | None:
    """Return the sitting that is asked for; None for none. Raises RecordMissing."""
    sitting = next((it for it in agenda.sittings if it.id == sitting_id), None)
    if sitting_id and sitting is None:
        raise RecordMissing("Sesi ini sudah dihapus. Muat ulang halaman.")
    return sitting


def _is_attended(agenda: Agenda, sitting: Sitting | None, ctx: ReadContext) -> bool:
    order, equal = present_in_order(agenda, sitting)
    present = ctx.count(ATTENDANCE, order, equal=equal, up_to=1, right_from=RIGHT)
    if present or count_guests(agenda, ctx, RIGHT, sitting):
        return True
    waiting = ctx.every(PROVISIONAL_SCANS, OF_AGENDA_IN_STATE, equal=(agenda.id, ScanState.WAITING), right_from=RIGHT)
    return any(it.sitting_id == (sitting.id if sitting else "") for _, it in waiting)
