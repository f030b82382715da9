"""The timer of those who are to decide."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Urgensi
from shared.events.approvals import ApprovalRequested
from tests.desk import MORNING
from tests.eoffice.drafting_room import hear

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_late_approvals_are_looked_for_when_these_are_due(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(urgensi=Urgensi.SEGERA)
    due = drafting.desk.timers.due(f"eoffice_remind_approvers@{naskah_id}")
    assert due == MORNING + timedelta(hours=48)


def test_what_is_approved_elsewhere_has_no_timer_of_ours(drafting: DraftingRoom) -> None:
    hear(drafting, ApprovalRequested("sppd", "perjalanan-1", ("kabid",), MORNING))
    assert drafting.desk.timers.due("eoffice_remind_approvers@perjalanan-1") is None
