"""The portal's address, and whether it can send e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.show_connections import Connections, show_connections
from shared.permissions import Permission
from tests.mail.post_office import open_office
from tests.portal.notices import connect

if TYPE_CHECKING:
    from tests.desk import Desk


def test_an_address_of_this_machine_leads_nobody_here(desk: Desk) -> None:
    hasan = desk.employee("Hasan", Permission.WATCH_SYSTEM)
    shown: Connections = desk.call(show_connections, by=hasan)
    assert (shown.public_url, shown.leads_here, shown.sends_mail) == (desk.public_url, True, False)
    desk.public_url = "http://127.0.0.1:8080"
    assert not desk.call(show_connections, by=hasan).leads_here


def test_a_mail_server_is_told_and_nothing_of_its_password(desk: Desk) -> None:
    hasan = desk.employee("Hasan", Permission.WATCH_SYSTEM)
    with open_office() as office:
        connect(desk, office)
        answer = desk.call(show_connections, by=hasan)
    assert answer.sends_mail
    assert str(office.port) not in repr(answer)


def test_who_does_not_watch_the_system_is_turned_away(desk: Desk) -> None:
    answer = desk.request(show_connections, token=desk.token(desk.employee("Rina")))
    assert answer.status_code == 403
