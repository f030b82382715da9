"""The days on which the offices of the regency are closed beside Saturday and Sunday.

National holidays and cuti bersama are set each year by a joint decree of three ministers (SKB; Keppres 8/2024 on
holidays), further days by the regency. The rows of the release were generated from the library `holidays` 0.109; the
running product does not need it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from shared.rules.calendar import wib_date
from shared.tables.rows import values_on
from shared.tables.table import Column, Table
from shared.values import Day, Line

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


class HolidayKind(StrEnum):
    """Who closed the offices on that day."""

    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"
    LIBUR_DAERAH = "libur_daerah"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which nobody works in the offices."""

    day: Day
    name: Line
    kind: HolidayKind


HOLIDAYS = Table(
    "hari-libur",
    "Hari libur dan cuti bersama",
    "Hari kerja dihitung tanpa Sabtu, Minggu, dan hari-hari ini.",
    Holiday,
    (
        Column("day", "Tanggal"),
        Column("name", "Nama"),
        Column(
            "kind",
            "Jenis",
            choices=(
                (HolidayKind.LIBUR_NASIONAL.value, "Libur nasional"),
                (HolidayKind.CUTI_BERSAMA.value, "Cuti bersama"),
                (HolidayKind.LIBUR_DAERAH.value, "Libur daerah"),
            ),
        ),
    ),
    Path(__file__).parent / "holidays.csv",
    key=("day",),
)


def days_off(ctx: ReadContext) -> frozenset[date]:
    """Return the holidays as they are known on the day of the call, for the rules that count working days."""
    return frozenset(holiday.day for holiday in values_on(wib_date(ctx.now), HOLIDAYS, ctx))
