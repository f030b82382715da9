"""Rejecting another person's proposal."""

from __future__ import annotations

import pytest

from functions.tables.domain.proposal import OwnProposal, ProposalDecided, ProposalState
from functions.tables.records import PROPOSALS
from functions.tables.reject_proposal import ProposalToReject, reject_proposal
from shared.refusals import RecordMissing
from tests.tables.table_desk import TableDesk


def test_a_rejected_proposal_says_why_and_is_not_approved_any_more(tables: TableDesk) -> None:
    proposal = tables.propose()
    tables.desk.call(reject_proposal, ProposalToReject(proposal, "Perbup belum diundangkan"), by=tables.hasan)
    [shown] = tables.shown().proposals
    assert (shown.state, shown.decided_by, shown.reason) == (
        ProposalState.REJECTED,
        "Hasan",
        "Perbup belum diundangkan",
    )
    with pytest.raises(ProposalDecided, match="Ditolak"):
        tables.approve(proposal)


def test_ones_own_proposal_is_withdrawn_and_not_rejected(tables: TableDesk) -> None:
    proposal = tables.propose()
    with pytest.raises(OwnProposal):
        tables.desk.call(reject_proposal, ProposalToReject(proposal, "Salah ketik"), by=tables.dewi)
    found = tables.desk.found(PROPOSALS, proposal)
    assert found is not None
    assert found.state is ProposalState.PROPOSED


def test_a_proposal_that_does_not_exist_is_not_found(tables: TableDesk) -> None:
    with pytest.raises(RecordMissing):
        tables.desk.call(reject_proposal, ProposalToReject("none", "Salah"), by=tables.hasan)
