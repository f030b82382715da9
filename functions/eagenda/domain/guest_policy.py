"""What holds for guests: how long they may write, how many may come, how long a telephone number is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shared.rules.dated import in_force


@dataclass(frozen=True, slots=True)
class GuestPolicy:
    """What holds for guests from a day on, and why."""

    valid_from: date
    time_to_fill_in: timedelta
    most_in_a_minute: int  # of one agenda
    most: int  # of one agenda
    telephone_kept: timedelta  # after the agenda's end
    basis: str


# A telephone serves to reach a guest about this one meeting, so it goes soon after it; the name stays on
# the daftar hadir, which is an archive (UU 43/2009).
POLICIES = (
    GuestPolicy(
        valid_from=date(2026, 1, 1),
        time_to_fill_in=timedelta(minutes=10),
        most_in_a_minute=60,
        most=500,
        telephone_kept=timedelta(days=30),
        basis="UU 27/2022 art. 16(2): for a stated purpose, and erased when its time is over; the numbers are ours",
    ),
)


def policy_on(day: date) -> GuestPolicy:
    """Return the policy that holds on that day."""
    return in_force(POLICIES, day)
