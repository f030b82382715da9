"""Looking at a page of a scan."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from functions.eoffice.show_letter_scan_page import WhichLetterScanPage, show_letter_scan_page
from shared.refusals import RecordMissing
from tests.eoffice.mail_room import letter_pdf
from tests.uploads.files import picture

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def page(room: MailRoom, scan_id: str, number: int = 1, by: Actor | None = None) -> Image.Image:
    shown = room.desk.call(show_letter_scan_page, WhichLetterScanPage(scan_id, number), by=by or room.clerk)
    return Image.open(io.BytesIO(shown.content))


def test_each_page_is_a_picture_in_which_something_stands(room: MailRoom) -> None:
    scan_id = room.scan(letter_pdf(pages=2))
    for number in (1, 2):
        drawn = page(room, scan_id, number)
        assert (drawn.format, drawn.width) == ("JPEG", 1100)
        assert min(drawn.convert("L").tobytes()) < 100


def test_a_photo_is_shown_as_its_only_page(room: MailRoom) -> None:
    assert page(room, room.scan(picture("PNG"), "surat.png")).format == "JPEG"


def test_there_is_no_page_behind_the_last_and_none_for_another_desk(room: MailRoom) -> None:
    scan_id = room.scan()
    with pytest.raises(RecordMissing):
        page(room, scan_id, 2)
    with pytest.raises(RecordMissing):
        page(room, scan_id, by=room.other_clerk)
    room.register(scan_id=scan_id)
    with pytest.raises(RecordMissing):
        page(room, scan_id)
