"""Writing somebody down by hand: whom, and since when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, ByHand
from functions.eagenda.domain.kiosk import PersonUnknown, take_down
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.kiosk import Standing

_CLOCKS_DIFFER = timedelta(minutes=1)  # a screen's clock and ours


class PersonNotInvited(Refusal):
    """Whoever is to be written down is not on the list of those invited."""

    status = 403
    title = "Orang ini tidak diundang."


REFUSALS = (PersonUnknown, PersonNotInvited, AgendaIsCancelled, AttendanceNotOpen, AttendanceOver)


def require_invited(standing: Standing) -> None:
    """Refuse somebody who is not invited, in words for whoever runs the meeting. Raises PersonNotInvited."""
    if standing.invitation is None:
        raise PersonNotInvited("Undang dulu di halaman Undangan, lalu catat kehadirannya.")


def write_down(agenda: Agenda, standing: Standing, at: datetime, hand: ByHand) -> Attendance:
    """Make an attendance of somebody who was seen at a moment, or let them leave then.

    Raises the refusal that helps most. Whoever runs the meeting is not sent to themselves: that the time is over says
    what they can still do.
    """
    try:
        return take_down(agenda, standing, at, hand)
    except AttendanceOver as over:
        words = (
            "Isi pukul orang itu terlihat di acara." if agenda.sheet is None else "Daftar yang ditutup tidak berubah."
        )
        raise AttendanceOver(words, **over.facts) from None


def moment_seen(stated: datetime | None, now: datetime) -> datetime:
    """Return when the person was seen: as stated, or now. Raises InvalidField for a time to come."""
    at = stated or now
    if at > now + _CLOCKS_DIFFER:
        raise InvalidField("/seen_at", f"Isi pukul yang sudah lewat, paling lambat {clock_time(now)}.")
    return min(at, now)
