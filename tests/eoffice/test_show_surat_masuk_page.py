"""Looking at a page of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.show_surat_masuk_page import WhichLetterPage, show_surat_masuk_page
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_whoever_may_read_the_letter_sees_its_pages_and_nobody_else(room: MailRoom) -> None:
    page = WhichLetterPage(room.register().letter_id, 1)
    for reader in (room.head, room.clerk):
        assert room.desk.call(show_surat_masuk_page, page, by=reader).content.startswith(b"\xff\xd8")
    with pytest.raises(RecordMissing):
        room.desk.call(show_surat_masuk_page, page, by=room.staff)
    with pytest.raises(RecordMissing):
        room.desk.call(show_surat_masuk_page, WhichLetterPage(page.letter_id, 2), by=room.head)
