"""What a person's device says of them: which one may speak, and why one is not believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.refusals import Refusal
from shared.rules.calendar import clock_time, long_date, wib_date

if TYPE_CHECKING:
    from shared.rules.device import Device, PersonDevices


class DeviceUnknown(Refusal):
    """The device is not one of the person's."""

    title = "Perangkat ini belum terdaftar."


class DeviceReplaced(Refusal):
    """The device was the person's, and is no more."""

    title = "Perangkat ini tidak lagi terdaftar."


class SignatureWrong(Refusal):
    """What was sent is not what the device signed."""

    status = 422
    title = "Pindaian ini tidak utuh."


class DeviceClockWrong(Refusal):
    """The phone's clock is so far off that its moments mean nothing."""

    title = "Jam ponsel tidak cocok."


def require_device(devices: PersonDevices | None, device_id: str) -> Device:
    """Return the person's own device. Raises DeviceUnknown, or DeviceReplaced for one that signs no more."""
    device = devices.device(device_id) if devices else None
    if device is None:
        raise DeviceUnknown("Daftarkan perangkat ini pada halaman Profil, lalu minta penyelenggara mencatat Anda.")
    if device.ended_at is not None:
        active = devices.active if devices else None
        instead = f"Perangkat Anda sekarang: {active.name}. " if active else ""
        since = f"{long_date(wib_date(device.ended_at))} {clock_time(device.ended_at)}"
        detail = f"Berakhir {since}. {instead}Minta penyelenggara mencatat Anda."
        raise DeviceReplaced(detail, ended_at=device.ended_at, device_name=active.name if active else None)
    return device
