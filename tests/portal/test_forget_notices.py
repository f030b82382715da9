"""Notices and the log of e-mail go when their time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.forget_notices import forget_notices
from tests.mail.post_office import PostOffice, open_office
from tests.portal.notices import connect, mailed, tell, told, with_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    with open_office() as office:
        connect(desk, office)
        yield office


def forget(desk: Desk, **later: float) -> None:
    desk.clock.pass_(**later)
    desk.run_scheduled(forget_notices)


@pytest.mark.usefixtures("office")
def test_after_half_a_year_they_are_gone_and_what_came_later_stays(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi)
    desk.clock.pass_(days=1)
    tell(desk, dewi)
    forget(desk, days=179, minutes=1)
    assert (len(told(desk, dewi)), len(mailed(desk, dewi))) == (1, 1)
    forget(desk, days=1)
    assert (told(desk, dewi), mailed(desk, dewi)) == ([], [])


def test_mail_that_still_waits_stays(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {"dewi@mojokertokab.example": "452 4.2.2 Mailbox full"}
    tell(desk, dewi)
    forget(desk, days=200)
    assert (told(desk, dewi), len(mailed(desk, dewi))) == ([], 1)


@pytest.mark.usefixtures("office")
def test_running_again_changes_nothing(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi)
    forget(desk, days=181)
    forget(desk, days=1)
    assert told(desk, dewi) == []
