"""When the system is well: each figure with its judgement, in words for whoever looks after it.

The bounds are the office's own habits, no regulation's: a day's work must fit on the disk, a backup is made each day,
and whoever waits longer than ten minutes for an event has noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.rules.calendar import clock_time, long_date, wib_date

_GIB = 1 << 30
_LITTLE, _SCARCE = 0.15, 0.05  # of the disk
_SCARCE_BYTES = _GIB
_BACKUP_LATE, _BACKUP_MISSED = timedelta(hours=26), timedelta(days=2)  # one is due each day
_RELAY_SLOW, _RELAY_STUCK = timedelta(minutes=1), timedelta(minutes=10)  # the sweep looks each minute
_NAMED = 3  # of what is to be made anew
_RUN_LATE = timedelta(minutes=3)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class Judgement(StrEnum):
    """How it stands: well, to be looked at this week, or to be looked at now."""

    WELL = "well"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure: what it is about, what it says, how that is judged, and what to do where there is something."""

    about: str
    says: str
    judgement: Judgement = Judgement.WELL
    advice: str = ""


def judge_disk(free: int, size: int) -> Finding:
    """Judge the space of the disk under the data, in bytes."""
    about, says = "Ruang disk", f"{_gib(free)} kosong dari {_gib(size)}"
    advice = "Kosongkan disk server atau tambah kapasitasnya. Bila disk penuh, tidak ada yang dapat disimpan."
    if free < max(_SCARCE * size, _SCARCE_BYTES):
        return Finding(about, says, Judgement.BAD, advice)
    if free < _LITTLE * size:
        return Finding(about, says, Judgement.WATCH, advice)
    return Finding(about, says)


def judge_backup(made_at: datetime | None, now: datetime) -> Finding:
    """Judge the newest backup."""
    about = "Cadangan terakhir"
    if made_at is None:
        advice = "Cadangan pertama dibuat sendiri dalam 24 jam. Jalankan make backup bila ingin sekarang."
        return Finding(about, "Belum ada", Judgement.WATCH, advice)
    age, says = now - made_at, f"{long_date(wib_date(made_at))} pukul {clock_time(made_at)}"
    advice = "Periksa ruang disk, lalu jalankan make backup di server."
    if age > _BACKUP_MISSED:
        return Finding(about, says, Judgement.BAD, advice)
    return Finding(about, says, Judgement.WATCH, advice) if age > _BACKUP_LATE else Finding(about, says)


def judge_relay(oldest: datetime | None, now: datetime) -> Finding:
    """Judge the oldest event that has not been handed over yet."""
    about = "Peristiwa menunggu diteruskan"
    if oldest is None:
        return Finding(about, "Tidak ada")
    age, says = now - oldest, f"Tertua menunggu {duration(now - oldest)}"
    advice = "Pemberitahuan dan dokumen dapat terlambat. Bila tidak pulih dalam 10 menit, mulai ulang server."
    if age > _RELAY_STUCK:
        return Finding(about, says, Judgement.BAD, advice)
    return Finding(about, says, Judgement.WATCH, advice) if age > _RELAY_SLOW else Finding(about, says)


def judge_dead(count: int, at_most: int) -> Finding:
    """Judge how many deliveries were given up; ``at_most`` is how far they were counted."""
    about = "Kiriman gagal"
    if not count:
        return Finding(about, "Tidak ada")
    says = f"{count} atau lebih" if count >= at_most else str(count)
    return Finding(about, says, Judgement.BAD, "Atasi sebabnya, lalu kirim ulang dari daftar di bawah.")


def judge_clock(*, is_behind: bool) -> Finding:
    """Judge the server's clock, which is behind when something is recorded for a later moment than now."""
    about = "Jam server"
    if is_behind:
        advice = "Setel jam server ke waktu jaringan (NTP). Batas waktu dan kode aula bergantung padanya."
        return Finding(about, "Tertinggal dari catatan yang sudah ada", Judgement.BAD, advice)
    return Finding(about, "Sejalan dengan catatan yang ada")


def judge_derived(outdated: tuple[str, ...], *, is_renewing: bool, stands_still: bool) -> Finding:
    """Judge what follows from other records: which of it another version has written, and whether that is mended."""
    about = "Data turunan"
    if is_renewing and stands_still:
        advice = "Kirim ulang kiriman gagal di bawah, atau susun ulang dari awal."
        return Finding(about, "Penyusunan ulang berhenti di tengah", Judgement.BAD, advice)
    if is_renewing:
        return Finding(about, "Sedang disusun ulang")
    if outdated:
        advice = "Penyusunan ulang mulai sendiri dalam 5 menit."
        named = f"{len(outdated)} jenis" if len(outdated) > _NAMED else ", ".join(outdated)
        return Finding(about, f"Ditulis versi lain: {named}", Judgement.WATCH, advice)
    return Finding(about, "Sesuai versi ini")


def judge_run(due: datetime, *, failed: bool, now: datetime) -> Judgement:
    """Judge a schedule by its last run: whether that failed, and whether the one due after it is missing."""
    if failed or now > due + _DAY:
        return Judgement.BAD
    return Judgement.WATCH if now > due + _RUN_LATE else Judgement.WELL


def judge_missing_run(due: datetime | None, now: datetime) -> Judgement:
    """Judge a schedule that never ran, by when it was first due if the system is old enough to have had such a time."""
    return Judgement.WATCH if due is not None and now > due + _RUN_LATE else Judgement.WELL


def duration(time: timedelta) -> str:
    """Return a length of time in its largest whole unit."""
    if time >= _DAY:
        return f"{time // _DAY} hari"
    if time >= _HOUR:
        return f"{time // _HOUR} jam"
    minutes = time // timedelta(minutes=1)
    return f"{minutes} menit" if minutes else "kurang dari semenit"


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GB".replace(".", ",")
