"""The recap of an office as a table to go on working with."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.recap import within
from functions.eagenda.recap_answers import RecapCounts, counts_in
from functions.eagenda.recaps import cells_of
from shared.letters.table import Column, Table
from shared.rules.calendar import clock_time, long_date, month_span, wib_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from functions.eagenda.domain.recap import Cell, OfficeRecap
    from functions.eagenda.domain.recap_months import Months
    from shared.letters.table import Cell as Value


class RecapOf(StrEnum):
    """Whose rows."""

    PEOPLE = "people"
    OFFICES = "offices"


_COUNTS = (
    Column("Agenda", 9),
    Column("Diundang", 10),
    Column("Hadir", 8),
    Column("di antaranya terlambat", 12),
    Column("Diwakili", 10),
    Column("Tidak hadir, menjawab", 12),
    Column("Tidak hadir, tanpa jawaban", 14),
    Column("Mewakili orang lain", 12),
)
COLUMNS = {
    RecapOf.PEOPLE: (Column("No", 6), Column("Nama", 34), Column("Jabatan", 36), *_COUNTS),
    RecapOf.OFFICES: (Column("No", 6), Column("Kantor", 44), *_COUNTS),
}


def recap_table(
    office: OfficeRecap,
    of: RecapOf,
    named: Iterable[tuple[tuple[str, ...], tuple[Cell, ...]]],
    months: Months,
    now: datetime,
    *,
    demo: bool,
) -> Table:
    """Return the table of people or offices, each with its name and what is counted; who has nothing is left out."""
    counted = ((name, within(cells, months)) for name, cells in named)
    told = [(name, counts_in(cells)) for name, cells in counted if cells]
    rows: list[Sequence[Value]] = [(number, *name, *_cells(counts)) for number, (name, counts) in enumerate(told, 1)]
    whole = counts_in(within(cells_of(office), months))
    facts = {
        "Kantor": office.name,
        "Masa": month_span(months.year, months.first_month, months.last_month),
        "Jumlah seluruhnya": f"{whole.present} hadir dari {whole.invited} undangan pada {whole.meetings} agenda,"
        " termasuk kantor di bawahnya",
        "Yang dihitung": "agenda yang daftar hadirnya sudah ditutup; agenda rahasia tidak dihitung",
        "Keadaan": f"{long_date(wib_date(now))} {clock_time(now)}",
    }
    if demo:
        facts["CONTOH"] = "data peragaan, bukan naskah dinas"
    return Table(title="Rekap Kehadiran", facts=facts, columns=COLUMNS[of], rows=rows, made_at=now)


def _cells(it: RecapCounts) -> tuple[int, ...]:
    return (
        it.meetings,
        it.invited,
        it.present,
        it.late,
        it.represented,
        it.absent_answered,
        it.absent_unanswered,
        it.deputised,
    )
