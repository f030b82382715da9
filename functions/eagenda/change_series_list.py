"""Invite the next people of a list to a day of a series, or withdraw their invitations to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import MOST_INVITED, AgendaState
from functions.eagenda.domain.invitees import AT_ONCE, InvitedPosts, together, with_posts
from functions.eagenda.domain.series_list import part_of
from functions.eagenda.holders import invited_post
from functions.eagenda.invitations import INVITED_POSTS, prepare
from functions.eagenda.records import AGENDAS
from functions.eagenda.series_lists import SERIES_LIST_CHANGES
from functions.eagenda.subjects import withdrawn_subject_id
from functions.eagenda.withdrawing import prepare_withdrawal, write_withdrawal
from functions.eagenda.written_series import write_people
from shared.events.eagenda_series import SeriesListMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.calendar import short_date, wib_date
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series_list import Part, SeriesListChange
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_WRITES_FOR_ONE = 3  # the invitation, its task, a reminder where the meeting is near
assert AT_ONCE * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a part is one transaction


@reaction(to=SeriesListMoved)
def change_series_list(moved: SeriesListMoved, ctx: Context) -> None:
    """Do the next part; a day that is cancelled or over meanwhile stays as it is."""

    def work(job: Job) -> list[JobRow]:
        change = ctx.get(SERIES_LIST_CHANGES, job.id, right_from=_RIGHT)
        part = part_of(change, job.done)
        agenda = ctx.get(AGENDAS, part.agenda_id, right_from=_RIGHT)
        is_open = agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.ends_at
        step = _withdraw if change.withdraws else _invite

        verdict, detail, told = step(agenda, change, part, ctx) if is_open else _OVER
        if job.done + 1 == job.total:
            ctx.delete(SERIES_LIST_CHANGES, job.id)
        elif told:
            ctx.put(SERIES_LIST_CHANGES, replace(change, told=(*change.told, *told)))
        name = short_date(wib_date(agenda.starts_at)) + part.words
        return [JobRow(job.done + 1, name, verdict, detail)]

    advance(moved, ctx, work)


_Done = tuple[RowVerdict, str, list[str]]
_OVER: _Done = (RowVerdict.UNCHANGED, "Sudah dibatalkan atau selesai.", [])


def _invite(agenda: Agenda, change: SeriesListChange, part: Part, ctx: Context) -> _Done:
    day = wib_date(agenda.starts_at)
    known = [it for post in part.posts if (it := invited_post(post, day, ctx))]
    posts = ctx.find(INVITED_POSTS, agenda.id, right_from=_RIGHT) or InvitedPosts(agenda.id, ())
    prepared = prepare(agenda, together(part.persons, known), ctx)
    new = [it.person_id for it in prepared.new]

    if agenda.invited_count + len(new) > MOST_INVITED:
        return RowVerdict.REFUSED, f"Satu tanggal paling banyak {MOST_INVITED} undangan.", []
    told = [it for it in new if it not in change.told]

    if known:
        ctx.put(INVITED_POSTS, with_posts(posts, known))
    if not new:
        return RowVerdict.UNCHANGED, "Sudah diundang semua.", []
    ctx.put(AGENDAS, replace(agenda, invited_count=agenda.invited_count + len(new)))
    write_people(change.series_id, agenda, prepared, told, ctx)
    return RowVerdict.CREATED, f"{len(new)} orang diundang.", told


def _withdraw(agenda: Agenda, change: SeriesListChange, part: Part, ctx: Context) -> _Done:
    withdrawal = prepare_withdrawal(agenda, part.persons, ctx)
    gone = [it.invitation.person_id for it in withdrawal.absent]
    told = [it for it in gone if it not in change.told]

    write_withdrawal(agenda, withdrawal, ctx, quiet=gone)
    people = (it for it in told if it != agenda.organiser.person_id)
    request_notices(NoticeKind.AGENDA_WITHDRAWN, withdrawn_subject_id(change.series_id), people, ctx)
    if not gone:
        return RowVerdict.UNCHANGED, "Tidak ada yang diundang pada tanggal ini.", []
    return RowVerdict.CHANGED, f"{len(gone)} undangan ditarik.", told
