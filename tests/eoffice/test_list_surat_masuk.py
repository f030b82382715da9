"""Listing letters that came in: who sees which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.cancel_surat_masuk import SuratMasukToCancel, cancel_surat_masuk
from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.list_surat_masuk import ListOfSuratMasuk, list_surat_masuk
from shared.permissions import Permission
from tests.eoffice.mail_room import SAYS

if TYPE_CHECKING:
    from tests.eoffice.mail_room import MailRoom


def test_the_desk_sees_the_whole_book_and_others_what_came_to_them(room: MailRoom) -> None:
    first = room.register().letter_id
    room.desk.clock.pass_(minutes=1)
    second = room.register(number="2", to="sekdis").letter_id
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    for clerk in (room.clerk, colleague):
        assert room.listed(clerk) == [second, first]
    assert room.listed(room.head) == [first]
    assert room.listed(room.secretary) == [second]
    for nobody in (room.staff, room.other_clerk, room.sekda, room.bupati):
        assert room.listed(nobody) == []


def test_a_secret_letter_is_listed_for_whom_it_is_and_for_the_clerk_who_entered_it_without_a_word(
    room: MailRoom,
) -> None:
    letter_id = room.register(sifat=Sifat.SANGAT_RAHASIA).letter_id
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert room.listed(colleague) == []
    for one in (room.clerk, room.head):
        [listed] = room.desk.call(list_surat_masuk, ListOfSuratMasuk(), by=one).items
        assert (listed.id, listed.sender, listed.number, listed.hal, listed.dated_on) == (letter_id, "", "", "", None)


def test_what_waits_can_be_put_in_order_of_its_due_time(room: MailRoom) -> None:
    ordinary = room.register().letter_id
    room.desk.clock.pass_(minutes=1)
    urgent = room.register(number="2", urgensi=Urgensi.AMAT_SEGERA).letter_id
    room.desk.clock.pass_(minutes=1)
    wrong = room.register(number="3").letter_id
    room.desk.call(cancel_surat_masuk, SuratMasukToCancel(wrong, "Salah alamat"), by=room.clerk)
    waiting = ListOfSuratMasuk(LetterState.WAITING, by_due=True)
    assert room.listed(room.clerk, waiting) == [urgent, ordinary]
    assert room.listed(room.clerk, ListOfSuratMasuk(LetterState.CANCELLED)) == [wrong]
    [listed] = room.desk.call(list_surat_masuk, ListOfSuratMasuk(LetterState.CANCELLED), by=room.clerk).items
    assert (listed.nomor_agenda, listed.sender, listed.held_by) == ("0003/2026", SAYS.sender, "")


def test_a_long_list_comes_in_parts(room: MailRoom) -> None:
    for number in range(30):
        room.register(scan_id=room.desk_scan(number), number=str(number))
    first = room.desk.call(list_surat_masuk, ListOfSuratMasuk(), by=room.clerk)
    assert len(first.items) == 25
    rest = room.desk.call(list_surat_masuk, ListOfSuratMasuk(cursor=first.next_cursor), by=room.clerk)
    assert len({it.id for it in (*first.items, *rest.items)}) == 30
