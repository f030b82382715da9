"""Write to invited guests that their meeting moved or is cancelled."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.invited_guest import InvitedGuestState
from functions.eagenda.invited_guests import (
    BY_STATE_AND_NAME,
    GUEST_BOOKS,
    INVITED_GUESTS,
    guest_invite_policy,
    with_next_mail,
    write_mail,
)
from functions.eagenda.records import AGENDAS
from shared.events.eagenda import AgendaCancelled, AgendaEdited
from shared.events.eagenda_guests import GuestMailsLeft
from shared.events.notices import MailsRequested
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rules.notice import NoticeKind
from shared.views.outside_mails import OUTSIDE_MAILS

_RIGHT = "the event of this agenda"
_TOGETHER = 50  # three writes each


@reaction(to=(AgendaEdited, AgendaCancelled, GuestMailsLeft))
def write_guest_mails(event: AgendaEdited | AgendaCancelled | GuestMailsLeft, ctx: Context) -> None:
    """Write to each guest once for each change, with the calendar file that follows it; some at a time."""
    kind = _kind(event)
    if kind is None or ctx.find(GUEST_BOOKS, event.agenda_id, right_from=_RIGHT) is None:
        return
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    is_cancelled = agenda.state is AgendaState.CANCELLED
    if is_cancelled is not (kind is NoticeKind.AGENDA_CANCELLED):
        return  # it moved and was cancelled meanwhile: that is told by itself
    policy = guest_invite_policy(ctx)
    page = ctx.list(
        INVITED_GUESTS,
        BY_STATE_AND_NAME,
        equal=(agenda.id, InvitedGuestState.INVITED.value),
        cursor=event.cursor if isinstance(event, GuestMailsLeft) else None,
        limit=_TOGETHER,
        right_from=_RIGHT,
    )
    told = [with_next_mail(it, ctx) for _, it in page.items if it.email]

    for guest, waiting in told:
        ctx.put(INVITED_GUESTS, replace(guest, forget_email_at=agenda.ends_at + policy.email_kept))
        if waiting:
            ctx.delete(OUTSIDE_MAILS, waiting)
        write_mail(guest, kind, agenda, policy.email_kept_days, ctx)
    if told:
        ctx.emit(MailsRequested(tuple(guest.mail_id for guest, _ in told)))
    if page.next_cursor:
        ctx.emit(GuestMailsLeft(agenda.id, kind, page.next_cursor))


def _kind(event: AgendaEdited | AgendaCancelled | GuestMailsLeft) -> NoticeKind | None:
    if isinstance(event, GuestMailsLeft):
        return event.kind
    if isinstance(event, AgendaCancelled):
        return NoticeKind.AGENDA_CANCELLED
    return NoticeKind.AGENDA_MOVED if event.is_moved else None
