"""Revoking a device that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.revoke_device import DeviceRevoked, DeviceToRevoke, revoke_device
from shared.refusals import RecordMissing
from shared.rules.device import DeviceEnd
from shared.views.devices import PERSON_DEVICES
from tests.phone import Phone

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def revoke(desk: Desk, device_id: str, by: Actor) -> DeviceRevoked:
    answer: DeviceRevoked = desk.call(revoke_device, DeviceToRevoke(device_id), by=by)
    return answer


def test_a_revoked_device_signs_no_more_and_another_needs_no_question(desk: Desk, aditya: Actor) -> None:
    lost = Phone(desk, aditya)
    lost.enrol()

    assert not revoke(desk, lost.id, aditya).already

    own = desk.found(PERSON_DEVICES, aditya.id)
    assert own is not None
    assert (own.active, own.devices[0].ended_as) == (None, DeviceEnd.REVOKED)
    assert not Phone(desk, aditya, "Redmi 13C").enrol().already


def test_revoking_it_again_changes_nothing(desk: Desk, aditya: Actor) -> None:
    lost = Phone(desk, aditya)
    lost.enrol()
    revoke(desk, lost.id, aditya)
    ended = desk.found(PERSON_DEVICES, aditya.id)
    desk.clock.pass_(hours=1)

    assert revoke(desk, lost.id, aditya).already
    assert desk.found(PERSON_DEVICES, aditya.id) == ended


def test_nobody_revokes_what_is_not_theirs(desk: Desk, aditya: Actor) -> None:
    phone = Phone(desk, aditya)
    phone.enrol()
    for person, device_id in [(desk.employee("Rina"), phone.id), (aditya, "tidak-ada")]:
        with pytest.raises(RecordMissing):
            revoke(desk, device_id, person)
