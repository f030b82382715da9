"""Take a scan that was kept on a phone without signal: provisional, unless the phone's heartbeat lets it count."""

from __future__ import annotations

from functions.eagenda.counted_scan import count_at_once
from functions.eagenda.domain.heartbeat import counts
from functions.eagenda.domain.kept_position import with_distance
from functions.eagenda.domain.kept_scan import (
    Receipt,
    began_at,
    take,
)
from functions.eagenda.kept_scan_taken import KeptScanTaken, as_present, as_received
from functions.eagenda.people import as_attendee
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import AGENDAS, QR_SECRETS, REFUSED_SCANS
from functions.eagenda.scan_tasks import waiting_for_organiser
from functions.eagenda.sent_scan import REFUSALS, RIGHT, SentScan, agenda_showing, known_of, signed_scan
from functions.eagenda.tables import HEARTBEAT_POLICY, KEPT_SCAN_POLICY
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind
from shared.views.devices import HEARTBEATS

# A day's scans of one phone come at once; guesses at typed letters stay hopeless (see record_attendance_by_short_code).
_QUEUE = PerActor(per_minute=12, burst=24)


@operation(
    permission=Permission.ATTEND,
    refuses=REFUSALS,
    keeps=(REFUSED_SCANS,),
    limit=_QUEUE,
)
def submit_kept_scan(sent: SentScan, ctx: Context) -> KeptScanTaken:
    """Take a scan that the caller's phone kept while it had no signal; sending it again answers the same."""
    scan, device = signed_scan(sent, ctx)
    policy = value_on(wib_date(ctx.now), KEPT_SCAN_POLICY, ctx)
    agenda = ctx.get(AGENDAS, sent.agenda_id or agenda_showing(scan, policy, ctx), right_from=RIGHT)
    known = known_of(scan, agenda, ctx)
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)
    beat = ctx.find(HEARTBEATS, ctx.actor.id, right_from="the caller's own devices")
    beating = value_on(wib_date(ctx.now), HEARTBEAT_POLICY, ctx)
    hall = ctx.peek(QR_SECRETS, agenda.id)

    if known.present:
        return as_present(agenda, known.present)
    secret = hall.secret if hall else None
    receipt = Receipt(as_attendee(ctx.actor), device, ctx.now, policy)
    earlier, leaving = known.earlier, known.leaving
    provisional = earlier or take(agenda, known.invitation, scan, secret, receipt, leaving=leaving)
    located = with_distance(agenda, provisional, scan)
    began = None if earlier or leaving else began_at(agenda, scan, secret, policy)

    if earlier and located != earlier:
        ctx.put(PROVISIONAL_SCANS, located)
    if began and beat and counts(provisional, began, beat, beating):
        return count_at_once(agenda, provisional, beat, ctx)
    if not earlier:
        ctx.create(PROVISIONAL_SCANS, provisional)
        ask(waiting_for_organiser(agenda, ctx), ctx, found=task)
    return as_received(agenda, provisional, already=earlier is not None)
