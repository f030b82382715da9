"""Showing one agenda to those who run it, may read it, or are invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from functions.eagenda.shown_agenda import OwnKeptScan, ShownAgenda
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.phone import Phone


def shown(meeting: Meeting, by: Actor) -> ShownAgenda:
    answer: ShownAgenda = meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=by)
    return answer


def test_the_organiser_sees_the_agenda_and_that_they_run_it(meeting: Meeting) -> None:
    answer = shown(meeting, meeting.organiser)

    assert (answer.id, answer.version, answer.title) == (meeting.id, 1, "Rapat Koordinasi SPBE")
    assert (answer.starts_at, answer.ends_at) == (meeting.starts_at, meeting.ends_at)
    assert (answer.opens_at, answer.closes_at) == (meeting.opens_at, meeting.ends_at)
    assert (answer.organiser_name, answer.organisation_name) == ("Dewi", "Dinas Diskominfo")
    assert (answer.invited_count, answer.present_count, answer.state) == (1, 0, "scheduled")
    assert (answer.may_organise, answer.invited, answer.attended_at) == (True, False, None)


def test_an_invited_person_of_another_office_sees_it_and_their_own_attendance(meeting: Meeting) -> None:
    before = shown(meeting, meeting.guest)
    assert (before.may_organise, before.invited, before.attended_at) == (False, True, None)

    present = meeting.scan(meeting.guest)
    after = shown(meeting, meeting.guest)
    assert (after.attended_at, after.present_count) == (present.attended_at, 1)


def test_a_colleague_runs_it_too_and_the_office_above_only_sees_it(
    meeting: Meeting, colleague: Actor, superior: Actor
) -> None:
    assert shown(meeting, colleague).may_organise
    assert not shown(meeting, superior).may_organise


def test_a_colleague_without_the_permission_does_not_run_it(meeting: Meeting) -> None:
    staff = meeting.desk.employee("Budi", organisation="diskominfo")
    assert not shown(meeting, staff).may_organise


def test_what_became_of_the_meeting_is_shown(meeting: Meeting) -> None:
    other = Meeting(meeting.desk)
    meeting.cancel("Narasumber sakit")
    sheet = other.close().sheet

    cancelled, closed = shown(meeting, meeting.organiser), shown(other, other.organiser)

    assert (cancelled.state, cancelled.cancel_reason, cancelled.version) == ("cancelled", "Narasumber sakit", 2)
    assert (closed.state, closed.sheet, closed.version) == ("closed", sheet, 2)


def test_who_sent_a_kept_scan_sees_what_became_of_it(meeting: Meeting, phone: Phone) -> None:
    at = meeting.desk.clock.now()
    phone.send(phone.keep(meeting.id, meeting.code(), at))
    assert shown(meeting, meeting.guest).kept_scan == OwnKeptScan(ScanState.WAITING, at, None)
    assert shown(meeting, meeting.organiser).kept_scan is None

    meeting.reject(meeting.guest, "Tidak terlihat di aula")
    assert shown(meeting, meeting.guest).kept_scan == OwnKeptScan(ScanState.REJECTED, at, "Tidak terlihat di aula")


@pytest.mark.parametrize("agenda_id", ["tidak-ada", "", "..", "a/b"])
def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting, agenda_id: str) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(show_agenda, WhichAgenda(agenda_id), by=meeting.organiser)


def test_to_another_office_it_is_missing_exactly_as_if_it_did_not_exist(meeting: Meeting, stranger: Actor) -> None:
    def answer(agenda_id: str) -> dict[str, object]:
        response = meeting.desk.request(
            show_agenda, params={"agenda_id": agenda_id}, token=meeting.desk.token(stranger)
        )
        problem: dict[str, object] = response.get_json()
        return {name: value for name, value in problem.items() if name != "instance"}

    assert answer(meeting.id) == answer("tidak-ada")
    assert answer(meeting.id)["status"] == 404
