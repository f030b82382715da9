"""List how often the people of each office below one attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.recap import within
from functions.eagenda.domain.recap_months import check_months
from functions.eagenda.recap_answers import RecapCounts, WhichOfficePage, counts_in
from functions.eagenda.recaps import BELOW_BY_NAME, OFFICE_RECAPS, cells_of, require_reader
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing

_PAGE = 50


@dataclass(frozen=True, slots=True)
class RecappedOffice:
    """An office, with those below it."""

    organisation_id: str
    name: str
    counts: RecapCounts


@dataclass(frozen=True, slots=True)
class RecappedOffices:
    """A part of the list, by name; those of which nothing counts in these months are left out."""

    items: tuple[RecappedOffice, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def list_recapped_offices(which: WhichOfficePage, ctx: ReadContext) -> RecappedOffices:
    """List the offices right below one, or below the regency, as far as the caller may see their recap."""
    months = which.months
    check_months(months)
    require_reader(ctx.actor)
    asked = (months.year, which.organisation_id or ctx.actor.organisation_id)
    page = ctx.list(OFFICE_RECAPS, BELOW_BY_NAME, equal=asked, cursor=which.cursor, limit=_PAGE)

    counted = ((it, within(cells_of(it), months)) for _, it in page.items)
    items = tuple(RecappedOffice(it.organisation_id, it.name, counts_in(cells)) for it, cells in counted if cells)
    return RecappedOffices(items, page.next_cursor)
