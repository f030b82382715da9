"""Export the recap of an office as a table, for those who sort it or combine it with others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated, TypeAlias

from functions.eagenda.domain.recap_months import Months, check_months
from functions.eagenda.recap_table import RecapOf, recap_table
from functions.eagenda.recaps import (
    BELOW_BY_NAME,
    OF_OFFICE_BY_NAME,
    OFFICE_RECAPS,
    PERSON_RECAPS,
    cells_of,
    office_recap_key,
    require_reader,
)
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import xlsx
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing, Refusal
from shared.values import Between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from functions.eagenda.domain.recap import Cell, OfficeRecap

_MOST = 1000  # rows of one file that somebody waits for


@dataclass(frozen=True, slots=True)
class WhichRecapToExport:
    """Of which office, the caller's own by default, its people or the offices below it, and which months."""

    of: RecapOf
    year: Annotated[int, Between(2020, 2999)]
    first_month: Annotated[int, Between(1, 12)] = 1
    last_month: Annotated[int, Between(1, 12)] = 12
    organisation_id: str = ""


class TooManyToExport(Refusal):
    """More rows than one file is made of while somebody waits."""

    title = "Terlalu banyak baris untuk satu berkas."


_Named: TypeAlias = "tuple[tuple[str, ...], tuple[Cell, ...]]"  # whose, and what is counted of them


@query(permission=SIGNED_IN, refuses=(RecordMissing, TooManyToExport), limit=PerActor(per_minute=20, burst=10))
def export_recap(which: WhichRecapToExport, ctx: ReadContext) -> Xlsx:
    """Export what `list_recapped_people` or `show_office_recap` lists as XLSX."""
    months = Months(which.year, which.first_month, which.last_month)
    check_months(months)
    require_reader(ctx.actor)
    office = ctx.get(OFFICE_RECAPS, office_recap_key(which.year, which.organisation_id or ctx.actor.organisation_id))
    named = list(islice(_people(office, ctx) if which.of is RecapOf.PEOPLE else _offices(office, ctx), _MOST + 1))
    if len(named) > _MOST:
        raise TooManyToExport(f"Paling banyak {_MOST} baris. Unduh per kantor di bawahnya.")

    table = recap_table(office, which.of, named, months, ctx.now, demo=ctx.ports.demo)
    return Xlsx(f"rekap-kehadiran-{office.organisation_id}-{which.year}.xlsx", xlsx(table))


def _people(office: OfficeRecap, ctx: ReadContext) -> Iterator[_Named]:
    asked = (office.year, office.organisation_id, False)
    for _, it in ctx.every(PERSON_RECAPS, OF_OFFICE_BY_NAME, equal=asked):
        yield (it.name, it.position_title), cells_of(it)


def _offices(office: OfficeRecap, ctx: ReadContext) -> Iterator[_Named]:
    for _, it in ctx.every(OFFICE_RECAPS, BELOW_BY_NAME, equal=(office.year, office.organisation_id)):
        yield (it.name,), cells_of(it)
