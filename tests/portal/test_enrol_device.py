"""Enrolling a device: its key is proven, and at most one of a person signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.device import AnotherDevice, KeyEnded, KeyNotProven
from functions.portal.enrol_device import enrol_device
from functions.portal.revoke_device import DeviceToRevoke, revoke_device
from shared.rules.device import DeviceEnd
from shared.views.devices import PERSON_DEVICES
from tests.phone import Phone

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.rules.device import PersonDevices
    from tests.desk import Desk


def devices(desk: Desk, person: Actor) -> PersonDevices:
    found = desk.found(PERSON_DEVICES, person.id)
    assert found is not None
    return found


def test_the_first_device_of_a_person_is_enrolled_under_the_name_of_its_key(desk: Desk, aditya: Actor) -> None:
    phone = Phone(desk, aditya)

    enrolled = phone.enrol()

    assert (enrolled.id, enrolled.name, enrolled.already) == (phone.id, "Galaxy A14", False)
    [device] = devices(desk, aditya).devices
    assert (device.public_key, device.enrolled_at, device.ended_at) == (phone.public_key, desk.clock.now(), None)


def test_enrolling_it_again_changes_nothing(desk: Desk, aditya: Actor) -> None:
    phone = Phone(desk, aditya)
    first = phone.enrol()
    desk.clock.pass_(minutes=1)

    again = phone.enrol()

    assert (again.already, again.enrolled_at) == (True, first.enrolled_at)
    assert len(devices(desk, aditya).devices) == 1


def test_a_second_device_is_asked_and_then_replaces_the_first(desk: Desk, aditya: Actor) -> None:
    first, second = Phone(desk, aditya), Phone(desk, aditya, "Redmi 13C")
    enrolled = first.enrol()
    desk.clock.pass_(hours=1)

    with pytest.raises(AnotherDevice, match=r"Galaxy A14 terdaftar sejak 24 November 2026 08.30 WIB") as refusal:
        second.enrol()
    assert refusal.value.facts == {
        "device_id": first.id,
        "device_name": "Galaxy A14",
        "enrolled_at": enrolled.enrolled_at,
    }
    second.enrol(replaces=first.id)

    now_signs, no_more = devices(desk, aditya).devices
    assert (now_signs.id, now_signs.ended_at) == (second.id, None)
    assert (no_more.id, no_more.ended_at, no_more.ended_as) == (first.id, desk.clock.now(), DeviceEnd.REPLACED)


def test_naming_another_device_than_the_present_one_replaces_nothing(desk: Desk, aditya: Actor) -> None:
    first, second, third = Phone(desk, aditya), Phone(desk, aditya), Phone(desk, aditya)
    first.enrol()
    second.enrol(replaces=first.id)

    with pytest.raises(AnotherDevice):
        third.enrol(replaces=first.id)


def test_a_key_that_ended_never_signs_again(desk: Desk, aditya: Actor) -> None:
    lost = Phone(desk, aditya)
    lost.enrol()
    desk.call(revoke_device, DeviceToRevoke(lost.id), by=aditya)

    with pytest.raises(KeyEnded):
        lost.enrol()


def test_only_who_holds_the_key_can_enrol_it(desk: Desk, aditya: Actor) -> None:
    friends, own = Phone(desk, desk.employee("Rina")), Phone(desk, aditya)
    proof_of_a_friend = friends.sign("trowulan/perangkat/1\np-rina\n" + own.id)
    for signature in (proof_of_a_friend, "A" * 86, "?" * 86):
        with pytest.raises(KeyNotProven):
            own.enrol(signature=signature)
    assert desk.found(PERSON_DEVICES, aditya.id) is None


@pytest.mark.parametrize("x", ["A" * 43, "!" * 43, "é" * 43])
def test_a_point_that_is_not_on_the_curve_is_no_key(desk: Desk, aditya: Actor, x: str) -> None:
    key = {"kty": "EC", "crv": "P-256", "x": x, "y": "B" * 43}
    body = {"public_key": key, "signature": "A" * 86, "name": "Ponsel"}
    response = desk.request(enrol_device, json_body=body, token=desk.token(aditya))
    assert (response.status_code, response.get_json()["type"]) == (422, "/problems/key-not-proven")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"kty": "RSA"}, "/public_key/kty"),
        ({"crv": "P-384"}, "/public_key/crv"),
        ({"x": "kurang"}, "/public_key/x"),
        ({"d": "kunci pribadi"}, "/public_key/d"),
    ],
)
def test_a_key_of_another_kind_or_a_private_one_is_refused(
    desk: Desk, aditya: Actor, change: dict[str, str], pointer: str
) -> None:
    key = {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "B" * 43} | change
    body = {"public_key": key, "signature": "A" * 86, "name": "Ponsel"}
    response = desk.request(enrol_device, json_body=body, token=desk.token(aditya))
    assert (response.status_code, [it["pointer"] for it in response.get_json()["errors"]]) == (422, [pointer])


def test_the_tenth_device_is_remembered_and_the_eleventh_is_not(desk: Desk, aditya: Actor) -> None:
    last = None
    for _ in range(12):
        last = Phone(desk, aditya).enrol(replaces=last).id
    own = devices(desk, aditya)
    assert (len(own.devices), own.active and own.active.id) == (10, last)
