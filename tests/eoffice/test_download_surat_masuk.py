"""Downloading the file of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from functions.eoffice.download_surat_masuk import download_surat_masuk
from functions.eoffice.surat_masuk import WhichSuratMasuk
from shared.refusals import RecordMissing
from tests.eoffice.mail_room import letter_pdf

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_the_link_is_good_for_two_minutes_and_for_who_may_read_the_letter(room: MailRoom) -> None:
    which = WhichSuratMasuk(room.register().letter_id)
    link = room.desk.call(download_surat_masuk, which, by=room.head)
    path = urlsplit(link.url).path
    got = room.desk.files.get(path)
    assert (got.status_code, got.data) == (200, letter_pdf())
    assert "surat.pdf" in got.headers["Content-Disposition"]
    room.desk.clock.pass_(minutes=2)
    assert room.desk.files.get(path).status_code == 403
    with pytest.raises(RecordMissing):
        room.desk.call(download_surat_masuk, which, by=room.staff)
