"""Agendas as the calendars of other programs hold them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.calendar_days import MOST_READ, read_up_to_most
from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.records import AGENDAS, BY_ORGANISER, INVITATIONS, OF_PERSON_SOONEST_FIRST
from functions.eagenda.subjects import calendar_uid, calendar_words
from shared.actor import reader_for
from shared.kernel.context import ReadContext
from shared.rules.icalendar import CalendarEvent

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.answer import Answer


@dataclass(frozen=True, slots=True)
class AgendaRead:
    """An agenda with the version in which it was read, since when that is the present one, and what was answered."""

    agenda: Agenda
    version: int
    changed_at: datetime
    answer: Answer | None = None


def agendas_of(
    person_id: str, low: datetime, high: datetime, ctx: ReadContext, *, right_from: str
) -> tuple[list[AgendaRead], bool]:
    """Return what a person organises or is invited to, in order of time, and whether there may be more."""
    own = ReadContext(replace(ctx.call, actor=reader_for(person_id)), ctx.ports, ctx.ports.records)
    person = (person_id,)
    organised = read_up_to_most(own.every(AGENDAS, BY_ORGANISER, equal=person, low=low, high=high))
    invitations = read_up_to_most(
        own.every(INVITATIONS, OF_PERSON_SOONEST_FIRST, equal=person, low=low, high=high, right_from=right_from)
    )
    agendas = {it.id: as_read(it, own) for it in organised}
    for invitation in invitations:
        before = agendas.get(invitation.agenda_id)
        agenda = own.find(AGENDAS, invitation.agenda_id, right_from="the person's invitation") if not before else None
        read = before or (as_read(agenda, own) if agenda else None)
        if read:
            agendas[invitation.agenda_id] = replace(read, answer=invitation.answer)
    in_order = sorted(agendas.values(), key=lambda it: (it.agenda.starts_at, it.agenda.id))
    return in_order, MOST_READ in {len(organised), len(invitations)}


def as_read(agenda: Agenda, ctx: ReadContext) -> AgendaRead:
    """Return an agenda with what this context knows of the record that it was read from."""
    return AgendaRead(agenda, ctx.version(AGENDAS, agenda.id), ctx.changed_at(AGENDAS, agenda.id))


def as_event(read: AgendaRead, public_url: str) -> CalendarEvent:
    """Return an agenda as an entry for those invited."""
    return entry(read, calendar_words(read.agenda), f"{public_url}/agenda/{read.agenda.id}")


def entry(read: AgendaRead, description: str, link: str) -> CalendarEvent:
    """Return an entry. The first version of a record is its first; each change of the record is one of the entry."""
    agenda = read.agenda
    return CalendarEvent(
        uid=calendar_uid(agenda.id),
        sequence=read.version - 1,
        changed_at=read.changed_at,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        title=agenda.title,
        place=agenda.place,
        description=description,
        link=link,
        is_cancelled=agenda.state is AgendaState.CANCELLED,
        point=(agenda.point.latitude, agenda.point.longitude) if agenda.point else None,
    )
