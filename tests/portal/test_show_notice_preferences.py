"""Showing how the caller wants to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.show_notice_preferences import show_notice_preferences
from shared.rules.notice import NoticeKind
from tests.mail.post_office import open_office
from tests.portal.notices import connect, with_address

if TYPE_CHECKING:
    from tests.desk import Desk


def test_at_first_everything_is_told_here_and_what_moves_somebody_or_voids_their_paper_by_mail_too(desk: Desk) -> None:
    shown = desk.call(show_notice_preferences, by=desk.employee("Dewi"))
    assert all(it.in_app for it in shown.choices)
    assert {it.kind for it in shown.choices if it.by_mail} == {
        NoticeKind.AGENDA_INVITED,
        NoticeKind.AGENDA_MOVED,
        NoticeKind.AGENDA_CANCELLED,
        NoticeKind.AGENDA_WITHDRAWN,
        NoticeKind.AGENDA_DEPUTY,
        NoticeKind.AGENDA_DEPUTY_DECLINED,
        NoticeKind.LETTER_WITHDRAWN,
    }
    assert (shown.quiet_from, shown.quiet_to, shown.digest, shown.version) == (20, 6, False, 0)


def test_an_address_is_shown_only_where_mail_can_reach_it(desk: Desk) -> None:
    dewi = with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")
    assert desk.call(show_notice_preferences, by=dewi).mail_address == ""
    with open_office() as office:
        connect(desk, office)
        assert desk.call(show_notice_preferences, by=dewi).mail_address == "dewi@mojokertokab.example"
        assert desk.call(show_notice_preferences, by=desk.employee("Rina")).mail_address == ""
