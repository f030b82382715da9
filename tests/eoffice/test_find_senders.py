"""Finding earlier senders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Sifat
from functions.eoffice.find_senders import SenderSearch, find_senders
from tests.eoffice.mail_room import SAYS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def find(room: MailRoom, text: str, by: Actor | None = None) -> tuple[str, ...]:
    names: tuple[str, ...] = room.desk.call(find_senders, SenderSearch(text), by=by or room.clerk).names
    return names


def test_a_sender_is_offered_as_it_was_written_last_and_once(room: MailRoom) -> None:
    room.register(sender="PT Maju Jaya", number="1")
    room.register(sender="PT. MAJU JAYA", number="2")
    room.register(sender="PT Mundur", number="3")
    assert find(room, "pt ma") == ("PT. MAJU JAYA",)
    assert find(room, "PT.m") == ("PT. MAJU JAYA", "PT Mundur")


def test_who_wrote_in_secret_is_offered_to_nobody(room: MailRoom) -> None:
    room.register(sifat=Sifat.RAHASIA)
    assert find(room, SAYS.sender[:6]) == ()


def test_another_desk_is_not_offered_who_wrote_to_this_one(room: MailRoom) -> None:
    room.register()
    assert find(room, SAYS.sender[:6]) == (SAYS.sender,)
    assert find(room, SAYS.sender[:6], by=room.other_clerk) == ()
