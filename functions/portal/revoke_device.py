"""Revoke a device of the caller's, such as a telephone that was lost: it signs nothing any more."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.device import revoke
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.device import PersonDevices
from shared.views.devices import PERSON_DEVICES


@dataclass(frozen=True, slots=True)
class DeviceToRevoke:
    """Which of the caller's devices."""

    device_id: str


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    """It signs no more; ``already`` when it had ended before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing,))
def revoke_device(which: DeviceToRevoke, ctx: Context) -> DeviceRevoked:
    """Let a device of the caller's sign no more."""
    before = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from="the caller's own devices")
    devices = before or PersonDevices(ctx.actor.id)

    after = revoke(devices, which.device_id, ctx.now)

    if after != devices:
        ctx.put(PERSON_DEVICES, after)
    return DeviceRevoked(already=after == devices)
