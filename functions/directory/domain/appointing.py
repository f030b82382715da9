"""Who may fill a position, with whom and from when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from shared.refusals import InvalidField, RecordMissing, Refusal
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import long_date

_AHEAD = "Akhiri dulu masa jabatan itu, atau pilih tanggal mulai sesudahnya."


class OutsideYourOffice(Refusal):
    """An administrator of one office acts on a position of another."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Jabatan ini di luar OPD Anda."


class PostOfTheRegency(Refusal):
    """An administrator of one office acts on a position whose rights reach beyond it, perhaps to get them."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Jabatan ini memegang hak tingkat kabupaten."


class PostHeld(Refusal):
    """Somebody else holds the position for good on one of the days."""

    title: ClassVar[str] = "Jabatan ini sudah dipegang."


class PostActedFor(Refusal):
    """Somebody else acts in the position on one of the days."""

    title: ClassVar[str] = "Jabatan ini sudah ada pelaksananya."


class NobodyAway(Refusal):
    """A Plh. stands in for a holder, and the position has none."""

    title: ClassVar[str] = "Jabatan ini lowong."


class AlreadyAppointed(Refusal):
    """The same person begins in the same position on the same day."""

    title: ClassVar[str] = "Penunjukan ini sudah tercatat."


class AppointmentOver(Refusal):
    """It ended before today; what has been is not changed."""

    title: ClassVar[str] = "Masa jabatan ini sudah berakhir."


def require_scope(own_office: str, path: tuple[str, ...], *, manages_all: bool, reaches_beyond: bool) -> None:
    """Refuse who manages one office what stands neither in it nor below it, and posts whose rights reach beyond it.

    Who manages all may act anywhere.
    """
    if manages_all:
        return
    if own_office not in path:
        raise OutsideYourOffice("Minta administrator OPD itu atau pengelola kepegawaian kabupaten.")
    if reaches_beyond:
        raise PostOfTheRegency("Minta pengelola kepegawaian kabupaten.")


def appoint_to(recorded: tuple[Appointment, ...], appointment: Appointment) -> Appointment:
    """Let somebody hold the position (UU 30/2014 art. 14: Plt. while it is vacant, Plh. while its holder is away)."""
    if appointment.ends_on is not None and appointment.ends_on < appointment.starts_on:
        raise InvalidField("/ends_on", "Tanggal selesai harus pada atau sesudah tanggal mulai.")
    if any(is_same(it, appointment) for it in recorded):
        raise AlreadyAppointed("Muat ulang halaman jabatan ini untuk melihatnya.")
    meanwhile = [it for it in recorded if it.overlaps(appointment)]
    holder = next((it for it in meanwhile if it.kind is AppointmentKind.DEFINITIF), None)
    acting = next((it for it in meanwhile if it.kind is not AppointmentKind.DEFINITIF), None)
    if appointment.kind is AppointmentKind.PLH:
        if holder is None:
            raise NobodyAway("Plh. menggantikan pejabat yang berhalangan. Pilih Plt. untuk jabatan yang lowong.")
    elif holder is not None:
        raise PostHeld(f"Pejabat definitif tercatat {_until(holder)}. {_AHEAD}")
    if acting is not None:
        raise PostActedFor(f"Pelaksana tercatat {_until(acting)}. {_AHEAD}")
    return appointment


def hand_over(recorded: tuple[Appointment, ...], starts_on: date, kind: AppointmentKind) -> tuple[Appointment, ...]:
    """Return the appointments that end the day before somebody else begins: of those who hold or act on that day.

    A Plh. takes over from another who acts, not from the holder, who is away. Who begins on the same day stays.
    """
    return tuple(
        replace(it, ends_on=starts_on - timedelta(days=1))
        for it in recorded
        if it.starts_on < starts_on
        and it.holds_on(starts_on)
        and (kind is not AppointmentKind.PLH or it.kind is not AppointmentKind.DEFINITIF)
    )


def end_on(
    recorded: tuple[Appointment, ...], person_id: str, starts_on: date, last_day: date, today: date
) -> Appointment:
    """Return the appointment with its last day."""
    found = next((it for it in recorded if (it.person_id, it.starts_on) == (person_id, starts_on)), None)
    if found is None:
        raise RecordMissing("Muat ulang halaman jabatan ini, lalu pilih lagi pejabatnya.")
    if found.ends_on is not None and found.ends_on < today:
        raise AppointmentOver(f"Hari terakhirnya {long_date(found.ends_on)}. Yang sudah lewat tidak diubah.")
    if last_day < starts_on:
        raise InvalidField("/last_day", f"Hari terakhir paling awal {long_date(starts_on)}, hari mulainya.")
    if found.ends_on is not None and last_day > found.ends_on:
        raise InvalidField("/last_day", f"Hari terakhir paling lambat {long_date(found.ends_on)}.")
    return replace(found, ends_on=last_day)


def is_same(one: Appointment, other: Appointment) -> bool:
    """Whether the two are one person's, from the same day on."""
    return (one.person_id, one.starts_on) == (other.person_id, other.starts_on)


def _until(appointment: Appointment) -> str:
    begun = f"sejak {long_date(appointment.starts_on)}"
    return begun if appointment.ends_on is None else f"{begun} sampai {long_date(appointment.ends_on)}"
