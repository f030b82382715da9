"""What a disposisi is made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.surat_masuk import NotAddressee
from functions.eoffice.show_disposisi_form import DisposisiForm, WhichHand, show_disposisi_form
from shared.directory.model import ORGANISATIONS, POSITIONS, Organisation, OrganisationKind, Position
from shared.permissions import Permission

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


def test_the_bupati_hands_nothing_down_to_an_office_or_a_post_that_is_no_more(room: MailRoom) -> None:
    umi = room.holder("umi", "tu", "bag-umum", "IV.a", Permission.REGISTER_LETTERS)
    letter_id = room.register(to="bupati", by=umi).letter_id
    assert [it.position_id for it in form(room, letter_id, room.bupati).recipients] == ["sekda", "kaban", "kadis"]
    over = date(2026, 11, 23)
    room.desk.given(ORGANISATIONS, Organisation("bapenda", OrganisationKind.OPD, "Bapenda", "Bapenda", ends_on=over))
    room.desk.given(POSITIONS, Position("kadis", "diskominfo", "Jabatan kadis", "II.b", (), ends_on=over))
    assert [it.position_id for it in form(room, letter_id, room.bupati).recipients] == ["sekda", "sekdis"]
