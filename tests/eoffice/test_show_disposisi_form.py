"""What a disposisi is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.surat_masuk import NotAddressee
from functions.eoffice.show_disposisi_form import DisposisiForm, WhichHand, show_disposisi_form

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def form(room: MailRoom, letter_id: str, by: Actor, through: str = "") -> DisposisiForm:
    shown: DisposisiForm = room.desk.call(show_disposisi_form, WhichHand(letter_id, through), by=by)
    return shown


def test_those_below_are_offered_the_highest_first_with_who_decides_there(room: MailRoom) -> None:
    shown = form(room, room.register().letter_id, room.head)
    assert [(it.position_id, it.holder) for it in shown.recipients] == [
        ("sekdis", "Siti"),
        ("kabid", "Bayu"),
        ("petugas", "Dewi"),
        ("staf", "Joni"),
    ]
    assert shown.giver_title == "Jabatan kadis"
    assert [it.phrase for it in shown.phrases][:3] == ["Tindak lanjuti", "Untuk diketahui", "Untuk dihadiri"]
    assert [it.phrase for it in shown.phrases if it.asks_attendance] == ["Untuk dihadiri"]


def test_a_recipient_is_offered_those_below_themselves(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    through = room.dispose(letter_id, "kabid")
    assert [it.position_id for it in form(room, letter_id, room.field, through).recipients] == ["petugas", "staf"]


def test_the_desk_hands_nothing_down(room: MailRoom) -> None:
    with pytest.raises(NotAddressee):
        form(room, room.register().letter_id, room.clerk)
