"""Show how often the caller attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.recap_months import Months, check_months
from functions.eagenda.recap_answers import Recap, lists_on_the_way, recap_of
from functions.eagenda.recaps import OF_PERSON, PERSON_RECAPS, cells_of
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant

_MOST_OFFICES = 25  # of one person in one year, those of secret meetings apart


@dataclass(frozen=True, slots=True)
class OwnRecap:
    """The caller's own months, in whatever office; ``lists_on_the_way`` are closed and not yet counted."""

    recap: Recap
    lists_on_the_way: int
    as_of: Instant


@query(permission=SIGNED_IN)
def show_own_recap(months: Months, ctx: ReadContext) -> OwnRecap:
    """Show the caller's own attendance of the closed lists of some months, secret meetings too."""
    check_months(months)
    page = ctx.list(PERSON_RECAPS, OF_PERSON, equal=(months.year, ctx.actor.id), limit=_MOST_OFFICES)

    cells = [cell for _, recap in page.items for cell in cells_of(recap)]
    return OwnRecap(recap_of(cells, months), lists_on_the_way(ctx), ctx.now)
