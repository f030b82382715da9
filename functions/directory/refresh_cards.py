"""Let the search cards follow the day: whoever began or ended a post since the last time is shown with today's."""

from __future__ import annotations

from datetime import timedelta

from functions.directory.managed import RIGHT
from functions.directory.records import CARDS_AS_OF, CARDS_KEY, CardsAsOf
from shared.directory.model import APPOINTMENTS, BY_FIRST_DAY, BY_LAST_DAY
from shared.events.directory import HoldersTouched
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.rules.calendar import wib_date

_PEOPLE_AT_ONCE = 50
_A_YEAR = timedelta(days=366)
_DAY = timedelta(days=1)


@scheduled(cron="1 0 * * *", catch_up=CatchUp.ONCE)
def refresh_cards(ctx: Context) -> None:
    """Have the cards written anew of those whose post began or ended since the cards were last looked at."""
    today = wib_date(ctx.now)
    before = ctx.find(CARDS_AS_OF, CARDS_KEY, right_from=RIGHT)
    since = before.day if before else today - _A_YEAR
    # Queries in a command: whose day it is, is known by them alone. What is written goes by what the directory says.
    begun = ctx.every(
        APPOINTMENTS,
        BY_FIRST_DAY,
        low=(since + _DAY).isoformat(),
        high=(today + _DAY).isoformat(),
        right_from=RIGHT,
    )
    ended = ctx.every(APPOINTMENTS, BY_LAST_DAY, low=since.isoformat(), high=today.isoformat(), right_from=RIGHT)

    people = list(dict.fromkeys(it.person_id for _, it in (*begun, *ended)))

    ctx.put(CARDS_AS_OF, CardsAsOf(today))
    for first in range(0, len(people), _PEOPLE_AT_ONCE):
        ctx.emit(HoldersTouched(tuple(people[first : first + _PEOPLE_AT_ONCE])))
