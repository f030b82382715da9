"""Invite the next guests of a long list to an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.guest_book import GuestToInvite, TooManyGuestsInvited, require_guest_room
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.invited_guests import (
    GUEST_LISTS,
    guest_book,
    guest_invite_policy,
    prepare_guests,
    write_guests,
)
from functions.eagenda.records import AGENDAS
from shared.events.eagenda_guests import GuestInvitingMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_TOGETHER = 60
_WRITES_FOR_ONE = 2  # the guest and the e-mail
assert _TOGETHER * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a chunk is one transaction
_OVER = "Agenda sudah dibatalkan, selesai, atau dirahasiakan."
_FULL = "Undangan tamu agenda ini sudah penuh."


@reaction(to=GuestInvitingMoved)
def write_invited_guests(moved: GuestInvitingMoved, ctx: Context) -> None:
    """Invite the next of them; an address that is invited already stays so, and gets no second e-mail."""

    def work(job: Job) -> list[JobRow]:
        agenda = ctx.get(AGENDAS, moved.agenda_id, right_from=_RIGHT)
        asked = ctx.get(GUEST_LISTS, job.id, right_from=_RIGHT)
        book = guest_book(agenda, ctx, _RIGHT)
        policy = guest_invite_policy(ctx)
        these = asked.guests[job.done : job.done + _TOGETHER]
        is_open = agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.ends_at
        may = is_open and agenda.visibility is not Visibility.SECRET

        try:
            fresh = {it.email for it in these if not book.has(it.email)}
            require_guest_room(len(book.entries), len(fresh), policy)
            after, new = prepare_guests(agenda, book, these, ctx) if may else (book, ())
            refused = "" if may else _OVER
        except TooManyGuestsInvited:
            after, new, refused = book, (), _FULL

        if new:
            write_guests(agenda, after, new, ctx)
        if job.done + len(these) == job.total:
            ctx.delete(GUEST_LISTS, job.id)
        created = {it.email for it in new}
        return [_line(number, it, refused, created) for number, it in enumerate(these, job.done + 1)]

    advance(moved, ctx, work)


def _line(number: int, one: GuestToInvite, refused: str, created: set[str]) -> JobRow:
    if refused:
        return JobRow(number, one.name, RowVerdict.REFUSED, refused)
    if one.email in created:
        created.discard(one.email)  # the same address in a later row is invited by this one
        return JobRow(number, one.name, RowVerdict.CREATED)
    return JobRow(number, one.name, RowVerdict.UNCHANGED, "Alamat surel ini sudah diundang.")
