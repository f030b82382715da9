"""What the operations of other systems get of the tables, and what it costs them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.tables import GUEST_POLICY
from shared.actor import service
from shared.adapters.cached_reads import CachedReads
from shared.kernel.context import Call, ReadContext
from shared.tables.holidays import HOLIDAYS, days_off
from shared.tables.rows import value_on
from shared.tables.table import Table, all_tables
from tests.tables.table_desk import NEW_YEAR, TableDesk
from tests.twice_records import TwiceRecords

if TYPE_CHECKING:
    from shared.ports.records import Body, Collection
    from tests.desk import Desk


def context(desk: Desk) -> ReadContext:
    return ReadContext(Call(service("test"), desk.clock.now(), "request"), desk, desk.cached)


class Counted(TwiceRecords):
    """A store that counts what is got."""

    gets = 0

    def get(self, collection: Collection, key: str) -> Body | None:
        self.gets += 1
        return super().get(collection, key)


def test_an_operation_gets_the_value_of_the_day_it_asks_for(tables: TableDesk) -> None:
    tables.approve(tables.propose())
    ctx = context(tables.desk)
    assert value_on(date(2026, 12, 31), GUEST_POLICY, ctx).most == 500
    assert value_on(NEW_YEAR, GUEST_POLICY, ctx).most == 300


@pytest.mark.parametrize("changed", [False, True])
def test_a_table_costs_one_read_a_minute_changed_or_not(tables: TableDesk, *, changed: bool) -> None:
    if changed:
        tables.approve(tables.propose())
    counted, passed = Counted(tables.desk.records), [0.0]
    tables.desk.cached = CachedReads(lambda: counted, lambda: passed[0])
    for _ in range(3):
        value_on(NEW_YEAR, GUEST_POLICY, context(tables.desk))
    assert counted.gets == 1
    passed[0] = 60.0
    value_on(NEW_YEAR, GUEST_POLICY, context(tables.desk))
    assert counted.gets == 2


def test_a_day_that_the_regency_closes_is_off_once_it_is_approved_and_begun(tables: TableDesk) -> None:
    day = {"day": "2027-05-09", "name": "Hari Jadi Kabupaten Mojokerto", "kind": "libur_daerah"}
    proposal = tables.propose(table_id="hari-libur", values=day, valid_from=date(2026, 11, 25))
    tables.approve(proposal)
    assert date(2027, 5, 9) not in days_off(context(tables.desk))
    tables.desk.clock.pass_(days=1)
    assert date(2027, 5, 9) in days_off(context(tables.desk))


def test_a_holiday_that_is_moved_ends(tables: TableDesk) -> None:
    [christmas] = [row for row in HOLIDAYS.released() if row.key == "2026-12-25"]
    tomorrow = date(2026, 11, 25)
    proposal = tables.propose(tomorrow, christmas.values, "hari-libur", valid_to=tomorrow)
    tables.approve(proposal)
    tables.desk.clock.pass_(days=2)
    assert date(2026, 12, 25) not in days_off(context(tables.desk))


@pytest.mark.parametrize("table", all_tables().values(), ids=lambda it: it.id)
def test_the_rows_of_the_release_are_read_and_each_has_its_basis(table: Table[Any]) -> None:
    rows = table.released()
    assert rows
    for row in rows:
        assert table.value(row.values)
        assert len(row.basis) > 5
        assert set(row.values) == {column.name for column in table.columns}
    assert len({(row.key, row.valid_from) for row in rows}) == len(rows)
