"""Listing the e-mail that was sent to the caller, or wasn't."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.domain.mail import MailState
from shared.rules.notice import NoticeKind
from tests.mail.post_office import open_office
from tests.portal.notices import connect, mailed, tell, with_address

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_newest_stands_first_with_what_became_of_it_and_nobody_elses_is_there(desk: Desk) -> None:
    dewi = with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")
    rina = with_address(desk, desk.employee("Rina"), "rina@mojokertokab.example")
    with open_office() as office:
        connect(desk, office)
        tell(desk, dewi, kind=NoticeKind.AGENDA_INVITED)
        office.says = {"dewi@mojokertokab.example": "452 4.2.2 Mailbox full"}
        desk.clock.pass_(minutes=1)
        tell(desk, dewi, rina)
    found = [(it.kind, it.state, it.reason, it.attempts) for it in mailed(desk, dewi)]
    assert found == [
        (NoticeKind.AGENDA_CANCELLED, MailState.WAITING, "452", 1),
        (NoticeKind.AGENDA_INVITED, MailState.SENT, "", 1),
    ]
    assert [it.state for it in mailed(desk, rina)] == [MailState.SENT]
