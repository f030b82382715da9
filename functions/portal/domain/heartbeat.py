"""Heartbeats of a device: signed, of a clock that is right, and one an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.refusals import Refusal

if TYPE_CHECKING:
    from shared.rules.device import Heartbeat

# One an hour tells what is asked of it, that the device was there before a meeting's code, and writes little: an app
# that is open all day makes ten records' versions of it.
_AN_HOUR = timedelta(hours=1)
_TOLERANCE = timedelta(minutes=2)


class HeartbeatNotProven(Refusal):
    """What was sent is not what the device signed."""

    status = 422
    title = "Denyut perangkat ini tidak terbukti."


class HeartbeatClockWrong(Refusal):
    """The device's clock is off, so what it signs without a network says nothing of when."""

    title = "Jam perangkat ini tidak cocok."


def heartbeat_text(person_id: str, device_id: str, at: datetime) -> str:
    """Return what the device signs."""
    moment = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f"trowulan/denyut/1\n{person_id}\n{device_id}\n{moment}"


def require_right_time(at: datetime, now: datetime) -> None:
    """Refuse a heartbeat of another time, replayed or of a wrong clock. Raises HeartbeatClockWrong."""
    if abs(at - now) > _TOLERANCE:
        raise HeartbeatClockWrong("Setel jam ke otomatis.", ahead_seconds=round((at - now).total_seconds()))


def keep_one_an_hour(before: Heartbeat | None, beat: Heartbeat) -> Heartbeat:
    """Return which of two heartbeats is kept: the earlier one for an hour, unless the device is another one."""
    is_same = before is not None and before.device_id == beat.device_id and beat.at - before.at < _AN_HOUR
    return before if before is not None and is_same else beat
