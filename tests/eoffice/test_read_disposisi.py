"""Noting that a disposisi was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.disposisi import NotInHand, RecipientState
from functions.eoffice.read_disposisi import DisposisiNoted, DisposisiOpened, read_disposisi

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def read(room: MailRoom, letter_id: str, disposisi_id: str, by: Actor | None = None) -> DisposisiNoted:
    opened = DisposisiOpened(letter_id, disposisi_id)
    noted: DisposisiNoted = room.desk.call(read_disposisi, opened, by=by or room.secretary)
    return noted


def test_each_recipient_has_a_state_of_their_own(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis", "kabid")
    assert not read(room, letter_id, given).already
    assert read(room, letter_id, given).already
    states = {it.title: (it.state, it.read_by) for it in room.show(letter_id).disposisi[0].recipients}
    assert states == {
        "Jabatan sekdis": (RecipientState.READ, "Siti"),
        "Jabatan kabid": (RecipientState.UNREAD, ""),
    }


def test_nobody_opens_what_went_to_another(room: MailRoom) -> None:
    letter_id = room.register().letter_id
    given = room.dispose(letter_id, "sekdis")
    for other in (room.head, room.clerk):
        with pytest.raises(NotInHand):
            read(room, letter_id, given, other)
    with pytest.raises(NotInHand):
        read(room, letter_id, "tidak-ada")
