"""The daily digest: at seven on working days, for those who chose it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.notice import Preferences
from functions.portal.write_digests import write_digests
from shared.kernel.catalogue import Declaration
from shared.schedule import next_run
from shared.tasks.task import of_person
from tests.mail.post_office import PostOffice, open_office
from tests.portal.notices import chooses, connect, tell, with_address
from tests.portal.tasks import task_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk

SEVEN = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)  # 07.00 WIB on a Tuesday
CHRISTMAS = datetime(2026, 12, 25, 0, 0, tzinfo=UTC)  # a Friday
DECLARATION: Declaration = write_digests.declaration  # type: ignore[attr-defined]  # the decorator gives it


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    with open_office() as office:
        connect(desk, office)
        yield office


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    dewi = with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")
    chooses(desk, Preferences(dewi.id, digest=True))
    return dewi


def digest(desk: Desk, at: datetime = SEVEN) -> None:
    desk.clock.set(at)
    desk.run_scheduled(write_digests)
    desk.deliver()


def test_it_says_how_much_waits_and_nothing_of_what(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    task_for(of_person(dewi.id), desk, dewi)
    tell(desk, dewi)
    office.received.clear()
    digest(desk)
    [mail] = office.received
    assert mail["Subject"] == "Ringkasan hari ini · Trowulan"
    assert mail.get_content().startswith("1 tugas menunggu Anda, 1 pemberitahuan belum dibaca.")
    assert "Tugas agenda-1" not in mail.get_content()


@pytest.mark.usefixtures("dewi")
def test_with_nothing_to_do_it_says_so(desk: Desk, office: PostOffice) -> None:
    digest(desk)
    assert office.received[0].get_content().startswith("Tidak ada tugas yang menunggu Anda.")


@pytest.mark.usefixtures("dewi")
def test_only_who_chose_it_gets_it_and_once_a_day(desk: Desk, office: PostOffice) -> None:
    with_address(desk, desk.employee("Rina"), "rina@mojokertokab.example")
    digest(desk)
    digest(desk, SEVEN.replace(minute=1))
    assert [to for to, _ in office.texts()] == ["dewi@mojokertokab.example"]


@pytest.mark.usefixtures("dewi")
def test_on_a_holiday_nobody_gets_one(desk: Desk, office: PostOffice) -> None:
    digest(desk, CHRISTMAS)
    assert office.received == []


def test_it_is_written_at_seven_from_monday_to_friday() -> None:
    saturday = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)
    assert next_run(DECLARATION.cron, saturday) == datetime(2026, 11, 30, 0, 0, tzinfo=UTC)
