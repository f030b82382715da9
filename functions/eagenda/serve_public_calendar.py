"""Serve the leadership's public agenda to calendar programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.calendar_events import entry
from functions.eagenda.public_agendas import CACHE_SECONDS, as_public, public_agendas
from shared.answers import CalendarPage
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.rules.icalendar import write_calendar

if TYPE_CHECKING:
    from functions.eagenda.leadership import LedAgenda
    from shared.rules.icalendar import CalendarEvent


@query(permission=PUBLIC, limit=PerAddress(per_minute=60, burst=30), page="/publik/agenda.ics")
def serve_public_calendar(ctx: ReadContext) -> CalendarPage:
    """Serve what the page of the public agenda shows as a calendar (iCalendar)."""
    link = f"{ctx.ports.public_url}/publik/agenda"
    events = [_event(led, link) for led in public_agendas(ctx)]

    content = write_calendar("Agenda pimpinan Kabupaten Mojokerto", events)
    return CalendarPage(content, cache_seconds=CACHE_SECONDS)


def _event(led: LedAgenda, link: str) -> CalendarEvent:
    told = as_public(led)
    leaders = ", ".join(f"{leader.position} ({leader.name})" for leader in told.leaders)
    return entry(led.read, f"Dijadwalkan hadir: {leaders}\nPenyelenggara: {told.organisation}", link)
