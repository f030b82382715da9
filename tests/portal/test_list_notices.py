"""Listing what the caller was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.portal.list_notices import WhichNotices, list_notices
from functions.portal.notices import NOTICES, OF_PERSON_NEWEST_FIRST
from functions.portal.read_notices import NoticesToRead, read_notices
from shared.rules.notice import NoticeKind
from tests.portal.notices import tell

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_newest_stands_first_and_the_unread_are_counted(desk: Desk) -> None:
    dewi, rina = desk.employee("Dewi"), desk.employee("Rina")
    tell(desk, dewi, kind=NoticeKind.AGENDA_INVITED)
    desk.clock.pass_(minutes=1)
    tell(desk, dewi)
    answer = desk.call(list_notices, WhichNotices(), by=dewi)
    assert [it.kind for it in answer.items] == [NoticeKind.AGENDA_CANCELLED, NoticeKind.AGENDA_INVITED]
    assert answer.unread_count == 2

    desk.call(read_notices, NoticesToRead((answer.items[1].id,)), by=dewi)
    again = desk.call(list_notices, WhichNotices(), by=dewi)
    assert [it.is_read for it in again.items] == [False, True]
    assert again.unread_count == 1
    assert desk.call(list_notices, WhichNotices(), by=rina).items == ()


def test_a_long_list_comes_in_parts(desk: Desk) -> None:
    dewi = desk.employee("Dewi")
    tell(desk, dewi)
    [told] = desk.all(NOTICES, OF_PERSON_NEWEST_FIRST, dewi.id)
    earlier = (replace(told, id=f"told-{it}", at=told.at - timedelta(minutes=it)) for it in range(1, 26))
    desk.given(NOTICES, *earlier)
    first = desk.call(list_notices, WhichNotices(), by=dewi)
    rest = desk.call(list_notices, WhichNotices(first.next_cursor), by=dewi)
    assert (len(first.items), len(rest.items), first.unread_count) == (25, 1, 26)
