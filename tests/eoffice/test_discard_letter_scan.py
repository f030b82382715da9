"""Throwing a scan away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.discard_letter_scan import LetterScanGone, LetterScanToDiscard, discard_letter_scan
from functions.eoffice.domain.letter_scan import LetterScanRegistered
from functions.eoffice.finish_letter_scan import look_at
from functions.eoffice.letter_scans import LETTER_SCANS, document_name, text_name
from shared.kernel.context import Call, ReadContext
from shared.refusals import RecordMissing
from tests.eoffice.mail_room import letter_pdf

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def discard(room: MailRoom, scan_id: str, by: Actor | None = None) -> LetterScanGone:
    gone: LetterScanGone = room.desk.call(discard_letter_scan, LetterScanToDiscard(scan_id), by=by or room.clerk)
    return gone


def test_a_scan_that_is_no_letter_goes_with_its_file_and_its_text(room: MailRoom) -> None:
    scan_id = room.scan()
    assert not discard(room, scan_id).already
    assert discard(room, scan_id).already
    room.desk.deliver()
    assert room.desk.documents.load(document_name(scan_id)) is None
    assert room.desk.documents.load(text_name(scan_id)) is None
    with pytest.raises(RecordMissing):
        room.register(scan_id=scan_id)


def test_a_letter_is_not_thrown_away(room: MailRoom) -> None:
    scan_id = room.scan()
    room.register(scan_id=scan_id)
    with pytest.raises(LetterScanRegistered):
        discard(room, scan_id)


def test_another_desk_finds_nothing(room: MailRoom) -> None:
    with pytest.raises(RecordMissing):
        discard(room, room.scan(), by=room.other_clerk)


def test_of_a_scan_that_goes_while_it_is_looked_at_neither_file_nor_text_stays(room: MailRoom) -> None:
    begun = room.begin(letter_pdf())
    room.send(begun, letter_pdf())
    announced = room.desk.found(LETTER_SCANS, begun.scan_id)
    assert announced is not None
    discard(room, begun.scan_id)
    room.desk.deliver()
    look_at(announced, ReadContext(Call(room.clerk, room.desk.clock.now(), "r"), room.desk, room.desk.records))
    assert room.desk.documents.load(document_name(begun.scan_id)) is None
    assert room.desk.documents.load(text_name(begun.scan_id)) is None
