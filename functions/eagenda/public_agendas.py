"""What the public may know of the leadership's agenda: public agendas, and of people the leaders' names alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import LONGEST, AgendaState
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.leadership import Leading, LedAgenda, led_agendas
from shared.rules.calendar import day_bounds, wib_date

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

DAYS_AHEAD = 30
CACHE_SECONDS = 300  # how long anybody between us and the reader may keep what we told


@dataclass(frozen=True, slots=True)
class PublicLeader:
    """Who of the leadership attends."""

    position: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicAgenda:
    """An agenda as everybody may know it."""

    id: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool
    organisation: str
    leaders: tuple[PublicLeader, ...]


def public_agendas(ctx: ReadContext) -> list[LedAgenda]:
    """Return the leadership's public agendas of today and the next thirty days, in order of time."""
    low, _ = day_bounds(wib_date(ctx.now))
    led, _ = led_agendas(
        low - LONGEST, low + timedelta(days=DAYS_AHEAD + 1), ctx, right_from="the agenda, which is public"
    )
    opened = (it for it in led if it.read.agenda.visibility is Visibility.PUBLIC and it.read.agenda.ends_at > low)
    return [it for it in opened if any(map(_may_come, it.leaders))]


def _may_come(leader: Leading) -> bool:
    return leader.answer is None or leader.answer.kind in {AnswerKind.COMING, AnswerKind.UNANSWERED}


def as_public(led: LedAgenda) -> PublicAgenda:
    """Return what of it is told."""
    agenda = led.read.agenda
    return PublicAgenda(
        agenda.id,
        agenda.title,
        agenda.place,
        agenda.starts_at,
        agenda.ends_at,
        agenda.state is AgendaState.CANCELLED,
        agenda.organiser.organisation_name,
        tuple(PublicLeader(leader.called, leader.name) for leader in led.leaders if _may_come(leader)),
    )
