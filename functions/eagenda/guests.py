"""The guests of an agenda, read as several operations need them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.guest import Guest, GuestCount, GuestState
from functions.eagenda.tables import GUEST_POLICY
from shared.kernel.collections import ListQuery, TypedCollection
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.guest_policy import GuestPolicy
    from functions.eagenda.domain.sitting import Sitting
    from shared.kernel.context import ReadContext

OF_AGENDA_BY_STATE = ListQuery(equal=("agenda_id", "state"), order="at")
OF_SITTING_BY_STATE = ListQuery(equal=("agenda_id", "sitting_id", "state"), order="at")
BY_TELEPHONES_END = ListQuery(order="forget_telephone_at", of_service=True)
GUESTS = TypedCollection(
    "guests",
    Guest,
    key=lambda it: it.id,
    matter=lambda it: it.agenda_id,
    queries=(OF_AGENDA_BY_STATE, OF_SITTING_BY_STATE, BY_TELEPHONES_END),
)

_A_MINUTE = timedelta(minutes=1)


def guest_policy(ctx: ReadContext) -> GuestPolicy:
    """Return what holds for guests on the day of the call."""
    return value_on(wib_date(ctx.now), GUEST_POLICY, ctx)


def all_guests(agenda: Agenda, ctx: ReadContext, right_from: str) -> tuple[Guest, ...]:
    """Return all guests who count, in order of arrival; an agenda that admits none is not asked."""
    if not agenda.admit_guests:
        return ()
    return tuple(
        guest for _, guest in ctx.every(GUESTS, OF_AGENDA_BY_STATE, equal=_present(agenda), right_from=right_from)
    )


def count_guests(agenda: Agenda, ctx: ReadContext, right_from: str, sitting: Sitting | None = None) -> int:
    """Return how many guests count, of one sitting or of all; an agenda that admits none is not asked."""
    if not agenda.admit_guests:
        return 0
    most = guest_policy(ctx).most
    if sitting:
        of_sitting = (agenda.id, sitting.id, GuestState.PRESENT.value)
        return ctx.count(GUESTS, OF_SITTING_BY_STATE, equal=of_sitting, up_to=most, right_from=right_from)
    return ctx.count(GUESTS, OF_AGENDA_BY_STATE, equal=_present(agenda), up_to=most, right_from=right_from)


def count_against_flooding(agenda: Agenda, ctx: ReadContext, right_from: str) -> GuestCount:
    """Count by queries alone: a bound against flooding need not be exact, and so holds no other guest up."""
    lately = ctx.count(
        GUESTS,
        OF_AGENDA_BY_STATE,
        equal=_present(agenda),
        low=ctx.now - _A_MINUTE,
        up_to=guest_policy(ctx).most_in_a_minute,
        right_from=right_from,
    )
    return GuestCount(count_guests(agenda, ctx, right_from), lately)


def _present(agenda: Agenda) -> tuple[str, str]:
    return agenda.id, GuestState.PRESENT.value
