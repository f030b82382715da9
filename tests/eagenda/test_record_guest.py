"""Recording guests who filled in the form."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.domain.codes import slot_of
from functions.eagenda.domain.guest import Guest, GuestListFull, GuestState, TicketExpired, TooManyGuests
from functions.eagenda.guests import GUESTS
from functions.eagenda.record_guest import record_guest
from functions.eagenda.records import OF_AGENDA_LATEST_FIRST, REFUSED_SCANS
from functions.eagenda.tables import GUEST_POLICY
from shared.kernel.journal import State
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from flask import Response

    from tests.desk import Desk

INSTANT = timedelta(microseconds=1)
[POLICY] = (GUEST_POLICY.value(row.values) for row in GUEST_POLICY.released())


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def send(meeting: Meeting, ticket: str = "", **form: Any) -> Response:  # noqa: ANN401 -- whatever a stranger sends
    """Send the form over HTTP."""
    filled = {"name": "Bu Ratna", "institution": "PT Angin Timur", **form}
    return meeting.desk.request(record_guest, json_body={"ticket": ticket or meeting.form().ticket, "form": filled})


def test_who_fills_in_the_form_is_present(meeting: Meeting) -> None:
    now = meeting.desk.clock.now()

    answer = meeting.write_down("Bu Ratna", telephone="0812-3456-7890")

    assert (answer.name, answer.agenda_title, answer.place) == ("Bu Ratna", "Rapat Koordinasi SPBE", "Aula Majapahit")
    assert (answer.attended_at, answer.already) == (now, False)
    [kept] = meeting.guests()
    assert (kept.name, kept.institution, kept.position) == ("Bu Ratna", "PT Angin Timur", "Direktur")
    assert (kept.telephone, kept.at, kept.slot) == ("+6281234567890", now, slot_of(now))
    assert kept.forget_telephone_at == meeting.ends_at + timedelta(days=30)
    assert meeting.present() == []


def test_position_and_telephone_may_stay_empty(meeting: Meeting) -> None:
    assert send(meeting).status_code == 200
    [kept] = meeting.guests()
    assert (kept.position, kept.telephone, kept.forget_telephone_at) == ("", None, None)


def test_one_ticket_is_one_guest_and_answers_the_first_time(meeting: Meeting) -> None:
    ticket = meeting.form().ticket
    first = meeting.write_down(ticket=ticket)
    meeting.desk.clock.pass_(minutes=3)

    again = meeting.write_down("Orang lain", ticket=ticket)

    assert (again.name, again.attended_at, again.already) == ("Bu Ratna", first.attended_at, True)
    assert len(meeting.guests()) == 1


def test_the_answer_comes_again_after_the_ticket_has_ended_and_the_list_is_closed(meeting: Meeting) -> None:
    ticket = meeting.form().ticket
    first = meeting.write_down(ticket=ticket)
    meeting.close()
    meeting.desk.clock.pass_(minutes=11)

    assert meeting.write_down(ticket=ticket).attended_at == first.attended_at
    assert meeting.refused() == []


def test_two_guests_at_once_are_two_rows(meeting: Meeting) -> None:
    meeting.write_down("Bu Ratna")
    meeting.write_down("Bu Ratna", address="10.0.0.8")
    assert [it.name for it in meeting.guests()] == ["Bu Ratna", "Bu Ratna"]


def test_there_are_ten_minutes_to_write_and_an_instant_later_it_is_too_late(meeting: Meeting) -> None:
    early, late = meeting.form().ticket, meeting.form().ticket
    until = meeting.desk.clock.now() + timedelta(minutes=10)

    meeting.desk.clock.set(until - INSTANT)
    assert not meeting.write_down(ticket=early).already
    meeting.desk.clock.set(until)
    with pytest.raises(TicketExpired):
        meeting.write_down(ticket=late)
    assert meeting.refused() == ["ticket-expired"]


@pytest.mark.parametrize("ticket", ["", "x", "eyJpZCI6ImEifQ.tanda-tangan-palsu", "k\u00f3de", "x" * 5000])
def test_a_forged_ticket_is_refused_and_nothing_is_kept(meeting: Meeting, ticket: str) -> None:
    response = meeting.desk.request(
        record_guest, json_body={"ticket": ticket, "form": {"name": "Bu Ratna", "institution": "PT Angin"}}
    )
    assert (response.status_code, response.get_json()["type"]) == (410, "/problems/ticket-expired")
    assert (meeting.guests(), meeting.refused()) == ([], [])


def test_a_display_token_or_an_access_token_is_no_ticket(meeting: Meeting) -> None:
    identity, now = meeting.desk.identity, meeting.desk.clock.now()
    for token in (
        identity.display_token(meeting.id, now, meeting.ends_at),
        identity.access_token(meeting.organiser.id, "session", now),
    ):
        with pytest.raises(TicketExpired):
            meeting.write_down(ticket=token.text)
    for purpose in ("upload", "guests"):
        forged = identity.ticket(purpose, {"id": "a", "agenda_id": meeting.id, "slot": 1, "until": "2030-01-01"})
        with pytest.raises(TicketExpired):
            meeting.write_down(ticket=forged)


def test_a_ticket_opens_its_own_agenda_alone(desk: Desk, meeting: Meeting) -> None:
    other = Meeting(desk, admit_guests=True)
    other.write_down(ticket=meeting.form().ticket)
    assert (len(meeting.guests()), other.guests()) == (1, [])


def test_a_cancelled_or_closed_agenda_takes_no_guest_and_keeps_who_was_refused(desk: Desk) -> None:
    cancelled, closed = Meeting(desk, admit_guests=True), Meeting(desk, admit_guests=True)
    tickets = cancelled.form().ticket, closed.form().ticket
    cancelled.cancel("Hujan lebat")
    closed.close()

    with pytest.raises(AgendaIsCancelled):
        cancelled.write_down(ticket=tickets[0])
    with pytest.raises(AttendanceOver):
        closed.write_down("Pak Joko", ticket=tickets[1])

    [kept] = desk.all(REFUSED_SCANS, OF_AGENDA_LATEST_FIRST, closed.id)
    assert (kept.name, kept.person_id, kept.reason) == ("Pak Joko", "", "attendance-over")
    assert cancelled.refused() == ["agenda-is-cancelled"]
    assert closed.guests() == []


@pytest.mark.parametrize(
    ("form", "pointer"),
    [
        ({"name": ""}, "/form/name"),
        ({"name": "   "}, "/form/name"),
        ({"name": "x" * 121}, "/form/name"),
        ({"name": True}, "/form/name"),
        ({"institution": ""}, "/form/institution"),
        ({"position": "x" * 121}, "/form/position"),
        ({"telephone": "nol delapan"}, "/form/telephone"),
        ({"telephone": "12"}, "/form/telephone"),
        ({"telephone": ""}, "/form/telephone"),
        ({"nip": "198706142011012903"}, "/form/nip"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_written(meeting: Meeting, form: dict[str, Any], pointer: str) -> None:
    response = send(meeting, **form)

    assert response.status_code == 422
    assert [error["pointer"] for error in response.get_json()["errors"]] == [pointer]
    assert meeting.guests() == []


def test_markup_in_a_name_is_only_text(meeting: Meeting) -> None:
    assert send(meeting, name="<script>alert(1)</script>").get_json()["name"] == "<script>alert(1)</script>"


def test_more_guests_in_a_minute_than_walk_in_wait_for_the_next(meeting: Meeting) -> None:
    come(meeting, POLICY.most_in_a_minute)

    with pytest.raises(TooManyGuests):
        meeting.write_down()
    meeting.desk.clock.pass_(seconds=61)
    assert not meeting.write_down().already


def test_a_full_list_takes_nobody_more_and_a_removed_row_makes_room(meeting: Meeting) -> None:
    come(meeting, POLICY.most)
    meeting.desk.clock.pass_(seconds=61)
    ticket = meeting.form().ticket

    with pytest.raises(GuestListFull) as refusal:
        meeting.write_down(ticket=ticket)
    assert "Dewi" in refusal.value.detail

    meeting.desk.given(GUESTS, a_guest(meeting, 0, GuestState.REMOVED))
    assert not meeting.write_down(ticket=ticket).already


def test_one_address_sends_no_more_than_sixty_at_once(meeting: Meeting) -> None:
    # What is no form is counted too, and answered fast enough to see the bound.
    statuses = [meeting.desk.request(record_guest, json_body={}).status_code for _ in range(64)]
    assert statuses[:60] == [422] * 60
    assert 429 in statuses


def test_the_journal_holds_the_deed_and_no_telephone(meeting: Meeting) -> None:
    meeting.write_down(telephone="0812-3456-7890")
    row = next(row for row in meeting.desk.journal() if row.operation == "eagenda_record_guest")
    assert row.state is State.COMPLETED
    assert "81234567890" not in repr(row)


def come(meeting: Meeting, count: int) -> None:
    """Let so many guests be present."""
    meeting.desk.given(GUESTS, *(a_guest(meeting, number) for number in range(count)))


def a_guest(meeting: Meeting, number: int, state: GuestState = GuestState.PRESENT) -> Guest:
    now = meeting.desk.clock.now()
    return Guest(f"g-{number}", meeting.id, f"Tamu {number}", "PT Angin Timur", "", None, None, 1, now, state)
