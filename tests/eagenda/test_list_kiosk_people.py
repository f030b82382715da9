"""Listing whom a kiosk may see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.invitation import invite
from functions.eagenda.list_kiosk_people import KioskPeople, WhichKioskPeople, list_kiosk_people
from functions.eagenda.records import INVITATIONS
from functions.portal.revoke_device import DeviceToRevoke, revoke_device
from shared.permissions import Permission
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.phone import Phone


def listed(kiosk: Kiosk, cursor: str | None = None) -> KioskPeople:
    """Return a page of the list."""
    answer: KioskPeople = kiosk.meeting.desk.call(list_kiosk_people, WhichKioskPeople(cursor), by=kiosk.actor)
    return answer


def test_it_has_those_invited_with_the_keys_that_sign_now_and_no_number_of_theirs(
    meeting: Meeting, phone: Phone
) -> None:
    Meeting(meeting.desk, meeting.desk.employee("Sari", Permission.ATTEND))  # of another agenda
    kiosk = Kiosk(meeting)
    [one] = listed(kiosk).items
    assert (one.person_id, one.name, one.organisation_name) == (meeting.guest.id, "Aditya", "Dinas Bapenda")
    assert (one.device_id, one.public_key) == (phone.id, phone.public_key)
    assert "1994" not in repr(one)

    meeting.desk.call(revoke_device, DeviceToRevoke(phone.id), by=phone.owner)

    [one] = listed(kiosk).items
    assert (one.device_id, one.public_key) == ("", None)


def test_of_a_closed_agenda_it_lists_nobody(meeting: Meeting) -> None:
    kiosk = Kiosk(meeting)
    meeting.close()
    assert listed(kiosk) == KioskPeople((), None)


def test_a_long_list_comes_in_parts(meeting: Meeting) -> None:
    agenda = meeting.agenda()
    more = [replace(invite(agenda, f"p-{number:03}"), name=f"Hadirin {number}") for number in range(100)]
    meeting.desk.given(INVITATIONS, *more)
    kiosk = Kiosk(meeting)

    first = listed(kiosk)

    rest = listed(kiosk, first.next_cursor)
    assert (len(first.items), len(rest.items)) == (100, 1)
    assert {it.person_id for it in (*first.items, *rest.items)} == {meeting.guest.id, *(it.person_id for it in more)}
