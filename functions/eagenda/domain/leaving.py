"""Leaving a meeting that records it: when, and by which scan."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.attendance import Attendance, kept
from functions.eagenda.domain.change import part_at
from functions.eagenda.domain.codes import CODE_LASTS
from functions.eagenda.domain.presented_code import PresentedCode, not_shown
from functions.eagenda.domain.sitting import Sitting

if TYPE_CHECKING:
    from functions.eagenda.domain.change import Change
    from shared.values import Secret


def leave(agenda: Agenda, present: Attendance, code: PresentedCode, secret: Secret | None, now: datetime) -> Attendance:
    """Return the attendance with the departure that a scan records; as it is where it records none.

    Whoever has left stays gone since then. Raises CodeExpired, and keeps the refused scan.
    """
    if present.left_at or not is_leaving(agenda, present.at, now):
        return present
    refusal = not_shown(agenda, present.sitting_id, code, secret, now)
    if refusal is not None:
        raise kept(refusal, agenda, present.attendee, now)
    return replace(present, left_at=now, left_by=code.method)


def is_leaving(agenda: Agenda, came_at: datetime, at: datetime) -> bool:
    """Whether a scan at that moment records that somebody leaves; the code by which they came is no second scan."""
    time = leaving_time(agenda, part_at(agenda, at))
    return time is not None and time[0] <= at < time[1] and at - came_at >= CODE_LASTS


def leaving_time(agenda: Agenda, part: Agenda | Change | Sitting) -> tuple[datetime, datetime] | None:
    """Return from when until before when leaving a sitting or the whole is recorded; None where it is not."""
    if agenda.leaving_minutes is None:
        return None
    return part.ends_at - timedelta(minutes=agenda.leaving_minutes), part.closes_at
