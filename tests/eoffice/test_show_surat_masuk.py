"""Opening a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import LetterState
from shared.refusals import RecordMissing
from shared.rules.acting_for import AideKind
from tests.eoffice.mail_room import SAYS, TODAY

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_whom_it_is_for_sees_what_it_says_and_that_it_waits_for_them(room: MailRoom) -> None:
    letter = room.show(room.register().letter_id).letter
    assert (letter.says, letter.nomor_agenda, letter.state) == (SAYS, "0001/2026", LetterState.WAITING)
    assert letter.klasifikasi_titles[-1] == "Rapat Pimpinan"
    assert letter.klasifikasi_is_listed
    assert (letter.is_mine, letter.may_correct, letter.may_cancel) == (True, False, False)


def test_the_desk_may_correct_it_and_take_it_back(room: MailRoom) -> None:
    letter = room.show(room.register(klasifikasi="000.1.5.7").letter_id, by=room.clerk).letter
    assert (letter.is_mine, letter.may_correct, letter.may_cancel) == (False, True, True)
    assert (letter.klasifikasi_titles[-1], letter.klasifikasi_is_listed) == ("Rapat Pimpinan", False)


def test_to_everybody_else_it_looks_like_a_letter_that_is_not_there(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    for stranger in (room.staff, room.secretary, room.other_clerk, room.sekda):
        with pytest.raises(RecordMissing) as refused:
            room.show(letter_id, by=stranger)
        with pytest.raises(RecordMissing) as missing:
            room.show("tidak-ada", by=stranger)
        assert refused.value.detail == missing.value.detail


def test_an_aide_opens_the_chiefs_letters_but_no_secret_one(room: MailRoom) -> None:
    ordinary, secret = room.register().letter_id, room.register(number="2", sifat=Sifat.RAHASIA).letter_id
    room.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.SEKRETARIS, TODAY), by=room.head)
    assert room.show(ordinary, by=room.staff).letter.is_mine
    with pytest.raises(RecordMissing):
        room.show(secret, by=room.staff)
    assert [it.subject_id for it in room.waiting(room.staff)] == [ordinary]
