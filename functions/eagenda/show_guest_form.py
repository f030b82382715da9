"""Show the form for guests: a ticket in exchange for the hall's code, so that there is time to write."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.guest import GuestTicket, give_ticket
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.guests import guest_policy
from functions.eagenda.records import AGENDAS, QR_SECRETS
from shared import codec
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.values import Instant, fingerprint

_RIGHT = "the code on the hall's screen"


@dataclass(frozen=True, slots=True)
class HallLink:
    """What the QR link carried."""

    agenda_id: str
    code: str


@dataclass(frozen=True, slots=True)
class ShownGuestForm:
    """The ticket to send the form with, until when it is good, and what the guest is told before writing."""

    ticket: str
    until: Instant
    agenda_title: str
    place: str
    organiser_name: str
    organisation_name: str
    telephone_kept_days: int


@query(
    permission=PUBLIC,
    refuses=(CodeExpired, AgendaIsCancelled, AttendanceNotOpen, AttendanceOver),
    limit=PerAddress(per_minute=600, burst=300),  # a hall of people behind one address scans at once
    body=True,
)
def show_guest_form(link: HallLink, ctx: ReadContext) -> ShownGuestForm:
    """Show the form for guests of an agenda that admits them, in exchange for the hall's code."""
    # A question and no command: each phone that is not signed in asks it, and nothing is known yet that is worth a row.
    named = ctx.find(AGENDAS, link.agenda_id, right_from=_RIGHT)
    kept = ctx.peek(QR_SECRETS, link.agenda_id)
    policy = guest_policy(ctx)

    ticket_id = fingerprint(ctx.call.request_id, "guest")
    agenda, ticket = give_ticket(named, ticket_id, link.code, kept.secret if kept else None, policy, ctx.now)

    return ShownGuestForm(
        ticket=ctx.ports.identity.ticket("guest", codec.encode_answer(GuestTicket, ticket)),
        until=ticket.until,
        agenda_title=agenda.title,
        place=agenda.place,
        organiser_name=agenda.organiser.name,
        organisation_name=agenda.organiser.organisation_name,
        telephone_kept_days=policy.telephone_kept_days,
    )
