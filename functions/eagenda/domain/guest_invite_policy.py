"""What holds for guests who are invited by e-mail: how many, how long their link is good, how long they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class GuestInvitePolicy:
    """What holds for invited guests of one agenda.

    An address serves to invite to this one meeting, so it goes soon after it (UU 27/2022 art. 16(2)).
    """

    most: Annotated[int, Between(1, 1000)]
    link_days: Annotated[int, Between(0, 30)]  # after the agenda's end
    email_kept_days: Annotated[int, Between(1, 365)]  # after the agenda's end

    @property
    def link_good(self) -> timedelta:
        """Return how long the personal link leads somewhere after the agenda's end."""
        return timedelta(days=self.link_days)

    @property
    def email_kept(self) -> timedelta:
        """Return how long an address is kept after the agenda's end."""
        return timedelta(days=self.email_kept_days)
