"""Take a heartbeat: the device that signs for the caller is in touch, and its clock is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.portal.domain.heartbeat import (
    HeartbeatClockWrong,
    HeartbeatNotProven,
    heartbeat_text,
    keep_one_an_hour,
    require_right_time,
)
from shared.device_signature import is_signed
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.device import Heartbeat
from shared.values import Instant, Text
from shared.views.devices import HEARTBEATS, PERSON_DEVICES

_RIGHT = "the caller's own devices"


@dataclass(frozen=True, slots=True)
class SentHeartbeat:
    """By which device, at which moment of its clock, under the signature of its key."""

    device_id: str
    at: Instant
    signature: Annotated[str, Text(86, 86)]


@dataclass(frozen=True, slots=True)
class HeartbeatTaken:
    """When it was in touch by the server's clock; ``already`` when one of the same hour is kept and this one is not."""

    at: Instant
    already: bool


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, HeartbeatNotProven, HeartbeatClockWrong),
    limit=PerActor(per_minute=2, burst=6),  # a device beats once an hour, and again where an answer was lost
)
def send_heartbeat(sent: SentHeartbeat, ctx: Context) -> HeartbeatTaken:
    """Keep that the caller's device is in touch, at most once an hour."""
    devices = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from=_RIGHT)
    before = ctx.find(HEARTBEATS, ctx.actor.id, right_from=_RIGHT)
    active = devices.active if devices else None

    if active is None or active.id != sent.device_id:
        raise RecordMissing("Perangkat ini tidak terdaftar. Buka Profil untuk mendaftarkannya.")
    if not is_signed(heartbeat_text(ctx.actor.id, sent.device_id, sent.at), sent.signature, active.public_key):
        raise HeartbeatNotProven("Muat ulang halaman ini.")
    require_right_time(sent.at, ctx.now)
    kept = keep_one_an_hour(before, Heartbeat(ctx.actor.id, active.id, ctx.now))

    if kept != before:
        ctx.put(HEARTBEATS, kept)
    return HeartbeatTaken(kept.at, already=kept == before)
