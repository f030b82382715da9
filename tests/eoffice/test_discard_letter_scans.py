"""Throwing away what nobody registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.discard_letter_scans import discard_letter_scans
from functions.eoffice.domain.letter_scan import LetterScanState
from functions.eoffice.letter_scans import LETTER_SCANS
from shared.events.eoffice_letters import LetterScanDiscarded
from tests.eoffice.mail_room import letter_pdf

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def state(room: MailRoom, scan_id: str) -> LetterScanState:
    found = room.desk.found(LETTER_SCANS, scan_id)
    assert found is not None
    return found.state


def test_a_scan_is_thrown_away_after_thirty_days_and_a_letter_is_not(room: MailRoom) -> None:
    lying, entered = room.scan(), room.scan()
    room.register(scan_id=entered)
    room.desk.clock.pass_(days=29, hours=23)
    room.desk.run_scheduled(discard_letter_scans)
    assert state(room, lying) is LetterScanState.READY
    room.desk.clock.pass_(hours=2)
    room.desk.run_scheduled(discard_letter_scans)
    assert (state(room, lying), state(room, entered)) == (LetterScanState.DISCARDED, LetterScanState.REGISTERED)
    assert [it.scan_id for it in room.desk.announced(LetterScanDiscarded)] == [lying]


def test_an_announcement_whose_file_never_came_is_forgotten_after_an_hour(room: MailRoom) -> None:
    scan_id = room.begin(letter_pdf()).scan_id
    room.desk.clock.pass_(minutes=61)
    room.desk.run_scheduled(discard_letter_scans)
    assert state(room, scan_id) is LetterScanState.DISCARDED
