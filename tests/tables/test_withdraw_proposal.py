"""Withdrawing a proposal, or an approved row before its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.tables.domain.proposal import OwnProposal, ProposalDecided, ProposalState
from functions.tables.withdraw_proposal import ProposalToWithdraw, withdraw_proposal
from shared.refusals import RecordMissing
from tests.tables.table_desk import TableDesk

if TYPE_CHECKING:
    from shared.actor import Actor


def withdraw(tables: TableDesk, proposal: str, by: Actor) -> None:
    tables.desk.call(withdraw_proposal, ProposalToWithdraw(proposal, "Salah ketik"), by=by)


def test_a_proposer_takes_their_proposal_back_and_another_does_not(tables: TableDesk) -> None:
    proposal = tables.propose()
    with pytest.raises(OwnProposal, match="Hanya pengusul"):
        withdraw(tables, proposal, tables.hasan)
    withdraw(tables, proposal, tables.dewi)
    assert [it.state for it in tables.shown().proposals] == [ProposalState.WITHDRAWN]


def test_an_approved_row_is_withdrawn_before_its_first_day(tables: TableDesk) -> None:
    proposal = tables.propose()
    tables.approve(proposal)
    withdraw(tables, proposal, tables.hasan)
    assert [row.proposal_id for row in tables.shown().rows] == [""]
    tables.approve(tables.propose())
    assert len(tables.shown().rows) == 2


def test_from_its_first_day_on_a_row_stays(tables: TableDesk) -> None:
    proposal = tables.propose()
    tables.approve(proposal)
    tables.desk.clock.pass_(days=38)
    with pytest.raises(ProposalDecided, match="Usulkan baris baru"):
        withdraw(tables, proposal, tables.dewi)
    assert len(tables.shown().rows) == 2


def test_a_proposal_that_does_not_exist_is_not_found(tables: TableDesk) -> None:
    with pytest.raises(RecordMissing):
        withdraw(tables, "none", tables.dewi)
