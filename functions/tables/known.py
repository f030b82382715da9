"""Finding a declared table and all its rows, as the operations need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shared.refusals import RecordMissing
from shared.rules.dated import layered
from shared.tables.rows import TABLE_ROWS, TableRows
from shared.tables.table import all_tables

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.rules.dated import DatedRow
    from shared.tables.table import Table


def known_table(table_id: str) -> Table[Any]:
    """Return a table that the code declares. Raises RecordMissing."""
    table = all_tables().get(table_id)
    if table is None:
        raise RecordMissing("Tabel ini tidak ada. Pilih dari daftar tabel.")
    return table


def approved_rows(table: Table[Any], ctx: ReadContext) -> TableRows:
    """Return what the office approved for a table, guarded as the transaction's own."""
    return ctx.find(TABLE_ROWS, table.id, right_from="the right to tables") or TableRows(table.id)


def all_rows(table: Table[Any], approved: TableRows) -> tuple[DatedRow, ...]:
    """Return all rows of a table, those of the release included."""
    return layered(table.released(), approved.rows)
