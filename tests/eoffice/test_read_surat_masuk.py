"""Noting that a letter was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.surat_masuk import LetterCancelled, NotAddressee
from functions.eoffice.read_surat_masuk import LetterNoted, LetterOpened, read_surat_masuk
from shared.rules.acting_for import AideKind
from tests.eoffice.mail_room import TODAY

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def read(room: MailRoom, letter_id: str, by: Actor | None = None) -> LetterNoted:
    noted: LetterNoted = room.desk.call(read_surat_masuk, LetterOpened(letter_id), by=by or room.head)
    return noted


def test_the_first_opening_stays(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    first = room.desk.clock.now()
    assert not read(room, letter_id).already
    room.desk.clock.pass_(minutes=5)
    assert read(room, letter_id).already
    assert (room.letter(letter_id).read_at, room.letter(letter_id).read_by_name) == (first, "Nurul")


def test_an_aide_opens_it_in_the_chiefs_name_and_the_desk_does_not(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(NotAddressee, match="Jabatan kadis"):
        read(room, letter_id, room.clerk)
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.AJUDAN, TODAY), by=room.head)
    read(room, letter_id, room.staff)
    assert room.letter(letter_id).read_by_name == "Joni atas nama Jabatan kadis"


def test_an_entry_that_was_taken_back_is_not_read_any_more(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(letter_id, "Salah alamat"), by=room.clerk)
    with pytest.raises(LetterCancelled, match="Salah alamat"):
        read(room, letter_id)
