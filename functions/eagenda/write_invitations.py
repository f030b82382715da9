"""Invite the next people of a long list to an agenda."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.invitations import INVITE_LISTS, Prepared, PreparedOne, prepare, write
from functions.eagenda.records import AGENDAS
from shared.events.eagenda import InvitingMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_WRITES_FOR_ONE = 3  # the invitation, its task, a reminder where the meeting is near
assert AT_ONCE * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a chunk is one transaction
_OVER = "Agenda sudah dibatalkan atau selesai."


@reaction(to=InvitingMoved)
def write_invitations(moved: InvitingMoved, ctx: Context) -> None:
    """Invite the next of them; who is invited already stays so, and nobody is told twice."""

    def work(job: Job) -> list[JobRow]:
        agenda = ctx.get(AGENDAS, moved.agenda_id, right_from=_RIGHT)
        asked = ctx.get(INVITE_LISTS, job.id, right_from=_RIGHT)
        these = asked.invitees[job.done : job.done + AT_ONCE]
        is_open = agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.ends_at
        prepared = prepare(agenda, these, ctx) if is_open else Prepared(())

        if prepared.new:
            ctx.put(AGENDAS, replace(agenda, invited_count=agenda.invited_count + len(prepared.new)))
            write(agenda, prepared, ctx)
        if job.done + len(these) == job.total:
            ctx.delete(INVITE_LISTS, job.id)
        if not is_open:
            return [JobRow(number, "", RowVerdict.REFUSED, _OVER) for number, _ in enumerate(these, job.done + 1)]
        return [_line(number, it) for number, it in enumerate(prepared.each, job.done + 1)]

    advance(moved, ctx, work)


def _line(number: int, one: PreparedOne) -> JobRow:
    if one.invitation is not None:
        return JobRow(number, one.name, RowVerdict.CREATED)
    if one.already:
        return JobRow(number, one.name, RowVerdict.UNCHANGED, "Sudah diundang.")
    return JobRow(number, one.name, RowVerdict.REFUSED, "Orang ini tidak ada lagi di direktori.")
