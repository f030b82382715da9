"""When somebody may be away, and who may stand in for them as Plh."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

from shared.refusals import InvalidField, RecordMissing, Refusal
from shared.rules.acting_for import Absence
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import long_date
from shared.values import Between

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Levels of equal standing (UU 5/2014 art. 13; PermenPANRB 28/2019 for the functional ones that replaced eselon IV).
_LEVELS = {
    "II.a": 2,
    "II.b": 2,
    "III.a": 3,
    "III.b": 3,
    "IV.a": 4,
    "IV.b": 4,
    "ahli-utama": 2,
    "ahli-madya": 3,
    "ahli-muda": 4,
}
_STRUCTURAL = ("II.", "III.", "IV.")
_OTHERS = 5
_LONGEST_PAST = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class StandInLimit:
    """How far below a post its Plh. may stand, for how long they act, and from how many working days one is needed."""

    ranks_below: Annotated[int, Between(0, 2)]
    longest_days: Annotated[int, Between(1, 366)]
    from_working_days: Annotated[int, Between(1, 60)]


class NotYourAbsence(Refusal):
    """Somebody records another person's absence without managing their office."""

    status = 403
    title = "Ketidakhadiran orang lain dicatat administrator OPD-nya."


class AbsenceOverlaps(Refusal):
    """The person is away on one of the days already."""

    title = "Pada tanggal itu sudah ada ketidakhadiran."


class StandInUnfit(Refusal):
    """The rank or office of the person does not let them act in this post."""

    title = "Orang ini tidak dapat menjadi pelaksana harian jabatan itu."


class StandInAway(Refusal):
    """Who is to stand in is away on one of the days."""

    title = "Calon pelaksana harian juga tidak hadir pada tanggal itu."


class StandInTooLong(Refusal):
    """A Plh. acts for longer than is allowed."""

    title = "Masa pelaksana harian terlalu lama."


@dataclass(frozen=True, slots=True)
class Place:
    """Where a position stands: its class, its organisation, and those above it, its own first."""

    rank_class: str
    path: tuple[str, ...]


def is_structural(rank_class: str) -> bool:
    """Whether a post leads others, so that somebody stands in for its holder."""
    return rank_class.startswith(_STRUCTURAL)


def check_absence(absence: Absence, known: Iterable[Absence], today: date) -> None:
    """Refuse an absence that ends before it begins, lies too far back, or meets another one."""
    if absence.ends_on < absence.starts_on:
        raise InvalidField("/ends_on", "Tanggal selesai harus pada atau sesudah tanggal mulai.")
    if absence.starts_on < today - _LONGEST_PAST:
        raise InvalidField("/starts_on", "Paling lama sebulan yang lalu. Minta pengelola kepegawaian mencatatnya.")
    met = next((it for it in known if it.starts_on <= absence.ends_on and absence.starts_on <= it.ends_on), None)
    if met is not None:
        days = f"{long_date(met.starts_on)} sampai {long_date(met.ends_on)}"
        raise AbsenceOverlaps(f"Tercatat {days}. Akhiri dulu yang itu, atau pilih tanggal lain.")


def stand_in_days(absence: Absence, limit: StandInLimit, today: date) -> tuple[date, date]:
    """Return the first and the last day of a Plh.: never before today, and with the absence it ends by itself."""
    begins = max(absence.starts_on, today)
    if absence.ends_on < begins:
        raise InvalidField("/stand_ins", "Ketidakhadiran yang sudah lewat tidak memerlukan Plh.")
    if not absence.basis:
        raise InvalidField("/basis", "Isi nomor surat perintah yang menunjuk Plh.")
    if (absence.ends_on - begins).days >= limit.longest_days:
        raise StandInTooLong(f"Plh. paling lama {limit.longest_days} hari. Usulkan Plt. bila jabatannya lowong.")
    return begins, absence.ends_on


def require_fit(post: Place, own: Iterable[Place], limit: StandInLimit) -> None:
    """Refuse a Plh. who is neither of the post's level nor a little below it in the same office.

    SE BKN 1/SE/I/2021 no. 3: the same post or one level higher within one's own office; letter of the head of BKN
    K.26-3/V.5-10/99 (2002) no. 2: another official of the same level, or one of the level below in the same office.
    """
    level = _LEVELS.get(post.rank_class)
    if level is None or not is_structural(post.rank_class):
        raise StandInUnfit("Plh. hanya untuk jabatan pimpinan tinggi, administrator, atau pengawas.")
    for place in own:
        below = _LEVELS.get(place.rank_class, _OTHERS) - level
        if below == 0 or (0 < below <= limit.ranks_below and post.path[0] in place.path):
            return
    raise StandInUnfit("Pilih pejabat setingkat, atau pejabat satu tingkat di bawahnya di OPD yang sama.")


def require_present(absences: Iterable[Absence], days: tuple[date, date]) -> None:
    """Refuse a Plh. who is away on one of the days."""
    if any(it.starts_on <= days[1] and days[0] <= it.ends_on for it in absences):
        raise StandInAway("Pilih orang lain, atau ubah tanggalnya.")


def require_holder(recorded: Collection[Appointment], person_id: str, day: date) -> None:
    """Refuse a Plh. for a post that the absent person does not hold for good."""
    held = (it for it in recorded if it.person_id == person_id and it.kind is AppointmentKind.DEFINITIF)
    if not any(it.holds_on(day) for it in held):
        raise InvalidField("/stand_ins", "Pilih jabatan definitif yang dipegang orang ini.")


def end_absence(
    known: Iterable[Absence], absence_id: str, last_day: date, today: date
) -> tuple[Absence, Absence | None]:
    """Return an absence as it was and with its last day, None where no day of it is left."""
    absence = next((it for it in known if it.id == absence_id), None)
    if absence is None:
        raise RecordMissing("Muat ulang halaman ini, lalu pilih lagi.")
    if last_day < today - timedelta(days=1):
        raise InvalidField("/last_day", "Paling awal kemarin: yang sudah lewat tidak diubah.")
    if last_day > absence.ends_on:
        raise InvalidField("/last_day", f"Paling lambat {long_date(absence.ends_on)}.")
    if last_day < absence.starts_on:
        return absence, None
    return absence, replace(absence, ends_on=last_day)


def stand_in_ended(
    recorded: Iterable[Appointment], person_id: str, absence: Absence, last_day: date
) -> tuple[Appointment, Appointment | None] | None:
    """Return the Plh. of an absence as it was and as it ends, None in its place where it never began.

    None where somebody has ended it by now.
    """
    for it in recorded:
        is_its = it.kind is AppointmentKind.PLH and it.person_id == person_id and it.ends_on == absence.ends_on
        if is_its and absence.starts_on <= it.starts_on:
            return it, (replace(it, ends_on=last_day) if it.starts_on <= last_day else None)
    return None
