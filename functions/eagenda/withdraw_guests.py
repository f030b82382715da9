"""Withdraw the invitations of guests; they are told by e-mail, and their links lead nowhere from then on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.guest_book import require_few_guests, without
from functions.eagenda.domain.invited_guest import InvitedGuestState, is_unreached, withdrawn
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.invited_guests import (
    GUEST_BOOKS,
    INVITED_GUESTS,
    guest_book,
    guest_invite_policy,
    with_next_mail,
    write_mail,
)
from shared.events.notices import MailsRequested
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.views.outside_mails import OUTSIDE_MAILS

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class GuestsToWithdraw:
    """Whose, at most sixty at once."""

    agenda_id: str
    guest_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuestsWithdrawn:
    """How many are withdrawn, and how many keep theirs since they are recorded as present."""

    withdrawn_count: int
    present_count: int


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver))
def withdraw_guests(which: GuestsToWithdraw, ctx: Context) -> GuestsWithdrawn:
    """Withdraw the invitations of guests; whoever is present already keeps theirs."""
    agenda = organised_agenda(which.agenda_id, ctx)
    require_open(agenda, ctx.now)
    require_few_guests(which.guest_ids)
    book = guest_book(agenda, ctx, _RIGHT)
    found = [ctx.find(INVITED_GUESTS, it, right_from=_RIGHT) for it in dict.fromkeys(which.guest_ids)]
    theirs = [it for it in found if it and it.agenda_id == agenda.id and it.state is InvitedGuestState.INVITED]
    absent = [it for it in theirs if it.attended_at is None]
    told = [(with_next_mail(it, ctx), is_unreached(it)) for it in absent]
    days = guest_invite_policy(ctx).email_kept_days

    for (guest, waiting), unreached in told:
        ctx.put(INVITED_GUESTS, withdrawn(guest))
        if waiting:
            ctx.delete(OUTSIDE_MAILS, waiting)
        if not unreached:
            write_mail(guest, NoticeKind.AGENDA_WITHDRAWN, agenda, days, ctx)
    if absent:
        ctx.put(GUEST_BOOKS, without(book, absent))
    if mail_ids := tuple(guest.mail_id for (guest, _), unreached in told if not unreached):
        ctx.emit(MailsRequested(mail_ids))
    return GuestsWithdrawn(len(absent), len(theirs) - len(absent))
