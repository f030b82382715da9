"""Say that one comes to all days of a series at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, AgendaState
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import answer
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.domain.series import day_agenda_id
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from functions.eagenda.series import SERIES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

_OWN = "the caller's own invitation"


@dataclass(frozen=True, slots=True)
class SeriesToAccept:
    """From which agenda of the series on."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class SeriesAccepted:
    """To how many days the caller says now that they come; those that they answered otherwise stay so."""

    accepted_count: int


@operation(permission=SIGNED_IN, refuses=(RecordMissing, AgendaIsCancelled, AgendaOver))
def accept_series(which: SeriesToAccept, ctx: Context) -> SeriesAccepted:
    """Answer the caller's unanswered invitations from this day of a series on: they come."""
    person = ctx.actor.id
    own = ctx.get(INVITATIONS, participation_key(which.agenda_id, person), right_from=_OWN)
    agenda = ctx.get(AGENDAS, own.agenda_id, right_from=_OWN)
    series = ctx.find(SERIES, agenda.series.id, right_from=_OWN) if agenda.series else None
    if series is None or agenda.series is None:
        raise RecordMissing("Agenda ini bukan bagian dari seri. Jawab undangannya sendiri.")
    require_open(agenda, ctx.now)
    later = [day_agenda_id(series.id, day) for day in series.days if day > agenda.series.day]
    found = [ctx.find(INVITATIONS, participation_key(it, person), right_from=_OWN) for it in later]
    tasks = [find_task(TaskKind.INVITATION, participation_key(it, person), ctx) for it in (agenda.id, *later)]

    coming = answer(AnswerKind.COMING, "", None, own_id=person, is_deputy=False, now=ctx.now)
    open_ones = [it for it in (own, *found) if it and it.state is AgendaState.SCHEDULED and ctx.now < it.ends_at]
    unanswered = [it for it in open_ones if it.answer.kind is AnswerKind.UNANSWERED]

    for invitation in unanswered:
        ctx.put(INVITATIONS, replace(invitation, answer=coming, asked_until=None))
    answered = {participation_key(it.agenda_id, person) for it in unanswered}
    for task in tasks:
        if task is not None and task.subject_id in answered:
            settle(task, ctx)
    return SeriesAccepted(len(unanswered))
