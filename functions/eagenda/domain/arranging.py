"""Arranging the sittings of an agenda: one after the other, within its times, each with its own time of attendance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import LONGEST
from functions.eagenda.domain.sitting import Sitting
from shared.refusals import InvalidField, Refusal
from shared.values import Between, Instant, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OPENS_BEFORE = timedelta(minutes=30)  # the usual; the organiser may choose another opening
MOST_SITTINGS = 20  # each scan reads them with the agenda
LeavingMinutes = Annotated[int, Between(5, 240)]


class SittingAttended(Refusal):
    """Attendance was recorded that would belong to nothing."""

    title = "Sudah ada yang tercatat hadir."


@dataclass(frozen=True, slots=True)
class PlannedSitting:
    """A sitting as an organiser writes it; ``id`` is that of one which is there already, and empty for a new one."""

    title: Line
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The times of the agenda in which sittings are, and how long before an end leaving is recorded, if it is."""

    starts_at: datetime
    ends_at: datetime
    leaving_minutes: int | None = None

    def opens_at(self, starts_at: datetime) -> datetime:
        """Return from when attendance is usually taken of what starts then."""
        return starts_at - OPENS_BEFORE

    def closes_at(self, ends_at: datetime) -> datetime:
        """Return until when attendance is usually taken of what ends then: with leaving, as long after as before."""
        return ends_at + timedelta(minutes=self.leaving_minutes or 0)


def planned(sittings: tuple[Sitting, ...]) -> tuple[PlannedSitting, ...]:
    """Return sittings that stay as they are, as an organiser would write them."""
    return tuple(
        PlannedSitting(it.title, it.starts_at, it.ends_at, it.opens_at, it.closes_at, it.id) for it in sittings
    )


def arrange(
    planned: Sequence[PlannedSitting], frame: Frame, before: tuple[Sitting, ...], new_ids: Sequence[str], now: datetime
) -> tuple[Sitting, ...]:
    """Return the sittings in order of time; ``new_ids`` are for those that are new. Raises InvalidField."""
    if len(planned) > MOST_SITTINGS:
        raise InvalidField("/sittings", f"Satu agenda paling banyak {MOST_SITTINGS} sesi.")
    in_order = sorted(enumerate(planned), key=lambda it: it[1].starts_at)
    held = {it.id: it for it in before}
    ids = iter(new_ids)
    arranged: list[Sitting] = []
    for place, (number, one) in enumerate(in_order):
        pointer = f"/sittings/{number}"
        if one.id and held.pop(one.id, None) is None:
            raise InvalidField(f"{pointer}/title", "Sesi ini sudah dihapus. Muat ulang halaman, lalu ubah lagi.")
        following = in_order[place + 1][1] if place + 1 < len(in_order) else None
        last = arranged[-1] if arranged else None
        sitting = _timed(one, one.id or next(ids), last, following, frame)
        was = next((it for it in before if it.id == sitting.id), None)
        for is_wrong, name, sentence in (
            *_contradictions(sitting, last, frame),
            (
                sitting.starts_at < now and (was is None or was.starts_at != sitting.starts_at),
                "starts_at",
                "Waktu mulai sesi sudah lewat. Pilih waktu yang akan datang.",
            ),
        ):
            if is_wrong:
                raise InvalidField(f"{pointer}/{name}", sentence)
        arranged.append(sitting)
    return tuple(arranged)


def check_leaving(starts_at: datetime, ends_at: datetime, closes_at: datetime, minutes: int | None) -> None:
    """Refuse a time for leaving in which nobody could leave. Raises InvalidField."""
    for is_wrong, pointer, sentence in _no_leaving(starts_at, ends_at, closes_at, minutes):
        if is_wrong:
            raise InvalidField(f"/{pointer}", sentence)


def require_unattended(gone: Sitting | None, *, is_attended: bool) -> None:
    """Refuse to take away what somebody attended: a sitting, or None for the whole that is divided into sittings.

    Raises SittingAttended.
    """
    if not is_attended:
        return
    if gone is None:
        raise SittingAttended("Kehadiran agenda ini tidak terbagi dalam sesi. Muat ulang halaman, lalu ubah lagi.")
    raise SittingAttended(f"Sesi “{gone.title}” tidak dapat dihapus. Muat ulang halaman, lalu ubah lagi.")


def _timed(
    one: PlannedSitting, sitting_id: str, last: Sitting | None, following: PlannedSitting | None, frame: Frame
) -> Sitting:
    """Return the sitting with its usual times: they give way to the sitting before and the one that follows."""
    opens_at, closes_at = frame.opens_at(one.starts_at), frame.closes_at(one.ends_at)
    if last:
        opens_at = max(opens_at, last.closes_at)
    if following:
        closes_at = max(one.ends_at, min(closes_at, following.opens_at or following.starts_at))
    opens_at, closes_at = one.opens_at or opens_at, one.closes_at or closes_at
    return Sitting(sitting_id, one.title, one.starts_at, one.ends_at, opens_at, closes_at)


def _contradictions(sitting: Sitting, last: Sitting | None, frame: Frame) -> Iterator[tuple[bool, str, str]]:
    starts_at, ends_at, closes_at = sitting.starts_at, sitting.ends_at, sitting.closes_at
    yield ends_at <= starts_at, "ends_at", "Waktu selesai harus sesudah waktu mulai."
    yield starts_at < frame.starts_at, "starts_at", "Sesi mulai sebelum agenda mulai."
    yield ends_at > frame.ends_at, "ends_at", "Sesi selesai sesudah agenda selesai."
    yield last is not None and starts_at < last.ends_at, "starts_at", "Sesi mulai sebelum sesi sebelumnya selesai."
    yield sitting.opens_at > ends_at, "opens_at", "Absensi harus dibuka sebelum sesi selesai."
    yield closes_at <= sitting.opens_at, "closes_at", "Absensi harus ditutup sesudah dibuka."
    yield closes_at - ends_at > LONGEST, "closes_at", "Absensi ditutup paling lambat tujuh hari sesudah selesai."
    yield (
        last is not None and sitting.opens_at < last.closes_at,
        "opens_at",
        "Absensi sesi ini dibuka sebelum absensi sesi sebelumnya ditutup.",
    )
    yield from _no_leaving(starts_at, ends_at, closes_at, frame.leaving_minutes)


def _no_leaving(
    starts_at: datetime, ends_at: datetime, closes_at: datetime, minutes: int | None
) -> Iterator[tuple[bool, str, str]]:
    if minutes is None:
        return
    leaves_at = ends_at - timedelta(minutes=minutes)
    yield (
        leaves_at <= starts_at,
        "ends_at",
        f"Terlalu pendek untuk mencatat pulang {minutes} menit sebelum selesai.",
    )
    yield closes_at <= leaves_at, "closes_at", "Absensi ditutup sebelum jam pulang dapat dicatat."
