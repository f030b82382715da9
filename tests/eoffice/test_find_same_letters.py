"""Finding out whether a letter is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.find_same_letters import SameLetter, find_same_letters
from functions.eoffice.same_letters import SenderAndNumber
from shared.permissions import Permission
from tests.eoffice.mail_room import SAYS
from tests.eoffice.test_correct_surat_masuk import correct

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def find(room: MailRoom, sender: str = SAYS.sender, by: Actor | None = None) -> tuple[SameLetter, ...]:
    asked = SenderAndNumber(sender, "000.1.5 / 1234 / 114.3 / 2026")
    found: tuple[SameLetter, ...] = room.desk.call(find_same_letters, asked, by=by or room.clerk).items
    return found


def test_a_letter_of_the_same_sender_with_the_same_number_is_told_however_it_is_spaced(room: MailRoom) -> None:
    assert find(room) == ()
    registered = room.register()
    [same] = find(room, SAYS.sender.upper())
    assert (same.letter_id, same.nomor_agenda, same.hal) == (registered.letter_id, "0001/2026", SAYS.hal)
    assert find(room, "Dinas lain") == ()
    assert find(room, by=room.other_clerk) == ()


def test_of_a_secret_letter_another_clerk_is_told_the_agenda_number_alone(room: MailRoom) -> None:
    room.register(sifat=Sifat.RAHASIA)
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert find(room, by=colleague) == (SameLetter("", "0001/2026", "", None),)


def test_the_oldest_comes_first_also_where_a_correction_made_it_the_same(room: MailRoom) -> None:
    first = room.register(number="salah ketik").letter_id
    room.register()
    correct(room, first)
    assert [it.nomor_agenda for it in find(room)] == ["0001/2026", "0002/2026"]
