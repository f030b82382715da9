"""Approving another person's proposal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.tables import GUEST_POLICY
from functions.tables.domain.proposal import OwnProposal, ProposalDecided, ProposalState
from functions.tables.records import PROPOSALS
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, Refusal
from shared.tables.rows import TABLE_ROWS
from tests.tables.table_desk import GUESTS, TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def sari(desk: Desk) -> Actor:
    return desk.employee("Sari", Permission.READ_TABLES, Permission.APPROVE_TABLES)


def holding(tables: TableDesk) -> list[tuple[str, date]]:
    return [(row.values["most"], row.valid_from) for row in tables.shown().rows if row.standing == "in-force"]


def test_an_approved_row_holds_from_its_day_on(tables: TableDesk) -> None:
    assert not tables.approve(tables.propose()).already
    assert holding(tables) == [("500", date(2026, 1, 1))]
    tables.desk.clock.pass_(days=38)
    assert holding(tables) == [("300", date(2027, 1, 1))]


def test_nobody_approves_what_they_proposed(tables: TableDesk) -> None:
    proposal = tables.propose()
    with pytest.raises(OwnProposal, match="administrator lain"):
        tables.approve(proposal, by=tables.dewi)
    assert tables.desk.found(TABLE_ROWS, GUESTS) is None


def test_approving_again_changes_nothing(tables: TableDesk) -> None:
    proposal = tables.propose()
    tables.approve(proposal)
    assert tables.approve(proposal, version=0).already
    assert tables.shown().version == 1


def test_what_another_has_decided_is_told(tables: TableDesk, sari: Actor) -> None:
    proposal = tables.propose()
    tables.approve(proposal)
    with pytest.raises(ProposalDecided, match="Disetujui 24 November 2026 pukul"):
        tables.approve(proposal, by=sari)


def test_two_who_approve_at_once_approve_it_once(tables: TableDesk, sari: Actor) -> None:
    proposal = tables.propose()

    def approve(by: Actor) -> str:
        try:
            return str(tables.approve(proposal, by=by, version=0).already)
        except Refusal as refusal:
            return refusal.slug()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(approve, (tables.hasan, sari)))

    assert answers == ["False", "proposal-decided"]
    rows = tables.desk.found(TABLE_ROWS, GUESTS)
    assert rows is not None
    assert len(rows.rows) == 1


def test_of_two_proposals_approved_at_once_the_second_must_look_at_the_table_again(
    tables: TableDesk, sari: Actor
) -> None:
    first, second = tables.propose(), tables.propose(valid_from=date(2027, 2, 1))
    version = tables.shown().version
    tables.approve(first, version=version)
    tables.approve(tables.propose(valid_from=date(2027, 1, 15)))
    with pytest.raises(Stale, match="Diubah oleh Hasan"):
        tables.approve(second, by=sari, version=1)
    tables.approve(second, by=sari)
    assert len(tables.shown().rows) == 4


def test_two_proposals_for_the_same_day_are_not_both_approved(tables: TableDesk) -> None:
    first, second = tables.propose(), tables.propose()
    tables.approve(first)
    with pytest.raises(InvalidField, match="Sudah ada baris"):
        tables.approve(second)


def test_a_proposal_whose_day_has_come_is_no_longer_approved(tables: TableDesk) -> None:
    proposal = tables.propose()
    tables.desk.clock.pass_(days=38)
    with pytest.raises(InvalidField, match="Paling cepat besok"):
        tables.approve(proposal)


def test_who_decided_is_kept(tables: TableDesk) -> None:
    proposal = tables.desk.found(PROPOSALS, tables.propose())
    assert proposal is not None
    tables.approve(proposal.id)
    decided = tables.desk.found(PROPOSALS, proposal.id)
    assert decided is not None
    assert decided.decided is not None
    assert (decided.state, decided.decided.by) == (ProposalState.APPROVED, tables.hasan.id)


def test_the_value_of_the_day_is_what_an_operation_gets(tables: TableDesk) -> None:
    tables.approve(tables.propose())
    [now] = (GUEST_POLICY.value(row.values) for row in tables.shown().rows if row.standing == "in-force")
    assert (now.most, now.time_to_fill_in.seconds) == (500, 600)
