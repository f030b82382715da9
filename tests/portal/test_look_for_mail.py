"""Looking for e-mail whose time has come."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from functions.portal.look_for_mail import look_for_mail
from shared.events.notices import MailDue
from tests.mail.post_office import open_office
from tests.portal.notices import connect, tell, with_address

if TYPE_CHECKING:
    from tests.desk import Desk

EVENING = datetime(2026, 11, 24, 14, 15, tzinfo=UTC)  # 21.15 WIB


def test_what_waited_for_the_end_of_the_quiet_hours_goes_out_in_the_morning(desk: Desk) -> None:
    dewi = with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")
    with open_office() as office:
        connect(desk, office)
        desk.clock.set(EVENING)
        tell(desk, dewi)
        desk.run_scheduled(look_for_mail)
        assert desk.announced(MailDue) == []
        desk.clock.pass_(hours=9)
        desk.run_scheduled(look_for_mail)
        desk.deliver()
        assert len(office.received) == 1


def test_where_no_mail_can_be_sent_nobody_looks(desk: Desk) -> None:
    desk.run_scheduled(look_for_mail)
    assert desk.announced(MailDue) == []
