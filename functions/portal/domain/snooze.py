"""Putting a task off until a later day, never past the day on which it is due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.refusals import InvalidField
from shared.rules.calendar import long_date, wib_date
from shared.values import Day

if TYPE_CHECKING:
    from datetime import date, datetime

_MOST = 100  # all of a person's stand in one record


@dataclass(frozen=True, slots=True)
class Snooze:
    """A person wants to see a task again on a day."""

    task_id: str
    until: Day


@dataclass(frozen=True, slots=True)
class Snoozes:
    """All that a person has put off; others to whom the same tasks are addressed still see them."""

    person_id: str
    snoozes: tuple[Snooze, ...] = ()


def put_off(snoozes: Snoozes, task_id: str, until: date, due: datetime | None, today: date) -> Snoozes:
    """Return the person's list with this task put off; what has come back by today is left out. Raises InvalidField."""
    if until <= today:
        raise InvalidField("/until", "Pilih hari sesudah hari ini.")
    if due is not None and until > wib_date(due):
        raise InvalidField("/until", f"Batasnya {long_date(wib_date(due))}. Pilih hari sebelum atau pada batas itu.")
    others = brought_back(snoozes, task_id, today)
    if len(others.snoozes) >= _MOST:
        raise InvalidField("/until", f"Sudah {_MOST} tugas ditunda. Selesaikan salah satunya dulu.")
    return replace(others, snoozes=(*others.snoozes, Snooze(task_id, until)))


def brought_back(snoozes: Snoozes, task_id: str, today: date) -> Snoozes:
    """Return the person's list without this task, and without what has come back by today."""
    others = tuple(it for it in snoozes.snoozes if it.task_id != task_id and today < it.until)
    return replace(snoozes, snoozes=others)


def put_off_on(snoozes: Snoozes | None, today: date) -> dict[str, date]:
    """Return the tasks that the person does not want to see yet, each with its day."""
    return {it.task_id: it.until for it in snoozes.snoozes if today < it.until} if snoozes else {}
