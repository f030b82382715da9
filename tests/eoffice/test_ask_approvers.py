"""Whose turn it is has a task, whatever became of the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.take_back_naskah import take_back_naskah
from shared.events.approvals import ApprovalRequested
from tests.desk import MORNING
from tests.eoffice.drafting_room import hear

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_events_that_come_twice_or_late_leave_the_tasks_as_the_chain_stands(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    asked = drafting.desk.announced(ApprovalRequested)[0]
    drafting.approve(naskah_id, drafting.field)
    drafting.desk.deliver_again()
    hear(drafting, asked)  # that it was the turn of the first, once more, after the turn of the second has come
    assert drafting.waiting(drafting.field) == []
    assert len(drafting.waiting(drafting.secretary)) == 1


def test_a_turn_that_is_over_before_it_was_heard_of_asks_nobody(drafting: DraftingRoom) -> None:
    naskah_id = drafting.drafted()
    drafting.submit(naskah_id, deliver=False)
    drafting.desk.call(take_back_naskah, WhichNaskah(naskah_id), by=drafting.staff)
    drafting.desk.deliver()
    assert drafting.waiting(drafting.field) == []


def test_a_turn_that_comes_again_asks_again(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.give_back(naskah_id, drafting.field)
    drafting.submit(naskah_id)
    assert len(drafting.waiting(drafting.field)) == 1
    assert drafting.waiting(drafting.staff) == []


def test_what_is_approved_elsewhere_is_none_of_its_business(drafting: DraftingRoom) -> None:
    hear(drafting, ApprovalRequested("sppd", "perjalanan-1", ("kabid",), MORNING))
    assert drafting.waiting(drafting.field) == []
