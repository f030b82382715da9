"""A rotation (mutasi) from its file to its day: planned by one person, approved by another, undone until it begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import long_date
from shared.rules.dated import Basis
from shared.rules.files import FileKind
from shared.values import Day, Instant

if TYPE_CHECKING:
    from datetime import date, datetime


class RotationState(StrEnum):
    """Where a rotation stands."""

    ANNOUNCED = "announced"
    FAULTY = "faulty"
    PLANNED = "planned"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class OwnRotation(Refusal):
    """Nobody approves what they planned themselves."""

    status = 403
    title = "Rencana sendiri disetujui orang lain."


class RotationDecided(Refusal):
    """It was approved or cancelled before."""

    title = "Mutasi ini sudah diputus."


class RotationNotPlanned(Refusal):
    """There is no plan to decide on: no file, or rows with faults."""

    title = "Mutasi ini belum siap diputus."


class RotationBegun(Refusal):
    """Its day has come; what has been is not undone."""

    title = "Mutasi ini sudah berlaku."


class RotationMoving(Refusal):
    """Its job is still at work."""

    title = "Mutasi ini masih diterapkan."


@dataclass(frozen=True, slots=True)
class RowFault:
    """Why a row of the file cannot be planned."""

    number: int
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, when, and why where a reason was asked for."""

    by: str
    at: Instant
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rotation:
    """Many moves with one first day and one basis, such as the number of the Bupati's decree."""

    id: str
    owner_id: str
    first_day: Day
    basis: Basis
    name: str
    kind: FileKind
    size: int
    sha256: str
    announced_at: Instant
    state: RotationState = RotationState.ANNOUNCED
    rows: int = 0
    faults: tuple[RowFault, ...] = ()
    approved: Decision | None = None
    cancelled: Decision | None = None
    apply_job_id: str = ""
    undo_job_id: str = ""


def require_first_day(first_day: date, today: date) -> None:
    """Refuse a first day that leaves no evening for a second person and none to undo."""
    if first_day <= today:
        raise InvalidField("/first_day", "Paling cepat besok: yang sudah berjalan tidak diubah mundur.")


def approve(rotation: Rotation, by: str, now: datetime, today: date, job_id: str) -> Rotation:
    """Let another person put a plan into force. Raises a refusal."""
    _require_plan(rotation)
    if rotation.owner_id == by:
        raise OwnRotation("Minta pengelola kepegawaian lain memeriksa dan menyetujuinya, atau batalkan rencana Anda.")
    if rotation.first_day <= today:
        raise RotationBegun(f"Tanggal mulainya {long_date(rotation.first_day)}. Unggah lagi dengan tanggal mulai lain.")
    return replace(rotation, state=RotationState.APPROVED, approved=Decision(by, now), apply_job_id=job_id)


def cancel(rotation: Rotation, decision: Decision, today: date, undo_job_id: str, *, is_moving: bool) -> Rotation:
    """Drop a plan, or undo an approved one before its first day. Raises a refusal."""
    if rotation.state is not RotationState.APPROVED:
        _require_plan(rotation)
        return replace(rotation, state=RotationState.CANCELLED, cancelled=decision)
    if rotation.first_day <= today:
        raise RotationBegun(f"Berlaku sejak {long_date(rotation.first_day)}. Susun mutasi baru untuk mengubahnya.")
    if is_moving:
        raise RotationMoving("Tunggu sampai penerapannya selesai, lalu batalkan.")
    return replace(rotation, state=RotationState.CANCELLED, cancelled=decision, undo_job_id=undo_job_id)


def _require_plan(rotation: Rotation) -> None:
    if rotation.state in {RotationState.ANNOUNCED, RotationState.FAULTY}:
        raise RotationNotPlanned("Perbaiki berkasnya, lalu unggah lagi.")
    if rotation.state is not RotationState.PLANNED:
        said = "Disetujui" if rotation.state is RotationState.APPROVED else "Dibatalkan"
        raise RotationDecided(f"{said} sebelumnya. Muat ulang halaman ini.")
