"""Show how many came of each office that is invited."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attending_offices import RIGHT, attending_offices
from functions.eagenda.daftar_hadir import all_attendance
from functions.eagenda.domain.agenda import NotOrganiser
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichAttendingOffices:
    """Of which agenda."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class OfficeCount:
    """An office, how many of it are invited, and how many came; a deputy came and is not among those invited."""

    name: str
    invited_count: int
    present_count: int


@dataclass(frozen=True, slots=True)
class AttendingOffices:
    """All offices, by name."""

    items: tuple[OfficeCount, ...]


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=30, burst=15),
)
def show_attending_offices(which: WhichAttendingOffices, ctx: ReadContext) -> AttendingOffices:
    """Show the offices that are invited to an agenda, with how many of each came."""
    agenda = organised_agenda(which.agenda_id, ctx)
    offices = attending_offices(agenda, all_attendance(agenda, ctx, RIGHT), ctx)

    return AttendingOffices(tuple(OfficeCount(it.name, it.invited_count, len(it.present)) for it in offices))
