"""The thread of a naskah."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah_decision import Thread
from functions.eoffice.naskah_moves import THREADS
from shared.events.approvals import ApprovalDecided
from tests.eoffice.drafting_room import hear

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def test_it_has_each_decision_once_and_in_order_however_they_are_heard_of(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    for by in (drafting.field, drafting.secretary):
        drafting.desk.clock.pass_(minutes=5)
        drafting.approve(naskah_id, by)
    for heard in reversed(drafting.desk.announced(ApprovalDecided)):
        hear(drafting, heard)
    thread = drafting.desk.found(THREADS, naskah_id)
    assert thread is not None
    assert [it.by_name for it in thread.decisions] == ["Joni", "Bayu", "Siti"]


def test_a_thread_that_lost_a_decision_has_it_again_in_its_place(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.desk.clock.pass_(minutes=5)
    drafting.approve(naskah_id, drafting.field)
    whole = drafting.desk.found(THREADS, naskah_id)
    assert whole is not None
    drafting.desk.given(THREADS, Thread(naskah_id, whole.decisions[1:]))
    hear(drafting, drafting.desk.announced(ApprovalDecided)[0])
    assert drafting.desk.found(THREADS, naskah_id) == whole


def test_what_was_decided_elsewhere_is_none_of_it(drafting: DraftingRoom) -> None:
    hear(drafting, ApprovalDecided("sppd", "perjalanan-1", "keputusan-1", ()))
    assert drafting.desk.found(THREADS, "perjalanan-1") is None
