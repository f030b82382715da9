"""A part of changing who is invited to a series: a few people on one of its days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.invitees import InvitedPosts, together, with_posts
from functions.eagenda.holders import invited_post
from functions.eagenda.invitations import INVITED_POSTS, prepare
from functions.eagenda.records import AGENDAS
from functions.eagenda.subjects import withdrawn_subject_id
from functions.eagenda.withdrawing import prepare_withdrawal, write_withdrawal
from functions.eagenda.written_series import write_people
from shared.jobs.job import RowVerdict
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series_list import Part, SeriesListChange


_RIGHT = "the job's own event"

Done = tuple[RowVerdict, str, list[str]]


OVER: Done = (RowVerdict.UNCHANGED, "Sudah dibatalkan atau selesai.", [])


def invite_part(agenda: Agenda, change: SeriesListChange, part: Part, ctx: Context) -> Done:
    """Invite them; who is invited already stays so. Say what became of it, and who is to be told of the series."""
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


def withdraw_part(agenda: Agenda, change: SeriesListChange, part: Part, ctx: Context) -> Done:
    """Withdraw their invitations; who is present already keeps theirs."""
    withdrawal = prepare_withdrawal(agenda, part.persons, ctx)
    gone = [it.invitation.person_id for it in withdrawal.absent]
    told = [it for it in gone if it not in change.told]

    write_withdrawal(agenda, withdrawal, ctx, quiet=gone)
    people = (it for it in told if it != agenda.organiser.person_id)
    request_notices(NoticeKind.AGENDA_WITHDRAWN, withdrawn_subject_id(change.series_id), people, ctx)
    if not gone:
        return RowVerdict.UNCHANGED, "Tidak ada yang diundang pada tanggal ini.", []
    return RowVerdict.CHANGED, f"{len(gone)} undangan ditarik.", told
