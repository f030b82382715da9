"""Record that an invited guest is present: their personal link says who, the hall's code says where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.guest import GuestForm, GuestListFull, GuestTicket, TooManyGuests, enter
from functions.eagenda.domain.invited_guest import GuestLinkEnded, slot_before
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.domain.sitting import hall_id, sitting_id_at
from functions.eagenda.find_hall import tidied
from functions.eagenda.guests import GUESTS, count_against_flooding, guest_policy
from functions.eagenda.invited_guests import INVITED_GUESTS, guest_by_link
from functions.eagenda.records import QR_SECRETS, REFUSED_SCANS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.values import Instant, Text

_RIGHT = "the guest's personal link"
_LETTERS = 20  # no more are typed; the code of a link is longer


@dataclass(frozen=True, slots=True)
class InvitedGuestScan:
    """Whose link, and the code that the hall shows: of its QR code or its letters as they were typed."""

    token: Annotated[str, Text(1, 400)]
    code: Annotated[str, Text(1, 100)]


@dataclass(frozen=True, slots=True)
class InvitedGuestRecorded:
    """The guest is present since ``attended_at``; ``already`` when they were before."""

    agenda_title: str
    place: str
    name: str
    attended_at: Instant
    already: bool


@operation(
    permission=PUBLIC,
    refuses=(
        GuestLinkEnded,
        CodeExpired,
        AgendaIsCancelled,
        AttendanceNotOpen,
        AttendanceOver,
        GuestListFull,
        TooManyGuests,
    ),
    keeps=(REFUSED_SCANS,),
    limit=PerAddress(per_minute=60, burst=60),  # a coach of guests behind one address
)
def record_invited_guest(scan: InvitedGuestScan, ctx: Context) -> InvitedGuestRecorded:
    """Record an invited guest on the list of guests, once; scanning again answers the first time."""
    invited, agenda = guest_by_link(scan.token, ctx)
    sitting_id = sitting_id_at(agenda.sittings, ctx.now)
    guest_id = f"{invited.id}-{sitting_id}" if sitting_id else invited.id
    earlier = ctx.find(GUESTS, guest_id, right_from=_RIGHT)
    kept = ctx.peek(QR_SECRETS, agenda.id)
    count = count_against_flooding(agenda, ctx, _RIGHT)
    policy = guest_policy(ctx)

    code = scan.code if len(scan.code) > _LETTERS else tidied(scan.code)
    hall, secret = hall_id(agenda.id, sitting_id), kept.secret if kept else None
    slot = earlier.slot if earlier else slot_before(invited, hall, code, secret, ctx.now)
    ticket = GuestTicket(guest_id, agenda.id, slot, ctx.now + policy.time_to_fill_in, sitting_id)
    guest = earlier or enter(agenda, ticket, GuestForm(invited.name, invited.institution), count, policy, ctx.now)

    if not earlier:
        ctx.create(GUESTS, guest)
        ctx.put(INVITED_GUESTS, replace(invited, attended_at=invited.attended_at or guest.at))
    return InvitedGuestRecorded(agenda.title, agenda.place, guest.name, guest.at, already=earlier is not None)
