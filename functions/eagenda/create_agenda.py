"""Create an agenda and invite people to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.agenda import Plan, schedule
from functions.eagenda.domain.attendance import invite
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.people import as_organiser
from functions.eagenda.records import AGENDAS, INVITATIONS, QR_SECRETS, QrSecret
from functions.eagenda.rooms import book, booked_room
from functions.eagenda.subjects import as_subject
from shared.events.eagenda import AgendaScheduled
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class AgendaCreated:
    """The new agenda."""

    id: str
    version: int
    invited_count: int


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RoomTaken,))
def create_agenda(plan: Plan, ctx: Context) -> AgendaCreated:
    """Create an agenda and invite people to it."""
    unknown = [person_id for person_id in plan.invited if ctx.directory.person(person_id) is None]

    agenda = schedule(ctx.new_id(), plan, as_organiser(ctx.actor), ctx.now)
    agenda = replace(agenda, room=booked_room(plan.room_id, None, ctx))
    booking = book(agenda, None, ctx)
    if unknown:
        raise InvalidField("/invited", "Ada undangan yang tidak dikenal. Pilih lagi dari daftar pegawai.")

    ctx.create(AGENDAS, agenda)
    booking.write(ctx)
    ctx.create(SUBJECTS, as_subject(agenda))
    ctx.create(QR_SECRETS, QrSecret(agenda.id, ctx.new_secret()))
    for person_id in dict.fromkeys(plan.invited):
        ctx.create(INVITATIONS, invite(agenda, person_id))
    ctx.emit(AgendaScheduled(agenda.id, agenda.starts_at))
    return AgendaCreated(agenda.id, 1, agenda.invited_count)
