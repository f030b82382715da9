"""Record a guest who filled in the form."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.domain.guest import (
    GuestForm,
    GuestListFull,
    GuestTicket,
    TicketExpired,
    TooManyGuests,
    enter,
)
from functions.eagenda.guests import GUESTS, count_against_flooding, guest_policy
from functions.eagenda.records import AGENDAS, REFUSED_SCANS
from shared import codec
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.refusals import RecordMissing
from shared.values import Instant

_RIGHT = "the ticket"


@dataclass(frozen=True, slots=True)
class FilledGuestForm:
    """What the guest wrote, and the ticket that came with the form."""

    ticket: str
    form: GuestForm


@dataclass(frozen=True, slots=True)
class GuestRecorded:
    """The guest is present since ``attended_at``; ``already`` when the same form came before."""

    agenda_title: str
    place: str
    name: str
    attended_at: Instant
    already: bool


@operation(
    permission=PUBLIC,
    refuses=(RecordMissing, TicketExpired, AgendaIsCancelled, AttendanceOver, GuestListFull, TooManyGuests),
    keeps=(REFUSED_SCANS,),
    limit=PerAddress(per_minute=60, burst=60),  # a coach of guests behind one address; nobody types faster
)
def record_guest(filled: FilledGuestForm, ctx: Context) -> GuestRecorded:
    """Record a guest's attendance; the same ticket again answers the first time."""
    facts = ctx.ports.identity.read_ticket("guest", filled.ticket)
    if facts is None:
        raise TicketExpired("Pindai lagi kode yang sedang tampil di layar.")
    ticket = codec.decode_stored(GuestTicket, facts)
    agenda = ctx.get(AGENDAS, ticket.agenda_id, right_from=_RIGHT)
    earlier = ctx.find(GUESTS, ticket.id, right_from=_RIGHT)
    count = count_against_flooding(agenda, ctx, _RIGHT)
    policy = guest_policy(ctx)

    guest = earlier or enter(agenda, ticket, filled.form, count, policy, ctx.now)

    if not earlier:
        ctx.create(GUESTS, guest)
    return GuestRecorded(agenda.title, agenda.place, guest.name, guest.at, already=earlier is not None)
