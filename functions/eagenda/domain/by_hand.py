"""Writing somebody down by hand: whom, and since when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import clock_time

if TYPE_CHECKING:
    from functions.eagenda.domain.kiosk import Standing

_CLOCKS_DIFFER = timedelta(minutes=1)  # a screen's clock and ours


class PersonNotInvited(Refusal):
    """Whoever is to be written down is not on the list of those invited."""

    status = 403
    title = "Orang ini tidak diundang."


def require_invited(standing: Standing) -> None:
    """Refuse somebody who is not invited, in words for whoever runs the meeting. Raises PersonNotInvited."""
    if standing.invitation is None:
        raise PersonNotInvited("Undang dulu di halaman Undangan, lalu catat kehadirannya.")


def moment_seen(stated: datetime | None, now: datetime) -> datetime:
    """Return when the person was seen: as stated, or now. Raises InvalidField for a time to come."""
    at = stated or now
    if at > now + _CLOCKS_DIFFER:
        raise InvalidField("/seen_at", f"Isi pukul yang sudah lewat, paling lambat {clock_time(now)}.")
    return min(at, now)
