"""Telling people what a system asked that they are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.mail import MailState
from functions.portal.domain.notice import NoticeChoice, Preferences
from shared.directory.model import APPOINTMENTS
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind, Urgency
from tests.mail.post_office import PostOffice, open_office
from tests.portal.notices import MEETING, announce, chooses, connect, mailed, tell, told, with_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk

EVENING = datetime(2026, 11, 24, 14, 15, tzinfo=UTC)  # 21.15 WIB
NEXT_MORNING = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)  # 06.00 WIB on the 25th
CANCELLED = NoticeKind.AGENDA_CANCELLED


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return with_address(desk, desk.employee("Dewi"), "dewi@mojokertokab.example")


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    with open_office() as office:
        connect(desk, office)
        yield office


def test_a_notice_says_what_about_and_when_and_where_it_is_looked_at(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi)
    [notice] = told(desk, dewi)
    assert (notice.title, notice.link) == ("Agenda dibatalkan", "/agenda/rapat")
    assert notice.detail == "Rapat Koordinasi SPBE · Selasa, 24 November 2026 pukul 08.30 WIB"
    assert not notice.is_read


def test_of_what_is_secret_a_notice_says_only_that_it_exists(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi, is_secret=True)
    [notice] = told(desk, dewi)
    assert (notice.title, notice.detail) == ("Agenda dibatalkan", "Buka Trowulan untuk membacanya.")


def test_about_what_is_not_known_any_more_there_is_still_a_notice(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi, known=False)
    [notice] = told(desk, dewi)
    assert (notice.title, notice.detail, notice.link) == ("Agenda dibatalkan", "", "/kerja")


def test_each_of_many_is_told_once_and_nobody_else(desk: Desk) -> None:
    people = [desk.employee(f"Pegawai {number}") for number in range(52)]
    tell(desk, *people, people[0])
    assert [len(told(desk, person)) for person in people] == [1] * 52
    assert told(desk, desk.employee("Pengirim")) == []


def test_the_same_event_again_tells_nobody_twice(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi)
    desk.deliver_again()
    assert len(told(desk, dewi)) == 1


def test_who_does_not_want_to_be_told_of_a_kind_is_told_of_the_others(desk: Desk, dewi: Actor) -> None:
    chooses(desk, Preferences(dewi.id, (NoticeChoice(CANCELLED, in_app=False, by_mail=False),)))
    tell(desk, dewi)
    tell(desk, dewi, kind=NoticeKind.AGENDA_INVITED)
    assert [it.kind for it in told(desk, dewi)] == [NoticeKind.AGENDA_INVITED]


def test_the_mail_names_nobody_and_no_meeting(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    tell(desk, dewi)
    [mail] = office.received
    assert (mail["To"], mail["Subject"]) == ("dewi@mojokertokab.example", "Agenda dibatalkan · Trowulan")
    body = mail.get_content()
    assert "https://trowulan.example/agenda/rapat" in body
    assert "SPBE" not in body
    assert "Dewi" not in body


def test_by_mail_come_invitations_and_cancellations_unless_somebody_chooses_otherwise(
    desk: Desk, dewi: Actor, office: PostOffice
) -> None:
    tell(desk, dewi, kind=NoticeKind.TABLE_ROW_APPROVED)
    assert office.received == []
    chooses(desk, Preferences(dewi.id, (NoticeChoice(NoticeKind.TABLE_ROW_APPROVED, in_app=True, by_mail=True),)))
    tell(desk, dewi, kind=NoticeKind.TABLE_ROW_APPROVED)
    assert len(office.received) == 1


def test_who_has_no_address_is_told_here_alone(desk: Desk, office: PostOffice) -> None:
    rina = desk.employee("Rina")
    tell(desk, rina)
    assert (len(told(desk, rina)), mailed(desk, rina), office.received) == (1, [], [])


def test_where_no_mail_can_be_sent_none_waits(desk: Desk, dewi: Actor) -> None:
    tell(desk, dewi)
    assert mailed(desk, dewi) == []


def test_mail_waits_for_the_end_of_the_quiet_hours(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    desk.clock.set(EVENING)
    tell(desk, dewi)
    [waiting] = mailed(desk, dewi)
    assert (waiting.state, waiting.due_at) == (MailState.WAITING, NEXT_MORNING)
    assert len(told(desk, dewi)) == 1
    assert office.received == []


def test_what_is_urgent_does_not_wait(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    desk.clock.set(EVENING)
    tell(desk, dewi, urgency=Urgency.URGENT)
    assert len(office.received) == 1


def test_who_holds_a_position_on_the_day_is_told_for_good_or_acting_and_no_former_holder(desk: Desk) -> None:
    dewi, former, acting = (desk.employee(name) for name in ("Dewi", "Fajar", "Putri"))
    today = wib_date(desk.clock.now())
    ended = Appointment(dewi.position_id, former.id, AppointmentKind.DEFINITIF, date(2020, 1, 2), date(2021, 1, 2))
    desk.given(APPOINTMENTS, ended, Appointment(dewi.position_id, acting.id, AppointmentKind.PLH, today))
    announce(desk, CANCELLED, MEETING, (), Urgency.NORMAL, (dewi.position_id, "none", dewi.position_id))
    desk.deliver()
    assert [len(told(desk, person)) for person in (dewi, acting, former)] == [1, 1, 0]
