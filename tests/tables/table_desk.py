"""Two administrators and what they do with the table of guests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.tables.approve_proposal import ProposalApproved, ProposalToApprove, approve_proposal
from functions.tables.propose_row import RowProposed, RowToPropose, propose_row
from functions.tables.show_table import ShownTable, WhichTable, show_table

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

GUESTS = "eagenda-tamu"
NEW_YEAR = date(2027, 1, 1)
VALUES = {"minutes_to_fill_in": "15", "most_in_a_minute": "60", "most": "300", "telephone_kept_days": "14"}


@dataclass
class TableDesk:
    """Dewi proposes, Hasan approves."""

    desk: Desk
    dewi: Actor
    hasan: Actor

    def propose(
        self,
        valid_from: date = NEW_YEAR,
        values: dict[str, str] | None = None,
        table_id: str = GUESTS,
        valid_to: date | None = None,
        basis: str = "Peraturan Bupati 7/2026 Pasal 4",
    ) -> str:
        """Propose a row as Dewi and return the proposal's id."""
        row = RowToPropose(table_id, values or VALUES, valid_from, basis, valid_to)
        answer: RowProposed = self.desk.call(propose_row, row, by=self.dewi)
        return answer.proposal_id

    def approve(self, proposal_id: str, by: Actor | None = None, version: int | None = None) -> ProposalApproved:
        """Approve as Hasan, having seen the table as it is."""
        seen = self.shown().version if version is None else version
        answer: ProposalApproved = self.desk.call(
            approve_proposal, ProposalToApprove(proposal_id, seen), by=by or self.hasan
        )
        return answer

    def shown(self, table_id: str = GUESTS) -> ShownTable:
        """Return the table as Hasan sees it."""
        answer: ShownTable = self.desk.call(show_table, WhichTable(table_id), by=self.hasan)
        return answer
