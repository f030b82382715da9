"""What holds for guests: how long they may write, how many may come, how long a telephone number is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class GuestPolicy:
    """What holds for guests of one agenda.

    A telephone serves to reach a guest about this one meeting, so it goes soon after it; the name stays on the daftar
    hadir, which is an archive (UU 43/2009).
    """

    minutes_to_fill_in: Annotated[int, Between(2, 60)]
    most_in_a_minute: Annotated[int, Between(1, 600)]
    most: Annotated[int, Between(1, 1000)]
    telephone_kept_days: Annotated[int, Between(1, 365)]  # after the agenda's end

    @property
    def time_to_fill_in(self) -> timedelta:
        """Return how long a guest may write."""
        return timedelta(minutes=self.minutes_to_fill_in)

    @property
    def telephone_kept(self) -> timedelta:
        """Return how long a telephone number is kept after the agenda's end."""
        return timedelta(days=self.telephone_kept_days)
