"""Agendas as the calendars of other programs hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.calendar_days import read_up_to_most
from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.calendar_feed import feed_window
from functions.eagenda.records import AGENDAS, BY_ORGANISER, INVITATIONS, OF_PERSON_SOONEST_FIRST
from shared.rules.icalendar import CalendarEvent

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.kernel.context import ReadContext

_OWN = "the token of the person's own feed"


def agendas_of(own: ReadContext) -> list[Agenda]:
    """Return what the person organises or is invited to, in order of time; read at most so often as the lists allow."""
    low, high = feed_window(own.now)
    person = (own.actor.id,)
    organised = read_up_to_most(own.every(AGENDAS, BY_ORGANISER, equal=person, low=low, high=high))
    invitations = read_up_to_most(
        own.every(INVITATIONS, OF_PERSON_SOONEST_FIRST, equal=person, low=low, high=high, right_from=_OWN)
    )
    agendas = {it.id: it for it in organised}
    for invitation in invitations:
        agenda = agendas.get(invitation.agenda_id) or own.find(
            AGENDAS, invitation.agenda_id, right_from="the person's invitation"
        )
        if agenda:
            agendas[agenda.id] = agenda
    return sorted(agendas.values(), key=lambda it: (it.starts_at, it.id))


def as_event(agenda: Agenda, ctx: ReadContext) -> CalendarEvent:
    """Return an agenda that this context has read as an entry: what, when and where, and no link of a meeting online.

    The first version of a record is the first of its entry; each change of the record is one of the entry.
    """
    organiser = agenda.organiser
    told = (agenda.description, f"Penyelenggara: {organiser.name}, {organiser.organisation_name}", _cancelled(agenda))
    return CalendarEvent(
        uid=f"{agenda.id}@agenda.trowulan",
        sequence=ctx.version(AGENDAS, agenda.id) - 1,
        changed_at=ctx.changed_at(AGENDAS, agenda.id),
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        title=agenda.title,
        place=agenda.place,
        description="\n\n".join(filter(None, told)),
        link=f"{ctx.ports.public_url}/agenda/{agenda.id}",
        is_cancelled=agenda.state is AgendaState.CANCELLED,
    )


def _cancelled(agenda: Agenda) -> str:
    return f"Dibatalkan: {agenda.cancel_reason}" if agenda.state is AgendaState.CANCELLED else ""
