"""Saying that a letter is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import (
    LetterCancelled,
    LetterDone,
    LetterHandedDown,
    LetterState,
    NotAddressee,
)
from functions.eoffice.finish_surat_masuk import SuratMasukFinished, SuratMasukToFinish, finish_surat_masuk
from shared.rules.acting_for import AideKind
from shared.rules.notice import NoticeKind
from tests.eoffice.mail_room import TODAY
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def finish(room: MailRoom, letter_id: str, by: Actor | None = None) -> SuratMasukFinished:
    typed = SuratMasukToFinish(letter_id, "Untuk diketahui")
    finished: SuratMasukFinished = room.desk.call(finish_surat_masuk, typed, by=by or room.head)
    return finished


def test_the_task_goes_and_the_desk_sees_what_came_of_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    assert not finish(room, letter_id).already
    assert finish(room, letter_id).already
    assert room.waiting(room.head) == []
    letter = room.show(letter_id, by=room.clerk).letter
    assert letter.done is not None
    assert (letter.state, letter.done.by, letter.done.note) == (LetterState.DONE, "Nurul", "Untuk diketahui")
    assert letter.read_at is not None


def test_an_aide_does_it_in_the_chiefs_name_and_the_chief_is_told(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    finish(room, letter_id, room.staff)
    with pytest.raises(LetterDone, match="Joni atas nama Jabatan kadis"):
        finish(room, letter_id)
    room.desk.deliver()
    [notice] = [it for it in told(room.desk, room.head) if it.kind is NoticeKind.DONE_IN_YOUR_NAME]
    assert notice.link == f"/surat/masuk/{letter_id}"


def test_who_it_is_not_for_does_not_and_nobody_does_while_others_have_it(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    with pytest.raises(NotAddressee):
        finish(room, letter_id, room.clerk)
    room.dispose(letter_id, "sekdis")
    with pytest.raises(LetterHandedDown):
        finish(room, letter_id)


def test_an_entry_that_was_taken_back_is_not_dealt_with(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(letter_id, "Salah alamat"), by=room.clerk)
    with pytest.raises(LetterCancelled, match="Salah alamat"):
        finish(room, letter_id)


def test_an_aide_who_has_a_secret_letter_too_neither_finishes_it_nor_hands_it_down_for_the_chief(
    room: MailRoom,
) -> None:
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    letter_id = room.register(sifat=Sifat.RAHASIA).letter_id
    room.dispose(letter_id, "staf")
    with pytest.raises(NotAddressee):
        finish(room, letter_id, room.staff)
    with pytest.raises(NotAddressee):
        room.dispose(letter_id, "sekdis", by=room.staff)
    assert not room.show(letter_id, by=room.staff).letter.is_mine
