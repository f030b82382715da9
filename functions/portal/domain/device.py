"""Devices: which key of a person may sign, and how another takes its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from shared.refusals import RecordMissing, Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.rules.device import Device, DeviceEnd, PersonDevices

_REMEMBERED = 10  # devices of a person; the one enrolled longest ago is forgotten first


class AnotherDevice(Refusal):
    """Another device of the person signs now; whoever wants to replace it says so."""

    title = "Perangkat lain sudah terdaftar."


class KeyNotProven(Refusal):
    """Whoever enrols a key must show that it can sign."""

    status = 422
    title = "Kunci perangkat tidak terbukti."


class KeyEnded(Refusal):
    """A key that was replaced or revoked never signs again."""

    title = "Kunci perangkat ini sudah berakhir."


def enrolment_text(person_id: str, device_id: str) -> str:
    """Return what a device signs to show that the key is its own and for whom it will sign."""
    return f"trowulan/perangkat/1\n{person_id}\n{device_id}"


def enrol(devices: PersonDevices, device: Device, replaces: str | None) -> PersonDevices:
    """Let a device sign from now on. Raises AnotherDevice unless the present one is named as the one to be replaced."""
    known, active = devices.device(device.id), devices.active
    if known is not None and known.ended_at is None:
        return devices
    if known is not None:
        raise KeyEnded("Muat ulang halaman ini untuk membuat kunci baru.")
    if active is not None and active.id != replaces:
        since = f"{long_date(wib_date(active.enrolled_at))} {clock_time(active.enrolled_at)}"
        detail = f"{active.name} terdaftar sejak {since}. Ganti dengan perangkat ini, atau tetap pakai yang itu."
        raise AnotherDevice(detail, device_id=active.id, device_name=active.name, enrolled_at=active.enrolled_at)
    earlier = tuple(
        _ended(it, device.enrolled_at, DeviceEnd.REPLACED) if it.ended_at is None else it for it in devices.devices
    )
    return replace(devices, devices=(device, *earlier)[:_REMEMBERED])


def revoke(devices: PersonDevices, device_id: str, now: datetime) -> PersonDevices:
    """Let a device sign no more; one that has ended stays as it is. Raises RecordMissing for one that is not theirs."""
    if devices.device(device_id) is None:
        raise RecordMissing("Muat ulang daftar perangkat Anda.")
    changed = tuple(
        _ended(it, now, DeviceEnd.REVOKED) if it.id == device_id and it.ended_at is None else it
        for it in devices.devices
    )
    return replace(devices, devices=changed)


def _ended(device: Device, at: datetime, how: DeviceEnd) -> Device:
    return replace(device, ended_at=at, ended_as=how)
