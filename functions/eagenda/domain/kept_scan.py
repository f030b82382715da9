"""Scans kept on a phone without signal and sent later: believed as far as they go, and never more than provisionally.

The phone states when it scanned, and nobody can check that: a photograph of the code, sent to an absent colleague,
makes the same scan. So the code must fit the stated moment, the device must be the person's own, and still the person
counts as present only by more than that: a kiosk, the phone's heartbeat (`heartbeat.py`) or the organiser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.attendance import AttendanceOver, Attendee, as_deputy, hindrance, kept
from functions.eagenda.domain.change import held_at
from functions.eagenda.domain.codes import SLOT_SECONDS, Shown, link_code, short_code, when_shown
from functions.eagenda.domain.device import DeviceClockWrong
from functions.eagenda.domain.distance import Position
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.kept_position import distance_told
from functions.eagenda.domain.kept_scan_policy import KeptScanPolicy
from functions.eagenda.domain.presented_code import CodeExpired, Method, PresentedCode
from functions.eagenda.domain.provisional_scan import ProvisionalScan
from functions.eagenda.domain.sitting import hall_id, sitting_at
from shared.refusals import Refusal
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from shared.rules.device import Device
    from shared.values import Secret

# How far from the stated moment a code is looked for, to tell a wrong clock from a wrong code: a day, and its night.
_LOOKED_FOR = timedelta(hours=36)


class SentTooLate(Refusal):
    """The scan lay on the phone for too long."""

    title = "Pindaian terkirim terlalu lambat."


@dataclass(frozen=True, slots=True)
class KeptScan:
    """What a phone kept: the code that it saw, and when, by its own clock; where it was, if the person let it tell."""

    agenda_id: str | None
    code: str
    nonce: str
    scanned_at: Instant
    position: Position | None = None

    @property
    def presented(self) -> PresentedCode:
        """Return the code: letters name no agenda, a link does."""
        return PresentedCode(self.code, Method.SHORT_CODE if self.agenda_id is None else Method.LINK)


@dataclass(frozen=True, slots=True)
class Receipt:
    """By whom and when a kept scan reached us, and by which policy it is judged."""

    attendee: Attendee
    device: Device
    at: datetime
    policy: KeptScanPolicy


def signed_text(scan: KeptScan, person_id: str) -> str:
    """Return what the device signs. No two scans share a text: ids, codes and nonces hold no line breaks.

    Without a position it is the text of phones whose page knows of none.
    """
    moment = scan.scanned_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    signed = (person_id, scan.agenda_id or "", scan.code, scan.nonce, moment)
    if scan.position is None:
        return "\n".join(("trowulan/pindai/1", *signed))
    at = scan.position
    return "\n".join(
        ("trowulan/pindai/2", *signed, f"{at.latitude:.6f}", f"{at.longitude:.6f}", str(at.accuracy_metres))
    )


def sitting_of(agenda: Agenda, scan: KeptScan) -> str:
    """Return the sitting to whose attendance the scan would belong, by what the agenda said at its moment."""
    sitting = sitting_at(held_at(agenda, scan.scanned_at).sittings, scan.scanned_at)
    return sitting.id if sitting else ""


def take(
    agenda: Agenda,
    invitation: Invitation | None,
    scan: KeptScan,
    secret: Secret | None,
    receipt: Receipt,
    *,
    leaving: bool = False,
) -> ProvisionalScan:
    """Decide on a kept scan as of the moment that it states. Raises a refusal, and keeps the refused scan.

    ``leaving`` says that the person had come before, so that it states when they left.
    """
    refusal = _refusal(agenda, invitation, scan, secret, receipt)
    if refusal is not None:
        raise kept(refusal, agenda, receipt.attendee, receipt.at)
    return ProvisionalScan(
        agenda.id,
        as_deputy(receipt.attendee, invitation),
        scan.scanned_at,
        receipt.at,
        scan.presented.method,
        scan.nonce,
        receipt.device.id,
        receipt.device.name,
        sitting_id=sitting_of(agenda, scan),
        leaving=leaving,
        distance=distance_told(agenda, scan),
    )


def _refusal(
    agenda: Agenda, invitation: Invitation | None, scan: KeptScan, secret: Secret | None, receipt: Receipt
) -> Refusal | None:
    at, now, policy = scan.scanned_at, receipt.at, receipt.policy
    by_link = scan.presented.method is Method.LINK
    shown = _shown(agenda, scan, secret)
    is_ahead = at > now + policy.clock_tolerance
    if is_ahead or began_at(agenda, scan, secret, policy) is None:
        # Six letters are too few to be looked for in a day's codes: a guess would find them.
        seen = when_shown(scan.code, shown, *_hours_around(agenda, at, now)) if shown and by_link else None
        return not_shown(scan, now, policy) if seen is None else _wrong_clock(at - seen)
    refusal = hindrance(agenda, invitation, at) or _gone(agenda, scan)
    if refusal is None and now > at + policy.send_within:
        within = f"Pindaian harus terkirim dalam {policy.send_within_hours} jam."
        detail = f"{within} Hubungi {agenda.organiser.name}, penyelenggara agenda ini."
        refusal = SentTooLate(detail, organiser_name=agenda.organiser.name)
    return refusal


def _gone(agenda: Agenda, scan: KeptScan) -> Refusal | None:
    """Return the refusal of a scan whose sitting was taken away since: it would count for nothing."""
    if sitting_of(agenda, scan) in ({it.id for it in agenda.sittings} or {""}):
        return None
    organiser = agenda.organiser.name
    detail = f"Sesi itu sudah dihapus dari agenda. Hubungi {organiser}, penyelenggara agenda ini."
    return AttendanceOver(detail, closes_at=scan.scanned_at, organiser_name=organiser)


def began_at(agenda: Agenda, scan: KeptScan, secret: Secret | None, policy: KeptScanPolicy) -> datetime | None:
    """Return when the slot of the code began, or None where no screen showed it about the stated moment."""
    shown = _shown(agenda, scan, secret)
    earliest = scan.scanned_at - policy.clock_tolerance - timedelta(seconds=SLOT_SECONDS)  # the slot before counts too
    return when_shown(scan.code, shown, earliest, scan.scanned_at + policy.clock_tolerance) if shown else None


def _shown(agenda: Agenda, scan: KeptScan, secret: Secret | None) -> Shown | None:
    form = link_code if scan.presented.method is Method.LINK else short_code
    return Shown(form, secret, hall_id(agenda.id, sitting_of(agenda, scan))) if secret else None


def not_shown(scan: KeptScan, now: datetime, policy: KeptScanPolicy) -> Refusal:
    """Return the refusal of a code that no screen showed at the stated moment."""
    if scan.scanned_at > now + policy.clock_tolerance:
        return _wrong_clock(scan.scanned_at - now)
    return CodeExpired("Kode itu tidak tampil di layar pada jam yang tercatat di ponsel ini. Pindai lagi di aula.")


def _hours_around(agenda: Agenda, at: datetime, now: datetime) -> tuple[datetime, datetime]:
    """Return between which moments a wrong clock's code may have been shown."""
    return max(agenda.opens_at, at - _LOOKED_FOR), min(agenda.closes_at, now, at + _LOOKED_FOR)


def _wrong_clock(ahead: timedelta) -> DeviceClockWrong:
    detail = (
        f"Jam ponsel {'lebih cepat' if ahead > timedelta() else 'terlambat'} {_roughly(abs(ahead))}. Setel jam ke "
        "otomatis, lalu pindai lagi di aula; bila acara sudah selesai, hubungi penyelenggara."
    )
    return DeviceClockWrong(detail, ahead_seconds=round(ahead.total_seconds()))


def _roughly(time: timedelta) -> str:
    minutes = round(time / timedelta(minutes=1))
    hours, days = round(minutes / 60), round(minutes / (24 * 60))
    if minutes < 100:  # noqa: PLR2004 -- beyond, nobody reads minutes
        return f"{minutes} menit"
    return f"{hours} jam" if hours < 23 else f"{days} hari"  # noqa: PLR2004 -- nearly a day is a day
