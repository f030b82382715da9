"""The devices with which people sign: written by the portal alone, read by whoever takes a signature."""

from __future__ import annotations

from shared.kernel.collections import TypedCollection
from shared.rules.device import Heartbeat, PersonDevices

PERSON_DEVICES = TypedCollection("person_devices", PersonDevices, key=lambda it: it.person_id)
# Beside them, so that what beats each hour is not what everybody's signature is checked against.
HEARTBEATS = TypedCollection("device_heartbeats", Heartbeat, key=lambda it: it.person_id)
