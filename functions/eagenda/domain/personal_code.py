"""A person's own code: their phone signs who it speaks for and the half minute, also without a network.

Only the phone's key makes it, and the key can't be copied; a picture of it is worth what is left of its two slots.
Whoever is sent the picture within that minute may still show it: a person at the kiosk sees whom it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.codes import SLOT_SECONDS
from functions.eagenda.domain.device import DeviceClockWrong, DeviceReplaced, DeviceUnknown
from functions.eagenda.domain.presented_code import CodeExpired
from shared.refusals import Refusal

if TYPE_CHECKING:
    from shared.rules.device import Device, PersonDevices

_FORM = "tkh1"
_PARTS = 5
_TWO_SLOTS = timedelta(seconds=2 * SLOT_SECONDS)
_AHEAD = timedelta(seconds=5)  # two clocks that are set by the network differ by no more


class CodeUnknown(Refusal):
    """What the camera read, or somebody sent, is no personal code."""

    status = 422
    title = "Kode ini bukan Kode saya."


@dataclass(frozen=True, slots=True)
class PersonalCode:
    """What the code says: whose phone shows it, and in which half minute since 1970 (UTC)."""

    person_id: str
    device_id: str
    slot: int
    signature: str

    @property
    def began_at(self) -> datetime:
        """Return the beginning of its slot."""
        return datetime.fromtimestamp(self.slot * SLOT_SECONDS, UTC)


def read_personal_code(text: str) -> PersonalCode:
    """Read a code: form, person, device, slot and signature with full stops between. Raises CodeUnknown."""
    parts = text.split(".")
    if len(parts) != _PARTS or parts[0] != _FORM or not all(parts) or not _is_slot(parts[3]):
        raise CodeUnknown("Buka Kode saya di Trowulan, lalu tunjukkan kode itu ke kamera.")
    _, person_id, device_id, slot, signature = parts
    return PersonalCode(person_id, device_id, int(slot), signature)


def _is_slot(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9  # noqa: PLR2004 -- until the year 2921


def signed_text(code: PersonalCode) -> str:
    """Return what the phone signs. No two codes share a text: ids and numbers hold no line breaks."""
    return "\n".join(("trowulan/kode-saya/1", code.person_id, code.device_id, str(code.slot)))


def signing_device(devices: PersonDevices | None, code: PersonalCode, at: datetime) -> Device:
    """Return the person's device that signed at that moment. Raises DeviceUnknown, DeviceReplaced."""
    device = devices.device(code.device_id) if devices else None
    if device is None or device.enrolled_at > at + _AHEAD:
        raise DeviceUnknown("Buka Trowulan di ponsel Anda saat ada sinyal, atau minta petugas mencatat Anda.")
    if device.ended_at is not None and device.ended_at <= at:
        active = devices.active if devices else None
        instead = f"Tunjukkan kode dari {active.name}." if active else "Daftarkan lagi di Profil."
        raise DeviceReplaced(instead, ended_at=device.ended_at)
    return device


def require_current(code: PersonalCode, at: datetime) -> None:
    """Refuse a code that is older than two slots, or of a time to come. Raises CodeExpired, DeviceClockWrong."""
    if code.began_at > at + _AHEAD:
        raise DeviceClockWrong("Jam ponsel terlalu cepat. Setel jam ke otomatis, lalu tunjukkan lagi.")
    if at >= code.began_at + _TWO_SLOTS:
        raise CodeExpired("Tunjukkan kode yang sedang tampil. Bila tetap ditolak, setel jam ponsel ke otomatis.")
