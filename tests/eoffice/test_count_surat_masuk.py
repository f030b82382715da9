"""Counting letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.count_surat_masuk import count_surat_masuk
from functions.eoffice.domain.letter import Sifat
from functions.eoffice.domain.surat_masuk import LetterState
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def counted(room: MailRoom, by: Actor) -> dict[LetterState, int]:
    return {it.state: it.count for it in room.desk.call(count_surat_masuk, by=by).items}


def test_everybody_counts_what_they_may_read_and_no_secret_of_others(room: MailRoom) -> None:
    room.register()
    room.register(number="2", sifat=Sifat.RAHASIA)
    room.dispose(room.register(number="3").letter_id, "sekdis")
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert counted(room, room.clerk) == {LetterState.WAITING: 2, LetterState.DISPOSED: 1}
    assert counted(room, colleague) == {LetterState.WAITING: 1, LetterState.DISPOSED: 1}
    assert counted(room, room.secretary) == {LetterState.WAITING: 0, LetterState.DISPOSED: 1}
    assert counted(room, room.staff) == {LetterState.WAITING: 0, LetterState.DISPOSED: 0}
