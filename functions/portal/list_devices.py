"""List the caller's devices: the one that signs, and those that no longer do."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.device import DeviceEnd
from shared.values import Instant
from shared.views.devices import PERSON_DEVICES


@dataclass(frozen=True, slots=True)
class ListedDevice:
    """One device; it signs while ``ended_at`` is empty."""

    id: str
    name: str
    enrolled_at: Instant
    ended_at: Instant | None
    ended_as: DeviceEnd | None


@dataclass(frozen=True, slots=True)
class ListedDevices:
    """The latest ten, the latest enrolled first."""

    items: tuple[ListedDevice, ...]


@query(permission=SIGNED_IN)
def list_devices(ctx: ReadContext) -> ListedDevices:
    """List the caller's devices, the latest enrolled first."""
    own = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from="the caller's own devices")

    items = (
        ListedDevice(it.id, it.name, it.enrolled_at, it.ended_at, it.ended_as) for it in (own.devices if own else ())
    )
    return ListedDevices(tuple(items))
