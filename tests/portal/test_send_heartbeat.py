"""The heartbeat of the device that signs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.heartbeat import HeartbeatClockWrong, HeartbeatNotProven
from functions.portal.send_heartbeat import SentHeartbeat, send_heartbeat
from shared.refusals import RecordMissing
from shared.rules.device import Heartbeat
from shared.views.devices import HEARTBEATS
from tests.phone import Phone

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def phone(desk: Desk) -> Phone:
    phone = Phone(desk, desk.employee("Aditya"))
    phone.enrol()
    return phone


def kept(phone: Phone) -> Heartbeat | None:
    """Return the heartbeat that is kept of the phone's owner."""
    return phone.desk.found(HEARTBEATS, phone.owner.id)


def test_one_an_hour_is_kept(phone: Phone) -> None:
    first, clock = phone.desk.clock.now(), phone.desk.clock
    assert not phone.beat().already
    clock.pass_(minutes=59)
    again = phone.beat()
    assert (again.already, again.at) == (True, first)
    assert kept(phone) == Heartbeat(phone.owner.id, phone.id, first)
    clock.pass_(minutes=1)
    assert not phone.beat().already
    assert kept(phone) == Heartbeat(phone.owner.id, phone.id, clock.now())


def test_a_new_device_beats_at_once(phone: Phone) -> None:
    phone.beat()
    phone.desk.clock.pass_(minutes=5)
    new = Phone(phone.desk, phone.owner, "Redmi 12")
    new.enrol(replaces=phone.id)

    assert not new.beat().already
    with pytest.raises(RecordMissing):
        phone.beat()
    assert kept(new) == Heartbeat(phone.owner.id, new.id, phone.desk.clock.now())


def test_a_clock_that_is_off_or_a_replayed_heartbeat_is_refused(phone: Phone) -> None:
    now = phone.desk.clock.now()
    for off in (timedelta(minutes=3), -timedelta(minutes=3)):
        with pytest.raises(HeartbeatClockWrong):
            phone.beat(now + off)
    assert not phone.beat(now - timedelta(minutes=2)).already


def test_what_the_device_did_not_sign_is_refused(phone: Phone) -> None:
    now = phone.desk.clock.now()
    forged = SentHeartbeat(phone.id, now, phone.sign("trowulan/denyut/1\nlain"))
    with pytest.raises(HeartbeatNotProven):
        phone.desk.call(send_heartbeat, forged, by=phone.owner)
    assert kept(phone) is None
