"""A test e-mail, through a mail server of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.send_test_mail import MailNotTaken, MailTaken, MailTest, NoMailServer, send_test_mail
from shared.permissions import Permission
from shared.refusals import InvalidField
from tests.mail.post_office import open_office
from tests.portal.notices import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk
    from tests.mail.post_office import PostOffice

HASAN = "hasan@mojokertokab.example"


@pytest.fixture
def hasan(desk: Desk) -> Actor:
    return desk.employee("Hasan", Permission.WATCH_SYSTEM)


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    with open_office() as opened:
        connect(desk, opened)
        yield opened


def send(desk: Desk, by: Actor, key: str = "", to: str = HASAN) -> MailTaken:
    sent: MailTaken = desk.call(send_test_mail, MailTest(to), by=by, key=key)
    return sent


def test_it_arrives_at_the_address(desk: Desk, hasan: Actor, office: PostOffice) -> None:
    assert send(desk, hasan).at == desk.clock.now()
    assert office.texts() == [(HASAN, "Surel uji Trowulan")]


def test_a_retry_sends_it_once(desk: Desk, hasan: Actor, office: PostOffice) -> None:
    assert send(desk, hasan, "k") == send(desk, hasan, "k")
    assert len(office.received) == 1


def test_what_the_server_says_is_told(desk: Desk, hasan: Actor, office: PostOffice) -> None:
    office.says[HASAN] = "550 no such user"
    with pytest.raises(MailNotTaken, match="550"):
        send(desk, hasan)
    office.says[HASAN] = "451 come later"
    with pytest.raises(MailNotTaken, match="451"):
        send(desk, hasan)


def test_without_a_server_or_an_address_nothing_is_sent(desk: Desk, hasan: Actor) -> None:
    with pytest.raises(NoMailServer):
        send(desk, hasan)
    with open_office() as opened:
        connect(desk, opened)
        with pytest.raises(InvalidField):
            send(desk, hasan, to="hasan")
    assert opened.received == []


def test_who_does_not_watch_the_system_sends_nothing(desk: Desk) -> None:
    answer = desk.request(send_test_mail, json_body={"to": HASAN}, token=desk.token(desk.employee("Rina")))
    assert answer.status_code == 403
