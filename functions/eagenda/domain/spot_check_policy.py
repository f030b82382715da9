"""What holds for spot checks: how many people are drawn, and how long they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from shared.values import Between


@dataclass(frozen=True, slots=True)
class SpotCheckPolicy:
    """What holds for spot checks of one meeting."""

    people: Annotated[int, Between(1, 60)]  # each writes three records; a check begins in one transaction
    seconds_to_answer: Annotated[int, Between(30, 900)]
    choices: Annotated[int, Between(2, 6)]  # numbers to choose from, one of which the hall shows
    most_in_a_meeting: Annotated[int, Between(1, 20)]

    @property
    def time_to_answer(self) -> timedelta:
        """Return how long those drawn may take."""
        return timedelta(seconds=self.seconds_to_answer)
