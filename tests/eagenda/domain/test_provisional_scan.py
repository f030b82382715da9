"""Provisional scans: the organiser decides, once, and by the ids of what was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, cancel, close, final_sheet
from functions.eagenda.domain.attendance import Attendance, AttendanceOver, Confirmation
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import (
    Decision,
    ProvisionalScan,
    ScanDecided,
    ScanState,
    ScansWait,
    chosen,
    confirm,
    decided,
    require_none_waiting,
)
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.domain.examples import ADITYA, EIGHT, ELEVEN, TEN, meeting

HOUR = timedelta(hours=1)
YES = Decision("p-dewi", "Dewi", ELEVEN)
WAITING = ProvisionalScan("rapat", ADITYA, TEN, ELEVEN, Method.LINK, "nonce", "hp", "Galaxy A14")


def test_a_confirmed_scan_is_an_attendance_by_the_phones_clock_that_says_who_vouched_for_it() -> None:
    assert confirm(meeting(), WAITING, YES) == Attendance(
        "rapat", ADITYA, TEN, Method.OFFLINE, Confirmation(ELEVEN, ELEVEN, "Dewi")
    )


def test_no_scan_is_confirmed_into_a_final_list_or_a_cancelled_meeting() -> None:
    with pytest.raises(AttendanceOver):
        confirm(close(meeting(), final_sheet(meeting(), "5f" * 32, "", ELEVEN)), WAITING, YES)
    with pytest.raises(AgendaIsCancelled):
        confirm(cancel(meeting(), "Hujan", TEN), WAITING, YES)


@pytest.mark.parametrize(("first", "word"), [(ScanState.CONFIRMED, "dikonfirmasi"), (ScanState.REJECTED, "ditolak")])
def test_what_is_decided_is_decided(first: ScanState, word: str) -> None:
    scan = decided(meeting(), WAITING, first, YES)
    later = Decision("p-bayu", "Bayu", ELEVEN + HOUR, "Tidak hadir")
    [other] = {ScanState.CONFIRMED, ScanState.REJECTED} - {first}

    assert decided(meeting(), scan, first, later) == scan
    with pytest.raises(ScanDecided, match=f"Aditya: {word} oleh Dewi pukul 11.00 WIB"):
        decided(meeting(), scan, other, later)


def test_a_scan_of_another_agenda_does_not_exist_for_this_one() -> None:
    with pytest.raises(RecordMissing):
        decided(meeting(), replace(WAITING, agenda_id="lain"), ScanState.CONFIRMED, YES)


def test_one_to_fifty_scans_are_confirmed_at_once_each_once() -> None:
    assert chosen(("b", "a", "b")) == ["a", "b"]
    assert len(chosen(tuple(map(str, range(50))))) == 50
    for ids in ((), tuple(map(str, range(51)))):
        with pytest.raises(InvalidField):
            chosen(ids)


def test_a_list_with_waiting_scans_is_not_closed_unseen() -> None:
    require_none_waiting(0)
    with pytest.raises(ScansWait, match=r"3 pindaian belum diputuskan") as refusal:
        require_none_waiting(3)
    assert refusal.value.facts == {"waiting_count": 3}


def test_a_scan_of_leaving_adds_to_the_attendance_and_alone_it_is_one() -> None:
    leaving = replace(WAITING, leaving=True)
    came = Attendance("rapat", ADITYA, EIGHT, Method.LINK)
    assert confirm(meeting(), leaving, YES, came) == replace(came, left_at=TEN, left_by=Method.OFFLINE)
    gone = replace(came, left_at=EIGHT, left_by=Method.LINK)
    assert confirm(meeting(), leaving, YES, gone) == gone
    assert confirm(meeting(), WAITING, YES, came) == came
    assert confirm(meeting(), leaving, YES).at == TEN  # whoever never came by another scan came by this one
