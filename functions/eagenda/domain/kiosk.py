"""A kiosk: a tablet at the door that reads people's own codes, also through an outage.

It is the organiser's own equipment: the moment that it states is believed, since whoever opened it may record by hand
too. What it scanned is kept under the scan's nonce, so that however often it is sent, it is taken once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, AgendaState
from functions.eagenda.domain.attendance import Attendance, ByHand, as_deputy, hindrance
from functions.eagenda.domain.change import held_at
from functions.eagenda.domain.device import DeviceClockWrong
from functions.eagenda.domain.kept_scan import SentTooLate
from functions.eagenda.domain.kiosk_scan import SentKioskScan
from functions.eagenda.domain.leaving import is_leaving
from functions.eagenda.domain.personal_code import CodeUnknown
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.sitting import sitting_id_at
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time, long_date, wib_date
from shared.values import Between, Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.invitation import Invitation

MOST_AT_ONCE = 20  # three writes each and the agenda's few: a transaction stays below two hundred


class KioskRevoked(Refusal):
    """The tablet was taken off its agenda: it is lost, stolen, or stands where it should not."""

    status = 403
    title = "Kios ini sudah dicabut."


class PersonUnknown(Refusal):
    """Nobody has this number, or the person is no longer there."""

    status = 404
    title = "Pegawai ini tidak ditemukan."


class PersonSuspended(Refusal):
    """The person's account is suspended, so their phone speaks for nobody."""

    status = 403
    title = "Akun ini sedang dinonaktifkan."


class ByHandNotAllowed(Refusal):
    """Nobody sits at this kiosk, so nobody may type a number there."""

    status = 403
    title = "Kios ini tidak mencatat dengan NIP."


@dataclass(frozen=True, slots=True)
class KioskPolicy:
    """How long after a scan a kiosk may send it, and how far its clock may run ahead of ours."""

    send_within_hours: Annotated[int, Between(1, 72)]
    clock_tolerance_minutes: Annotated[int, Between(1, 15)]

    @property
    def send_within(self) -> timedelta:
        """Return how long a scan may lie on the kiosk."""
        return timedelta(hours=self.send_within_hours)


@dataclass(frozen=True, slots=True)
class Revocation:
    """Who took the right to serve from a kiosk, when and why."""

    by: str
    at: Instant
    reason: str


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk of one agenda, as it was opened last; the names are its opener's.

    ``attended``: somebody of the organiser's sits at it and may record by hand. A tablet that was lost or stolen is
    ``revoked`` for good: at this agenda it serves no more.
    """

    agenda_id: str
    id: str
    attended: bool
    opened_by_id: str
    opened_by: str
    opened_at: Instant
    revoked: Revocation | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody whom a kiosk saw stands to the agenda."""

    attendee: Attendee
    invitation: Invitation | None
    attendance: Attendance | None


def require_openable(agenda: Agenda, now: datetime) -> None:
    """Refuse a kiosk for a meeting that takes nobody down any more. Raises AgendaIsCancelled, AgendaOver."""
    if agenda.state is AgendaState.CANCELLED:
        raise AgendaIsCancelled(f"Alasan: {agenda.cancel_reason}")
    if agenda.state is AgendaState.CLOSED or now >= agenda.closes_at:
        raise AgendaOver("Kios hanya dapat dibuka sebelum absensi ditutup.")


def require_serving(kiosk: Kiosk) -> None:
    """Refuse a kiosk that was revoked, whatever it has kept. Raises KioskRevoked."""
    if kiosk.revoked is not None:
        when = f"{long_date(wib_date(kiosk.revoked.at))} pukul {clock_time(kiosk.revoked.at)}"
        raise KioskRevoked(f"Dicabut {kiosk.revoked.by} {when}. Pakai perangkat lain, atau catat dengan tangan.")


def revoke(kiosk: Kiosk, by: str, at: datetime, reason: str) -> Kiosk:
    """Return the kiosk without its right to serve; one that was revoked before stays as it was."""
    return kiosk if kiosk.revoked else replace(kiosk, revoked=Revocation(by, at, reason))


def require_batch(scans: tuple[SentKioskScan, ...]) -> None:
    """Refuse a batch of none or too many. Raises InvalidField."""
    if not 1 <= len(scans) <= MOST_AT_ONCE:
        raise InvalidField("/scans", f"Kirim 1 sampai {MOST_AT_ONCE} pindaian.")


def require_one_kind(scan: SentKioskScan) -> None:
    """Refuse a scan that is neither a code nor by hand, or both. Raises CodeUnknown."""
    if bool(scan.code) is (scan.by_hand is not None):
        raise CodeUnknown("Kirim kode, atau catatan dengan tangan.")


def require_time(scan: SentKioskScan, policy: KioskPolicy, now: datetime) -> None:
    """Refuse a scan of a time to come, or that lay too long. Raises DeviceClockWrong, SentTooLate."""
    if scan.scanned_at > now + timedelta(minutes=policy.clock_tolerance_minutes):
        raise DeviceClockWrong("Jam kios terlalu cepat. Setel jam kios ke otomatis.")
    if now > scan.scanned_at + policy.send_within:
        raise SentTooLate(f"Pindaian kios harus terkirim dalam {policy.send_within_hours} jam.")


def take_down(agenda: Agenda, standing: Standing, at: datetime, hand: ByHand | None = None) -> Attendance:
    """Make an attendance of somebody who was seen at a moment, by a kiosk or by whoever writes them down by hand.

    Who is present already stays so since then, and leaves where that is recorded. Raises the refusal that helps most.
    """
    before, method = standing.attendance, Method.BY_HAND if hand else Method.KIOSK
    if before is not None:
        leaves = before.left_at is None and is_leaving(agenda, before.at, at)
        return replace(before, left_at=at, left_by=method, left_by_hand=hand) if leaves else before
    refusal = hindrance(agenda, standing.invitation, at)
    if refusal is not None:
        raise refusal
    attendee = as_deputy(standing.attendee, standing.invitation)
    sitting_id = sitting_id_at(held_at(agenda, at).sittings, at)
    return Attendance(agenda.id, attendee, at, method, sitting_id=sitting_id, by_hand=hand)
