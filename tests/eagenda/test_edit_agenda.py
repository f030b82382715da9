"""Editing an agenda, and moving it to another time or place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.attendance import AttendanceNotOpen
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.edit_agenda import Edited, edit_agenda
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaEdited
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting
    from tests.phone import Phone

AN_HOUR = timedelta(hours=1)


def faults(refusal: pytest.ExceptionInfo[InvalidField]) -> list[str]:
    return [error["pointer"] for error in refusal.value.facts["errors"]]


def test_what_an_agenda_says_may_be_corrected_without_a_reason_and_without_telling_anybody(meeting: Meeting) -> None:
    answer = meeting.edit(title="Rapat Koordinasi SPBE tahap 2", description="Bawa laptop", show_names=True)

    assert answer == Edited(told_count=0, already=False)
    agenda = meeting.agenda()
    assert (agenda.title, agenda.description, agenda.show_names) == (
        "Rapat Koordinasi SPBE tahap 2",
        "Bawa laptop",
        True,
    )
    assert agenda.changes == ()
    assert meeting.desk.announced(AgendaEdited) == [AgendaEdited(meeting.id, meeting.starts_at, is_moved=False)]


def test_a_moved_meeting_keeps_its_reason_and_what_held_before(meeting: Meeting) -> None:
    before = meeting.agenda()
    assert meeting.move(AN_HOUR * 5, place="Pendopo").told_count == 1

    after = meeting.agenda()
    [change] = after.changes
    assert (after.starts_at, after.opens_at, after.closes_at) == (
        before.starts_at + AN_HOUR * 5,
        before.opens_at + AN_HOUR * 5,
        before.ends_at + AN_HOUR * 5,
    )
    assert (change.at, change.by, change.reason) == (meeting.desk.clock.now(), "Dewi", "Narasumber berhalangan")
    assert (change.place, change.starts_at, change.opens_at) == (before.place, before.starts_at, before.opens_at)
    subject = meeting.desk.found(SUBJECTS, agenda_subject_id(meeting.id))
    assert subject is not None
    assert (subject.at, subject.place) == (after.starts_at, "Pendopo")


@pytest.mark.parametrize("reason", [None, ""])
def test_another_time_or_place_needs_a_reason(meeting: Meeting, reason: str | None) -> None:
    for changed in ({"place": "Pendopo"}, {"ends_at": meeting.ends_at + AN_HOUR}):
        with pytest.raises(InvalidField) as refusal:
            meeting.edit(reason=reason, **changed)
        assert faults(refusal) == ["/reason"]
    assert meeting.version() == 1


def test_saying_the_same_again_changes_nothing(meeting: Meeting) -> None:
    meeting.move(AN_HOUR)
    version = meeting.version()
    assert meeting.edit(version=1) == Edited(told_count=0, already=True)
    assert meeting.version() == version
    assert len(meeting.desk.announced(AgendaEdited)) == 1


def test_of_two_who_edit_at_once_the_second_is_told_who_changed_it_and_overwrites_nothing(
    meeting: Meeting, colleague: Actor
) -> None:
    meeting.edit(by=colleague, title="Rapat SPBE")
    with pytest.raises(Stale) as refusal:
        meeting.edit(version=1, title="Rapat koordinasi")
    assert refusal.value.facts == {"changed_by": "Bayu", "changed_at": meeting.desk.clock.now()}
    assert meeting.agenda().title == "Rapat SPBE"


def test_a_cancelled_a_closed_and_an_ended_meeting_stay_as_they_are(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AgendaOver, match="tidak dapat diubah"):
        meeting.edit(title="Lain")
    meeting.desk.clock.set(meeting.starts_at)
    meeting.cancel("Hujan")
    with pytest.raises(AgendaIsCancelled, match="Hujan"):
        meeting.edit(title="Lain")


def test_a_closed_list_is_not_moved_away_from(meeting: Meeting) -> None:
    meeting.close()
    with pytest.raises(AgendaOver):
        meeting.move(AN_HOUR)


def test_a_meeting_does_not_move_into_the_past(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.starts_at + timedelta(minutes=10))
    with pytest.raises(InvalidField) as refusal:
        meeting.edit(starts_at=meeting.starts_at + timedelta(minutes=5), reason="Terlambat")
    assert faults(refusal) == ["/starts_at"]

    assert meeting.edit(ends_at=meeting.ends_at + AN_HOUR, reason="Pembahasan belum selesai").told_count == 1


def test_what_contradicts_itself_is_pointed_at(meeting: Meeting) -> None:
    with pytest.raises(InvalidField) as refusal:
        meeting.edit(ends_at=meeting.starts_at, reason="Salah ketik")
    assert faults(refusal) == ["/ends_at"]


def test_guests_who_may_have_written_themselves_down_are_not_edited_away(meeting: Meeting) -> None:
    meeting.edit(admit_guests=True)
    with pytest.raises(InvalidField) as refusal:
        meeting.edit(admit_guests=False)
    assert faults(refusal) == ["/admit_guests"]


def test_an_agenda_that_becomes_secret_is_missing_to_the_office_from_then_on(
    meeting: Meeting, colleague: Actor
) -> None:
    meeting.edit(visibility=Visibility.SECRET)
    with pytest.raises(RecordMissing):
        meeting.edit(by=colleague, title="Lain")
    subject = meeting.desk.found(SUBJECTS, agenda_subject_id(meeting.id))
    assert subject is not None
    assert subject.is_secret


def test_who_was_present_before_the_meeting_moved_stays_so(meeting: Meeting) -> None:
    scanned = meeting.scan(meeting.guest)
    meeting.move(AN_HOUR * 6)

    assert meeting.present() == [meeting.guest.id]
    assert meeting.scan(meeting.guest).attended_at == scanned.attended_at


def test_a_scan_kept_in_the_hall_before_the_meeting_moved_counts_by_what_held_then(
    meeting: Meeting, phone: Phone
) -> None:
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(minutes=5)
    meeting.move(AN_HOUR * 6)
    with pytest.raises(AttendanceNotOpen):
        meeting.scan(meeting.guest)  # now it counts by what holds now

    phone.send(kept)
    meeting.confirm(meeting.guest)
    assert meeting.present() == [meeting.guest.id]


def test_to_another_office_the_agenda_is_missing_and_stays(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        meeting.edit(by=stranger, title="Lain")
    assert meeting.version() == 1


def test_the_office_above_sees_it_and_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        meeting.edit(by=superior, title="Lain")


def test_a_form_that_leaves_something_out_is_pointed_at(meeting: Meeting) -> None:
    body = {"agenda_id": meeting.id, "version": 1, "title": " ", "place": "Aula"}
    response = meeting.desk.request(edit_agenda, json_body=body, token=meeting.desk.token(meeting.organiser))
    pointers = {error["pointer"] for error in response.get_json()["errors"]}
    assert response.status_code == 422
    assert {"/title", "/starts_at", "/visibility"} <= pointers
