"""Invite guests from outside the regency by e-mail."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.guest_book import (
    NOT_INVITING,
    GuestToInvite,
    require_guest_room,
    require_invitable,
    tidied,
)
from functions.eagenda.domain.invitees import AT_ONCE, require_open
from functions.eagenda.invited_guests import (
    guest_book,
    guest_invite_policy,
    prepare_guests,
    start_guest_job,
    with_calendar_file,
    write_guests,
)
from functions.eagenda.records import AGENDAS
from shared.directory.numbers import holders_of
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.views.subjects import SUBJECTS

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class GuestsToInvite:
    """Whom to invite to which agenda."""

    agenda_id: str
    guests: tuple[GuestToInvite, ...]


@dataclass(frozen=True, slots=True)
class GuestsInvited:
    """How many are invited now, and how many addresses were already; both 0 where a job invites them."""

    invited_count: int
    already_count: int
    job_id: str


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, *NOT_INVITING),
)
def invite_guests(wanted: GuestsToInvite, ctx: Context) -> GuestsInvited:
    """Invite guests by e-mail, with a calendar file and a link of their own; the agenda then admits guests."""
    agenda = organised_agenda(wanted.agenda_id, ctx)
    require_open(agenda, ctx.now)
    require_invitable(agenda, sends_mail=ctx.ports.mail is not None)
    asked = tidied(wanted.guests, holders_of({it.email.lower() for it in wanted.guests}, ctx))
    book = guest_book(agenda, ctx, _RIGHT)
    subject = with_calendar_file(agenda, ctx)
    by_job = len(asked) > AT_ONCE
    fresh = tuple({it.email: it for it in reversed(asked) if not book.has(it.email)}.values())[::-1]

    require_guest_room(len(book.entries), len(fresh), guest_invite_policy(ctx))
    after, new = (book, ()) if by_job else prepare_guests(agenda, book, fresh, ctx)

    if not agenda.admit_guests:
        ctx.put(AGENDAS, replace(agenda, admit_guests=True))
    if subject:
        ctx.put(SUBJECTS, subject)
    if new:
        write_guests(agenda, after, new, ctx)
    job_id = start_guest_job(agenda, asked, ctx) if by_job else ""
    return GuestsInvited(len(new), 0 if by_job else len(asked) - len(new), job_id)
