"""Provisional scans: what phones kept and sent later, until a kiosk, a heartbeat or the organiser decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from functions.eagenda.domain.attendance import Attendance, Attendee, Confirmation, not_taking
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.presented_code import Method
from shared.refusals import InvalidField, RecordMissing, Refusal
from shared.rules.calendar import clock_time
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda

MOST_AT_ONCE = 50  # two writes each: a transaction stays below two hundred


class ScanState(StrEnum):
    """What became of a kept scan; only a confirmed one is an attendance."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class ScanDecided(Refusal):
    """The organiser, or a colleague, has decided otherwise before."""

    title = "Pindaian ini sudah diputuskan."


class ScansWait(Refusal):
    """Closing the list would leave people out whose scans nobody has looked at."""

    title = "Masih ada pindaian luring yang menunggu."


@dataclass(frozen=True, slots=True)
class Decision:
    """What the organiser, a kiosk or the phone's heartbeat said to a kept scan; a reason where it was rejected."""

    by_person_id: str
    by: str
    at: Instant
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionalScan:
    """A kept scan as it was received. It counts for nothing until it is confirmed.

    ``leaving`` says that it states when the person left, who had come before.
    """

    agenda_id: str
    attendee: Attendee
    scanned_at: Instant
    received_at: Instant
    method: Method
    nonce: str
    device_id: str
    device_name: str
    state: ScanState = ScanState.WAITING
    decision: Decision | None = None
    sitting_id: str = ""
    leaving: bool = False
    distance: Distance | None = None


def chosen(scan_ids: tuple[str, ...]) -> list[str]:
    """Return the ids to confirm, each once. Raises InvalidField for none or too many."""
    if not 1 <= len(scan_ids) <= MOST_AT_ONCE:
        raise InvalidField("/scan_ids", f"Pilih 1 sampai {MOST_AT_ONCE} pindaian.")
    return sorted(set(scan_ids))


def confirm(agenda: Agenda, scan: ProvisionalScan, decision: Decision, before: Attendance | None = None) -> Attendance:
    """Make an attendance of a kept scan, or add to one when the person left; what is known already stays.

    Raises the refusal of a meeting whose list is final or that was cancelled.
    """
    if before is not None and (before.left_at or not scan.leaving):
        return before
    # That the person was invited was seen when the scan was received; the meeting may have changed since.
    refusal = not_taking(agenda, scan.scanned_at)
    if refusal is not None:
        raise refusal
    if before is not None:
        return replace(before, left_at=scan.scanned_at, left_by=Method.OFFLINE)
    confirmation = Confirmation(scan.received_at, decision.at, decision.by)
    return Attendance(
        agenda.id,
        scan.attendee,
        scan.scanned_at,
        Method.OFFLINE,
        confirmation,
        scan.sitting_id,
        distance=scan.distance,
    )


def decided(agenda: Agenda, scan: ProvisionalScan, state: ScanState, decision: Decision) -> ProvisionalScan:
    """Return the scan with its decision; the same one again changes nothing.

    Raises RecordMissing for a scan of another agenda, ScanDecided for one that was decided otherwise.
    """
    if scan.agenda_id != agenda.id:
        raise RecordMissing("Muat ulang daftar pindaian ini.")
    if scan.state not in {ScanState.WAITING, state} and scan.decision is not None:
        verb = "dikonfirmasi" if scan.state is ScanState.CONFIRMED else "ditolak"
        detail = (
            f"{scan.attendee.name}: {verb} oleh {scan.decision.by} pukul {clock_time(scan.decision.at)}. Muat ulang."
        )
        raise ScanDecided(detail)
    return scan if scan.state is state else replace(scan, state=state, decision=decision)


def require_none_waiting(waiting: int) -> None:
    """Refuse to close a list while kept scans wait, since whoever is left out then stays so. Raises ScansWait."""
    if waiting:
        detail = f"{waiting} pindaian belum diputuskan. Konfirmasi atau tolak dulu, atau tutup tanpa mereka."
        raise ScansWait(detail, waiting_count=waiting)


def came_at(attendance: Attendance | None, kept: ProvisionalScan | None) -> datetime | None:
    """Return when somebody came, for all that is known: as they are recorded, or as their phone kept it."""
    if attendance is not None:
        return attendance.at
    return kept.scanned_at if kept is not None and kept.state is not ScanState.REJECTED else None
