"""What the leadership of the regency attends: Bupati, Wakil Bupati and Sekretaris Daerah, by their positions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.calendar_events import agendas_of
from functions.eagenda.tables import LEADERS
from shared.directory.appointing import load_seat
from shared.directory.model import POSITIONS
from shared.rules.calendar import wib_date
from shared.tables.rows import values_on

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.calendar_events import AgendaRead
    from functions.eagenda.domain.answer import Answer
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class Leading:
    """Somebody who holds one of those positions today, or acts in it, and what they answered to one agenda."""

    called: str
    person_id: str
    name: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class LedAgenda:
    """An agenda with those of the leadership who organise it or are invited, in the order of their positions."""

    read: AgendaRead
    leaders: tuple[Leading, ...]


def leaders_today(ctx: ReadContext) -> tuple[Leading, ...]:
    """Return who leads today, in the order that the table states; a vacant position has nobody."""
    today = wib_date(ctx.now)
    leading = []
    for leader in sorted(values_on(today, LEADERS, ctx), key=lambda it: it.place):
        position = ctx.peek(POSITIONS, leader.position_id)
        for appointment in load_seat(position, ctx).appointments if position else ():
            if appointment.holds_on(today):
                person_id = appointment.person_id
                leading.append(Leading(leader.called, person_id, ctx.directory.person_name(person_id)))
    return tuple(leading)


def led_agendas(low: datetime, high: datetime, ctx: ReadContext, *, right_from: str) -> tuple[list[LedAgenda], bool]:
    """Return what the leadership attends that begins in between, in order, and whether there may be more."""
    led: dict[str, LedAgenda] = {}
    is_cut = False
    for leader in leaders_today(ctx):
        agendas, more = agendas_of(leader.person_id, low, high, ctx, right_from=right_from)
        is_cut |= more
        for read in agendas:
            before = led.get(read.agenda.id, LedAgenda(read, ()))
            led[read.agenda.id] = replace(before, leaders=(*before.leaders, replace(leader, answer=read.answer)))
    return sorted(led.values(), key=lambda it: (it.read.agenda.starts_at, it.read.agenda.id)), is_cut
