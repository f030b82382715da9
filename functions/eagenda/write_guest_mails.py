"""Write to invited guests that their meeting moved, is cancelled, or is near."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.answer import STAYS_AWAY
from functions.eagenda.domain.invited_guest import InvitedGuestState
from functions.eagenda.guest_mail_kinds import NEAR, REMINDER, Told, kind_of, still_holds
from functions.eagenda.invited_guests import (
    BY_STATE_AND_NAME,
    GUEST_BOOKS,
    INVITED_GUESTS,
    guest_invite_policy,
    with_next_mail,
    write_mail,
)
from functions.eagenda.records import AGENDAS
from shared.events.eagenda import AgendaCancelled, AgendaEdited, AgendaStartsSoon, AgendaTomorrow
from shared.events.eagenda_guests import GuestMailsLeft
from shared.events.notices import MailsRequested
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.views.outside_mails import OUTSIDE_MAILS

_RIGHT = "the event of this agenda"
_TOGETHER = 50  # three writes each


@reaction(to=(AgendaEdited, AgendaCancelled, AgendaTomorrow, AgendaStartsSoon, GuestMailsLeft))
def write_guest_mails(event: Told, ctx: Context) -> None:
    """Write to each guest once for each change, with the calendar file that follows it; some at a time.

    The day and the hour before, those are reminded who have not said that they stay away, and to whom nothing else is
    on its way.
    """
    kind = kind_of(event)
    if kind is None or ctx.find(GUEST_BOOKS, event.agenda_id, right_from=_RIGHT) is None:
        return
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    reminds = kind is REMINDER
    if not still_holds(kind, agenda, ctx.now) or (isinstance(event, NEAR) and agenda.starts_at != event.starts_at):
        return  # it moved or was cancelled meanwhile: that is told by itself
    policy = guest_invite_policy(ctx)
    page = ctx.list(
        INVITED_GUESTS,
        BY_STATE_AND_NAME,
        equal=(agenda.id, InvitedGuestState.INVITED.value),
        cursor=event.cursor if isinstance(event, GuestMailsLeft) else None,
        limit=_TOGETHER,
        right_from=_RIGHT,
    )
    asked = [it for _, it in page.items if it.email and not (reminds and it.answer.kind in STAYS_AWAY)]
    told = [it for it in (with_next_mail(guest, ctx) for guest in asked) if not (reminds and it[1])]

    for guest, waiting in told:
        ctx.put(INVITED_GUESTS, replace(guest, forget_email_at=agenda.ends_at + policy.email_kept))
        if waiting:
            ctx.delete(OUTSIDE_MAILS, waiting)
        write_mail(guest, kind, agenda, policy.email_kept_days, ctx)
    if told:
        ctx.emit(MailsRequested(tuple(guest.mail_id for guest, _ in told)))
    if page.next_cursor:
        ctx.emit(GuestMailsLeft(agenda.id, kind, page.next_cursor))
