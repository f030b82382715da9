"""Export the register of a year as a table, for those who check it or count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Column, Table, xlsx
from shared.permissions import Permission
from shared.register import OF_YEAR_NEWEST_FIRST, REGISTER, RegisterState
from shared.values import Between

COLUMNS = (
    Column("Nomor", 32),
    Column("Nomor urut", 12),
    Column("Sisipan", 10),
    Column("Tentang", 44),
    Column("Keadaan", 14),
    Column("Diambil", 20),
    Column("Alasan", 40),
)
STATES = {
    RegisterState.TAKEN: "Belum terbit",
    RegisterState.ISSUED: "Terbit",
    RegisterState.CANCELLED: "Batal",
    RegisterState.WITHDRAWN: "Dicabut",
}


@dataclass(frozen=True, slots=True)
class RegisterToExport:
    """Of which year."""

    year: Annotated[int, Between(2000, 2999)]


@query(permission=Permission.MANAGE_OFFICE, limit=PerActor(per_minute=10, burst=5))
def export_register(asked: RegisterToExport, ctx: ReadContext) -> Xlsx:
    """Export the register of the caller's office, and of those below it, for a year as XLSX."""
    entries = [it for _, it in ctx.every(REGISTER, OF_YEAR_NEWEST_FIRST, equal=(asked.year,))]
    entries.sort(key=lambda it: (it.series_id, it.serial, it.inserted))

    rows = [
        (
            it.number,
            it.serial,
            it.inserted or None,
            it.title,
            STATES[it.state],
            it.taken_at,
            " · ".join(filter(None, (it.insert_reason, it.reason))) or None,
        )
        for it in entries
    ]
    facts = {"OPD": ctx.actor.organisation_name, "Tahun": str(asked.year), "Jumlah nomor": str(len(rows))}
    table = Table(title=f"Register {asked.year}", facts=facts, columns=COLUMNS, rows=rows, made_at=ctx.now)
    return Xlsx(f"register-{asked.year}.xlsx", xlsx(table))
