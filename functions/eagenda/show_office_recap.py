"""Show how often the people of an office attended."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.recap import WHOLE_REGENCY, name_of_no_office
from functions.eagenda.domain.recap_months import check_months
from functions.eagenda.recap_answers import Recap, WhichOfficeMonths, lists_on_the_way, recap_of
from functions.eagenda.recaps import OFFICE_RECAPS, cells_of, office_recap_key, require_reader
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownOfficeRecap:
    """An office's months; ``above_id`` is the office above it, or `kabupaten`.

    ``lists_on_the_way`` are closed and not yet counted.
    """

    organisation_id: str
    name: str
    above_id: str
    recap: Recap
    lists_on_the_way: int
    as_of: Instant


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_office_recap(which: WhichOfficeMonths, ctx: ReadContext) -> ShownOfficeRecap:
    """Show the attendance of an office and those below it, of the closed lists of some months, no secret ones.

    An office is shown to who runs meetings or keeps the staff of it or of one above it, and all to who watches the
    regency's attendance. One's own, or theirs, is empty before anything of it was counted.
    """
    months = which.months
    check_months(months)
    require_reader(ctx.actor)
    own = ctx.actor.organisation_id
    office_id = which.organisation_id or own
    found = ctx.find(OFFICE_RECAPS, office_recap_key(months.year, office_id))
    watches = Permission.READ_RECAPS in ctx.actor.permissions
    if found is None and office_id != own and not (watches and office_id == WHOLE_REGENCY):
        raise RecordMissing("Belum ada daftar hadir yang ditutup, atau rekap ini bukan untuk Anda.")

    return ShownOfficeRecap(
        office_id,
        found.name if found else name_of_no_office(office_id) or ctx.actor.organisation_name,
        found.parent_id if found else "",
        recap_of(cells_of(found), months),
        lists_on_the_way(ctx),
        ctx.now,
    )
