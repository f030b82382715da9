"""What who drafts a naskah is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.naskah import WhichNaskah
from functions.eoffice.take_back_naskah import take_back_naskah
from functions.portal.list_notices import WhichNotices, list_notices
from shared.events.approvals import ApprovalDecided
from shared.rules.notice import NoticeKind
from tests.eoffice.drafting_room import hear

if TYPE_CHECKING:
    from tests.eoffice.drafting_room import DraftingRoom


def told(drafting: DraftingRoom) -> list[NoticeKind]:
    return [it.kind for it in drafting.desk.call(list_notices, WhichNotices(), by=drafting.staff).items]


def test_they_are_told_that_it_came_back_and_that_all_have_checked_it(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.give_back(naskah_id, drafting.field)
    assert told(drafting) == [NoticeKind.NASKAH_RETURNED]
    drafting.submit(naskah_id)
    drafting.approve(naskah_id, drafting.field)
    assert told(drafting) == [NoticeKind.NASKAH_RETURNED]
    drafting.approve(naskah_id, drafting.secretary)
    drafting.desk.deliver_again()
    assert told(drafting) == [NoticeKind.NASKAH_CHECKED, NoticeKind.NASKAH_RETURNED]


def test_of_what_they_did_themselves_they_are_not_told(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted()
    drafting.desk.call(take_back_naskah, WhichNaskah(naskah_id), by=drafting.staff)
    drafting.desk.deliver()
    assert told(drafting) == []


def test_what_is_approved_elsewhere_tells_nobody(drafting: DraftingRoom) -> None:
    hear(drafting, ApprovalDecided("sppd", "perjalanan-1", "keputusan-1", ("kabid",)))
    assert told(drafting) == []
