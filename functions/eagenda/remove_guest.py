"""Take a guest off the list, with the reason; the row stays as a trace."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.domain.guest import GuestState, Removal, remove
from functions.eagenda.guests import GUESTS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class GuestToRemove:
    """Which guest of which agenda, and why."""

    agenda_id: str
    guest_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class GuestRemoved:
    """The guest no longer counts; ``already`` when it was so before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AttendanceOver))
def remove_guest(to_remove: GuestToRemove, ctx: Context) -> GuestRemoved:
    """Take a guest off the list of an agenda whose attendance is not closed."""
    agenda = organised_agenda(to_remove.agenda_id, ctx)
    guest = ctx.find(GUESTS, to_remove.guest_id, right_from=_RIGHT)
    if guest is None or guest.agenda_id != agenda.id:
        raise RecordMissing("Muat ulang daftar tamu, lalu coba lagi.")

    already = guest.state is GuestState.REMOVED
    removed = guest if already else remove(agenda, guest, Removal(ctx.actor.name, to_remove.reason, ctx.now))

    if not already:
        ctx.put(GUESTS, removed)
    return GuestRemoved(already)
