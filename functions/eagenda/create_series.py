"""Create a series of agendas and invite people to all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.draft import DraftSettled
from functions.eagenda.domain.invitees import require_known
from functions.eagenda.domain.plan import schedule
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.domain.series import (
    Series,
    SeriesPlan,
    as_stored,
    on_day,
    require_size,
    series_days,
)
from functions.eagenda.drafts import Publishing
from functions.eagenda.holders import invited_post
from functions.eagenda.map_points import placed_point
from functions.eagenda.people import as_organiser
from functions.eagenda.rooms import booked_room
from functions.eagenda.series import (
    SERIES,
    named_days_off,
    policy,
    require_free,
    series_subject,
    taken_days,
    words_of,
)
from functions.eagenda.written_series import prepare_part, start_writing, write_part
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class SeriesCreated:
    """The new series and its first agenda; ``job_id`` makes the others."""

    id: str
    agenda_id: str
    day_count: int
    invited_count: int
    job_id: str


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RoomTaken, RecordMissing, DraftSettled))
def create_series(plan: SeriesPlan, ctx: Context) -> SeriesCreated:
    """Create a series: its first agenda now, the others by a job; those invited are told once."""
    limits = policy(ctx)
    days = [it for it in series_days(plan, limits, named_days_off(ctx), ctx.now) if not it.skipped]
    asked = as_stored(replace(plan, point=placed_point(plan.point, ctx)))
    require_size(asked, len(days), limits)
    series_id, job_id, organiser = ctx.new_id(), ctx.new_id(), as_organiser(ctx.actor)
    schedule(series_id, on_day(asked, days[0].day), organiser, ctx.now)  # refuses what contradicts itself
    require_known(
        persons=all(ctx.directory.person(it) is not None for it in asked.invited),
        posts=all(invited_post(it, days[0].day, ctx) is not None for it in asked.invited_posts),
    )
    room = booked_room(asked.room_id, None, ctx)
    require_free(room, taken_days(room, ((it.starts_at, it.ends_at) for it in days), ctx, frozenset()))
    series = Series(series_id, asked, tuple(it.day for it in days), organiser, room, job_id)
    draft = Publishing(plan.draft_id, ctx)
    first = prepare_part(series, 0, ctx)
    assert first is not None  # noqa: S101 -- nobody can have cancelled what nobody has made
    draft.decide(first.agenda.id)

    write_part(series, first, ctx)
    draft.write(ctx)
    ctx.create(SERIES, series)
    ctx.create(SUBJECTS, series_subject(series_id, first.agenda, words_of(series)))
    start_writing(series, first.agenda, ctx)
    people = len(asked.invited) + len(asked.invited_posts)
    return SeriesCreated(series_id, first.agenda.id, len(days), people, job_id)
