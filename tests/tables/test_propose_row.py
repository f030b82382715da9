"""Proposing a row of a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.tables.domain.proposal import ProposalState
from functions.tables.propose_row import RowInvalid, propose_row
from functions.tables.records import PROPOSALS
from shared.refusals import InvalidField, RecordMissing
from shared.tables.rows import TABLE_ROWS
from tests.desk import MORNING
from tests.tables.table_desk import GUESTS, NEW_YEAR, VALUES, TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor


def pointer(refusal: InvalidField) -> str:
    return str(refusal.facts["errors"][0]["pointer"])


def test_a_proposal_waits_and_changes_nothing_yet(tables: TableDesk) -> None:
    proposal = tables.desk.found(PROPOSALS, tables.propose())
    assert proposal is not None
    assert proposal.state is ProposalState.PROPOSED
    assert proposal.row.values == VALUES
    assert proposal.proposed.by == tables.dewi.id
    assert tables.desk.found(TABLE_ROWS, GUESTS) is None


def test_a_row_begins_tomorrow_at_the_earliest(tables: TableDesk) -> None:
    with pytest.raises(InvalidField, match="Paling cepat besok"):
        tables.propose(valid_from=MORNING.date())
    assert tables.propose(valid_from=date(2026, 11, 25))


def test_what_no_column_takes_is_refused_with_every_fault_at_once(tables: TableDesk) -> None:
    with pytest.raises(RowInvalid) as refused:
        tables.propose(values={**VALUES, "most": "1.000.000", "minutes_to_fill_in": "0", "stray": "1"})
    errors = {it["pointer"]: it["detail"] for it in refused.value.facts["errors"]}
    assert errors == {
        "/values/most": "Harus berupa bilangan bulat.",
        "/values/minutes_to_fill_in": "Paling sedikit 2.",
        "/values/stray": "Isian ini tidak dikenal.",
    }


def test_a_missing_column_is_refused(tables: TableDesk) -> None:
    with pytest.raises(RowInvalid) as refused:
        tables.propose(values={"most": "3"})
    assert {it["detail"] for it in refused.value.facts["errors"]} == {"Wajib diisi."}


@pytest.mark.parametrize("basis", ["", "    ", "PP"])
def test_a_row_without_a_basis_is_refused(tables: TableDesk, basis: str) -> None:
    body = {"table_id": GUESTS, "values": VALUES, "valid_from": "2027-01-01", "basis": basis}
    response = tables.desk.request(propose_row, json_body=body, token=tables.desk.token(tables.dewi))
    assert response.status_code == 422
    assert response.get_json()["errors"][0]["pointer"] == "/basis"


def test_a_row_may_not_end_before_it_begins_and_a_single_row_never_ends(tables: TableDesk) -> None:
    holiday = {"day": "2027-05-09", "name": "Hari Jadi Kabupaten", "kind": "libur_daerah"}
    with pytest.raises(InvalidField) as refused:
        tables.propose(table_id="hari-libur", values=holiday, valid_to=date(2026, 12, 31))
    assert pointer(refused.value) == "/valid_to"
    with pytest.raises(InvalidField, match="selalu punya baris"):
        tables.propose(valid_to=date(2027, 6, 30))


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+62", "-1+1", "@SUM(A1)"])
def test_a_text_that_a_spreadsheet_would_run_is_refused(tables: TableDesk, name: str) -> None:
    holiday = {"day": "2027-05-09", "name": name, "kind": "libur_daerah"}
    with pytest.raises(InvalidField) as refused:
        tables.propose(table_id="hari-libur", values=holiday)
    assert pointer(refused.value) == "/values/name"


def test_a_row_that_begins_with_or_before_one_already_approved_is_refused(tables: TableDesk) -> None:
    tables.approve(tables.propose())
    for day in (NEW_YEAR, date(2026, 12, 1)):
        with pytest.raises(InvalidField, match="mulai 1 Januari 2027"):
            tables.propose(valid_from=day)
    assert tables.propose(valid_from=date(2027, 2, 1))


def test_a_table_that_does_not_exist_is_not_found(tables: TableDesk) -> None:
    with pytest.raises(RecordMissing):
        tables.propose(table_id="tidak-ada")


def test_whoever_has_no_right_is_turned_away_whether_the_table_exists_or_not(tables: TableDesk, rina: Actor) -> None:
    for table_id in (GUESTS, "tidak-ada"):
        body = {"table_id": table_id, "values": VALUES, "valid_from": "2027-01-01", "basis": "Perbup 7/2026"}
        response = tables.desk.request(propose_row, json_body=body, token=tables.desk.token(rina))
        assert response.status_code == 403
        assert response.get_json()["type"] == "/problems/not-permitted"
