"""When a position may end."""

from __future__ import annotations

from datetime import date

from shared.refusals import InvalidField, Refusal
from shared.rules.appointment import Appointment
from shared.rules.calendar import long_date


class PositionHeld(Refusal):
    """Somebody holds the position after its last day."""

    title = "Jabatan ini masih dipegang."


class TasksWaiting(Refusal):
    """Somebody still has to do what waits for the position; nobody would see it any more."""

    title = "Masih ada tugas yang menunggu."


class PositionAbolished(Refusal):
    """The position or its organisation ends before the appointment does."""

    title = "Jabatan ini dihapus."


def is_held_after(last_day: date, appointments: tuple[Appointment, ...]) -> bool:
    """Whether somebody holds a position on a day after that one."""
    return any(it.ends_on is None or it.ends_on > last_day for it in appointments)


def check_abolition(last_day: date, today: date, appointments: tuple[Appointment, ...]) -> None:
    """Refuse a day that has passed, and to abolish a position that somebody holds afterwards."""
    if last_day < today:
        raise InvalidField("/last_day", f"Hari terakhir paling awal hari ini, {long_date(today)}.")
    if is_held_after(last_day, appointments):
        raise PositionHeld(f"Akhiri dulu masa jabatan pemegangnya, paling lambat {long_date(last_day)}.")


def require_until(last_day: date | None, starts_on: date) -> None:
    """Refuse to fill a position on a day on which it is no more."""
    if last_day is not None and starts_on > last_day:
        raise PositionAbolished(f"Hari terakhirnya {long_date(last_day)}.")


def last_day_of(asked: date | None, last_day: date | None) -> date | None:
    """Return the last day of an appointment: as asked, and no later than that of its position."""
    days = [day for day in (asked, last_day) if day is not None]
    return min(days, default=None)


def require_no_tasks(titles: list[str]) -> None:
    """Refuse to end positions for which tasks wait."""
    if titles:
        raise TasksWaiting(f"Selesaikan dulu tugas yang menunggu {', '.join(titles)}.", posts=titles)
