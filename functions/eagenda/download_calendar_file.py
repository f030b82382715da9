"""Download one agenda as a file that calendars of other programs take."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.calendar_events import as_event, as_read
from functions.eagenda.domain.agenda import AgendaIsSecret
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from shared.answers import Ics
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.icalendar import write_calendar


@dataclass(frozen=True, slots=True)
class WhichCalendarFile:
    """Of which agenda."""

    agenda_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing, AgendaIsSecret))
def download_calendar_file(which: WhichCalendarFile, ctx: ReadContext) -> Ics:
    """Download an agenda that the caller is invited to or may read; one that is secret stays here."""
    key = participation_key(which.agenda_id, ctx.actor.id)
    invitation = ctx.find(INVITATIONS, key, right_from="the caller's own invitation")
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from="the caller's invitation" if invitation else "")

    if agenda.visibility is Visibility.SECRET:
        raise AgendaIsSecret("Kalender di ponsel sering disalin ke server lain. Catat waktunya sendiri.")
    event = as_event(as_read(agenda, ctx), ctx.ports.public_url)
    return Ics(f"agenda-{agenda.id}.ics", write_calendar("Agenda Trowulan", [event]))
