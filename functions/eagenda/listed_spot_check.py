"""A spot check as the organiser's list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.spot_check import CheckState, Reply
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.spot_check import SpotCheck, SpotQuestion


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """Somebody who was drawn, and what they said."""

    person_id: str
    name: str
    organisation_name: str
    reply: Reply
    replied_at: Instant | None


@dataclass(frozen=True, slots=True)
class ListedSpotCheck:
    """A check; nobody is told when a planned one begins, nor, outside the hall, what is shown while it runs."""

    number: int
    state: CheckState
    begun_at: Instant | None
    until: Instant | None
    shown: str
    drawn: tuple[DrawnPerson, ...]


def listed_check(check: SpotCheck, asked: list[SpotQuestion], now: datetime) -> ListedSpotCheck:
    """Return a check with those of the asked who were drawn in it."""
    running = check.state is CheckState.RUNNING and now < check.due_at
    state = CheckState.OVER if check.state is CheckState.RUNNING and not running else check.state
    drawn = sorted((it for it in asked if it.number == check.number), key=lambda it: it.name.casefold())
    return ListedSpotCheck(
        check.number,
        state,
        check.begun_at,
        check.due_at if check.begun_at else None,
        "" if running else check.shown,
        tuple(DrawnPerson(it.person_id, it.name, it.organisation_name, it.reply_at(now), it.at) for it in drawn),
    )
