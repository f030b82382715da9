"""Listing the guests of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.guest import GuestState
from functions.eagenda.list_guests import GuestList, WhichGuests, list_guests
from functions.eagenda.remove_guest import GuestToRemove, remove_guest
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def ask(meeting: Meeting, by: Actor | None = None, state: GuestState = GuestState.PRESENT) -> GuestList:
    answer: GuestList = meeting.desk.call(list_guests, WhichGuests(meeting.id, state), by=by or meeting.organiser)
    return answer


def test_guests_stand_in_order_of_arrival_as_they_wrote_themselves_down(meeting: Meeting) -> None:
    meeting.write_down("Bu Ratna")
    meeting.desk.clock.pass_(seconds=5)
    meeting.write_down("Pak Joko")

    answer = ask(meeting)

    assert [(it.name, it.institution, it.position) for it in answer.items] == [
        ("Bu Ratna", "PT Angin Timur", "Direktur"),
        ("Pak Joko", "PT Angin Timur", "Direktur"),
    ]
    assert (answer.guest_count, answer.items[1].attended_at) == (2, meeting.desk.clock.now())


def test_the_telephone_is_whole_for_the_organiser_and_masked_for_a_colleague(
    meeting: Meeting, colleague: Actor
) -> None:
    meeting.write_down(telephone="0812-3456-7890")

    assert ask(meeting).items[0].telephone == "+6281234567890"
    assert ask(meeting, by=colleague).items[0].telephone == "+628•••••••890"


def test_who_was_removed_is_listed_apart_with_the_reason(meeting: Meeting) -> None:
    meeting.write_down()
    [guest] = meeting.guests()
    meeting.desk.call(remove_guest, GuestToRemove(meeting.id, guest.id, "Mengisi dua kali"), by=meeting.organiser)

    assert (ask(meeting).items, ask(meeting).guest_count) == ((), 0)
    [removed] = ask(meeting, state=GuestState.REMOVED).items
    assert removed.removal is not None
    assert (removed.name, removed.removal.by, removed.removal.reason) == ("Bu Ratna", "Dewi", "Mengisi dua kali")


def test_an_agenda_says_whether_it_admits_guests(desk: Desk, meeting: Meeting) -> None:
    other = Meeting(desk)
    shown = [desk.call(show_agenda, WhichAgenda(it.id), by=it.organiser).admit_guests for it in (meeting, other)]
    assert shown == [True, False]
    assert ask(other).guest_count == 0


def test_the_office_above_and_strangers_are_not_told(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    meeting.write_down()
    with pytest.raises(NotOrganiser):
        ask(meeting, by=superior)
    with pytest.raises(RecordMissing):
        ask(meeting, by=stranger)
