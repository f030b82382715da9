"""Listing one's own devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.list_devices import ListedDevices, list_devices
from shared.rules.device import DeviceEnd
from tests.phone import Phone

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def listed(desk: Desk, by: Actor) -> ListedDevices:
    answer: ListedDevices = desk.call(list_devices, by=by)
    return answer


def test_who_has_enrolled_none_has_none(desk: Desk, aditya: Actor) -> None:
    assert listed(desk, aditya).items == ()


def test_a_person_sees_which_of_their_devices_signs_and_which_was_replaced(desk: Desk, aditya: Actor) -> None:
    first, second = Phone(desk, aditya), Phone(desk, aditya, "Redmi 13C")
    first.enrol()
    desk.clock.pass_(hours=1)
    second.enrol(replaces=first.id)

    rows = [(it.id, it.name, it.ended_at, it.ended_as) for it in listed(desk, aditya).items]

    assert rows == [
        (second.id, "Redmi 13C", None, None),
        (first.id, "Galaxy A14", desk.clock.now(), DeviceEnd.REPLACED),
    ]


def test_nobody_sees_anothers_devices(desk: Desk, aditya: Actor) -> None:
    Phone(desk, aditya).enrol()
    assert listed(desk, desk.employee("Rina")).items == ()
