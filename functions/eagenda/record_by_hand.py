"""Write somebody down who was there and did not scan: no telephone, an empty battery, a code that would not be read."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import ByHand
from functions.eagenda.domain.by_hand import REFUSALS, moment_seen, require_invited, write_down
from functions.eagenda.domain.provisional_scan import Decision, ScanState, decided
from functions.eagenda.kiosks import look_up
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.scan_tasks import is_last
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Instant, Line


@dataclass(frozen=True, slots=True)
class EntryByHand:
    """Who, and why; and when they were seen, if that is not now."""

    agenda_id: str
    person_id: str
    reason: Line
    seen_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """The person is present since then, and has left at ``left_at``; ``already`` when this adds nothing."""

    person_name: str
    attended_at: Instant
    left_at: Instant | None
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, *REFUSALS),
)
def record_by_hand(entry: EntryByHand, ctx: Context) -> WrittenDown:
    """Write down by hand that somebody came or left, with the reason; the lists say so. Again, it changes nothing."""
    agenda = organised_agenda(entry.agenda_id, ctx)
    at = moment_seen(entry.seen_at, ctx.now)
    seen = look_up(agenda, entry.person_id, at, ctx)
    before, waiting = seen.standing.attendance, seen.waiting
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)

    require_invited(seen.standing)
    attendance = write_down(agenda, seen.standing, at, ByHand(entry.reason, ctx.actor.name))
    # What the person's own phone kept of their coming says the same and waits for nobody any more.
    kept = waiting if waiting and before is None and waiting.state is ScanState.WAITING else None
    last = kept is not None and is_last(agenda, (kept,), ctx)

    if attendance != before:
        ctx.put(ATTENDANCE, attendance)
    if before is None:
        ctx.emit(AttendanceRecorded(agenda.id, attendance.attendee.person_id, attendance.at))
    if kept is not None:
        decision = Decision(ctx.actor.id, ctx.actor.name, ctx.now)
        ctx.put(PROVISIONAL_SCANS, decided(agenda, kept, ScanState.CONFIRMED, decision))
    settle(task if last else None, ctx, subject_id=agenda_subject_id(agenda.id))
    return WrittenDown(attendance.attendee.name, attendance.at, attendance.left_at, already=attendance == before)
