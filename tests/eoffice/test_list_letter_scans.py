"""Listing what lies on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.list_letter_scans import ListedLetterScans, WhichLetterScans, list_letter_scans
from shared.permissions import Permission
from tests.uploads.files import pdf

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eoffice.mail_room import MailRoom


def on_desk(room: MailRoom, by: Actor) -> ListedLetterScans:
    listed: ListedLetterScans = room.desk.call(list_letter_scans, WhichLetterScans(), by=by)
    return listed


def test_a_scan_lies_on_the_desk_until_it_is_a_letter(room: MailRoom) -> None:
    first = room.scan()
    room.desk.clock.pass_(minutes=1)
    second = room.scan(pdf(), "foto rapat.pdf")
    listed = on_desk(room, room.clerk)
    assert [it.id for it in listed.items] == [first, second]
    assert (listed.largest, listed.kept_days) == (25_000_000, 30)
    room.register(scan_id=first)
    assert [it.name for it in on_desk(room, room.clerk).items] == ["foto rapat.pdf"]


def test_all_clerks_of_a_desk_see_it_and_no_other_desk_does(room: MailRoom) -> None:
    scan_id = room.scan()
    colleague = room.desk.employee("Rini", Permission.REGISTER_LETTERS)
    assert [it.id for it in on_desk(room, colleague).items] == [scan_id]
    assert on_desk(room, room.other_clerk).items == ()
