"""Show the calendar of the regency's leadership for a range of days."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.calendar_days import CalendarEntry, EntryLeader, ShownCalendar, as_entry, began_within, shown
from functions.eagenda.domain.day_range import DayRange
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.leadership import Leading, LedAgenda, led_agendas
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission


@query(permission=Permission.READ_LEADERSHIP, limit=PerActor(per_minute=60, burst=30))
def show_leadership_calendar(days: DayRange, ctx: ReadContext) -> ShownCalendar:
    """Show what Bupati, Wakil Bupati and Sekretaris Daerah attend, for at most 42 days.

    Of a secret agenda the caller sees that the time is taken, unless they may read it themselves.
    """
    agendas, is_cut = led_agendas(*began_within(days), ctx, right_from="the right to know the leadership's agenda")

    return shown(days, (_entry(it, ctx) for it in agendas), ctx, is_cut=is_cut)


def _leader(leader: Leading) -> EntryLeader:
    answer = leader.answer
    kind, deputy = (answer.kind, answer.deputy_name) if answer else (None, "")
    return EntryLeader(leader.called, leader.name, leader.person_id, kind, deputy)


def _entry(led: LedAgenda, ctx: ReadContext) -> CalendarEntry:
    agenda = led.read.agenda
    key = participation_key(agenda.id, ctx.actor.id)
    is_invited = ctx.find(INVITATIONS, key, right_from="the caller's own invitation") is not None
    entry = replace(
        as_entry(agenda, ctx.actor.id, is_invited=is_invited),
        leaders=tuple(map(_leader, led.leaders)),
        may_open=is_invited or ctx.find(AGENDAS, agenda.id) is not None,
    )
    if agenda.visibility is Visibility.SECRET and not entry.may_open:
        return replace(entry, title="Agenda rahasia", place="", organisation_name=None)
    return entry
