"""Enrol the device in the caller's hand: its key then signs what is scanned without signal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.portal.domain.device import AnotherDevice, KeyEnded, KeyNotProven, enrol, enrolment_text
from shared.device_signature import is_signed
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.rules.device import Device, PersonDevices, PublicKey
from shared.values import Instant, Text
from shared.views.devices import PERSON_DEVICES


@dataclass(frozen=True, slots=True)
class DeviceToEnrol:
    """The public half of a key made on the device, its signature as proof, and the device that it replaces."""

    public_key: PublicKey
    signature: Annotated[str, Text(86, 86)]
    name: Annotated[str, Text(1, 60)]
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceEnrolled:
    """The device may sign; ``already`` when it could before."""

    id: str
    name: str
    enrolled_at: Instant
    already: bool


@operation(permission=SIGNED_IN, refuses=(AnotherDevice, KeyNotProven, KeyEnded))
def enrol_device(wanted: DeviceToEnrol, ctx: Context) -> DeviceEnrolled:
    """Enrol the caller's device; at most one device of a person signs."""
    before = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from="the caller's own devices")
    devices = before or PersonDevices(ctx.actor.id)
    device = Device(wanted.public_key.thumbprint, wanted.name, wanted.public_key, ctx.now)

    if not is_signed(enrolment_text(ctx.actor.id, device.id), wanted.signature, wanted.public_key):
        raise KeyNotProven("Muat ulang halaman ini, lalu coba lagi.")
    after = enrol(devices, device, wanted.replaces)

    if after != devices:
        ctx.put(PERSON_DEVICES, after)
    enrolled = after.device(device.id) or device
    return DeviceEnrolled(enrolled.id, enrolled.name, enrolled.enrolled_at, already=after == devices)
