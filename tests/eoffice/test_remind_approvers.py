"""Reminding those who let a naskah wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Urgensi
from functions.eoffice.remind_approvers import remind_approvers
from functions.portal.list_notices import WhichNotices, list_notices
from shared.rules.notice import NoticeKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.drafting_room import DraftingRoom


def kinds(drafting: DraftingRoom, by: Actor) -> list[NoticeKind]:
    return [it.kind for it in drafting.desk.call(list_notices, WhichNotices(), by=by).items]


def pass_day(drafting: DraftingRoom) -> None:
    drafting.desk.run_scheduled(remind_approvers)
    drafting.desk.deliver()


def test_who_is_late_is_reminded_each_working_day_and_then_those_above_and_the_drafter_are_told(
    drafting: DraftingRoom,
) -> None:
    drafting.submitted(urgensi=Urgensi.AMAT_SEGERA)
    pass_day(drafting)
    assert kinds(drafting, drafting.field) == []
    drafting.desk.clock.pass_(hours=24, minutes=1)
    pass_day(drafting)
    pass_day(drafting)  # the schedule runs each hour
    assert (kinds(drafting, drafting.field), kinds(drafting, drafting.head)) == ([NoticeKind.NASKAH_WAITS], [])
    drafting.desk.clock.pass_(days=1, hours=12)
    pass_day(drafting)
    assert kinds(drafting, drafting.field) == [NoticeKind.NASKAH_WAITS] * 2
    assert kinds(drafting, drafting.head) == kinds(drafting, drafting.staff) == [NoticeKind.NASKAH_LATE]


def test_what_has_moved_on_is_late_for_nobody(drafting: DraftingRoom) -> None:
    naskah_id = drafting.submitted(urgensi=Urgensi.AMAT_SEGERA)
    drafting.give_back(naskah_id, drafting.field)
    drafting.desk.clock.pass_(days=3)
    pass_day(drafting)
    assert NoticeKind.NASKAH_WAITS not in kinds(drafting, drafting.field)
