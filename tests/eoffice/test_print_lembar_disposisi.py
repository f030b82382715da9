"""The lembar disposisi on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.print_lembar_disposisi import print_lembar_disposisi
from functions.eoffice.surat_masuk import WhichSuratMasuk
from shared.refusals import RecordMissing
from tests.crashes.evidence import text_of
from tests.eoffice.mail_room import SAYS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def printed(room: MailRoom, letter_id: str, by: Actor | None = None) -> str:
    paper = room.desk.call(print_lembar_disposisi, WhichSuratMasuk(letter_id), by=by or room.head)
    assert paper.name == "lembar-disposisi-0001-2026.pdf"
    return text_of(paper.content)


def test_it_says_what_the_letter_says_and_its_whole_way(room: MailRoom) -> None:
    letter_id = room.register(hal="Undangan #rapat _penting_ $x$").letter_id
    first = room.dispose(letter_id, "sekdis", note="Segera dibahas")
    room.dispose(letter_id, "kabid", by=room.secretary, through=first)
    text = printed(room, letter_id)
    for said in (
        "LEMBAR DISPOSISI",
        "NOMOR AGENDA 0001/2026",
        "Undangan #rapat _penting_ $x$",
        SAYS.number,
        "20 November 2026",
        "Jabatan kadis",
        "Catatan: Segera dibahas",
        "Isi: Tindak lanjuti",
        "Jabatan kabid",
        "diteruskan",
        "belum dibaca",
        "27 November 2026",  # until when it is to be dealt with
    ):
        assert said in text


def test_before_any_disposisi_it_has_room_to_be_written_on(room: MailRoom) -> None:
    text = printed(room, room.register().letter_id, by=room.clerk)
    assert "Paraf dan tanggal" in text


def test_whoever_may_not_read_the_letter_prints_nothing(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(RecordMissing):
        printed(room, letter_id, by=room.staff)
