"""Rejecting a kept scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.provisional_scan import Decision, ScanDecided, ScanState
from functions.eagenda.records import participation_key
from functions.eagenda.reject_provisional_scan import reject_provisional_scan
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting
    from tests.phone import Phone


@pytest.fixture
def scanned(meeting: Meeting, phone: Phone) -> Meeting:
    phone.send(phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now()))
    return meeting


def test_a_rejected_scan_keeps_the_reason_and_who_decided(scanned: Meeting) -> None:
    assert not scanned.reject(scanned.guest, "Tidak terlihat di aula").already

    scan = scanned.provisional()
    assert scan is not None
    assert scan.state is ScanState.REJECTED
    assert scan.decision == Decision(scanned.organiser.id, "Dewi", scanned.desk.clock.now(), "Tidak terlihat di aula")
    assert scanned.present() == []


def test_rejecting_again_changes_nothing(scanned: Meeting) -> None:
    scanned.reject(scanned.guest, "Tidak terlihat di aula")
    assert scanned.reject(scanned.guest, "Alasan lain").already
    scan = scanned.provisional()
    assert scan is not None
    assert scan.decision is not None
    assert scan.decision.reason == "Tidak terlihat di aula"


def test_a_confirmed_one_stays_present(scanned: Meeting) -> None:
    scanned.confirm(scanned.guest)
    with pytest.raises(ScanDecided, match="dikonfirmasi oleh Dewi"):
        scanned.reject(scanned.guest)
    assert scanned.present() == [scanned.guest.id]


def test_who_was_rejected_may_still_scan_in_the_hall(scanned: Meeting) -> None:
    scanned.reject(scanned.guest)
    assert not scanned.scan(scanned.guest).already


def test_a_reason_is_needed(scanned: Meeting) -> None:
    body = {"agenda_id": scanned.id, "scan_id": participation_key(scanned.id, scanned.guest.id), "reason": " "}
    response = scanned.desk.request(
        reject_provisional_scan, json_body=body, token=scanned.desk.token(scanned.organiser)
    )
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/reason")


def test_only_who_runs_the_meeting_rejects(scanned: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        scanned.reject(scanned.guest, by=superior)
    with pytest.raises(RecordMissing):
        scanned.reject(scanned.guest, by=stranger)
    with pytest.raises(RecordMissing):
        scanned.reject(stranger)
