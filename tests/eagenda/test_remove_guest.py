"""Taking guests off the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.domain.guest import GuestState
from functions.eagenda.remove_guest import GuestRemoved, GuestToRemove, remove_guest
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def remove(meeting: Meeting, guest_id: str, by: Actor | None = None, reason: str = "Mengisi dua kali") -> GuestRemoved:
    answer: GuestRemoved = meeting.desk.call(
        remove_guest, GuestToRemove(meeting.id, guest_id, reason), by=by or meeting.organiser
    )
    return answer


def somebody(meeting: Meeting) -> str:
    """Let a guest come; return their row's id."""
    meeting.write_down(telephone="0812-3456-7890")
    return meeting.guests()[-1].id


def test_a_removed_guest_no_longer_counts_and_leaves_a_trace_without_telephone(meeting: Meeting) -> None:
    guest_id = somebody(meeting)
    meeting.desk.clock.pass_(minutes=2)

    assert not remove(meeting, guest_id).already

    assert meeting.guests() == []
    [trace] = meeting.guests(GuestState.REMOVED)
    assert (trace.name, trace.telephone, trace.forget_telephone_at) == ("Bu Ratna", None, None)
    assert trace.removal is not None
    assert (trace.removal.by, trace.removal.reason) == ("Dewi", "Mengisi dua kali")
    assert trace.removal.at == meeting.desk.clock.now()


def test_removing_again_changes_nothing(meeting: Meeting) -> None:
    guest_id = somebody(meeting)
    remove(meeting, guest_id)
    meeting.desk.clock.pass_(minutes=2)

    assert remove(meeting, guest_id, reason="Alasan lain").already
    [trace] = meeting.guests(GuestState.REMOVED)
    assert trace.removal is not None
    assert trace.removal.reason == "Mengisi dua kali"


def test_a_colleague_of_the_organiser_may_remove_a_guest(meeting: Meeting, colleague: Actor) -> None:
    assert not remove(meeting, somebody(meeting), by=colleague).already


def test_nobody_is_removed_from_a_closed_list(meeting: Meeting) -> None:
    guest_id = somebody(meeting)
    meeting.close()

    with pytest.raises(AttendanceOver):
        remove(meeting, guest_id)
    assert [it.id for it in meeting.guests()] == [guest_id]


def test_the_office_above_may_not(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser):
        remove(meeting, somebody(meeting), by=superior)


def test_to_a_stranger_the_agenda_looks_like_none(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        remove(meeting, somebody(meeting), by=stranger)


def test_a_guest_of_another_agenda_and_none_at_all_are_missing_alike(desk: Desk, meeting: Meeting) -> None:
    elsewhere = somebody(Meeting(desk, admit_guests=True))
    for guest_id in (elsewhere, "tidak-ada"):
        with pytest.raises(RecordMissing):
            remove(meeting, guest_id)


def test_a_reason_is_needed(meeting: Meeting) -> None:
    body = {"agenda_id": meeting.id, "guest_id": somebody(meeting), "reason": " "}
    response = meeting.desk.request(remove_guest, json_body=body, token=meeting.desk.token(meeting.organiser))
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/reason")
