"""Showing a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.tables.show_table import show_table
from shared.refusals import RecordMissing
from shared.rules.dated import Standing
from shared.tables.form import FieldKind
from tests.tables.table_desk import GUESTS, NEW_YEAR, VALUES, TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor


def test_a_table_shows_what_holds_what_will_and_what_did(tables: TableDesk) -> None:
    tables.approve(tables.propose())
    tables.approve(tables.propose(valid_from=date(2027, 2, 1)))
    tables.desk.clock.pass_(days=38)
    assert [(row.standing, row.valid_from, row.last_day) for row in tables.shown().rows] == [
        (Standing.PAST, date(2026, 1, 1), date(2026, 12, 31)),
        (Standing.IN_FORCE, NEW_YEAR, date(2027, 1, 31)),
        (Standing.FUTURE, date(2027, 2, 1), None),
    ]


def test_a_proposal_stands_beside_what_it_would_change(tables: TableDesk) -> None:
    tables.propose()
    [proposal] = tables.shown().proposals
    assert proposal.values == VALUES
    assert proposal.before == {
        "minutes_to_fill_in": "10",
        "most_in_a_minute": "60",
        "most": "500",
        "telephone_kept_days": "30",
    }
    assert (proposal.proposed_by, proposal.is_own) == ("Dewi", False)


def test_the_form_follows_from_the_columns(tables: TableDesk) -> None:
    guests = tables.shown().fields
    assert [(it.kind, it.least, it.most, it.unit) for it in guests][:2] == [
        (FieldKind.NUMBER, 2, 60, "menit"),
        (FieldKind.NUMBER, 1, 600, "orang"),
    ]
    holidays = tables.shown("hari-libur").fields
    assert [(it.name, it.kind, it.is_key) for it in holidays] == [
        ("day", FieldKind.DATE, True),
        ("name", FieldKind.TEXT, False),
        ("kind", FieldKind.CHOICE, False),
    ]


def test_a_table_that_does_not_exist_is_not_found(tables: TableDesk) -> None:
    with pytest.raises(RecordMissing):
        tables.shown("tidak-ada")


def test_whoever_may_not_read_tables_learns_nothing(tables: TableDesk, rina: Actor) -> None:
    for table_id in (GUESTS, "tidak-ada"):
        response = tables.desk.request(show_table, params={"table_id": table_id}, token=tables.desk.token(rina))
        assert response.status_code == 403
