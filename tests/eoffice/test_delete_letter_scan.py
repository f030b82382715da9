"""Deleting the file of a scan that was thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.discard_letter_scan import LetterScanToDiscard, discard_letter_scan
from functions.eoffice.letter_scans import document_name

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_the_file_is_gone_however_often_it_is_told(room: MailRoom) -> None:
    scan_id, other = room.scan(), room.scan()
    room.desk.call(discard_letter_scan, LetterScanToDiscard(scan_id), by=room.clerk)
    room.desk.deliver()
    room.desk.deliver_again()
    assert room.desk.documents.load(document_name(scan_id)) is None
    assert room.desk.documents.load(document_name(other)) is not None
