"""Writing a new series: part after part, each a few people on one day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.answers import answer_task
from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.change import InSeries
from functions.eagenda.domain.invitees import AT_ONCE, InvitedPosts, together, with_posts
from functions.eagenda.domain.plan import schedule
from functions.eagenda.domain.series import day_agenda_id, on_day
from functions.eagenda.holders import invited_post
from functions.eagenda.invitations import INVITED_POSTS, prepare
from functions.eagenda.records import AGENDAS, INVITATIONS, QR_SECRETS, QrSecret
from functions.eagenda.reminders import REMINDERS
from functions.eagenda.rooms import Booking, book
from functions.eagenda.series import RIGHT, series_subject_id
from functions.eagenda.subjects import as_subject
from shared.events.eagenda import AgendaScheduled
from shared.events.eagenda_series import SeriesWritingMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.notices.request import request_notices
from shared.rules.calendar import short_date, wib_date
from shared.rules.notice import NoticeKind
from shared.tasks.ask import ask
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series import Series
    from functions.eagenda.invitations import Prepared
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """What a part writes: a day's agenda where it is new, and a few invitations to it."""

    agenda: Agenda
    is_new: bool
    is_first_day: bool
    posts: InvitedPosts | None
    booking: Booking
    people: Prepared


def start_writing(series: Series, first: Agenda, ctx: Context) -> None:
    """Have a job write all parts after the first."""
    title, page, left = f"Seri: {series.plan.title}", f"/agenda/{first.id}", part_count(series) - 1
    job = Job(series.job_id, ctx.actor.id, title, page, left, ctx.now, ctx.now, is_cancellable=False)
    start(job, SeriesWritingMoved(series.job_id, 0, series.id), ctx)


def part_count(series: Series) -> int:
    """Return in how many parts a series is written."""
    return len(series.days) * _parts_a_day(series)


def part_name(series: Series, number: int) -> str:
    """Return what a report calls a part: its day, and which of its people where they are many."""
    day, which = divmod(number, _parts_a_day(series))
    people = len(series.plan.invited) + len(series.plan.invited_posts)
    of_day = short_date(series.days[day])
    last = min(people, (which + 1) * AT_ONCE)
    return of_day if _parts_a_day(series) == 1 else f"{of_day}, undangan {which * AT_ONCE + 1}–{last}"


def prepare_part(series: Series, number: int, ctx: Context) -> PreparedPart | None:
    """Read and decide what a part writes; None where its day was left out or is cancelled.

    Raises RoomTaken, and InvalidField for a day that is over by now.
    """
    day_number, which = divmod(number, _parts_a_day(series))
    day = series.days[day_number]
    agenda_id = day_agenda_id(series.id, day)
    plan = on_day(series.plan, day)
    found = ctx.find(AGENDAS, agenda_id, right_from=RIGHT)
    if found is None and which > 0:
        return None
    if found is not None and (found.state is not AgendaState.SCHEDULED or ctx.now >= found.ends_at):
        return None
    made = found or replace(
        schedule(agenda_id, plan, series.organiser, ctx.now),
        room=series.room,
        series=InSeries(series.id, day),
        invited_count=0,
    )
    booking = Booking() if found else book(made, None, ctx)

    asked = (*((it, "") for it in plan.invited), *(("", it) for it in plan.invited_posts))
    these = asked[which * AT_ONCE : (which + 1) * AT_ONCE]
    known = [it for _, post in these if post and (it := invited_post(post, wib_date(made.starts_at), ctx))]
    before = ctx.find(INVITED_POSTS, agenda_id, right_from=RIGHT) or InvitedPosts(agenda_id, ())
    invitees = together([person for person, _ in these if person], known)
    people = prepare(made, invitees, ctx, is_new=found is None)
    return PreparedPart(
        replace(made, invited_count=made.invited_count + len(people.new)),
        found is None,
        day_number == 0,
        with_posts(before, known) if known else None,
        booking,
        people,
    )


def write_part(series: Series, part: PreparedPart, ctx: Context) -> None:
    """Write a part. Of the whole series everybody is told once and asked once, for its first day."""
    agenda = part.agenda
    ctx.put(AGENDAS, agenda)
    if part.is_new:
        part.booking.write(ctx)
        ctx.create(SUBJECTS, as_subject(agenda))
        ctx.create(QR_SECRETS, QrSecret(agenda.id, ctx.new_secret()))
        ctx.emit(AgendaScheduled(agenda.id, agenda.starts_at), organisation_id=agenda.organiser.organisation_id)
    if part.posts:
        ctx.put(INVITED_POSTS, part.posts)
    told = [it.person_id for it in part.people.new] if part.is_first_day else []
    write_people(series.id, agenda, part.people, told, ctx)


def write_people(series_id: str, agenda: Agenda, people: Prepared, told: Collection[str], ctx: Context) -> None:
    """Write the invitations to a day of a series; some are told of the whole, and asked for all its days."""
    for one in people.each:
        if one.invitation is not None:
            ctx.create(INVITATIONS, replace(one.invitation, of_series=True))
            if one.invitation.person_id in told and one.invitation.asked_until is not None:
                ask(answer_task(agenda, one.invitation, ctx), ctx, found=one.task)
    for reminder in people.late_reminders:
        ctx.create(REMINDERS, reminder)
    if told:
        others = (it for it in told if it != agenda.organiser.person_id)
        request_notices(NoticeKind.SERIES_INVITED, series_subject_id(series_id), others, ctx)


def _parts_a_day(series: Series) -> int:
    return -(-(len(series.plan.invited) + len(series.plan.invited_posts)) // AT_ONCE)
