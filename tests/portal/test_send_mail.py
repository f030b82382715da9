"""Sending e-mail: at least once, for days if need be, and nothing is lost while no server answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.mail import LEASE, MailState, taken_up
from functions.portal.look_for_mail import look_for_mail
from functions.portal.mails import MAILS
from functions.portal.send_mail import Batch, note_results
from shared.adapters.smtp_mail import SmtpMail
from shared.directory.model import PERSONS
from shared.kernel.context import Call, Context
from shared.ports.mail import MailOutcome, MailResult
from shared.rules.notice import NoticeKind, Urgency
from tests.mail.post_office import PostOffice, open_office
from tests.portal.notices import connect, mailed, tell, told, with_address
from tests.tools.launch import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from tests.desk import Desk

ADDRESS = "dewi@mojokertokab.example"


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return with_address(desk, desk.employee("Dewi"), ADDRESS)


@pytest.fixture
def office(desk: Desk) -> Iterator[PostOffice]:
    with open_office() as office:
        connect(desk, office)
        yield office


def look(desk: Desk, **later: float) -> None:
    """Let the schedule look for mail, some time later."""
    desk.clock.pass_(**later)
    desk.run_scheduled(look_for_mail)
    while desk.deliver():
        pass


def test_a_server_that_is_away_for_a_day_loses_nothing_and_doubles_nothing(desk: Desk) -> None:
    people = [with_address(desk, desk.employee(f"Pegawai {it}"), f"p{it}@mojokertokab.example") for it in range(25)]
    port = free_port()
    desk.mail = SmtpMail(PostOffice(port).settings())
    tell(desk, *people, urgency=Urgency.URGENT)
    for _ in range(24):
        look(desk, hours=1)
    states = {(mail.state, mail.reason) for person in people for mail in mailed(desk, person)}
    assert states == {(MailState.WAITING, "ConnectionRefusedError")}

    with open_office(port) as office:
        look(desk, hours=1)
        look(desk, hours=1)
        assert len(office.received) == len({address for address, _ in office.texts()}) == len(people)
    assert {mail.state for person in people for mail in mailed(desk, person)} == {MailState.SENT}


def test_pauses_grow_to_half_an_hour(desk: Desk, dewi: Actor) -> None:
    desk.mail = SmtpMail(PostOffice(free_port()).settings())
    tell(desk, dewi)
    pauses = []
    for _ in range(7):
        [mail] = mailed(desk, dewi)
        pauses.append(mail.due_at - desk.clock.now())
        look(desk, seconds=(mail.due_at - desk.clock.now()).total_seconds() + 1)
    minutes = [round(pause.total_seconds() / 60) for pause in pauses]
    assert minutes == [1, 2, 4, 8, 16, 30, 30]


def test_after_four_days_it_is_given_up_and_its_person_is_told_here(desk: Desk, dewi: Actor) -> None:
    desk.mail = SmtpMail(PostOffice(free_port()).settings())
    tell(desk, dewi)
    look(desk, days=4)
    [mail] = mailed(desk, dewi)
    assert (mail.state, mail.reason) == (MailState.GIVEN_UP, "ConnectionRefusedError")
    assert [it.kind for it in told(desk, dewi)] == [NoticeKind.MAIL_GIVEN_UP, NoticeKind.AGENDA_CANCELLED]


def test_an_address_that_does_not_exist_is_given_up_at_once(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {ADDRESS: "550 5.1.1 No such user"}
    tell(desk, dewi)
    [mail] = mailed(desk, dewi)
    assert (mail.state, mail.reason, mail.attempts) == (MailState.GIVEN_UP, "550", 1)
    assert told(desk, dewi)[0].title == "Surel untuk Anda tidak terkirim"


def test_a_full_mailbox_is_tried_again(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {ADDRESS: "452 4.2.2 Mailbox full"}
    tell(desk, dewi)
    office.says = {}
    look(desk, minutes=2)
    [mail] = mailed(desk, dewi)
    assert (mail.state, mail.attempts) == (MailState.SENT, 2)
    assert len(office.received) == 1


def test_mail_goes_to_the_address_of_the_day_on_which_it_goes(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {ADDRESS: "452 4.2.2 Mailbox full"}
    tell(desk, dewi)
    with_address(desk, dewi, "baru@mojokertokab.example")
    look(desk, minutes=2)
    assert [to for to, _ in office.texts()] == ["baru@mojokertokab.example"]


def test_who_may_not_sign_in_any_more_gets_no_mail(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {ADDRESS: "452 4.2.2 Mailbox full"}
    tell(desk, dewi)
    person = desk.found(PERSONS, dewi.id)
    assert person is not None
    desk.given(PERSONS, type(person)(person.id, person.name, email=ADDRESS, suspended=True))
    office.says = {}
    look(desk, minutes=2)
    [mail] = mailed(desk, dewi)
    assert (mail.state, mail.reason, office.received) == (MailState.GIVEN_UP, "no-address", [])


def test_a_long_queue_is_sent_to_its_end(desk: Desk, office: PostOffice) -> None:
    people = [with_address(desk, desk.employee(f"Pegawai {it}"), f"p{it}@mojokertokab.example") for it in range(45)]
    tell(desk, *people)
    assert len(office.received) == 45


def test_the_same_event_again_sends_nothing_twice(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    tell(desk, dewi)
    desk.deliver_again()
    assert len(office.received) == 1


def test_what_a_crash_left_goes_out_when_its_lease_ends(desk: Desk, dewi: Actor, office: PostOffice) -> None:
    office.says = {ADDRESS: "452 4.2.2 Mailbox full"}
    tell(desk, dewi)
    [mail] = desk.records.query(MAILS.question(MAILS.queries[1], equal=(dewi.id,)))
    desk.given(MAILS, taken_up(MAILS.read(mail.body), desk.clock.now()))  # and whoever did so died
    office.says = {}
    look(desk, minutes=2)
    assert office.received == []
    look(desk, seconds=LEASE.total_seconds())
    assert len(office.received) == 1


def test_who_outlived_the_lease_notes_nothing_about_what_another_took_up(desk: Desk, dewi: Actor) -> None:
    desk.mail = SmtpMail(PostOffice(free_port()).settings())
    tell(desk, dewi)
    [body] = desk.records.query(MAILS.question(MAILS.queries[1], equal=(dewi.id,)))
    late = MAILS.read(body.body)
    desk.given(MAILS, taken_up(late, desk.clock.now() + timedelta(minutes=1)))
    call = Call(dewi, desk.clock.now(), "late")
    batch = Batch((late,), (MailResult(MailOutcome.TAKEN),))
    desk.records.transact(lambda transaction: note_results(batch, Context(call, desk, transaction, "late")))
    [mail] = mailed(desk, dewi)
    assert mail.state is MailState.WAITING
