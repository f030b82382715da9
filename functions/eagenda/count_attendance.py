"""Count a closed attendance list for the recap."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.counted_person import find_outcome, who_was_invited
from functions.eagenda.counting import Counting
from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.recap import VERSION, CountedList, Participation, participation
from functions.eagenda.recaps import COUNTED_LISTS, PARTICIPATIONS
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from shared.events.eagenda import AttendanceClosed
from shared.events.eagenda_recaps import CountingMoved
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

_RIGHT = "the event of this agenda"
_TOGETHER = 30  # people: each writes two records, and up to three of offices


@reaction(to=(AttendanceClosed, CountingMoved))
def count_attendance(event: AttendanceClosed | CountingMoved, ctx: Context) -> None:
    """Count the next people of a closed list; what was counted of them before is taken back first, so twice is once.

    Whom a list has stays as it is once it is closed, so its invitations are all that there is to count.
    """
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    if agenda.state is not AgendaState.CLOSED:
        return
    cursor = event.cursor if isinstance(event, CountingMoved) else ""
    page = ctx.list(
        INVITATIONS, OF_AGENDA, equal=(agenda.id,), cursor=cursor or None, limit=_TOGETHER, right_from=_RIGHT
    )
    stored = ctx.find(COUNTED_LISTS, agenda.id, right_from=_RIGHT)
    counting = Counting(ctx, stored.offices if stored and stored.version == VERSION else ())
    written: list[Participation] = []
    gone: list[str] = []
    for key, invitation in page.items:
        who = who_was_invited(agenda, invitation, ctx)
        before = ctx.find(PARTICIPATIONS, key, right_from=_RIGHT)
        after = participation(agenda, invitation.person_id, who.path, find_outcome(agenda, invitation, ctx))
        if before == after:
            continue
        counting.move(before if before and before.version == VERSION else None, after, who.name, who.position_title)
        if after:
            written.append(after)
        elif before:
            gone.append(key)
    counting.read()

    for one in written:
        ctx.put(PARTICIPATIONS, one)
    for key in gone:
        ctx.delete(PARTICIPATIONS, key)
    counting.write()
    counted = stored or CountedList(agenda.id, VERSION, is_done=False, asked_at=ctx.now)
    asked_at = counted.asked_at if cursor else ctx.now
    is_done = page.next_cursor is None
    ctx.put(
        COUNTED_LISTS,
        replace(counted, version=VERSION, is_done=is_done, asked_at=asked_at, offices=counting.offices()),
    )
    if page.next_cursor:
        ctx.emit(CountingMoved(agenda.id, page.next_cursor))
