"""List how often each person of an office attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.recap import within
from functions.eagenda.domain.recap_months import check_months
from functions.eagenda.recap_answers import RecapCounts, WhichOfficePage, counts_in
from functions.eagenda.recaps import OF_OFFICE_BY_NAME, PERSON_RECAPS, cells_of, require_reader
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing

_PAGE = 50


@dataclass(frozen=True, slots=True)
class RecappedPerson:
    """One person, in the post in which they were counted last."""

    person_id: str
    name: str
    position_title: str
    counts: RecapCounts


@dataclass(frozen=True, slots=True)
class RecappedPeople:
    """A part of the list, by name; those of whom nothing counts in these months are left out."""

    items: tuple[RecappedPerson, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def list_recapped_people(which: WhichOfficePage, ctx: ReadContext) -> RecappedPeople:
    """List the people of an office, not of those below it, with what became of their invitations, no secret ones."""
    months = which.months
    check_months(months)
    require_reader(ctx.actor)
    asked = (months.year, which.organisation_id or ctx.actor.organisation_id, False)
    page = ctx.list(PERSON_RECAPS, OF_OFFICE_BY_NAME, equal=asked, cursor=which.cursor, limit=_PAGE)

    counted = ((it, within(cells_of(it), months)) for _, it in page.items)
    items = tuple(
        RecappedPerson(it.person_id, it.name, it.position_title, counts_in(cells)) for it, cells in counted if cells
    )
    return RecappedPeople(items, page.next_cursor)
