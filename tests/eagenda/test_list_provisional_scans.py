"""Listing the kept scans that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.list_provisional_scans import ProvisionalScans, WhichProvisionalScans, list_provisional_scans
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting
    from tests.phone import Phone


def listed(meeting: Meeting, by: Actor) -> ProvisionalScans:
    answer: ProvisionalScans = meeting.desk.call(list_provisional_scans, WhichProvisionalScans(meeting.id), by=by)
    return answer


@pytest.fixture
def scanned(meeting: Meeting, phone: Phone) -> Meeting:
    """Return the meeting after the guest's phone has sent its scan, ten minutes late."""
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(minutes=10)
    phone.send(kept)
    return meeting


def test_nobody_waits_where_nothing_was_sent(meeting: Meeting) -> None:
    assert listed(meeting, meeting.organiser) == ProvisionalScans((), 0, None)


def test_the_organiser_sees_who_waits_with_both_clocks(scanned: Meeting, colleague: Actor) -> None:
    for by in (scanned.organiser, colleague):
        answer = listed(scanned, by)
        [scan] = answer.items
        assert (scan.name, scan.organisation_name, scan.device_name) == ("Aditya", "Dinas Bapenda", "Galaxy A14")
        assert (scan.scanned_at, scan.received_at) == (scanned.opens_at, scanned.desk.clock.now())
        assert (scan.method, scan.attended_at, answer.waiting_count) == (Method.LINK, None, 1)


def test_who_became_present_meanwhile_is_marked(scanned: Meeting) -> None:
    present = scanned.scan(scanned.guest)
    [scan] = listed(scanned, scanned.organiser).items
    assert scan.attended_at == present.attended_at


def test_who_was_confirmed_or_rejected_waits_no_more(scanned: Meeting) -> None:
    scanned.confirm(scanned.guest)
    assert listed(scanned, scanned.organiser).waiting_count == 0


def test_the_nip_is_masked(scanned: Meeting) -> None:
    response = scanned.desk.request(
        list_provisional_scans, params={"agenda_id": scanned.id}, token=scanned.desk.token(scanned.organiser)
    )
    assert response.get_json()["items"][0]["nip"] == "1994••••••••••1903"


def test_only_who_runs_the_meeting_sees_them(scanned: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        listed(scanned, superior)
    with pytest.raises(RecordMissing):
        listed(scanned, stranger)
