"""Create an agenda and invite people to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.draft import DraftSettled
from functions.eagenda.domain.plan import Plan, schedule
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.drafts import Publishing
from functions.eagenda.invitations import INVITED_POSTS, Prepared, is_long, prepare, resolve, start_job, write
from functions.eagenda.map_points import placed_point
from functions.eagenda.people import as_organiser
from functions.eagenda.records import AGENDAS, QR_SECRETS, QrSecret
from functions.eagenda.rooms import book, booked_room
from functions.eagenda.sittings import arranged
from functions.eagenda.subjects import as_subject
from shared.events.eagenda import AgendaScheduled
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class AgendaCreated:
    """The new agenda."""

    id: str
    version: int
    invited_count: int
    job_id: str = ""  # what invites them, where they are many


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RoomTaken, RecordMissing, DraftSettled))
def create_agenda(plan: Plan, ctx: Context) -> AgendaCreated:
    """Create an agenda and invite people to it."""
    plan = replace(plan, point=placed_point(plan.point, ctx))
    agenda = schedule(ctx.new_id(), plan, as_organiser(ctx.actor), ctx.now, arranged(plan, (), ctx))
    asked = resolve(agenda, plan.invited, plan.invited_posts, ctx)
    now = Prepared(()) if is_long(asked) else prepare(agenda, asked.invitees, ctx, is_new=True)
    room = booked_room(plan.room_id, None, ctx)
    agenda = replace(agenda, room=room, invited_count=len(now.new))
    booking = book(agenda, None, ctx)
    draft = Publishing(plan.draft_id, ctx)
    draft.decide(agenda.id)

    ctx.create(AGENDAS, agenda)
    booking.write(ctx)
    draft.write(ctx)
    ctx.create(SUBJECTS, as_subject(agenda))
    ctx.create(QR_SECRETS, QrSecret(agenda.id, ctx.new_secret()))
    if plan.invited_posts:
        ctx.create(INVITED_POSTS, asked.posts)
    write(agenda, now, ctx)
    job_id = start_job(agenda, asked.invitees, ctx) if is_long(asked) else ""
    ctx.emit(AgendaScheduled(agenda.id, agenda.starts_at))
    return AgendaCreated(agenda.id, 1, len(asked.invitees), job_id)
