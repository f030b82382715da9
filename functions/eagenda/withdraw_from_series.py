"""Withdraw people's invitations to a series from one of its days on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import require_few
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.domain.series_list import SeriesListChange
from functions.eagenda.series_lists import open_series, start_list_change, withdrawn_subject
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class PeopleToWithdrawOnwards:
    """Whose, at most sixty at once, and from which agenda of the series on."""

    agenda_id: str
    person_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawnOnwards:
    """From how many days the job takes them off."""

    day_count: int
    job_id: str


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, SeriesInWork),
)
def withdraw_from_series(which: PeopleToWithdrawOnwards, ctx: Context) -> WithdrawnOnwards:
    """Withdraw invitations to an agenda and those of its series after it; who is present already keeps theirs."""
    found = open_series(which.agenda_id, ctx)
    require_few(which.person_ids)
    subject = withdrawn_subject(found, ctx)

    persons = tuple(dict.fromkeys(which.person_ids))
    days = tuple(it.id for it in found.days)
    change = SeriesListChange(ctx.new_id(), found.series.id, days, persons, withdraws=True)

    start_list_change(found, change, f"Tarik undangan seri: {found.agenda.title}", subject, ctx)
    return WithdrawnOnwards(len(days), change.job_id)
